"""Section 2: figures of single nodes, in the entity or the group view."""
import math
from fractions import Fraction

from . import eigen, paths
from .views import View

ZERO = Fraction(0)


def pagerank(view):
    n = view.n
    if n == 0:
        return []
    out = [float(view.out_strength(i)) for i in range(n)]
    links = [[(j, float(w) / out[j]) for j, w in view.IN[i].items()]
             for i in range(n)]
    x = [1.0 / n] * n
    for _ in range(1000):
        idle = math.fsum(x[i] for i in range(n) if out[i] == 0)
        y = [0.85 * (math.fsum(x[j] * p for j, p in links[i]) + idle / n)
             + 0.15 / n for i in range(n)]
        moved = max(abs(a - b) for a, b in zip(x, y))
        x = y
        if moved < 1e-16:
            break
    total = math.fsum(x)
    return [v / total for v in x]


def spectral(view):
    """eigenvector, hub, authority: each (vector or None, doubtful)."""
    n = view.n
    U = [[float(view.U[i].get(j, 0)) for j in range(n)] for i in range(n)]
    W = [[float(view.W[i].get(j, 0)) for j in range(n)] for i in range(n)]
    top = max((x for row in W for x in row), default=0.0) or 1.0
    W = [[x / top for x in row] for row in W]
    T = list(map(list, zip(*W)))
    return {"eigenvector": eigen.leading(U),
            "hub": eigen.leading(gram(W)),
            "authority": eigen.leading(gram(T))}


def gram(rows):
    """rows times its transpose"""
    sparse = [{j: x for j, x in enumerate(row) if x} for row in rows]
    return [[math.fsum(x * b[j] for j, x in a.items() if j in b)
             for b in sparse] for a in sparse]


def coreness(view):
    left = {i: set(view.U[i]) for i in range(view.n)}
    core, k = [0] * view.n, 0
    while left:
        i = min(left, key=lambda v: len(left[v]))
        k = max(k, len(left[i]))
        core[i] = k
        for j in left.pop(i):
            left[j].discard(i)
    return core


def constraint(view, i):
    total = [sum(row.values(), ZERO) for row in view.U]
    if total[i] == 0:
        return None

    def p(a, b):
        return float(view.U[a].get(b, ZERO) / total[a])
    return math.fsum((p(i, j) + math.fsum(p(i, q) * p(q, j)
                                          for q in view.U[i] if q != j)) ** 2
                     for j in view.U[i])


def effective_size(view, i):
    near = view.U[i]
    if not near:
        return None
    total = sum(near.values(), ZERO)
    most = {j: max(view.U[j].values()) for j in near}
    return math.fsum(1 - math.fsum(
        float(near[q] / total * view.U[j].get(q, ZERO) / most[j])
        for q in near if q != j) for j in near)


def clustering(view, i):
    near = view.U[i]
    if len(near) < 2:
        return None
    total = sum(near.values(), ZERO)
    closed = sum(((near[j] + near[h]) / 2 for j in near for h in near
                  if j != h and h in view.U[j]), ZERO)
    return float(closed / (total * (len(near) - 1)))


def participation(view):
    by_kind = [{} for _ in range(view.n)]
    kinds = set()
    for r, i, j in view.links:
        kinds.add(r.kind)
        for a in (i, j):
            by_kind[a][r.kind] = by_kind[a].get(r.kind, ZERO) + r.weight
    K = len(kinds)
    answer = []
    for sums in by_kind:
        total = sum(sums.values(), ZERO)
        if K < 2 or total == 0:
            answer.append(None)
        else:
            answer.append(float(Fraction(K, K - 1) * (1 - sum(
                (s / total) ** 2 for s in sums.values()))))
    return answer


def articulation(view):
    """Removing it disconnects its component: tried one by one."""
    answer = [False] * view.n
    for component in view.components():
        for i in component:
            rest = set(component) - {i}
            if len(rest) < 2:
                continue
            start = min(rest)
            seen, stack = {start}, [start]
            while stack:
                for j in view.U[stack.pop()]:
                    if j in rest and j not in seen:
                        seen.add(j)
                        stack.append(j)
            answer[i] = seen != rest
    return answer


def figures(eco, level="entity", doubtful=None):
    """Rows for all nodes; names of figures that cannot be told are added to
    the set doubtful."""
    doubtful = set() if doubtful is None else doubtful
    view = View(eco, level)
    n = view.n
    between, unsure = paths.betweenness(paths.lengths(view.W))
    if unsure:
        doubtful.add("betweenness")
    harmonic = paths.inverse_sums(paths.lengths(view.W))
    rank, vectors = pagerank(view), spectral(view)
    for name, (_, unsure) in vectors.items():
        if unsure:
            doubtful.add(name)
    core, cut, part = coreness(view), articulation(view), participation(view)
    rows = []
    for i in range(n):
        come, go = view.in_strength(i), view.out_strength(i)
        row = {"degree_in": len(view.IN[i]), "degree_out": len(view.W[i]),
               "degree": len(view.U[i]), "strength_in": float(come),
               "strength_out": float(go), "strength": float(come + go),
               "betweenness": between[i] / ((n - 1) * (n - 2))
               if n > 2 else None,
               "harmonic": harmonic[i] / (n - 1) if n > 1 else None,
               "pagerank": rank[i]}
        for name, (vector, _) in vectors.items():
            row[name] = None if vector is None else vector[i]
        row.update(coreness=core[i], constraint=constraint(view, i),
                   effective_size=effective_size(view, i),
                   clustering=clustering(view, i), participation=part[i],
                   articulation=cut[i])
        rows.append(row)
    return view, rows
