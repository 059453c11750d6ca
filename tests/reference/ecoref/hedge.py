"""Section 8: hedges, chosen greedily, on the group view."""
import copy
from fractions import Fraction

from .cascade import Cascade
from .views import View

HALF = Fraction(1, 2)
CLOSE = 1e-9


def atomic(eco):
    """One relation for each pair of groups and resource."""
    view = View(eco, "group")
    twin = eco.clone()
    twin.relations = []
    model = eco.cooperative()
    for (i, j), parts in view.part.items():
        for r, w in parts.items():
            twin.relations.append(made(view, model[0], i, j, r, w))
    return twin


def made(view, pattern, i, j, resource, weight):
    one = copy.copy(pattern)
    # any live member stands for its group
    one.src, one.dst = view.members[i][0].id, view.members[j][0].id
    one.resources, one.weight, one.flags = [resource], weight, set()
    return one


def loss(eco, ident):
    """Mean of the damages under threshold 1/2 and inoperability 1/2."""
    now = eco.clone()
    now.remove_groups({ident})
    cascade = Cascade(eco, now, "group", "inputs", 0)
    found = [cascade.damage(cascade.threshold(HALF)[0]),
             cascade.damage(cascade.inoperability(HALF)[0])]
    return sum(x or 0.0 for x in found) / 2


def worst(eco):
    view = View(eco, "group")
    rows = [(loss(eco, x), k) for k, x in enumerate(view.ids) if k != view.F]
    rows.sort(key=lambda row: (-float("%.9g" % row[0]), row[1]))
    return [view.ids[k] for _, k in rows[:10]]


def objective(eco, ten):
    return sum(loss(eco, x) for x in ten) / len(ten)


def candidates(eco):
    """(j, k, i, resource, h): k gives i what j, its largest provider, does
    too much of."""
    view = View(eco, "group")
    gives = {}
    for (k, _), parts in view.part.items():
        for r in parts:
            gives.setdefault(r, set()).add(k)
    for i in range(view.n):
        kinds = {r for (j, to), parts in view.part.items() if to == i
                 for r in parts}
        for r in sorted(kinds):
            j = max((j for j in range(view.n)
                     if view.part.get((j, i), {}).get(r)),
                    key=lambda j: (view.part[j, i][r], -j))
            for k in sorted(gives[r] - {i, j}):
                yield j, k, i, r, view.part[j, i][r] / 2


def hedged(eco, j, k, i, r, h):
    twin = eco.clone()
    view = View(twin, "group")

    def find(a, b):
        for rel in twin.relations:
            if (rel.resources == [r] and twin.root(rel.src) == view.ids[a]
                    and twin.root(rel.dst) == view.ids[b]):
                return rel
        return None
    find(j, i).weight -= h
    known = find(k, i)
    if known:
        known.weight += h
    else:
        twin.relations.append(made(view, twin.relations[0], k, i, r, h))
    return twin


def check_hedges(eco, theirs):
    """[(place, theirs, ours)]: each hedge emitted is a candidate, its losses
    are right, and no other candidate would have lowered the loss more."""
    state = atomic(eco)
    ten = worst(state)
    found = []
    for place, row in enumerate(theirs):
        ids = View(state, "group").ids
        before = objective(state, ten)
        options = {}
        for j, k, i, r, h in candidates(state):
            options[ids[k], ids[i], r] = (
                objective(hedged(state, j, k, i, r, h), ten), h,
                (j, k, i, r, h))
        best = min(value for value, _, _ in options.values())
        key = row["from"], row["to"], row["resource"]
        if key not in options:
            found.append((place, key, "no such candidate"))
            break
        value, h, move = options[key]
        for name, ours in (("weight", float(h)), ("loss_before", before),
                           ("loss_after", value), ("loss_after", best)):
            if abs(row[name] - ours) > CLOSE * max(1, abs(ours)):
                found.append(("%d.%s" % (place, name), row[name], ours))
        state = hedged(state, *move)
    return found
