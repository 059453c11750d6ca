"""Section 8: the steps of a scenario with their cascades, before and after."""
from fractions import Fraction

from . import dependence, ecosystem
from .cascade import Cascade, agreement
from .report import focal_block
from .steps import State
from .views import Side, View


def figures(eco, side="inputs", level="entity", gone=0):
    """Ecosystem metrics, the focal block and lock_in_mean."""
    answer = ecosystem.figures(eco, level, gone)
    answer.update(focal_block(eco)[0])
    _, s, rows, _ = dependence.group_figures(eco, side)
    answer["lock_in_mean"] = dependence.lock_in_mean(s, rows)
    return answer


def difference(before, after):
    return {k: None if before[k] is None or after[k] is None
            else after[k] - before[k] for k in before}


def flow(eco):
    view = View(eco)
    return sum((view.out_strength(i) for i in range(view.n)), Fraction(0))


def gone_nodes(state, level):
    """Nodes of the view that were there or were added, and are not now."""
    return View(state.base, level).n - View(state.now, level).n


def provided(eco):
    return {r for rel, _, _ in View(eco).links for r in rel.resources}


def providers(eco, level, side):
    s = Side(View(eco, level), side)
    return {s.view.ids[i]: len(s.D[i]) for i in range(s.n)}


def run(eco, scenario, side="inputs", view_level="entity"):
    """The list steps[] of `ecograph whatif`."""
    level = scenario.get("level", "group")
    rule = scenario.get("cascade") or {}
    model = rule.get("model", "threshold")
    theta = Fraction(rule.get("threshold", Fraction(1, 2)))
    g = Fraction(rule.get("coupling", Fraction(1, 2)))
    s = Fraction(rule.get("substitution", 0))
    before = figures(eco, side, view_level)
    state = State(eco)
    answer = []
    for step in scenario["steps"]:
        had = providers(state.now, level, side)
        removed = state.apply(step)
        has = providers(state.now, level, side)
        orphans = [i for i in has if has[i] == 0 and had.get(i, 0) > 0]
        cascade = Cascade(state.base, state.now, level, side, s)
        ids = cascade.ids
        # with all three side by side, the threshold model decides who falls
        acting = "threshold" if model == "all" else model
        x, rounds, causes = cascade.run(acting, theta, g)
        row = {"label": step.get("label"), "removed": removed,
               "damage": cascade.damage(x), "orphans": orphans}
        row.update(told(cascade, acting, x, rounds, causes))
        if model == "all":
            row["cascades"] = []
            for name in ("threshold", "inoperability", "debtrank"):
                found = cascade.run(name, theta, g)
                row["cascades"].append(dict(
                    told(cascade, name, *found), model=name))
            row["agreement"], spans = agreement(cascade, theta, g)
            row["disputed"] = [(ids[i], span) for i, span in spans]
        fall(state.now, level, {ids[i] for r in rounds for i in r})
        value, left = flow(eco), flow(state.now)
        row["value_lost"] = float(1 - left / value) if value else None
        row["resources_lost"] = sorted(provided(eco) - provided(state.now))
        row["before"] = before
        row["after"] = figures(state.now, side, view_level,
                               gone_nodes(state, view_level))
        row["delta"] = difference(before, row["after"])
        answer.append(row)
    return answer


def told(cascade, model, x, rounds, causes):
    """rounds, causes and distress with ids."""
    ids = cascade.ids

    def name(j):
        return None if j is None else ids[j]
    return {"rounds": [[ids[i] for i in r] for r in rounds],
            "causes": {ids[i]: {name(j): v for j, v in found.items()}
                       for i, found in causes.items()},
            "distress": {ids[i]: x[i] for i in cascade.candidates()
                         if x[i] > 0}
            if model in ("inoperability", "debtrank") else {}}


def fall(eco, level, ids):
    """What failed is gone from here on."""
    if level == "group":
        eco.remove_groups(ids)
    else:
        for ident in ids:
            eco.by_id[ident].live = False
        eco.drop_dangling()
