#!/usr/bin/env python3
"""Holds the program against this directory's second implementation.

See README.md. One ecosystem with one set of options is one test.
"""
import argparse
import functools
import json
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import generate  # noqa: E402
from asks import FOLDER, TESTS, WITHOUT, Failed  # noqa: E402

OPTION_SETS = [[], ["--at"], ["--side", "outlets"], ["--side", "both"],
               ["--level", "group"], ["--weight-power", "0"],
               ["--weight-power", "2"], ["--focal"],
               ["--level", "group", "--at"], ["--at", "--side", "both"]]


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
    chosen = list(args.only or ["report"])
    if not args.only and knows(args.program, "vrio"):
        chosen.append("lenses")
    if args.random_whatif:
        chosen += [x for x in ("whatif", "sweep") if x not in chosen]
    return chosen


@functools.lru_cache
def knows(program, command):
    """A command that is not built yet is not asked."""
    done = subprocess.run([program, "--help"], capture_output=True)
    return command in done.stdout.decode().split()


def ecosystems(args, folder):
    """(file, label, its option sets): a file given gets all of them."""
    for path in args.file or []:
        yield path, path, lambda rand: OPTION_SETS
    for seed in range(args.seed, args.seed + args.count):
        path = os.path.join(folder, "random-%d.json" % seed)
        generate.write(generate.ecosystem(seed), path)
        yield path, "seed %d" % seed, lambda rand: (
            OPTION_SETS[:1] + rand.sample(OPTION_SETS[1:], args.sets - 1))


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
