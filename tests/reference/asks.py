"""What is asked of the program, and what its answer is held against.

Each test takes (program, path of the ecosystem, options) and returns the
mismatches as (JSON path, theirs, ours).
"""
import json
import math
import os
import random
import subprocess
import zlib
from fractions import Fraction

import generate
import scenarios
from ecoref import (audit, check, checksteps, entities, hedge, lenses, load,
                    report, search, steps, sweep, whatif)

FOLDER = [None]             # where ecosystems and scenarios are written


class Failed(Exception):
    pass


def run(program, command, path, options, code=0):
    words = [program, command, path] + options + ["--format", "json"]
    done = subprocess.run(words, capture_output=True, timeout=120)
    if done.returncode == code != 0:
        return None
    if done.returncode != 0:
        raise Failed("exit %d: %s" % (done.returncode, done.stderr.decode(
            "utf-8", "replace").strip()[:300]))
    try:
        return json.loads(done.stdout)
    except ValueError as problem:
        raise Failed("not JSON: %s" % problem)


def read_options(options):
    """The options as the reference takes them."""
    table = dict(zip(options[::2], options[1::2]))
    kinds = {}
    if "--at" in table:
        kinds["at"] = int(table["--at"])
    if "--focal" in table:
        kinds["focal"] = table["--focal"]
    if "--weight-power" in table:
        kinds["weight_power"] = float(table["--weight-power"])
    return kinds, table.get("--side", "inputs"), table.get("--level",
                                                          "entity")


def test_report(program, path, options):
    kinds, side, level = read_options(options)
    eco = load.load(path, **kinds)
    theirs = run(program, "report", path, options)
    doubtful = set()
    ours = report.report(eco, side, level, doubtful)
    return check.report(theirs, ours, eco, level, doubtful)


def test_lenses(program, path, options):
    kinds, _, _ = read_options(options)
    eco = load.load(path, **kinds)
    return check.lenses(run(program, "vrio", path, options),
                        run(program, "pestel", path, options),
                        lenses.vrio(eco), lenses.pestel(eco))


def test_whatif(program, path, options):
    kinds, side, _ = read_options(options)
    eco = load.load(path, **kinds)
    seed = zlib.crc32(" ".join([os.path.basename(path)] + options).encode())
    story = os.path.join(FOLDER[0], "%s-scenario-%d.json" % (
        os.path.basename(path)[:-5], seed))
    with open(path, encoding="utf-8") as handle:
        generate.write(scenarios.scenario(json.load(handle), seed), story)
    wanted = load.read(story)
    options = options + ["--scenario", story]
    try:
        ours = whatif.run(eco, wanted, side)
    except steps.SelectsNothing:
        run(program, "whatif", path, options, 3)
        return keep_if([], story)
    except steps.Unclear:
        return keep_if([], story)
    model = (wanted.get("cascade") or {}).get("model", "threshold")
    return keep_if(checksteps.steps(run(program, "whatif", path, options),
                                    ours, model), story)


def test_show(program, path, options):
    """One entity: its row of the report, its relations of all classes."""
    kinds, _, _ = read_options(options)
    eco = load.load(path, **kinds)
    view, rows = entities.figures(eco)
    found = check.Check({"betweenness"})
    if not view.n:
        return []
    k = random.Random(path).randrange(view.n)
    theirs = run(program, "show", path, [view.ids[k]] + options)
    found.undefined("entity", theirs["entity"])
    found.record("entity", theirs["entity"], rows[k],
                 check.REQUIRED["entities"])
    for block, end in (("gives", "src"), ("gets", "dst")):
        expected = [[r.src, r.dst, r.kind, r.cls, r.resources]
                    for r in eco.file_relations if getattr(r, end) == view.ids[k]]
        given = [[r["from"], r["to"], r["kind"], r["class"], r["resources"]]
                 for r in theirs[block]]
        if given != expected:
            found.add(block, given, expected)
    return found.found


def test_search(program, path, options):
    kinds, side, _ = read_options(options)
    eco = load.load(path, **kinds)
    found = checksteps.StepCheck()
    theirs = run(program, "sweep", path, options + ["--pairs"])
    checksteps.pairs(found, theirs.get("pairs") or [],
                     search.pairs(eco, "threshold", side=side))
    for metric in ("degree", "strength"):
        for fixed in ([], ["--fixed"]):
            theirs = run(program, "sweep", path,
                         options + ["--attack", metric] + fixed)
            checksteps.attack(found, "attack %s %s" % (metric, fixed),
                              theirs, *search.attack(eco, metric,
                                                     bool(fixed)))
    return found.found


def test_samples(program, path, options):
    """Percentiles are in order; without doubt they have no width."""
    kinds, _, _ = read_options(options)
    eco = load.load(path, **kinds)
    sure = all(r.confidence == 1 for r in eco.file_relations)
    theirs = run(program, "report", path, options + ["--samples", "20"])
    found = check.Check()
    check.samples(found, "", theirs, sure)
    return found.found


def test_hedge(program, path, options):
    """Two hedges, on ecosystems small enough to try every candidate."""
    kinds, _, _ = read_options(options)
    eco = load.load(path, **kinds)
    if not eco.cooperative() or \
            len(list(hedge.candidates(hedge.atomic(eco)))) > 40:
        return []
    theirs = run(program, "sweep", path, options + ["--hedge", "2"])
    return [("hedges[%s]" % place, a, b) for place, a, b in
            hedge.check_hedges(eco, theirs.get("hedges") or [])]


def test_timeline(program, path, options):
    """Every year's figures are those of the file at that year."""
    kinds, side, level = read_options(options)
    found = check.Check()
    theirs = run(program, "timeline", path, options)
    for row in theirs.get("years") or []:
        ours = whatif.figures(load.load(path, **dict(
            kinds, at=row["year"])), side, level)
        found.undefined("years[%d]" % row["year"], row)
        found.record("years[%d]" % row["year"], row, ours)
    return found.found


def test_explain(program, path, options):
    """A figure's value is the report's, and its parts combine to it."""
    kinds, side, level = read_options(options)
    ours = whatif.figures(load.load(path, **kinds), side, level)
    found = check.Check()
    for name in ("coalescence", "bond", "mutuality", "depth", "integration",
                 "partner_reliance", "circulation", "value", "reciprocity",
                 "lock_in_mean"):
        words = [name, path] + options
        theirs = run(program, "explain", words[0], words[1:])
        value, parts = theirs.get("value"), theirs.get("parts") or []
        found.value(name + ".value", value, ours[name], name)
        if value is None or not parts:
            continue
        numbers = [x["value"] for x in parts]
        if theirs.get("op") == "sum":
            found.value(name + ".sum", value, sum(numbers))
        if theirs.get("op") == "product":
            found.value(name + ".product", value, math.prod(numbers))
        if theirs.get("op") == "mean":
            weights = [x["weight"] for x in parts]
            found.value(name + ".mean", value, sum(
                v * w for v, w in zip(numbers, weights)) / sum(weights))
    return found.found


def test_audit(program, path, options):
    eco = load.load(path)
    theirs = run(program, "audit", path, options)
    found = check.Check()

    def same(name, a, b):
        if a != b:
            found.add(name, a, b)
    same("unused_sources", sorted(
        x["id"] if isinstance(x, dict) else x
        for x in theirs.get("unused_sources") or []),
        sorted(audit.unused_sources(eco.doc)))
    same("conflicts", sorted({(x["entity"], x["quantity"])
                              for x in theirs.get("conflicts") or []}),
         sorted(audit.conflicts(eco)))
    same("implausible", len(theirs.get("implausible") or []),
         len(audit.implausible(eco)))
    things, ties = audit.coverage(eco)
    found.record("coverage", theirs.get("coverage"),
                 {"entities_with_evidence": things,
                  "relations_with_evidence": ties})
    return found.found


def test_remove(program, path, options):
    """Flags instead of a scenario: one step."""
    kinds, side, _ = read_options(options)
    eco = load.load(path, **kinds)
    rand = random.Random(os.path.basename(path) + " ".join(options))
    here = [e.id for e in eco.live()]
    if not here:
        return []
    gone = rand.sample(here, min(len(here), rand.choice([1, 1, 1, 2, 3])))
    rule = {"model": rand.choice(scenarios.MODELS),
            "threshold": rand.choice(["0.5", "0.3333333333333333", "1"]),
            "coupling": rand.choice(["0.5", "0", "0.85", "1"]),
            "substitution": rand.choice(["0", "0", "0.3", "1"])}
    words = ["--remove", ",".join(gone), "--cascade", rule["model"]]
    for name in ("threshold", "coupling", "substitution"):
        words += ["--" + name, rule[name]]
    wanted = {"steps": [{"remove": {"id": gone}}], "cascade": rule}
    if rand.random() < 0.3:
        wanted["level"] = "entity"
        words += ["--level", "entity"]
    theirs = run(program, "whatif", path, options + words)
    found = checksteps.steps(theirs, whatif.run(eco, wanted, side),
                             rule["model"])
    return [(" ".join(words) + " " + place, a, b) for place, a, b in found]


def keep_if(found, story):
    if not found:
        os.remove(story)
    return found


def test_sweep(program, path, options):
    kinds, side, _ = read_options(options)
    eco = load.load(path, **kinds)
    seed = zlib.crc32(" ".join([os.path.basename(path)] + options).encode())
    rand = random.Random(seed)
    model = rand.choice(["threshold", "threshold", "inoperability",
                         "debtrank", "none"])
    theta, g, s = (rand.choice(x) for x in ([0.5, 1, 0.2], [0.5, 0, 1],
                                            [0, 0.3, 1]))
    options = options + ["--cascade", model, "--threshold", str(theta),
                         "--coupling", str(g), "--substitution", str(s)]
    ours = sweep.removals(eco, model, *(Fraction(str(x))
                                        for x in (theta, g, s)), side)
    return checksteps.sweep(run(program, "sweep", path, options), ours)


TESTS = {"report": test_report, "lenses": test_lenses,
         "audit": test_audit, "whatif": test_whatif,
         "remove": test_remove, "sweep": test_sweep, "search": test_search,
         "timeline": test_timeline, "explain": test_explain,
         "hedge": test_hedge, "samples": test_samples,
         "show": test_show}


# options that a test does not take
WITHOUT = {"report": (), "lenses": ("--side", "--level"),
           "audit": ("--at", "--side", "--level", "--weight-power",
                     "--focal"),
           "whatif": ("--level",), "remove": ("--level",), "sweep": ("--level",),
           "search": ("--level",), "timeline": ("--at",), "explain": (),
           "samples": (), "show": ("--side", "--level"), "hedge": ("--side", "--level")}
