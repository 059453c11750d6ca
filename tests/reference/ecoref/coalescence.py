"""Section 4: strategic coalescence of the focal group F (group view)."""
import math
from fractions import Fraction

from .solve import effective_number, least_solution
from .views import View

ZERO = Fraction(0)


class Chain:
    """The group view seen from F: partners, s_j, Q."""

    def __init__(self, eco):
        self.eco = eco
        self.view = view = View(eco, "group")
        self.F = view.F
        if self.F is None:
            self.P = []
            return
        self.s = dict(view.U[self.F])
        self.P = sorted(self.s)
        self.gives = view.W[self.F]
        self.gets = view.IN[self.F]

    def total_s(self):
        return sum(self.s.values(), ZERO)

    def passing(self):
        """Q of every group but F, and what each keeps, exactly."""
        rows, leak = [], []
        for i in range(self.view.n):
            out = self.view.out_strength(i)
            most = max(out, self.view.in_strength(i))
            if i == self.F or most == 0:
                rows.append({})
                leak.append(Fraction(1))
                continue
            rows.append({j: w / most for j, w in self.view.W[i].items()})
            leak.append(1 - out / most)
        return rows, leak


def relationship(chain, j):
    """m_j, d_j, i_j and bond_j of a partner."""
    view, F, s = chain.view, chain.F, chain.s[j]
    m = float(2 * min(chain.gives.get(j, ZERO), chain.gets.get(j, ZERO)) / s)
    amounts = {}
    for a, b in ((F, j), (j, F)):
        for r, w in view.part.get((a, b), {}).items():
            amounts[r] = amounts.get(r, ZERO) + w
    number = effective_number(amounts.values())
    d = number / (1 + number)
    y = sum((r.weight for r, a, b in view.links
             if "integration" in r.flags and {a, b} == {F, j}), ZERO)
    among = sum((w for k, w in view.U[j].items()
                 if k in chain.s and k != j), ZERO)
    i = float(min(Fraction(1), (y + among) / s))
    return m, d, i, (m * d * i) ** (1 / 3)


def circulation(chain):
    total = sum(chain.gives.values(), ZERO)
    if total == 0:
        return None
    rows, leak = chain.passing()
    F = chain.F
    b = [row.get(F, ZERO) for row in rows]
    q = [{j: v for j, v in row.items() if j != F} for row in rows]
    # what reaches F is counted by b and does not go on
    q[F], b[F] = {}, ZERO
    r = least_solution(q, [1 - sum(row.values(), ZERO) for row in q], b)
    return math.fsum(float(w / total) * r[j] for j, w in chain.gives.items())


def consumer_side(view):
    return {j for r, i, j in view.links if "use" in r.flags}


def breadth(chain):
    total = chain.total_s()
    if total == 0 or not chain.eco.has_use:
        return None
    side = consumer_side(chain.view)
    p = sum((w for j, w in chain.s.items() if j in side), ZERO) / total
    if p in (0, 1):
        return 0.0
    def term(share):
        # near 1 the logarithm lives on what the share lacks
        if share > 0.5:
            return -float(share) * math.log1p(-float(1 - share)) / math.log(2)
        return -float(share) * math.log2(share)
    return term(p) + term(1 - p)


NAMES = ["partner_reliance", "coalescence", "bond", "mutuality", "depth",
         "integration", "circulation", "breadth"]


def focal_figures(eco):
    """The figures of section 4, and the bonds by group id."""
    chain = Chain(eco)
    figures = dict.fromkeys(NAMES)
    bonds = {}
    if chain.F is None:
        return figures, bonds
    total = chain.total_s()
    if total > 0:
        weight = {j: float(s / total) for j, s in chain.s.items()}
        found = {j: relationship(chain, j) for j in chain.P}
        for place, name in enumerate(["mutuality", "depth", "integration",
                                      "bond"]):
            figures[name] = math.fsum(weight[j] * found[j][place]
                                      for j in chain.P)
        for j in chain.P:
            bonds[chain.view.ids[j]] = (found[j][3], weight[j] * found[j][3])
        inflow = sum((chain.view.in_strength(j) for j in chain.P), ZERO)
        if inflow > 0:
            figures["partner_reliance"] = float(
                sum(chain.gives.values(), ZERO) / inflow)
    figures["circulation"] = circulation(chain)
    figures["breadth"] = breadth(chain)
    parts = [figures[k] for k in ("bond", "circulation", "breadth")]
    if None not in parts:
        k, c, b = parts
        figures["coalescence"] = k ** 0.6 * c ** 0.2 * b ** 0.2
    return figures, bonds


def contribution(eco, whole, j):
    """Coalescence minus coalescence without the group j (an id)."""
    if whole is None:
        return None
    rest = eco.clone()
    rest.remove_groups({j})
    without = focal_figures(rest)[0]["coalescence"]
    return None if without is None else whole - without
