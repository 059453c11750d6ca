#!/usr/bin/env python3
"""Holds the examples of the documentation true.

In README.md and docs/, a fenced block marked `console` is a terminal: a line that begins with "$ " is typed (a final
backslash continues it), what follows is what must be seen, standard error included. A line "..." stands for any number of
lines. The commands run with the built program first in PATH, in a folder that shows the source tree and keeps it clean; the
commands of one document share it. `--accept` rewrites what follows a command, unless it has a "...".
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HIDDEN = re.compile(r"^(build.*|out|\.git)$")


class Example:
    def __init__(self, document, line, command):
        self.document, self.line, self.command = document, line, command
        self.first = self.last = 0  # the lines of the document, from 0, that hold what must be seen
        self.wanted = []


def examples(document):
    """Every typed command of a document with what is said to follow."""
    lines = document.read_text(encoding="utf-8").splitlines()
    found, inside, current = [], False, None
    at = 0
    while at < len(lines):
        line = lines[at]
        if not inside:
            inside = re.match(r"^```console\s*$", line) is not None
        elif line.startswith("```"):
            inside, current = False, None
        elif line.startswith("$ "):
            current = Example(document, at + 1, line[2:])
            while lines[at].endswith("\\") and at + 1 < len(lines):
                at += 1
                current.command += "\n" + lines[at]
            current.first = current.last = at + 1
            found.append(current)
        elif current:
            current.wanted.append(line)
            current.last = at + 1
        at += 1
    return found


def same(wanted, got):
    """Whether the lines match, "..." standing for any number of them."""
    if not wanted:
        return not got
    if wanted[0] == "...":
        return any(same(wanted[1:], got[skip:]) for skip in range(len(got) + 1))
    return bool(got) and wanted[0].rstrip() == got[0].rstrip() and same(wanted[1:], got[1:])


def run(example, folder, program):
    path = f"{program.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    env = {"PATH": path, "HOME": folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(["bash", "-c", example.command], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    except subprocess.TimeoutExpired:
        return ["no end within 60 seconds"]
    return done.stdout.decode("utf-8", "backslashreplace").splitlines()


def rewrite(document, changes):
    """`changes`: (example, lines now). From the last to the first, so that line numbers hold."""
    lines = document.read_text(encoding="utf-8").splitlines()
    for example, got in reversed(changes):
        lines[example.first:example.last] = [line.rstrip() for line in got]
    document.write_text("\n".join(lines) + "\n", encoding="utf-8")


def check(document, program, accept):
    """(passed, failed) of one document."""
    passed, failed, changes = 0, 0, []
    with tempfile.TemporaryDirectory(prefix="ecograph-docs-") as folder:
        for entry in ROOT.iterdir():
            if not HIDDEN.match(entry.name):
                os.symlink(entry, os.path.join(folder, entry.name))
        for example in examples(document):
            got = run(example, folder, program)
            if same(example.wanted, got):
                passed += 1
            elif accept and "..." not in example.wanted:
                changes.append((example, got))
                passed += 1
            else:
                failed += 1
                print(f"{document.relative_to(ROOT)}:{example.line}: $ {example.command}")
                print("\n".join(["  said to be seen:", *("  | " + line for line in example.wanted[:60]),
                                 "  seen:", *("  | " + line for line in got[:60])]))
    if changes:
        rewrite(document, changes)
        print(f"{document.relative_to(ROOT)}: {len(changes)} accepted")
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description="Runs the examples of the documentation.")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "ecograph")
    parser.add_argument("--accept", action="store_true", help="rewrite what is said to be seen")
    parser.add_argument("documents", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    if not os.access(options.program, os.X_OK):
        print(f"there is no program {options.program}")
        print("0 passed, 1 failed")
        return 1
    documents = options.documents or [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
    passed = failed = 0
    for document in documents:
        if document.exists():
            good, bad = check(document.resolve(), options.program.resolve(), options.accept)
            passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
