"""Small numerical tools: least solutions, entropy, percentiles, ranks."""
import math


def least_solution(q, leak, b):
    """Least x >= 0 with x_i = b_i + sum_j q_i[j] x_j.

    q: list of {j: share}, leak_i = 1 - sum_j q_i[j] (exact, given by the
    caller). States are eliminated one by one (Grassmann, Taksar, Heyman):
    nothing is ever subtracted, so that small numbers keep their digits.
    """
    n = len(q)
    into = [[] for _ in range(n)]
    for i, row in enumerate(q):
        for j, v in row.items():
            if v > 0:
                into[j].append(i)
    good = {i for i in range(n) if b[i] > 0}
    stack = list(good)
    while stack:
        for i in into[stack.pop()]:
            if i not in good:
                good.add(i)
                stack.append(i)
    rows, gone, rest = {}, {}, {}
    for i in good:
        rows[i] = {j: float(v) for j, v in q[i].items() if v > 0 and j in good}
        # what goes where no target can be reached is lost
        gone[i] = float(leak[i] + sum(v for j, v in q[i].items()
                                      if j not in good))
        rest[i] = float(b[i])
    order = sorted(good)
    done = []
    left = set(order)
    for k in order:
        left.discard(k)
        row = rows[k]
        denominator = gone[k] + math.fsum(v for j, v in row.items()
                                          if j != k)
        done.append((k, denominator, rest[k], {j: v for j, v in row.items()
                                               if j != k}))
        for i in left:
            p = rows[i].pop(k, 0.0)
            if p == 0.0:
                continue
            for j, v in row.items():
                if j != k:
                    rows[i][j] = rows[i].get(j, 0.0) + p * v / denominator
            gone[i] += p * gone[k] / denominator
            rest[i] += p * rest[k] / denominator
    x = [0.0] * n
    for k, denominator, constant, row in reversed(done):
        x[k] = (constant + math.fsum(v * x[j] for j, v in row.items())) \
            / denominator
    return x


def effective_number(amounts):
    """exp of the Shannon entropy of positive amounts."""
    amounts = [a for a in amounts if a > 0]
    total = sum(amounts)
    shares = [float(a / total) for a in amounts]
    return math.exp(-math.fsum(p * math.log(p) for p in shares))


def percentile(values, share):
    """Linear interpolation, type 7."""
    values = sorted(values)
    h = (len(values) - 1) * share
    low = math.floor(h)
    high = min(low + 1, len(values) - 1)
    return values[low] + (h - low) * (values[high] - values[low])


def mean(values):
    values = list(values)
    return math.fsum(values) / len(values)


def close(a, b, tolerance=1e-9):
    return abs(a - b) <= tolerance * max(abs(a), abs(b))


def ranks(values):
    """1 = largest; equal values (relative 1e-9) share the mean rank."""
    order = sorted(range(len(values)), key=lambda i: -values[i])
    answer = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start + 1
        while end < len(order) and close(values[order[end]],
                                         values[order[end - 1]]):
            end += 1
        for k in range(start, end):
            answer[order[k]] = (start + 1 + end) / 2
        start = end
    return answer
