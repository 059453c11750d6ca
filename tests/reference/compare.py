#!/usr/bin/env python3
"""Holds the program against this directory's second implementation.

See README.md. One ecosystem with one set of options is one test.
"""
import argparse
import json
import math
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import zlib
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import generate  # noqa: E402
import scenarios  # noqa: E402
from ecoref import (audit, check, checksteps, hedge,  # noqa: E402
                    lenses, load, report, search, steps, sweep, whatif)

OPTION_SETS = [[], ["--at"], ["--side", "outlets"], ["--side", "both"],
               ["--level", "group"], ["--weight-power", "0"],
               ["--weight-power", "2"], ["--focal"],
               ["--level", "group", "--at"], ["--at", "--side", "both"]]


FOLDER = [None]             # where ecosystems and scenarios are written


class Failed(Exception):
    pass


def fill(options, doc, rand):
    """Gives --at a year and --focal an entity."""
    answer = []
    for word in options:
        answer.append(word)
        if word == "--at":
            answer.append(str(rand.randint(2008, 2024)))
        if word == "--focal":
            if not doc["entities"]:
                answer.pop()
            else:
                answer.append(rand.choice(doc["entities"])["id"])
    return answer


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
         "sweep": test_sweep, "search": test_search,
         "timeline": test_timeline, "explain": test_explain,
         "hedge": test_hedge, "samples": test_samples}


def judge(task):
    """(number passed, lines about what failed)"""
    name, path, options, program, label = task
    try:
        found = TESTS[name](program, path, options)
    except (Failed, subprocess.TimeoutExpired) as problem:
        found = [("(run)", str(problem), "an answer")]
    except Exception as problem:  # theirs may have any shape
        found = [("(compare)", "%s: %s" % (type(problem).__name__, problem),
                  "")]
    lines = ["%s %s [%s] %s: theirs %s, ours %s" % (
        name, label, " ".join(options), where, short(theirs), short(ours))
        for where, theirs, ours in found]
    return task, lines


def short(value):
    text = repr(value)
    return text if len(text) < 300 else text[:300] + "..."


def tasks(args, folder):
    """(test, file, options, program, label), each once."""
    seen = set()
    for path, label, option_sets in ecosystems(args, folder):
        with open(path, encoding="utf-8") as handle:
            doc = json.load(handle)
        rand = random.Random(os.path.basename(label))
        for options in option_sets(rand):
            filled = fill(options, doc, rand)
            for name in names(args):
                options = usable(name, filled)
                if (name, path, tuple(options)) not in seen:
                    seen.add((name, path, tuple(options)))
                    yield name, path, options, args.program, label


def names(args):
    chosen = list(args.only or ["report", "lenses"])
    if args.random_whatif:
        chosen += [x for x in ("whatif", "sweep") if x not in chosen]
    return chosen


def ecosystems(args, folder):
    """(file, label, its option sets): a file given gets all of them."""
    for path in args.file or []:
        yield path, path, lambda rand: OPTION_SETS
    for seed in range(args.seed, args.seed + args.count):
        path = os.path.join(folder, "random-%d.json" % seed)
        generate.write(generate.ecosystem(seed), path)
        yield path, "seed %d" % seed, lambda rand: (
            OPTION_SETS[:1] + rand.sample(OPTION_SETS[1:], args.sets - 1))


# options that a test does not take
WITHOUT = {"report": (), "lenses": ("--side", "--level"),
           "audit": ("--at", "--side", "--level", "--weight-power",
                     "--focal"),
           "whatif": ("--level",), "sweep": ("--level",),
           "search": ("--level",), "timeline": ("--at",), "explain": (),
           "samples": (), "hedge": ("--side", "--level")}


def usable(name, options):
    pairs = zip(options[::2], options[1::2])
    return [w for p in pairs if p[0] not in WITHOUT[name] for w in p]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--sets", type=int, default=2,
                        help="option sets for each ecosystem")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", action="append")
    parser.add_argument("--only", action="append", choices=sorted(TESTS))
    parser.add_argument("--random-whatif", action="store_true",
                        help="random scenarios and sweeps, too")
    parser.add_argument("--keep", help="where failing ecosystems are kept")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--lines", type=int, default=5,
                        help="mismatches shown for each test")
    args = parser.parse_args()
    folder = args.keep or tempfile.mkdtemp(prefix="ecograph-reference-")
    os.makedirs(folder, exist_ok=True)
    FOLDER[0] = folder
    passed = failed = 0
    failing = set()
    with multiprocessing.Pool(args.jobs) as pool:
        for task, lines in pool.imap(judge, tasks(args, folder)):
            if not lines:
                passed += 1
                continue
            failed += 1
            failing.add(task[1])
            for line in lines[:args.lines]:
                print(line)
            if len(lines) > args.lines:
                print("  ... and %d more (%s)" % (len(lines) - args.lines,
                                                  task[1]))
    clean(folder, failing, args)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


def clean(folder, failing, args):
    """Only ecosystems that failed stay."""
    for seed in range(args.seed, args.seed + args.count):
        path = os.path.join(folder, "random-%d.json" % seed)
        if path not in failing and os.path.exists(path):
            os.remove(path)
    if not os.listdir(folder):
        os.rmdir(folder)


if __name__ == "__main__":
    sys.exit(main())
