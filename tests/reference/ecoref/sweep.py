"""Section 8: every group but the focal removed alone."""
from fractions import Fraction

from . import entities, whatif
from .cascade import Cascade
from .coalescence import consumer_side
from .solve import ranks
from .views import View

HALF = Fraction(1, 2)
MODELS = ("threshold", "inoperability", "debtrank")


def reachable(view, start, without=None):
    seen, stack = {start}, [start]
    while stack:
        for j in view.W[stack.pop()]:
            if j != without and j not in seen:
                seen.add(j)
                stack.append(j)
    return seen


def captive(view, j):
    """Consumer-side groups that F reaches only through j."""
    if view.F is None or view.F == j:
        return None
    lost = reachable(view, view.F) - reachable(view, view.F, j) - {j}
    return len(lost & consumer_side(view))


def margin(cascade, j):
    found = [cascade.s.D[i][j] * (1 - cascade.replaced(i, j, {j}))
             for i in range(cascade.n) if j in cascade.s.D[i]]
    return max(found) if found else None


def removals(eco, model="threshold", theta=HALF, g=HALF, s=0,
             side="inputs", view_level="entity"):
    view = View(eco, "group")
    before = whatif.figures(eco, side, view_level)
    cut = entities.articulation(view)
    value = whatif.flow(eco)
    rows = {}
    plain = {}
    for j, ident in enumerate(view.ids):
        if j == view.F:
            continue
        now = eco.clone()
        now.remove_groups({ident})
        had = whatif.providers(eco, "group", side)
        has = whatif.providers(now, "group", side)
        cascade = Cascade(eco, now, "group", side, s)
        found = {m: cascade.run(m, theta, g) for m in MODELS}
        most = margin(cascade, j)
        row = {"id": ident,
               "cascade_size": sum(len(r) for r in found["threshold"][1]),
               "damage": {m: cascade.damage(found[m][0]) for m in MODELS},
               "orphans": sum(1 for i in has if not has[i] and had[i]),
               "articulation": cut[j],
               "captive_consumers": captive(view, j),
               "margin_theta": None if most is None else float(most),
               "margin_share": float(Fraction(theta) / most)
               if most else None}
        if model == "threshold":
            now.remove_groups({view.ids[i] for r in found["threshold"][1]
                               for i in r})
        row["value_lost"] = float(1 - whatif.flow(now) / value) \
            if value else None
        after = whatif.figures(now, side, view_level,
                               View(eco, view_level).n
                               - View(now, view_level).n)
        row["before"] = before
        row["delta"] = whatif.difference(before, after)
        rows[j] = row
        bare = Cascade(eco, clone_without(eco, ident), "group", side, 0)
        plain[j] = (bare.damage(bare.threshold(HALF)[0]),
                    bare.damage(bare.inoperability(Fraction(85, 100))[0]))
    keystones(view, rows, plain)
    return [rows[j] for j in sorted(rows)]


def clone_without(eco, ident):
    now = eco.clone()
    now.remove_groups({ident})
    return now


def transposed_pagerank(view):
    class Turned:
        pass
    turned = Turned()
    turned.n, turned.W, turned.IN = view.n, view.IN, view.W
    turned.out_strength = view.in_strength
    return entities.pagerank(turned)


def mean_ranks(lists):
    found = [ranks(values) for values in lists]
    return [sum(column) / len(column) for column in zip(*found)]


def keystones(view, rows, plain):
    """systemic_rank, visibility_rank and keystone_gap of groups but the
    focal with a cooperative tie."""
    who = [j for j in sorted(rows) if view.U[j]]
    for row in rows.values():
        row.update(systemic_rank=None, visibility_rank=None,
                   keystone_gap=None)
    if not who:
        return
    rank = transposed_pagerank(view)
    # a removal that leaves nobody who receives anything harms nobody
    systemic = mean_ranks([[plain[j][k] or 0.0 for j in who]
                           for k in (0, 1)])
    visible = mean_ranks([
        [float(len(view.U[j])) for j in who],
        [float(view.in_strength(j) + view.out_strength(j)) for j in who],
        [rank[j] for j in who]])
    for k, j in enumerate(who):
        rows[j].update(systemic_rank=systemic[k],
                       visibility_rank=visible[k],
                       keystone_gap=visible[k] - systemic[k])
