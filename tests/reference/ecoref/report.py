"""The object that `ecograph report FILE --format json` prints."""
from . import coalescence, dependence, ecosystem, effects, entities, lenses
from .solve import close

FOCAL_FIRST = ["partner_reliance", "coalescence", "bond", "mutuality",
               "depth", "integration", "circulation", "breadth"]


def focal_block(eco):
    figures, bonds = coalescence.focal_figures(eco)
    figures.update(effects.figures(eco))
    vertical = None
    view = coalescence.View(eco, "group")
    if view.F is not None:
        vertical = lenses.vertical_integration(eco, view, view.F)
    figures["vertical_integration"] = vertical
    figures["openness"] = None if vertical is None else 1 - vertical
    return figures, bonds


def report(eco, side="inputs", level="entity", doubtful=None):
    focal, bonds = focal_block(eco)
    answer = {"focal": {"id": eco.focal_root, **focal}}
    answer["metrics"] = ecosystem.figures(eco, level)
    view, rows = entities.figures(eco, level, doubtful)
    answer["entities"] = []
    for i, row in enumerate(rows):
        e = eco.by_id[view.ids[i]]
        answer["entities"].append({"id": e.id, "name": e.name, "kind": e.kind,
                                   "group": eco.root(e.id), **row})
    view, s, rows, ties = dependence.group_figures(eco, side)
    answer["groups"] = []
    for i, row in enumerate(rows):
        ident = view.ids[i]
        bond, share = bonds.get(ident, (None, None))
        added = (coalescence.contribution(eco, focal["coalescence"], ident)
                 if ident in bonds else None)
        answer["groups"].append({
            "id": ident, **row, "bond": bond, "bond_share": share,
            "coalescence_contribution": added,
            "vertical_integration": lenses.vertical_integration(eco, view,
                                                                i)})
    answer["ties"] = [{"from": view.ids[i], "to": view.ids[j], **tie}
                      for (i, j), tie in by_lock_in(ties)]
    answer["consumers"] = dependence.consumers(eco)
    return answer


def by_lock_in(ties):
    """Strongest first; runs of equal ones (relative 1e-9) in file order."""
    order = sorted(ties.items(), key=lambda item: -item[1]["lock_in"])
    answer, run = [], []
    for item in order:
        if run and not close(item[1]["lock_in"], run[-1][1]["lock_in"]):
            answer += sorted(run, key=lambda x: x[0])
            run = []
        run.append(item)
    return answer + sorted(run, key=lambda x: x[0])
