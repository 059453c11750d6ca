#!/usr/bin/env python3
"""Runs the unit tests of a build folder and counts single tests, not programs.

`meson test` runs the programs; each prints TAP. Its log of what they printed is counted here, failures are shown, and the
last line is "N passed, N failed". A program that ends badly without a failed test (it crashed, or stopped before its
plan) counts as one failure.
"""
import json
import pathlib
import re
import subprocess
import sys

RESULT = re.compile(r"^(not )?ok \d+ - (.*)$")


def tally(program):
    """One program's passed tests and the lines that tell of its failures."""
    passed, failures = 0, []
    output = program.get("stdout") or ""
    for line in output.splitlines():
        match = RESULT.match(line)
        if match and match[1]:
            failures.append(match[2])
        elif match:
            passed += 1
    plan = re.search(r"^1\.\.(\d+)$", output, re.MULTILINE)
    ran = passed + len(failures)
    if not plan or int(plan[1]) != ran or ran == 0:
        failures.append(f"stopped after {ran} tests")
    elif program["returncode"] != 0 and not failures:
        failures.append(f"ended with exit code {program['returncode']} although no test failed")
    return passed, failures


def main():
    folder = pathlib.Path(sys.argv[1])
    log = folder / "meson-logs" / "testlog.json"
    log.unlink(missing_ok=True)
    run = subprocess.run(["meson", "test", "-C", str(folder), "--no-rebuild", "--suite", "unit"],
                         capture_output=True, text=True)
    if not log.exists():
        print(run.stdout + run.stderr)
        print("0 passed, 1 failed")
        return 1
    passed = failed = 0
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        program = json.loads(line)
        good, failures = tally(program)
        passed += good
        failed += len(failures)
        for failure in failures:
            print(f"{program['name']}: {failure}")
        if failures and program.get("stderr"):
            print(program["stderr"].rstrip())
    if passed + failed == 0:
        print("no unit test ran")
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
