#!/usr/bin/env python3
"""Promises that every command keeps, asked of every command that the program says it has.

Help, exit codes, bad input, closed and full outputs, the same bytes every time and in every locale, empty ecosystems. A new
command is asked without a line here, unless it needs more than its usage line says: then it gets one in BESIDES.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
XIAOMI = ROOT / "data" / "xiaomi.json"

# What the words of a command's usage line stand for, and what some need besides.
WORDS = {"FILE": "{file}", "OLD": "{file}", "NEW": "{file}", "ID": "{id}", "METRIC": "coalescence"}
BESIDES = {
    "compare": ["{file}"],
    "whatif": ["--remove", "{id}"],
    "convert": ["--to", "json"],
}
# Commands whose answer is a document of its own, not a table in one of the answer formats.
OWN_FORMAT = {"map", "convert", "new"}
# Commands whose FILE is what they write.
MAKERS = {"new"}

LONE = {"format": "ecograph/1", "focal": "a", "entities": [{"id": "a", "kind": "firm"}], "relations": []}
SMALL = {"format": "ecograph/1", "name": "Small", "focal": "f",
         "entities": [{"id": "f", "kind": "focal"}, {"id": "p", "kind": "partner"}, {"id": "c", "kind": "consumers"}],
         "relations": [{"from": "f", "to": "p", "kind": "equity", "weight": 0.5},
                       {"from": "p", "to": "f", "kind": "supply", "weight": 2},
                       {"from": "f", "to": "c", "kind": "use", "weight": 1}]}
EMPTY = {"format": "ecograph/1", "entities": [], "relations": []}


def with_change(**change):
    return json.dumps({**SMALL, **change}).encode()


# Each has one problem.
BAD_FILES = {
    "nothing at all": b"",
    "cut short": b'{"format": "ecograph/1",\n "entities": [',
    "not JSON": b"source,target\na,b\n",
    "not UTF-8": with_change(name="@").replace(b"@", b"\xff\xfe"),
    "a key twice": b'{"format": "ecograph/1", "format": "ecograph/1", "entities": [], "relations": []}',
    "an array": b"[]",
    "another format": with_change(format="ecograph/9"),
    "an unknown key": with_change(entitys=[]),
    "an id that nobody has": with_change(relations=[{"from": "f", "to": "pp", "kind": "supply", "weight": 1}]),
    "a weight of text": with_change(relations=[{"from": "f", "to": "p", "kind": "supply", "weight": "1"}]),
    "a weight too large": with_change(relations=[{"from": "f", "to": "p", "kind": "supply", "weight": 1e13}]),
    "a focal nobody": with_change(focal="nobody"),
    "an escape sequence": with_change(**{"\x1b[31mred": 1}),
    "very deep": b"[" * 100000,
}
PLACE = re.compile(r"^(ecograph: )?\S+:\d+:\d+: error: \S")


class Checks:
    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.passed = self.failed = 0

    def run(self, arguments, env=None, stdin=None, **options):
        clean = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
        environment = {**clean, "PATH": os.defpath, "HOME": str(self.folder), "LC_ALL": "C.UTF-8", **(env or {})}
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 60, **options}
        source = {"input": stdin} if stdin is not None else {"stdin": subprocess.DEVNULL}
        try:
            return subprocess.run([self.program, *arguments], cwd=self.folder, env=environment, **source, **options)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(arguments, "no end within 60 seconds", b"", b"")

    def that(self, good, what, arguments, done=None):
        """Counts one check; tells what was typed and what came where it fails."""
        if good:
            self.passed += 1
            return
        self.failed += 1
        typed = " ".join(repr(a) if re.search(r"\s", a) else a for a in arguments)
        print(f"{what}: ecograph {typed[:200]}")
        if done is not None:
            print(f"    exit code {done.returncode}")
            for name, data in (("out", done.stdout), ("err", done.stderr)):
                for line in (data or b"").decode("utf-8", "backslashreplace").splitlines()[:5]:
                    print(f"    {name} | {line[:200]!r}")


def operands(command, file, entity="f"):
    return [part.format(file=file, id=entity) for part in patterns[command]]


patterns = {}  # of each command: its operands, as it says itself


def learn_operands(checks, command):
    done = checks.run([command, "--help"])
    checks.that(done.returncode == 0 and not done.stderr, "help", [command, "--help"], done)
    usage = re.search(rf"^Usage: ecograph {command}\b(.*)", done.stdout.decode(), re.MULTILINE)
    # The first of several ways: "FILE --remove ID[,ID...] | --scenario FILE [options]" is FILE --remove ID.
    first = re.sub(r"\|.*|\[options\].*|\[,[^]]*\]", "", usage[1] if usage else "?")
    words = re.findall(r"--[a-z-]+|[A-Za-z]+", first)
    known = [word for word in words if word in WORDS or word.startswith("--")]
    checks.that(usage and words == known, f"usage is understood: {words}", [command, "--help"], done)
    besides = BESIDES.get(command, [])
    if any(word in known for word in besides):
        besides = []  # the usage line says it already
    patterns[command] = [WORDS.get(word, word) for word in known] + besides


def takes_file(command):
    return "{file}" in patterns[command] and command not in MAKERS


def commands_of(checks):
    """The commands that --help lists; each must be a line of the table that the program is built from."""
    done = checks.run(["--help"])
    checks.that(done.returncode == 0 and done.stdout and not done.stderr, "help", ["--help"], done)
    table = (ROOT / "src/cli/commands.def").read_text(encoding="utf-8")
    rows = re.findall(r"^COMMAND\((\w+)\)", table, re.MULTILINE)
    listed = re.findall(r"^ +([a-z]+)\b", done.stdout.decode(), re.MULTILINE)
    for row in rows:
        checks.that(row in listed, f"--help lists {row}", ["--help"])
    return rows


def check_program(checks):
    done = checks.run(["--version"])
    checks.that(done.returncode == 0 and re.match(rb"^ecograph \d+\.\d+\.\d+", done.stdout) and not done.stderr,
                "version", ["--version"], done)
    for arguments in ([], ["reprot"], ["--no-such-option"], ["reprot", "--help"]):
        done = checks.run(arguments)
        checks.that(done.returncode == 2 and not done.stdout and done.stderr, "wrong use", arguments, done)
    done = checks.run(["reprot", str(XIAOMI)])
    checks.that(b'"report"' in done.stderr or b"'report'" in done.stderr or b"report?" in done.stderr,
                "the nearest command is suggested", ["reprot"], done)
    with open("/dev/full", "wb") as full:
        done = checks.run(["--help"], stdout=full)
    checks.that(done.returncode == 4, "help onto a full device", ["--help"], done)


def check_usage(checks, command):
    base = [command, *operands(command, "small.json")]
    for extra in (["--no-such-option"], ["--format"], ["--format", "nonsense"], ["--seed", "x"], ["--level", "x"],
                  ["--focal", "nobody"], ["-o"]):
        done = checks.run(base + extra)
        checks.that(done.returncode == 2 and not done.stdout and done.stderr, "wrong use", base + extra, done)
    if takes_file(command) and command != "explain":
        done = checks.run([command])
        checks.that(done.returncode == 2 and not done.stdout and done.stderr, "no file", [command], done)


def check_bad_files(checks, command):
    for what, data in BAD_FILES.items():
        (checks.folder / "bad.json").write_bytes(data)
        arguments = [command, *operands(command, "bad.json")]
        done = checks.run(arguments + ["-o", "never"])
        lines = done.stderr.decode("utf-8", "replace").splitlines()
        checks.that(done.returncode == 3 and not done.stdout, f"bad input ({what}): exit code 3", arguments, done)
        checks.that(len(lines) == 1 and PLACE.match(lines[0]),
                    f"bad input ({what}): one line with the place", arguments, done)
        checks.that(not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", done.stderr), f"bad input ({what}): plain text",
                    arguments, done)
        if command == "audit":
            check_audit(checks, what)
        else:
            checks.that(not (checks.folder / "never").exists(), f"bad input ({what}): no output file", arguments, done)
        (checks.folder / "never").unlink(missing_ok=True)
    arguments = [command, *operands(command, "-")]
    done = checks.run(arguments, stdin=BAD_FILES["cut short"])
    checks.that(done.returncode == 3 and b"<stdin>:" in done.stderr, "bad input from standard input", arguments, done)


def check_audit(checks, what):
    """`audit` lists the errors of a file that does not load, as JSON, too."""
    arguments = ["audit", "bad.json", "--format", "json"]
    done = checks.run(arguments)
    try:
        errors = json.loads(done.stdout)["errors"]
    except (ValueError, KeyError, TypeError):
        errors = None
    checks.that(done.returncode == 3 and errors, f"bad input ({what}): errors as JSON", arguments, done)


def check_unreadable(checks, command):
    for file in ("missing.json", ".", "missing/small.json"):
        arguments = [command, *operands(command, file)]
        done = checks.run(arguments)
        checks.that(done.returncode == 4 and not done.stdout and len(done.stderr.splitlines()) == 1,
                    "a file that cannot be read", arguments, done)


def check_outputs(checks, command, arguments):
    done = checks.run(arguments)
    checks.that(done.returncode == 0 and done.stdout, "answers", arguments, done)
    wanted = done.stdout
    with open("/dev/full", "wb") as full:
        done = checks.run(arguments, stdout=full)
    checks.that(done.returncode == 4 and done.stderr, "onto a full device", arguments, done)
    for inherit in (True, False):  # SIGPIPE as a shell leaves it; ignored, as some parents do
        reader, writer = os.pipe()
        os.close(reader)
        done = checks.run(arguments, stdout=writer, restore_signals=inherit)
        os.close(writer)
        checks.that(done.returncode in (141, -13) and not done.stderr, "into a closed pipe", arguments, done)
    done = checks.run(arguments, stdout=None, preexec_fn=lambda: os.close(1))
    checks.that(done.returncode == 4, "without a standard output", arguments, done)
    done = checks.run(arguments + ["-o", "whole"])
    written = checks.folder / "whole"
    checks.that(done.returncode == 0 and not done.stdout and written.exists() and written.read_bytes() == wanted,
                "-o writes the same", arguments + ["-o", "whole"], done)
    written.unlink(missing_ok=True)
    done = checks.run(arguments + ["-o", "missing/file"])
    checks.that(done.returncode == 4 and not done.stdout, "-o into a folder that is not there", arguments, done)
    left = [p.name for p in checks.folder.iterdir() if p.name.startswith((".", "whole", "never"))]
    checks.that(not left, f"nothing left behind: {left}", arguments)


def formats(checks, command):
    """[[]] and the answer formats that the command takes, as options."""
    table = (ROOT / "src/write/doc_formats.def").read_text(encoding="utf-8")
    for name in re.findall(r"^DOC_FORMAT\((\w+)\)", table, re.MULTILINE):
        arguments = [command, *operands(command, "small.json"), "--format", name]
        done = checks.run(arguments)
        must = name == "json" and command not in OWN_FORMAT
        checks.that(done.returncode in ((0,) if must else (0, 2)), f"format {name}", arguments, done)
        if done.returncode == 0:
            yield ["--format", name]
        if must and done.returncode == 0:
            check_json(checks, command, arguments, done)


def check_json(checks, command, arguments, done):
    numbers = []

    def unique(pairs):
        if len({key for key, _ in pairs}) != len(pairs):
            raise ValueError("a key twice")
        return dict(pairs)

    def refuse(word):
        raise ValueError(word)

    try:
        answer = json.loads(done.stdout, object_pairs_hook=unique, parse_constant=refuse, parse_float=numbers.append)
    except ValueError:
        answer = {}
    keys = list(answer)
    checks.that(keys[:1] == ["ecograph"] and answer["ecograph"].get("command") == command and len(keys) > 1
                and keys[1] in ("ecosystem", "ecosystems"), "JSON says what it answers", arguments, done)
    checks.that(done.stdout.startswith(b'{\n  "ecograph": {\n    "version"') and done.stdout.endswith(b"\n}\n"),
                "JSON is indented by two", arguments, done)
    digits = [re.sub(r"e.*|[-.]", "", number).strip("0") for number in numbers]
    checks.that(all(len(d) <= 12 for d in digits), "numbers have at most 12 digits", arguments)


def check_same_bytes(checks, command, locales):
    file = XIAOMI if XIAOMI.exists() else checks.folder / "small.json"
    entity = "xiaomi" if XIAOMI.exists() else "f"
    data = file.read_bytes()
    for chosen in [[], *formats(checks, command)]:
        arguments = [command, *operands(command, str(file), entity), *chosen]
        first = checks.run(arguments)
        checks.that(first.returncode == 0 and first.stdout, "answers", arguments, first)
        variants = {"again": {}, "in another folder and time zone": {"TZ": "Asia/Shanghai"},
                    "in a wide terminal's environment": {"COLUMNS": "300", "TERM": "xterm-256color"},
                    "with NO_COLOR": {"NO_COLOR": "1"}, "in the C locale": {"LC_ALL": "C"},
                    **{f"in {name}": {"LC_ALL": name, "LANG": name, "LOCPATH": str(path)} for name, path in locales}}
        for what, env in variants.items():
            done = checks.run(arguments, env=env)
            checks.that((done.returncode, done.stdout, done.stderr) == (0, first.stdout, first.stderr),
                        f"the same bytes {what}", arguments, done)
        typed = [command, *operands(command, "-", entity), *chosen]
        if typed.count("-") == 1:
            done = checks.run(typed, stdin=data)
            checks.that(done.stdout == first.stdout, "the same bytes from standard input", typed, done)
        done = checks.run(arguments + ["--quiet"])
        checks.that((done.stdout, done.stderr) == (first.stdout, b""), "--quiet", arguments + ["--quiet"], done)
        for threads in ("1", "2", "7"):
            done = checks.run(arguments + ["--threads", threads])
            checks.that(done.returncode == 2 or done.stdout == first.stdout, f"the same bytes with {threads} threads",
                        arguments, done)


def check_empty(checks, command):
    for file, entity in (("empty.json", None), ("lone.json", "a")):
        arguments = [command, *operands(command, file, entity)]
        if "None" in arguments:
            continue  # nobody there to name
        done = checks.run(arguments)
        checks.that(done.returncode == 0 and done.stdout, "an empty ecosystem", arguments, done)
        if command not in OWN_FORMAT:
            done = checks.run(arguments + ["--format", "json"])
            checks.that(done.returncode == 0, "an empty ecosystem as JSON", arguments, done)
            check_json(checks, command, arguments, done)


def make_locales(checks):
    """Locales with a decimal comma and with the dotless i, made here: a machine has them seldom."""
    path = checks.folder / "locales"
    path.mkdir()
    for name in ("de_DE", "tr_TR"):
        full = f"{name}.UTF-8"
        made = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", "--no-archive", str(path / full)],
                              capture_output=True)
        seen = subprocess.run(["locale", "decimal_point"], capture_output=True, check=False,
                              env={"LOCPATH": str(path), "LC_ALL": full, "PATH": os.defpath})
        checks.that(seen.stdout == b",\n", f"the locale {full} can be made here", ["localedef"], made)
        yield full, path


def main():
    parser = argparse.ArgumentParser(description="Asks every command for what all of them promise.")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "ecograph")
    options = parser.parse_args()
    if not os.access(options.program, os.X_OK):
        print(f"there is no program {options.program}")
        print("0 passed, 1 failed")
        return 1
    with tempfile.TemporaryDirectory(prefix="ecograph-commands-") as folder:
        checks = Checks(str(options.program.resolve()), folder)
        for name, content in (("small", SMALL), ("empty", EMPTY), ("lone", LONE)):
            (checks.folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
        locales = list(make_locales(checks))
        check_program(checks)
        for command in commands_of(checks):
            learn_operands(checks, command)
            check_usage(checks, command)
            if takes_file(command):
                check_bad_files(checks, command)
                check_unreadable(checks, command)
                check_empty(checks, command)
            if command not in MAKERS:
                check_outputs(checks, command, [command, *operands(command, "small.json")])
                check_same_bytes(checks, command, locales)
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
