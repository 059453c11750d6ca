#!/usr/bin/env python3
"""Every number in the sentences that open an answer is found in the same run's JSON.

The sentences are what stands before the first table. A number may be a figure of the JSON in percent or with two decimals,
a count (a whole number of the JSON, or the length of a list), a loss (the sum of a group's causes), or a number of kinds of
resource (1 / (1 - switching cost)). Ends with "N passed, N failed"."""
import argparse
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[1]
DATA = str(ROOT / "data/xiaomi.json")


def walk(value):
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from walk(inner)


def percent(x):
    share = x * 100
    return "%.1f" % share if share and abs(share) < 0.95 else "%.0f" % share


def allowed(answer):
    words = set()
    for value in walk(answer):
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, (int, float)):
            words |= {percent(value), "%.2f" % value, "%g" % value}
            if 0 <= value < 1:
                words.add("%.0f" % (1 / (1 - value)))
        if isinstance(value, (list, dict)):
            words.add(str(len(value)))
        if isinstance(value, list):
            words.add(str(sum(len(inner) for inner in value if isinstance(inner, list))))
            shares = [inner["share"] for inner in value if isinstance(inner, dict) and "share" in inner]
            words.add(percent(sum(shares)))
    # counts that a person makes on the JSON: partners, those who are harmed by nobody's loss
    groups = answer.get("groups", [])
    words.add(str(sum(1 for group in groups if group.get("bond") is not None)))
    words.add(str(len(groups)))
    return words


def sentences(text):
    lines = text.split("\n")
    end = next((i for i, line in enumerate(lines) if line.startswith("───")), len(lines))
    while end > 0 and lines[end - 1].strip():
        end -= 1  # the table's header
    return "\n".join(lines[2:end])


def numbers(text, names):
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(r"\s+".join(map(re.escape, name.split())), " ", text)
    text = re.sub(r"scale from 0 to 1", " ", re.sub(r"\s+", " ", text))
    text = re.sub(r"(Round|Step) \d+", " ", text)
    return re.findall(r"(?<![\w.])\d+(?:\.\d+)?", text)


def check(program, words):
    text = subprocess.run([program, *words], capture_output=True, text=True, check=True).stdout
    answer = json.loads(subprocess.run([program, *words, "--format", "json"], capture_output=True, text=True,
                                       check=True).stdout)
    with open(DATA, encoding="utf-8") as file:
        names = {entity["name"] for entity in json.load(file)["entities"]}
    good = allowed(answer)
    found = numbers(sentences(text), names)
    missing = [number for number in found if number not in good and number.lstrip("0") not in good]
    print("%s %s: %d numbers%s" % ("ok  " if found and not missing else "FAIL", " ".join(words[:1] + words[2:]), len(found),
                                   ", not in the JSON: " + ", ".join(missing) if missing else ""))
    return bool(found) and not missing


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(ROOT / "build/ecograph"))
    program = parser.parse_args().program
    runs = [["report", DATA], ["report", DATA, "--side", "outlets"], ["report", DATA, "--side", "both"],
            ["report", DATA, "--focal", "tesla"], ["report", DATA, "--weight-power", "0"], ["sweep", DATA],
            ["sweep", DATA, "--threshold", "0.2"]]
    for removed in ["huami", "midea", "xunlei", "ck-hutchison", "xiaomi", "battery-suppliers"]:
        runs.append(["whatif", DATA, "--remove", removed])
    for extra in [["--threshold", "0.15"], ["--level", "entity"], ["--cascade", "inoperability"], ["--cascade", "all"]]:
        runs.append(["whatif", DATA, "--remove", "miui", *extra])
    held = sum(check(program, words) for words in runs)
    print("%d passed, %d failed" % (held, len(runs) - held))
    return held != len(runs)


if __name__ == "__main__":
    raise SystemExit(main())
