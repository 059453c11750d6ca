#!/usr/bin/env python3
"""Holds data/ecograph-1.schema.json against the loader, in both directions.

Files that load are valid. A file of tests/bad is invalid, unless its fault is one of those that the schema leaves to the
loader (LEFT). And of files drawn by changing good ones in one place, both say the same, but for such faults.
"""
import argparse
import copy
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "data" / "ecograph-1.schema.json"

# What the loader says of faults that a schema cannot see: across entries, of two values, in bytes, or as deep as one likes.
LEFT = re.compile(r"""no\ (entity|source)\ "|no\ (entity\ kind|relation\ kind|resource)\ ".*in\ the\ list|is\ already\ that\ of|
    repeats\ relations|cannot\ be\ part\ of\ itself|is\ before\ "since"|the\ low\ end\ must\ not|ends\ before\ it\ begins|
    bytes,\ more\ than\ the\ limit|nested\ deeper""", re.VERBOSE)


class Refused(ValueError):
    """JSON that Python takes and the format does not."""


def unique(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise Refused("a key twice")
    return dict(pairs)


def refuse(word):
    raise Refused(word)


def parse(data):
    return json.loads(data.decode("utf-8-sig"), object_pairs_hook=unique, parse_constant=refuse)


class Checks:
    def __init__(self, program, folder):
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        self.validator = jsonschema.Draft202012Validator(schema)
        self.program, self.file = program, pathlib.Path(folder) / "drawn.json"
        self.passed = self.failed = 0

    def that(self, good, what, *details):
        if good:
            self.passed += 1
            return
        self.failed += 1
        print(what)
        for detail in details:
            print("    " + str(detail)[:400])

    def faults(self, document):
        return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in self.validator.iter_errors(document)]

    def loader(self, file):
        """None where the file loads, else what is said of it."""
        done = subprocess.run([self.program, "audit", str(file), "--quiet"], capture_output=True, timeout=60)
        if done.returncode not in (0, 3):
            raise RuntimeError(f"exit code {done.returncode}: {done.stderr.decode()}")
        return done.stderr.decode().splitlines() if done.returncode == 3 else None


def check_good(checks):
    files = [*sorted((ROOT / "tests/good").glob("*.json")), ROOT / "data/xiaomi.json"]
    for file in files:
        faults = checks.faults(parse(file.read_bytes()))
        checks.that(not faults, f"{file.relative_to(ROOT)} is valid", *faults[:3])
    example = subprocess.run([checks.program, "new", "-"], capture_output=True, check=True).stdout
    checks.that(not checks.faults(parse(example)), "the example is valid")
    checks.that(len(files) > 5, "there are good files")


def check_bad(checks):
    seen = 0
    for file in sorted((ROOT / "tests/bad").glob("*.json")):
        try:
            document = parse(file.read_bytes())
        except (ValueError, RecursionError):
            continue  # no JSON at all, or none that the format takes
        seen += 1
        lines = file.with_suffix(".expect").read_text(encoding="utf-8").splitlines()
        errors = [line for line in lines if ": error: " in line]
        left = all(LEFT.search(line) for line in errors)
        valid = checks.validator.is_valid(document)
        checks.that(not valid or left, f"tests/bad/{file.name} is valid", *errors[:3])
    checks.that(seen > 40, "there are bad files that are JSON")


WORDS = ["", "x", "firm", "supply", "brand", "hub", "2020", "2020-Q5", "2020-13", "2020/2019", "a\nb", "a\tb", "a\x7f", "a\u2028b",
         "legal", "exact", "stated", "use", "competitive", "2024-Q1\n", "é", "x" * 65537, "小" * 30000]
NUMBERS = [0, -0.0, 1, -1, 2, 0.5, 1e-12, 9e-13, 1e12, 1.1e12, 1e308, 2013, 2013.0, 2013.5, -10000, -10001, 10000, 10001]
OTHERS = [None, True, False, [], {}, [[]], [None], ["x"], ["x", "x"], [1], [1, 2], [2, 1], [1, 2, 3], {"x-y": 1}, {"id": "x"}, ["use"]]
KEYS = ["x-new", "x-", "X-new", "id", "name", "kind", "weight", "note", "since", "class", "flags", "evidence", "note ", "plausible"]


def spots(value, found):
    """Every object and list, with the keys or places in it."""
    if isinstance(value, dict):
        found.extend((value, key) for key in value)
        for member in value.values():
            spots(member, found)
    elif isinstance(value, list):
        found.extend((value, i) for i in range(len(value)))
        for member in value:
            spots(member, found)
    return found


def change(document, draw):
    """One change somewhere; a word for it."""
    holder, key = draw.choice(spots(document, []))
    way = draw.random()
    if way < 0.15:
        del holder[key]
        return f"without {key}"
    if way < 0.3 and isinstance(holder, dict):
        name = draw.choice(KEYS)
        holder[name] = copy.deepcopy(draw.choice(WORDS + NUMBERS + OTHERS))
        return f"{name} added: {holder[name]!r}"
    if way < 0.4 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
        return f"entry {key} twice"
    same = WORDS if isinstance(holder[key], str) else NUMBERS if isinstance(holder[key], (int, float)) else OTHERS
    holder[key] = copy.deepcopy(draw.choice(same if draw.random() < 0.6 else WORDS + NUMBERS + OTHERS))
    return f"{key} is {holder[key]!r}"


def check_drawn(checks, count, seed):
    draw = random.Random(seed)
    bases = [parse((ROOT / "tests/good/everything.json").read_bytes()),
             parse(subprocess.run([checks.program, "new", "-"], capture_output=True, check=True).stdout)]
    both = {True: 0, False: 0}
    for number in range(count):
        document = copy.deepcopy(bases[number % len(bases)])
        what = change(document, draw)
        checks.file.write_text(json.dumps(document, ensure_ascii=draw.random() < 0.5), encoding="utf-8")
        errors, faults = checks.loader(checks.file), checks.faults(document)
        left = errors is not None and all(LEFT.search(line) for line in errors)
        same = (errors is None) == (not faults) or (left and not faults)
        checks.that(same, f"drawn file {number}: {what[:200]}", f"loader: {errors and errors[:2]}", f"schema: {faults[:2]}")
        both[not faults] += 1
    checks.that(min(both.values()) > count / 10, f"both sorts are drawn: {both}")


def main():
    parser = argparse.ArgumentParser(description="Holds the JSON Schema against the loader.")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "ecograph")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not os.access(options.program, os.X_OK):
        print(f"there is no program {options.program}")
        print("0 passed, 1 failed")
        return 1
    with tempfile.TemporaryDirectory(prefix="ecograph-schema-") as folder:
        checks = Checks(str(options.program.resolve()), folder)
        check_good(checks)
        check_bad(checks)
        check_drawn(checks, options.count, options.seed)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
