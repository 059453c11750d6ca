#!/usr/bin/env python3
"""The lint must be able to fail: a small good tree passes every rule, and each bad change fails just the rule meant."""
import pathlib
import sys
import tempfile

import layers
import rooms

HEADER = """#ifndef ECO_{0}_H
#define ECO_{0}_H
{1}#ifdef __cplusplus
extern "C" {{
#endif
int eco_{0}(int x);
#ifdef __cplusplus
}}
#endif
#endif
"""

GOOD = {
    "src/base/number.h": HEADER.format("number", ""),
    "src/base/number.c": '#include "base/number.h"\n\n#include <math.h>\n\nint eco_number(int x)\n{\n    return x;\n}\n',
    "src/model/thing.h": HEADER.format("thing", '#include "../base/number.h"\n'),
    "src/model/thing.c": '#include "model/thing.h"\n\nint eco_thing(int x)\n{\n    return eco_number(x);\n}\n',
    "src/read/readers.def": "/* READER(row) */\nREADER(json)\n",
    "src/read/json.c": '#include <jansson.h>\n\n#include "model/thing.h"\n\nconst struct eco_reader eco_reader_json = {0};\n',
    "src/meson.build": "files('base/number.c', 'model/thing.c')\n",
    "tests/tests.def": "/* TEST(room, file) */\nTEST(base, number)\nTEST(model, thing)\n",
    "tests/base/test_number.c": "int main(void)\n{\n    return 0;\n}\n",
    "tests/model/test_thing.c": "int main(void)\n{\n    return 0;\n}\n",
}

# (what is wrong, the rule that must say so, {file: new text or a function of the old}).
BAD = [
    ("an arrow upwards", "rooms", {"src/base/number.c": lambda t: '#include "model/thing.h"\n' + t}),
    ("an unknown room", "rooms", {"src/attic/old.h": HEADER.format("old", "")}),
    ("a header that is not there", "rooms", {"src/base/number.c": lambda t: '#include "base/gone.h"\n' + t}),
    ("a path from src/ in a header", "include_form",
     {"src/model/thing.h": lambda t: t.replace("../base/number.h", "base/number.h")}),
    ("a sibling's bare name in a source", "include_form",
     {"src/base/number.c": lambda t: t.replace("base/number.h", "number.h")}),
    ("jansson in the model", "doors", {"src/model/thing.c": lambda t: "#include <jansson.h>\n" + t}),
    ("igraph in a reader", "doors", {"src/read/json.c": lambda t: "#include <igraph/igraph.h>\n" + t}),
    ("an unknown library", "doors", {"src/base/number.c": lambda t: "#include <zlib.h>\n" + t}),
    ("the program's header in the library's", "umbrella",
     {"src/ecograph.h": '#include "cli/options.h"\n', "src/cli/options.h": HEADER.format("options", "")}),
    ("printf in the library", "silence", {"src/base/number.c": lambda t: t.replace("return", 'printf("x");\n    return')}),
    ("exit in the library", "silence", {"src/model/thing.c": lambda t: t.replace("return", "exit(1);\n    return")}),
    ("stderr in the library", "silence", {"src/model/thing.c": lambda t: t.replace("return", "fflush(stderr);\n    return")}),
    ("setlocale", "locale", {"src/base/number.c": lambda t: t.replace("return", 'setlocale(0, "");\n    return')}),
    ("a note of work undone", "marks", {"src/base/number.c": lambda t: "/* TO" + "DO: finish */\n" + t}),
    ("a note in a script", "marks", {"scripts/demo": "# FIX" + "ME\n"}),
    ("a long function", "function_length",
     {"src/base/number.c": lambda t: t.replace("    return", "    x++;\n" * rooms.FUNCTION_LINES + "    return")}),
    ("a long file", "file_length", {"src/base/number.c": lambda t: t + "int eco_more(void);\n" * rooms.FILE_LINES}),
    ("no extern C", "extern_c", {"src/base/number.h": lambda t: t.replace('extern "C" {', "").replace("}\n", "\n")}),
    ("a line without its file", "tables", {"src/read/readers.def": lambda t: t + "READER(gml)\n"}),
    ("a line twice", "tables", {"src/read/readers.def": lambda t: t + "READER(json)\n"}),
    ("a file without its row", "tables", {"src/read/json.c": '#include "model/thing.h"\n'}),
    ("a row without its line", "tables",
     {"src/read/json.c": lambda t: t + "const struct eco_reader eco_reader_gml = {0};\n"}),
    ("an unknown table", "tables", {"src/read/more.def": "MORE(json)\n"}),
    ("a source that is not built", "built", {"src/meson.build": "files('base/number.c')\n"}),
    ("a source without a test", "tests", {"tests/tests.def": "TEST(base, number)\n", "tests/model/test_thing.c": None}),
    ("a test without its line", "tests", {"tests/base/test_more.c": "int main(void)\n{\n    return 0;\n}\n"}),
    ("a header that needs another", "src/base/number.h alone in c",
     {"src/base/number.h": lambda t: t.replace("int eco_number(int x)", "int eco_number(size_t x)")}),
    ("a header that is not C++", "src/base/number.h alone in c++",
     {"src/base/number.h": lambda t: t.replace("int eco_number(int x)", "int eco_number(int class)")}),
]

# Text that looks like an offence and is none.
HARMLESS = """
/* printf, exit(1) and setlocale are only words here: "abort". */
static const char words[] = "stderr printf( exit( {{{ /* \\" setlocale(";
struct speech {
    int exit;
};

int eco_quiet(const struct speech *speech)
{
    return speech->exit + words[0] + '{' + '"';
}
"""


def failed_rules(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return {rule for rule, problems in layers.check(folder) if problems}


def changed(change):
    files = dict(GOOD)
    for name, text in change.items():
        files[name] = text(files[name]) if callable(text) else text
        if text is None:
            del files[name]
    return files


def main():
    rooms.TESTED_ELSEWHERE = {}
    rooms.TABLES = [table for table in rooms.TABLES if table[1] == "READER"]
    passed = failed = 0

    def expect(what, rules, wanted):
        nonlocal passed, failed
        if rules == wanted:
            passed += 1
        else:
            failed += 1
            print(f"{what}: failed {sorted(rules)} instead of {sorted(wanted)}")

    expect("a good tree", failed_rules(GOOD), set())
    expect("harmless words", failed_rules(changed({"src/base/number.c": lambda t: t + HARMLESS})), set())
    for what, rule, change in BAD:
        rules = failed_rules(changed(change))
        # A change that breaks a header for C breaks it for C++ and for those that include it, too.
        expect(what, rules & {rule}, {rule})
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
