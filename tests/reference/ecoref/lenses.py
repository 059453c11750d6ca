"""Section 6: vertical integration, VRIO, PESTEL."""
import math
from fractions import Fraction

from .load import DIMENSIONS
from .solve import least_solution
from .views import Side, View

ZERO = Fraction(0)
HALF = Fraction(1, 2)


def vertical_integration(eco, view, i):
    """Inside / (inside + received from outside) of a group."""
    if len(view.members[i]) < 2 and all(e.id == view.ids[i]
                                        for e in view.members[i]):
        return None
    inside = sum((r.weight for r in eco.cooperative()
                  if eco.root(r.src) == eco.root(r.dst) == view.ids[i]), ZERO)
    outside = view.in_strength(i)
    if inside == 0 or outside == 0:
        return None
    return float(inside / (inside + outside))


# --- VRIO -------------------------------------------------------------------

class Lens:
    def __init__(self, eco):
        self.eco = eco
        self.view = view = View(eco, "group")
        self.F = view.F
        self.rivals = set()
        for r in eco.relations:
            if r.cls == "competitive":
                ends = {view.index[eco.root(r.src)],
                        view.index[eco.root(r.dst)]}
                if self.F in ends and len(ends) == 2:
                    self.rivals |= ends - {self.F}
        self.provides = {}
        for (a, _), parts in view.part.items():
            self.provides.setdefault(a, set()).update(parts)

    def holdings(self, k):
        return self.provides.get(k, set()) | self.view.capabilities(k)

    def given(self):
        """Resources that F gives to other groups, in order of appearance."""
        order = []
        for r, i, _ in self.view.links:
            if i == self.F:
                order += [x for x in r.resources if x not in order]
        return order


def vrio(eco):
    lens = Lens(eco)
    if lens.F is None:
        return None
    return [vrio_row(lens, r) for r in lens.given()]


def vrio_row(lens, resource):
    view, F, rivals = lens.view, lens.F, lens.rivals
    listing = [(r, j) for r, i, j in view.links
               if i == F and resource in r.resources]
    value = float(sum((r.weight for r, _ in listing), ZERO)
                  / sum((view.in_strength(j) for j in {j for _, j in listing}),
                        ZERO))
    known = sum(1 for k in rivals if lens.holdings(k))
    rarity = None
    if rivals and 2 * known >= len(rivals):
        rarity = 1 / (1 + sum(1 for k in rivals
                              if resource in lens.holdings(k)))
    tied = sum(1 for k in rivals if view.U[k])
    inimitability = None
    if rivals and 2 * tied >= len(rivals):
        whole = free = ZERO
        for j in view.U[F]:
            w = (view.part.get((F, j), {}).get(resource, ZERO)
                 + view.part.get((j, F), {}).get(resource, ZERO))
            whole += w
            if j not in rivals and not rivals & set(view.U[j]):
                free += w
        inimitability = float(free / whole)
    organisation = share_of_parts(lens, resource)
    return {"resource": resource, "value": value, "rarity": rarity,
            "inimitability": inimitability, "organisation": organisation,
            "rivals_known": known,
            "verdict": verdict(value, rarity, inimitability, organisation)}


def share_of_parts(lens, resource):
    parts = {e.id for e in lens.view.members[lens.F]
             if e.id != lens.view.ids[lens.F]}
    busy, carrying = set(), set()
    for r in lens.eco.cooperative():
        for end in (r.src, r.dst):
            if end in parts:
                busy.add(end)
                if resource in r.resources:
                    carrying.add(end)
    return len(carrying) / len(busy) if busy else None


def verdict(value, rarity, inimitability, organisation):
    # less by more than rounding (a weight of a third has no exact decimals)
    if value < 0.10 - 1e-12:
        return "disadvantage"
    if None in (rarity, inimitability, organisation):
        return "unknown"
    if rarity < 0.5:
        return "parity"
    if inimitability < 0.5:
        return "temporary advantage"
    if organisation < 0.5:
        return "unused advantage"
    return "sustained advantage"


# --- PESTEL -----------------------------------------------------------------

def spread(s, e):
    """0.5 * sum over k of 0.5^k D^k e, D_ii = 1 where i receives nothing."""
    q = [{j: HALF * d for j, d in s.D[i].items()} or {i: HALF}
         for i in range(s.n)]
    return least_solution(q, [HALF] * s.n, [HALF * x for x in e])


def reached(s, stated):
    """Nodes to which something stated comes, through who they depend on."""
    found = set(stated)
    while True:
        more = {i for i in range(s.n) if i not in found
                and any(j in found for j in s.D[i])}
        if not more:
            return found
        found |= more


def pestel(eco):
    view = View(eco, "group")
    s = Side(view)
    table = {}
    for dimension in DIMENSIONS:
        own = []
        for members in view.members:
            said = [v for e in members for d, v in e.exposures
                    if d == dimension]
            own.append(sum(said, ZERO) / len(said) if said else None)
        touched = reached(s, {i for i, v in enumerate(own) if v is not None})
        threat = spread(s, [max(-(v or 0), ZERO) for v in own])
        support = spread(s, [max(v or ZERO, ZERO) for v in own])
        for i in range(view.n):
            known = i in touched
            table[view.ids[i], dimension] = {
                "own": None if own[i] is None else float(own[i]),
                "threat": 0.0 - threat[i] if known else None,
                "support": support[i] if known else None}
    return [dict(id=g, dimension=d, **table[g, d])
            for g in view.ids for d in DIMENSIONS]
