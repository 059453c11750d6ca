#!/usr/bin/env python3
"""Holds docs/metrics true.

Every row of the registry has a page, every page is what scripts/metric-pages makes of it now, byte for byte, and what is
worked out by hand in docs/metrics/worked/ID.md comes out:

- in a fenced block marked `sum`, a line "words = arithmetic = number" must hold to the digits that it shows;
- a hidden comment `<!-- check: report .groups[band].lock_in = 1 -->` names the figure of docs/metrics/five.json that a
  number of the text is: it must be the program's, and must stand in the text. In brackets stands an id, two ids of a tie,
  or a place in a list, from 0.
"""
import argparse
import ast
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "metrics"
CHECK = re.compile(r"<!-- check: (\S+) (\S+) = (\S+) -->")
FUNCTIONS = {"sqrt": math.sqrt, "exp": math.exp, "ln": math.log, "log2": math.log2, "min": min, "max": max}
OPERATORS = {ast.Add: lambda a, b: a + b, ast.Sub: lambda a, b: a - b, ast.Mult: lambda a, b: a * b,
             ast.Div: lambda a, b: a / b, ast.Pow: lambda a, b: a ** b}


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def judge(self, good, complaint):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(complaint)


def worth(node):
    """The value of an arithmetic expression: numbers, + - * / **, and a few functions."""
    if isinstance(node, ast.Expression):
        return worth(node.body)
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        return OPERATORS[type(node.op)](worth(node.left), worth(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -worth(node.operand)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        return FUNCTIONS[node.func.id](*map(worth, node.args))
    raise ValueError("no arithmetic")


def decimals(number):
    return len(number.partition(".")[2])


def rounds_to(value, number):
    """Whether the value is the number as far as the number shows, give or take one in its last digit."""
    return abs(value - float(number)) <= (1.01 * 10.0 ** -decimals(number) if decimals(number) else 1e-9)


def check_line(line, where, tally):
    """words = arithmetic = ... = number; a line without words is all arithmetic."""
    sides = [side.strip() for side in line.split(" = ")]
    sums = []
    for side in sides:
        try:
            sums.append(worth(ast.parse(side, mode="eval")))
        except (SyntaxError, ValueError):
            if sums or side is not sides[0]:
                tally.judge(False, f"{where}: not arithmetic: {side}")
                return
    last = sides[-1]
    tally.judge(len(sums) >= 2 and re.fullmatch(r"-?\d+(\.\d+)?", last) is not None and
                all(rounds_to(value, last) for value in sums[:-1]), f"{where}: {line}: it is {sums}")


def figure(answer, path):
    """What stands at .groups[band].lock_in, .ties[band,hub].lock_in, .consumers[0].lock_in_curve[1].mean, .focal.bond."""
    for step in re.findall(r"\.([a-z_0-9]+)|\[([^\]]*)\]", path):
        if step[0]:
            answer = answer[step[0]]
        elif step[1].isdigit():
            answer = answer[int(step[1])]
        else:
            ids = step[1].split(",")
            keys = ["from", "to"] if len(ids) == 2 else ["id"]
            answer = next(row for row in answer if [row[key] for key in keys] == ids)
    return answer


def check_by_hand(document, answers, tally):
    text = document.read_text(encoding="utf-8")
    name = document.relative_to(ROOT)
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            inside = line.strip() == "```sum"
        elif inside and line.strip():
            check_line(line.strip(), f"{name}:{number}", tally)
    visible = CHECK.sub("", text)
    for command, path, number in CHECK.findall(text):
        try:
            value = figure(answers(command), path)
        except (KeyError, IndexError, StopIteration, TypeError):
            tally.judge(False, f"{name}: there is no {path} in {command}")
            continue
        tally.judge(isinstance(value, (int, float)) and rounds_to(value, number),
                    f"{name}: {command} {path} is {value}, not {number}")
        tally.judge(re.search(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)", visible) is not None,
                    f"{name}: {number}, which is checked, does not stand in the text")


def check_pages(program, tally):
    """Pages made now against pages kept; every metric has one."""
    with tempfile.TemporaryDirectory(prefix="ecograph-pages-") as folder:
        subprocess.run([ROOT / "scripts" / "metric-pages", "--program", program, "--output", folder], check=True,
                       stdout=subprocess.DEVNULL)
        made = {entry.name: entry.read_bytes() for entry in pathlib.Path(folder).iterdir()}
    for name, content in sorted(made.items()):
        kept = (PAGES / name).read_bytes() if (PAGES / name).exists() else None
        tally.judge(kept == content, f"docs/metrics/{name} is {'stale' if kept else 'missing'}: run scripts/metric-pages")
    by_hand = {"notation.md"}
    for entry in PAGES.glob("*.md"):
        if entry.name not in made and entry.name not in by_hand:
            tally.judge(False, f"docs/metrics/{entry.name}: no metric has this name")
    return made


def main():
    parser = argparse.ArgumentParser(description="Holds the pages of the metrics true.")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "ecograph")
    program = str(parser.parse_args().program.resolve())
    if not os.access(program, os.X_OK):
        print(f"there is no program {program}\n0 passed, 1 failed")
        return 1
    tally, known = Tally(), {}

    def ask(*words):
        return subprocess.run([program, *words, "--format", "json"], cwd=ROOT, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, check=True).stdout

    def answers(command):
        if command not in known:
            known[command] = json.loads(ask(command, "docs/metrics/five.json"))
        return known[command]

    made = check_pages(program, tally)
    for metric in json.loads(ask("explain"))["metrics"]:
        text = made.get(f"{metric['id']}.md", b"").decode("utf-8")
        tally.judge(metric["formula"] in text and f"## {metric['title']}\n" in text,
                    f"the metric {metric['id']} of {metric['scope']} has no page")
    for document in [PAGES / "notation.md", *sorted((PAGES / "worked").glob("*.md"))]:
        if document.parent.name == "worked":
            tally.judge(document.name in made, f"{document.relative_to(ROOT)}: no metric has this name")
        check_by_hand(document, answers, tally)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
