"""Section 5: sharing, synchronisation, complementarity, spillover."""
import math
from fractions import Fraction

from .coalescence import Chain
from .ecosystem import synchronisation
from .solve import least_solution

ZERO = Fraction(0)
DAMPING = Fraction(85, 100)
NAMES = ["sharing", "synchronisation", "complementarity",
         "complementarity_coverage", "spillover"]


def sharing(chain):
    P_out = len(chain.gives)
    if P_out < 2:
        return None
    receivers = {}
    for j in chain.gives:
        for r in chain.view.part[chain.F, j]:
            receivers[r] = receivers.get(r, 0) + 1
    return float(Fraction(sum(n - 1 for n in receivers.values()),
                          len(receivers) * (P_out - 1)))


def complementarity(chain):
    able = {j: chain.view.capabilities(j) for j in chain.P}
    able = {j: c for j, c in able.items() if c}
    coverage = len(able) / len(chain.P) if chain.P else None
    above = below = ZERO
    for j in able:
        for k in able:
            if j < k:
                weight = chain.s[j] * chain.s[k]
                common = Fraction(len(able[j] & able[k]),
                                  len(able[j] | able[k]))
                above += weight * (1 - common)
                below += weight
    return (float(above / below) if below else None), coverage


def spillover(chain):
    total = sum(chain.gives.values(), ZERO)
    if total == 0:
        return None
    rows, _ = chain.passing()
    q = [{j: DAMPING * v for j, v in row.items() if j != chain.F}
         for row in rows]
    q[chain.F] = {}
    mass = least_solution(q, [1 - sum(row.values(), ZERO) for row in q],
                          [1] * len(q))
    reach = math.fsum(float(w / total) * mass[j]
                      for j, w in chain.gives.items())
    return 1 - 1 / reach


def figures(eco):
    """The focal block's figures of this section."""
    chain = Chain(eco)
    if chain.F is None:
        return dict.fromkeys(NAMES)
    value, coverage = complementarity(chain)
    return {"sharing": sharing(chain),
            "synchronisation": synchronisation(chain.view),
            "complementarity": value, "complementarity_coverage": coverage,
            "spillover": spillover(chain)}
