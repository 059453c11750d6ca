#!/usr/bin/env python3
"""Closed forms that the reference itself must meet."""
import math
import os
import sys
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from ecoref import (coalescence, dependence, ecosystem, effects,  # noqa: E402
                    entities, lenses, load, report, sweep, whatif)

COUNT = {"passed": 0, "failed": 0}


def same(label, value, expected, tolerance=1e-12):
    if value is None or expected is None:
        good = value is expected
    else:
        good = abs(value - expected) <= tolerance
    COUNT["passed" if good else "failed"] += 1
    if not good:
        print("%s: %r, expected %r" % (label, value, expected))


def eco(names, ties, focal=None, **more):
    """ties: (from, to, weight, kind, resources)"""
    rows = []
    for tie in ties:
        a, b, w, kind, resources = (tie + (1, "tie", None)[len(tie) - 2:])
        row = {"from": a, "to": b, "kind": kind,
               "weight": Fraction(str(w))}
        if resources:
            row["resources"] = resources
        rows.append(row)
    return load.Eco({"entities": [dict({"id": n, "kind": "firm"},
                                       **more.get(n, {})) for n in names],
                     "relations": rows, "focal": focal})


def rows(e):
    view, found = entities.figures(e)
    return dict(zip(view.ids, found))


def both(pairs):
    return [p for a, b in pairs for p in ((a, b), (b, a))]


def star():
    e = eco("abcde", both([("a", x) for x in "bcde"]))
    r, whole = rows(e), ecosystem.figures(e)
    same("star betweenness", r["a"]["betweenness"], 1)
    same("star leaf betweenness", r["b"]["betweenness"], 0)
    same("star constraint", r["a"]["constraint"], 0.25)
    same("star leaf constraint", r["b"]["constraint"], 1)
    same("star effective size", r["a"]["effective_size"], 4)
    same("star eigenvector", r["b"]["eigenvector"], 0.5)
    same("star clustering", r["a"]["clustering"], 0)
    same("star leaf clustering", r["b"]["clustering"], None)
    same("star coreness", r["a"]["coreness"], 1)
    same("star articulation", r["a"]["articulation"], True)
    same("star articulation points", whole["articulation_points"], 1)
    same("star synchronisability", whole["synchronisability"], 0.2, 1e-10)
    same("star assortativity", whole["assortativity"], -1)
    same("star reciprocity", whole["reciprocity"], 1)
    # lengths are 1/U = 1/2: 8 ordered pairs at 1/2, 12 at 1
    same("star efficiency", whole["efficiency"], (8 * 2 + 12) / 20)
    # c = .03 + .85 * 4 l, l = .03 + .85 c / 4
    centre = (0.03 + 0.85 * 4 * 0.03) / (1 - 0.85 ** 2)
    leaf = 0.03 + 0.85 * centre / 4
    same("star pagerank", r["a"]["pagerank"], centre, 1e-10)
    same("star leaf pagerank", r["b"]["pagerank"], leaf, 1e-10)


def chain():
    e = eco("abc", [("a", "b"), ("b", "c")])
    r, whole = rows(e), ecosystem.figures(e)
    same("chain betweenness", r["b"]["betweenness"], 0.5)
    same("chain harmonic", r["a"]["harmonic"], 0.75)
    same("chain end", r["c"]["harmonic"], 0)
    same("chain efficiency", whole["efficiency"], 5 / 6)
    same("chain density", whole["density"], 2 / 6)
    same("chain fragmentation", whole["fragmentation"], 0)
    same("chain distance", whole["distance_fragmentation"], 1 / 6)
    # hub and authority: W W^T = diag(1, 1, 0), the top is double
    same("chain hub", r["a"]["hub"], None)
    same("chain participation", r["a"]["participation"], None)


def five():
    """f gives a and takes; c consumes; b also feeds a; d stands alone."""
    e = eco("fabcd", [("f", "a", 2, "integration", ["brand", "capital"]),
                      ("a", "f", 2, "supply", ["brand", "capital"]),
                      ("f", "c", 1, "use", ["users"]),
                      ("c", "f", 1, "demand", ["revenue"]),
                      ("b", "a", 1, "supply", ["brand"])], "f")
    f, bonds = coalescence.focal_figures(e)
    same("mutuality", f["mutuality"], 1)
    same("depth", f["depth"], 2 / 3)
    same("integration", f["integration"], 1 / 3)
    K = 2 / 3 * (1 / 3) ** (1 / 3)
    B = math.log2(3) - 2 / 3
    same("bond", f["bond"], K)
    same("bond share", bonds["a"][1], K)
    same("circulation", f["circulation"], 7 / 9)
    same("breadth", f["breadth"], B)
    same("coalescence", f["coalescence"], (K ** 3 * 7 / 9 * B) ** 0.2)
    same("partner reliance", f["partner_reliance"], 0.75)
    same("contribution of the only consumer",
         coalescence.contribution(e, f["coalescence"], "c"),
         f["coalescence"])
    view, side, found, ties = dependence.group_figures(e)
    g = dict(zip(view.ids, found))
    t = {(view.ids[i], view.ids[j]): x for (i, j), x in ties.items()}
    same("lock-in a f", t["a", "f"]["lock_in"], 2 / 3 * 0.875)
    same("lock-in a b", t["a", "b"]["lock_in"], 1 / 6)
    same("uniqueness a f", t["a", "f"]["uniqueness"], 0.75)
    same("power f over a", t["a", "f"]["power_imbalance"], 2 / 3 - 2 / 3)
    same("concentration", g["a"]["concentration"], 5 / 9)
    same("platform", g["a"]["platform_dependence"], 2 / 3)
    same("platform of none", g["d"]["platform_dependence"], None)
    same("grip", g["b"]["grip"], 1 / 6 / 4)
    x = effects.figures(e)
    same("sharing", x["sharing"], 0)
    same("spillover", x["spillover"], 0)
    c = dependence.consumers(e)
    same("bundle", c[0]["bundle_lock_in"], 0.25)
    same("one consumer", len(c), 1)


def bundle():
    """Two integrated products and a third that is not."""
    e = eco(["f", "p", "q", "r", "c"],
            [("p", "c", 1, "use"), ("q", "c", 1, "use"),
             ("r", "c", 0.5, "use"), ("p", "q", 1, "integration")], "f",
            p={"part_of": "f"}, q={"part_of": "f"}, r={"part_of": "f"})
    row = dependence.consumers(e)[0]
    same("bundle size", row["bundle_size"], 3)
    # t = 1/2 for p and q: 1 - 1.5/4 each; r: 1 - 0.5/4
    same("bundle lock-in", row["bundle_lock_in"],
         1 - 0.625 * 0.625 * 0.875)
    two = row["lock_in_curve"][1]
    pairs = [1 - 0.625 ** 2, 1 - 0.75 * 0.875, 1 - 0.75 * 0.875]
    same("curve mean", two["mean"], sum(pairs) / 3)
    same("curve unintegrated", two["unintegrated"],
         (1 - 0.75 ** 2 + 2 * (1 - 0.75 * 0.875)) / 3)


FLORENCE = """acciaiuoli-medici castellani-peruzzi castellani-strozzi
castellani-barbadori medici-barbadori medici-ridolfi medici-tornabuoni
medici-albizzi medici-salviati salviati-pazzi peruzzi-strozzi
peruzzi-bischeri strozzi-ridolfi strozzi-bischeri ridolfi-tornabuoni
tornabuoni-guadagni albizzi-ginori albizzi-guadagni bischeri-guadagni
guadagni-lamberteschi"""


def florence():
    pairs = [tuple(t.split("-")) for t in FLORENCE.split()]
    names = sorted({x for p in pairs for x in p})
    same("families", len(names), 15)
    r = rows(eco(names, both(pairs)))
    same("Medici", r["medici"]["betweenness"], 0.521978, 5e-7)


def lenses_by_hand():
    e = eco(["f", "u", "a", "r"],
            [("f", "a", 1, "supply", ["brand"]),
             ("u", "f", 3, "supply", ["brand"]),
             ("a", "f", 1, "supply", ["brand"]),
             ("r", "f", 1, "competition"), ("r", "a", 3, "supply")], "f",
            u={"part_of": "f"}, r={"capabilities": ["brand"]},
            a={"exposures": [{"dimension": "legal", "value": -1}]})
    row = lenses.vrio(e)[0]
    same("value", row["value"], 0.25)
    same("rarity", row["rarity"], 0.5)
    same("inimitability", row["inimitability"], 0)
    same("organisation", row["organisation"], 1)
    focal, _ = report.focal_block(e)
    same("vertical integration", focal["vertical_integration"], 0.75)
    p = {(x["id"], x["dimension"]): x for x in lenses.pestel(e)}
    # a: t = (-1 + t_f/4)/2 ... f depends on a alone: t_f = t_a / 2
    same("threat of a", p["a", "legal"]["threat"], -0.5 / (1 - 1 / 16))
    same("threat of f", p["f", "legal"]["threat"], -0.25 / (1 - 1 / 16))
    same("threat of r", p["r", "legal"]["threat"], None)


def cascades():
    """a feeds b feeds c; what its loss does, by all three models."""
    e = eco("abc", [("a", "b"), ("b", "c")], "c")

    def go(model, **rule):
        steps = [{"remove": {"id": "a"}}]
        return whatif.run(e, {"steps": steps, "cascade": dict(
            rule, model=model)})[0]
    t = go("threshold")
    same("rounds", t["rounds"] == [["b"], ["c"]], True)
    same("value lost", t["value_lost"], 1)
    same("all damaged", t["damage"], 1)
    same("b lost a", t["causes"]["b"]["a"], 1)
    same("orphans", t["orphans"] == ["b"], True)
    same("nothing left", t["resources_lost"] == ["tie"], True)
    same("isolates stay", t["after"]["largest_component"], 1 / 3)
    same("focal gone", t["after"]["coalescence"], None)
    q = go("inoperability", coupling=Fraction(1, 2))
    same("q of b", q["distress"]["b"], 0.5)
    same("q of c", q["distress"]["c"], 0.25)
    same("damage", q["damage"], 0.375)
    same("value lost without falls", q["value_lost"], 0.5)
    h = go("debtrank")
    same("h of c", h["distress"]["c"], 1)
    same("agreement", go("all")["agreement"], 24 / 36)


def substitution():
    """Another gives half of what a gave."""
    e = eco("abcd", [("a", "b"), ("c", "d", 0.5)])
    steps = [{"remove": {"id": "a"}}]
    rule = {"model": "inoperability", "coupling": 1, "substitution": 1}
    s = whatif.run(e, {"steps": steps, "cascade": rule})[0]
    same("half replaced", s["distress"]["b"], 0.5)
    row = {r["id"]: r for r in sweep.removals(e)}
    same("margin", row["a"]["margin_theta"], 1)
    same("margin share", row["a"]["margin_share"], 0.5)
    same("no margin", row["b"]["margin_theta"], None)
    # damage 1/1.5 leaves d alone: a harms most, c next, b and d nobody
    same("systemic rank", row["a"]["systemic_rank"], 1)
    same("equal ranks", row["d"]["systemic_rank"], 3.5)


def scaled():
    """A part of a tie taken: the steps' own loss has no provider."""
    e = eco("ab", [("a", "b", 1, "supply"), ("a", "b", 3, "service")])
    steps = [{"scale": {"relations": {"kind": "service"},
                        "by": Fraction(1, 3)}}]
    s = whatif.run(e, {"steps": steps})[0]
    same("b falls", s["rounds"] == [["b"]], True)
    same("by the step", s["causes"]["b"][None], 0.5)


def degenerate():
    for names, ties in (("", []), ("a", []), ("ab", []),
                        ("ab", [("a", "b")])):
        for focal in (None, "a"):
            if focal and not names:
                continue
            e = eco(names, ties, focal)
            found = report.report(e)
            same("answers", len(found["entities"]), len(names))
            same("coalescence", found["focal"]["coalescence"], None)


for part in (star, chain, five, bundle, florence, lenses_by_hand,
             cascades, substitution, scaled, degenerate):
    part()
print("%(passed)d passed, %(failed)d failed" % COUNT)
sys.exit(1 if COUNT["failed"] else 0)
