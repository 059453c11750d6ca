#!/usr/bin/env python3
"""Holds the program against this directory's second implementation.

See README.md. One ecosystem with one set of options is one test.
"""
import argparse
import json
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
from ecoref import (check, checksteps, lenses, load, report,  # noqa: E402
                    steps, sweep, whatif)

OPTION_SETS = [[], ["--at"], ["--side", "outlets"], ["--side", "both"],
               ["--level", "group"], ["--weight-power", "0"],
               ["--weight-power", "2"], ["--focal"],
               ["--level", "group", "--at"], ["--at", "--side", "both"]]


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
    story = path[:-5] + "-scenario-%d.json" % seed
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


TESTS = {"report": test_report, "lenses": test_lenses, "whatif": test_whatif,
         "sweep": test_sweep}


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
    names = list(args.only or ["report", "lenses"])
    if args.random_whatif:
        names += [x for x in ("whatif", "sweep") if x not in names]
    for path in args.file or []:
        with open(path, encoding="utf-8") as handle:
            doc = json.load(handle)
        rand = random.Random(args.seed)
        for options in OPTION_SETS:
            filled = fill(options, doc, rand)
            for name in names:
                yield name, path, usable(name, filled), args.program, path
    for seed in range(args.seed, args.seed + args.count):
        doc = generate.ecosystem(seed)
        path = os.path.join(folder, "random-%d.json" % seed)
        generate.write(doc, path)
        rand = random.Random(seed)
        chosen = rand.sample(OPTION_SETS[1:], args.sets - 1)
        for options in OPTION_SETS[:1] + chosen:
            filled = fill(options, doc, rand)
            for name in names:
                yield (name, path, usable(name, filled), args.program,
                       "seed %d" % seed)


def usable(name, options):
    """Only the report takes --level here, and the lenses have no side."""
    if name == "report":
        return options
    pairs = zip(options[::2], options[1::2])
    without = ("--level",) if name in ("whatif", "sweep") else ("--side",
                                                                "--level")
    return [w for p in pairs if p[0] not in without for w in p]


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
