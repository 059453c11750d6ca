#!/usr/bin/env python3
"""Runs the program as a person would, and compares what it says.

Each folder beside this file is one test:

    cmd       what is typed: shell lines, run in an empty folder, with $ECOGRAPH (the program) and $SRC (the source root)
    stdout    what must come out; absent = nothing
    stderr    the same for standard error
    exit      the exit code; absent = 0

Any other file of the folder is copied to where the command runs. In what comes out, the path of the source root is shown
as $SRC. `--accept` rewrites the expectations of the tests named (or of all) from what the program says now: read the
difference before you commit it.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
EXPECTED = ("stdout", "stderr", "exit")


def environment(program, home):
    """What every test runs in: nothing of the caller's but the way to programs and the sanitizers' options."""
    kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    return {**kept, "PATH": os.environ.get("PATH", os.defpath), "HOME": home, "TMPDIR": home, "LC_ALL": "C.UTF-8",
            "ECOGRAPH": str(program), "SRC": str(ROOT)}


def run(test, program):
    """What the command gives: {"stdout": bytes, "stderr": bytes, "exit": bytes}, empty where there is no file."""
    with tempfile.TemporaryDirectory(prefix="ecograph-cli-") as scratch:
        work, home = pathlib.Path(scratch, "work"), pathlib.Path(scratch, "home")
        home.mkdir()
        shutil.copytree(test, work, ignore=shutil.ignore_patterns("cmd", *EXPECTED))
        command = (test / "cmd").read_text(encoding="utf-8")
        try:
            done = subprocess.run(["bash", "-c", command], cwd=work, env=environment(program, str(home)),
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            return {"stdout": b"", "stderr": b"", "exit": b"no end within 60 seconds\n"}
    root = str(ROOT).encode()
    return {"stdout": done.stdout.replace(root, b"$SRC"), "stderr": done.stderr.replace(root, b"$SRC"),
            "exit": b"%d\n" % done.returncode if done.returncode else b""}


def expected(test):
    return {name: (test / name).read_bytes() if (test / name).exists() else b"" for name in EXPECTED}


def difference(name, wanted, got):
    lines = [data.decode("utf-8", "backslashreplace").splitlines() for data in (wanted, got)]
    shown = list(difflib.unified_diff(*lines, f"{name} expected", f"{name} now", lineterm="", n=2))
    if not shown:
        shown = [f"{name}: only line ends differ"]
    return shown[:60] + (["..."] if len(shown) > 60 else [])


def accept(test, got):
    for name in EXPECTED:
        if got[name]:
            (test / name).write_bytes(got[name])
        else:
            (test / name).unlink(missing_ok=True)


def main():
    parser = argparse.ArgumentParser(description="Runs the command-line tests.")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "ecograph")
    parser.add_argument("--accept", action="store_true", help="rewrite the expectations")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("tests", nargs="*", metavar="NAME", help="folders of tests/cli; all where none is named")
    options = parser.parse_args()
    if not os.access(options.program, os.X_OK):
        print(f"there is no program {options.program}")
        print("0 passed, 1 failed")
        return 1
    tests = sorted(path.parent for path in HERE.glob("*/cmd"))
    if options.tests:
        tests = [test for test in tests if test.name in options.tests]
        if len(tests) != len(set(options.tests)):
            parser.error("no such test: " + ", ".join(sorted(set(options.tests) - {test.name for test in tests})))
    program = options.program.resolve()
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for test, got in zip(tests, pool.map(lambda test: run(test, program), tests)):
            wanted = expected(test)
            if got == wanted:
                passed += 1
                continue
            if options.accept:
                accept(test, got)
                print(f"{test.name}: accepted")
                passed += 1
                continue
            failed += 1
            print(f"{test.name}: {(test / 'cmd').read_text(encoding='utf-8').strip()}")
            for name in EXPECTED:
                if wanted[name] != got[name]:
                    print("\n".join("  " + line for line in difference(name, wanted[name], got[name])))
    if not passed + failed:
        print("there are no tests here")
        failed = 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
