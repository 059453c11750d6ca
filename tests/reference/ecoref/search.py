"""Section 8: pairs of removals and the attack curve."""
from fractions import Fraction

from . import ecosystem, entities
from .cascade import Cascade
from .views import View


def damage(eco, ids, model, theta, g, s, side):
    now = eco.clone()
    now.remove_groups(set(ids))
    cascade = Cascade(eco, now, "group", side, s)
    return cascade.damage(cascade.run(model, theta, g)[0])


def pairs(eco, model, theta=Fraction(1, 2), g=Fraction(1, 2), s=0,
          side="inputs"):
    """{(a, b): (damage of both, excess)} for groups but the focal."""
    view = View(eco, "group")
    ids = [x for k, x in enumerate(view.ids) if k != view.F]
    one = {x: damage(eco, [x], model, theta, g, s, side) for x in ids}
    answer = {}
    for k, a in enumerate(ids):
        for b in ids[k + 1:]:
            both = damage(eco, [a, b], model, theta, g, s, side)
            excess = None
            if None not in (both, one[a], one[b]):
                excess = both - one[a] - one[b]
            answer[a, b] = (both, excess)
    return answer


def attack(eco, metric, fixed=False):
    """(curve, robustness): the largest component of the survivors / n after
    each removal; the order is by a metric, equal ones in file order."""
    n = View(eco, "group").n
    now = eco.clone()
    curve, planned = [], None
    for gone in range(1, n + 1):
        if planned is None or not fixed:
            view, rows = entities.figures(now, "group")
            order = sorted(range(view.n), key=lambda i: (
                rows[i][metric] is None, -round_off(rows[i][metric]), i))
            order = [view.ids[i] for i in order]
            planned = order if planned is None else planned
        target = planned[gone - 1] if fixed else order[0]
        now.remove_groups({target})
        view = View(now, "group")
        structure = ecosystem.structure(view, gone)
        largest = max((len(c) for c in view.components()), default=0)
        curve.append({"id": target, "largest_component": largest / n,
                      "efficiency": structure["efficiency"]})
    robustness = sum(x["largest_component"] for x in curve) / n if n else None
    return curve, robustness


def round_off(value):
    """Equal within rounding means equal."""
    return 0.0 if value is None else float("%.9g" % value)
