"""Shortest paths by length 1/W, harmonic centrality, betweenness (Brandes)."""
import heapq
import math

EQUAL = 1e-10


def lengths(adjacency):
    """[{j: weight}] -> [{j: 1/weight}]"""
    return [{j: float(1 / w) for j, w in row.items()} for row in adjacency]


def dijkstra(rows, start):
    distance = {}
    heap = [(0.0, start)]
    while heap:
        d, i = heapq.heappop(heap)
        if i in distance:
            continue
        distance[i] = d
        for j, length in rows[i].items():
            if j not in distance:
                heapq.heappush(heap, (d + length, j))
    return distance


def inverse_sums(rows):
    """For each node the sum of 1/d to all nodes it reaches."""
    return [math.fsum(1 / d for d in dijkstra(rows, i).values() if d > 0)
            for i in range(len(rows))]


def hops(adjacency):
    return [dict.fromkeys(row, 1.0) for row in adjacency]


def betweenness(rows):
    """(unnormalised values, doubtful).

    A tie u -> v lies on a shortest path where d(u) + length equals d(v)
    within relative 1e-10 and u comes strictly before v. doubtful: some paths
    differ by so little, but not by rounding alone, that the definition does
    not say which are equal (possible where lengths span many orders).
    """
    n = len(rows)
    total = [0.0] * n
    doubtful = False
    for s in range(n):
        distance = dijkstra(rows, s)
        order = sorted(distance, key=distance.get)
        place = {v: k for k, v in enumerate(order)}
        sigma = dict.fromkeys(order, 0.0)
        sigma[s] = 1.0
        before = {v: [] for v in order}
        for u in order:
            for v, length in rows[u].items():
                through = distance[u] + length
                if through == 0 or v == s:
                    continue
                gap = abs(through - distance[v]) / distance[v]
                if 1e-13 < gap < 1e-8 or length < 1e-8 * distance[v]:
                    doubtful = True
                if gap <= EQUAL and place[u] < place[v]:
                    before[v].append(u)
                    sigma[v] += sigma[u]
        delta = dict.fromkeys(order, 0.0)
        for v in reversed(order):
            for u in before[v]:
                delta[u] += sigma[u] / sigma[v] * (1 + delta[v])
            if v != s:
                total[v] += delta[v]
    return total, doubtful
