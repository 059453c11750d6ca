#!/usr/bin/env python3
"""The house rules that a machine can hold: which room may include which, one door for each library, one list for each
kind of row, silence in the library, and sizes. The tables are in rooms.py.

    layers.py [ROOT]      one check a rule and a header; the last line is "N passed, N failed"
    layers.py --sizes     the lengths of functions and files
"""
import fnmatch
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import rooms
import source

HERE = pathlib.Path(__file__).resolve()


class Tree:
    """The sources, read once."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.umbrella = self.read(rooms.UMBRELLA)
        self.sources = {path: text for path, text in self.read("src/**/*.[ch]").items() if path not in self.umbrella}
        self.code = {path: source.blank(text) for path, text in self.sources.items()}
        self.headers = [path for path in self.sources if matches(path, ["src/*/*.h"])
                        and room_of(path) != rooms.PROGRAM and not self.shows_library(path)]

    def read(self, pattern):
        return {path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8")
                for path in sorted(self.root.glob(pattern)) if path.is_file()}

    def includes(self, path):
        """(line, "<" or '"', name) of every #include."""
        text = source.blank(self.sources[path], strings=False)
        for match in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', text, re.MULTILINE):
            yield text.count("\n", 0, match.start()) + 1, match[1], match[2]

    def target(self, path, name):
        """The file of the tree that an include names: beside the includer, or under src/."""
        beside = (self.root / path).parent / name
        for candidate in (beside, self.root / "src" / name):
            if candidate.is_file():
                return candidate.resolve().relative_to(self.root.resolve()).as_posix()
        return None

    def shows_library(self, path, seen=()):
        """Whether a header brings an outside library's header along: it is ours alone then, and no user's."""
        for _, kind, name in self.includes(path):
            if kind == "<" and any(name.startswith(door) for door in rooms.DOORS):
                return True
            target = self.target(path, name) if kind == '"' else None
            if target in self.sources and target not in seen and self.shows_library(target, (*seen, path)):
                return True
        return False

    def rows(self, table):
        """The words of every line of a .def table."""
        path, word = table[0], table[1]
        file = self.root / path
        text = source.blank(file.read_text(encoding="utf-8")) if file.is_file() else ""
        for match in re.finditer(rf"^{word}\(([^)]*)\)", text, re.MULTILINE):
            yield [part.strip() for part in match[1].split(",")]


def room_of(path):
    return path.split("/")[1]


def matches(path, patterns):
    # A * of these patterns does not cross a slash.
    return any(fnmatch.fnmatch(path, pattern) and path.count("/") == pattern.count("/") for pattern in patterns)


def rule_rooms(tree):
    for path in tree.sources:
        if room_of(path) not in rooms.ROOMS:
            yield f"{path}: there is no room {room_of(path)}"
            continue
        for line, kind, name in tree.includes(path):
            if kind != '"':
                continue
            target = tree.target(path, name)
            if target is None:
                yield f"{path}:{line}: no file \"{name}\""
            elif room_of(target) != room_of(path) and room_of(target) not in rooms.ROOMS[room_of(path)]:
                yield f"{path}:{line}: {room_of(path)} may not include {room_of(target)}"


def rule_include_form(tree):
    """Headers name siblings and other rooms so that they can be installed; sources name every header from src/."""
    for path in tree.sources:
        for line, kind, name in tree.includes(path):
            if kind != '"':
                continue
            upward = tree.target(path, name) and not (tree.root / "src" / name).is_file()
            if path.endswith(".c") and upward:
                yield f"{path}:{line}: a source names headers as \"room/file.h\""
            elif path in tree.headers and not upward:
                yield f"{path}:{line}: a header names headers as \"file.h\" or \"../room/file.h\""


def rule_umbrella(tree):
    """The header for the library's users shows it all but nothing of the program."""
    for path, text in tree.umbrella.items():
        named = re.findall(r'^#include "(.*)"$', text, re.MULTILINE)
        for name in named:
            if f"src/{name}" not in tree.headers:
                yield f"{path}: \"{name}\" is no public header"
        if named != sorted(named):
            yield f"{path}: headers out of order"


def rule_doors(tree):
    for path in tree.sources:
        for line, kind, name in tree.includes(path):
            if kind == '"':
                if tree.target(path, name) == f"src/{rooms.BRIDGE}" and not matches(path, rooms.BRIDGE_USERS):
                    yield f"{path}:{line}: {rooms.BRIDGE} is for those that compute with igraph"
                continue
            door = next((d for d in rooms.DOORS if name.startswith(d)), None)
            if door is None and name not in rooms.SYSTEM:
                yield f"{path}:{line}: <{name}> is neither the system's nor behind a door"
            elif door and not matches(path, rooms.DOORS[door]):
                yield f"{path}:{line}: <{name}> belongs to {', '.join(rooms.DOORS[door])}"


def rule_silence(tree):
    loud = re.compile(rf"(?<![\w.>])({'|'.join(rooms.LOUD_CALLS)})(?=\s*\()|\b({'|'.join(rooms.LOUD_STREAMS)})\b")
    for path, code in tree.code.items():
        allowed = rooms.LOUD_ALLOWED.get(path, ([], ""))[0]
        if room_of(path) not in rooms.SILENT_ROOMS:
            continue
        for match in loud.finditer(code):
            if match[0] not in allowed:
                yield f"{path}:{code.count(chr(10), 0, match.start()) + 1}: {match[0]} in a library room"


def rule_locale(tree):
    for path, code in tree.code.items():
        for match in re.finditer(r"\b(setlocale|uselocale|newlocale)\b", code):
            yield f"{path}:{code.count(chr(10), 0, match.start()) + 1}: {match[1]}"


def rule_marks(tree):
    """No note of work left undone: what is open is not in the sources."""
    words = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK"]) + r")\b")
    texts = dict(tree.sources)
    for pattern in ("tests/**/*.[ch]", "tests/**/*.py", "tests/**/*.def", "src/**/*.def", "scripts/**/*", ".ci/*",
                    "**/meson.build"):
        texts.update(tree.read(pattern))
    for path, text in texts.items():
        if path.startswith("build"):
            continue
        for match in words.finditer(text):
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match[1]}"


def rule_function_length(tree):
    for path, text in {**tree.sources, **tree.read("tests/**/*.[ch]")}.items():
        for function in source.functions(text):
            if function.lines > rooms.FUNCTION_LINES:
                yield f"{path}:{function.line}: {function.name} has {function.lines} lines, more than {rooms.FUNCTION_LINES}"


def rule_file_length(tree):
    for path, text in tree.sources.items():
        if text.count("\n") > rooms.FILE_LINES:
            yield f"{path}: {text.count(chr(10))} lines, more than {rooms.FILE_LINES}"


def rule_extern_c(tree):
    for path in tree.headers:
        if 'extern "C"' not in tree.sources[path]:
            yield f"{path}: no extern \"C\""


def rule_tables(tree):
    """Every line of a table has its row, every row its line, and there is no second list."""
    for path in tree.read("src/**/*.def"):
        if path not in {table[0] for table in rooms.TABLES}:
            yield f"{path}: rooms.py does not know this table"
    for table in rooms.TABLES:
        listed = set()
        for words in tree.rows(table):
            symbol, file = table[2].format(*words), table[3].format(*words)
            if symbol in listed:
                yield f"{table[0]}: {symbol} twice"
            listed.add(symbol)
            if file not in tree.code:
                yield f"{table[0]}: no file {file}"
            elif not re.search(rf"^const struct \w+ {symbol}\b", tree.code[file], re.MULTILINE):
                yield f"{file}: no row {symbol}"
        prefix = re.sub(r"\{\d\}$", "", table[2])
        row = re.compile(rf"^const struct {prefix.rstrip('_')} ({prefix}\w+)\b", re.MULTILINE)
        for path, code in tree.code.items():
            for match in row.finditer(code):
                if match[1] not in listed:
                    yield f"{path}: {match[1]} is not in {table[0]}"
            named = listed & set(re.findall(rf"\b{prefix}\w+\b", code)) - set(row.findall(code))
            if len(named) > rooms.ROWS_NAMED:
                yield f"{path}: names {len(named)} rows of {table[0]}, which is the only list"


def rule_built(tree):
    """Every source is compiled: by a table's line or by name."""
    meson = (tree.root / "src/meson.build").read_text(encoding="utf-8")
    known = {table[3].format(*words) for table in rooms.TABLES for words in tree.rows(table)}
    for path in tree.sources:
        if path.endswith(".c") and path not in known and f"'{path[len('src/'):]}'" not in meson:
            yield f"{path}: not in src/meson.build nor in a table"


def tests_of(path):
    """Where a source may be tested: under its own name; under that of the source it is a part of (json_place: json);
    under that of its folder."""
    room, name = re.match(r"src/(.*)/([^/]*)\.c$", path).groups()
    parts = name.split("_")
    yield from (f"tests/{room}/test_{'_'.join(parts[:count])}.c" for count in range(len(parts), 0, -1))
    if "/" in room:
        outer, folder = room.rsplit("/", 1)
        yield f"tests/{outer}/test_{folder}.c"


def rule_tests(tree):
    """A test has the name of the file that it tests; what has none is tested where rooms.py says."""
    listed = {f"tests/{room}/test_{file}.c" for room, file in tree.rows(("tests/tests.def", "TEST"))}
    for path in tree.read("tests/**/test_*.c"):
        if path not in listed:
            yield f"{path}: not in tests/tests.def"
    for path, text in tree.sources.items():
        if path.endswith(".c") and not listed.intersection(tests_of(path)) and source.functions(text) \
                and not matches(path, rooms.TESTED_ELSEWHERE):
            yield f"{path}: no {next(tests_of(path))}"
    for pattern in rooms.TESTED_ELSEWHERE:
        if not any(matches(path, [pattern]) for path in tree.sources):
            yield f"rooms.py: TESTED_ELSEWHERE names {pattern}, which is nowhere"


RULES = {name[len("rule_"):]: rule for name, rule in globals().items() if name.startswith("rule_")}


def compile_alone(tree, path, language):
    """What the compiler says of a header by itself; None where it is content."""
    compiler = {"c": ["cc", "-std=c17"], "c++": ["c++", "-std=c++17"]}[language]
    if not shutil.which(compiler[0]):
        return f"no compiler {compiler[0]}"
    with tempfile.NamedTemporaryFile("w", suffix=".c") as file:
        # Through an include: a header given as the main file is warned about for being one.
        file.write(f'#include "{(tree.root / path).resolve()}"\n')
        file.flush()
        run = subprocess.run([*compiler, "-x", language, "-Wall", "-Wextra", "-pedantic", "-Werror", "-fsyntax-only",
                              file.name], capture_output=True, text=True)
    return run.stderr if run.returncode else None


def check(root):
    """(name, [problems]) of every rule and header."""
    tree = Tree(root)
    for name, rule in RULES.items():
        yield name, list(rule(tree))
    for path in [*tree.headers, *tree.umbrella]:
        for language in ("c", "c++"):
            complaint = compile_alone(tree, path, language)
            yield f"{path} alone in {language}", [complaint] if complaint else []


def show_sizes(root):
    tree = Tree(root)
    found = [(f.lines, f"{path}:{f.line} {f.name}") for path, text in tree.sources.items() for f in source.functions(text)]
    lengths = sorted(lines for lines, _ in found)
    files = sorted((text.count("\n"), path) for path, text in tree.sources.items())
    within = sum(n <= 40 for n in lengths) / len(lengths)
    print(f"{len(lengths)} functions: median {lengths[len(lengths) // 2]} lines, {within:.0%} within 40")
    for lines, where in sorted(found, reverse=True)[:10]:
        print(f"{lines:5} {where}")
    print(f"{len(files)} files: median {files[len(files) // 2][0]} lines")
    for lines, path in files[:-11:-1]:
        print(f"{lines:5} {path}")


def main(arguments):
    root = HERE.parents[2]
    if arguments == ["--sizes"]:
        show_sizes(root)
        return 0
    passed = failed = 0
    for name, problems in check(arguments[0] if arguments else root):
        passed += not problems
        failed += bool(problems)
        for problem in problems:
            print(f"{name}: {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
