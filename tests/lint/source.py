"""A look at C sources good enough for house rules: text without comments and strings, functions with their lengths."""
import re
from dataclasses import dataclass

TOKEN = re.compile(r"""
    (?P<comment> /\*.*?\*/ | //[^\n]* )
  | (?P<string>  "(?:\\.|[^"\\\n])*" )
  | (?P<char>    '(?:\\.|[^'\\\n])*' )
""", re.VERBOSE | re.DOTALL)


def blank(text, strings=True):
    """The text with comments (and strings) replaced by spaces; lines stay where they are."""
    def replacement(match):
        if match.lastgroup != "comment" and not strings:
            return match[0]
        keep = match[0][0] if match.lastgroup != "comment" else " "
        inner = re.sub(r"[^\n]", " ", match[0])
        return keep + inner[1:-1] + keep if len(match[0]) > 1 else inner
    return TOKEN.sub(replacement, text)


def without_directives(code):
    """Preprocessor lines, with their continuations, blanked as well."""
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: re.sub(r"[^\n]", " ", m[0]), code, flags=re.MULTILINE)


@dataclass
class Function:
    name: str
    line: int
    lines: int


def functions(text):
    """Definitions at the top level: a name, a parameter list, a body in braces."""
    code = without_directives(blank(text))
    code = re.sub(r'extern\s+"\s*"\s*\{', lambda m: " " * len(m[0]), code)
    found, depth, start, head = [], 0, 0, 0
    for at, char in enumerate(code):
        if char == "{":
            if depth == 0:
                start = at
            depth += 1
        elif char == "}":
            depth = max(0, depth - 1)
            if depth == 0:
                name = re.search(r"(\w+)\s*\((?:[^()]|\([^()]*\))*\)\s*$", code[head:start])
                if name and name[1] not in ("__attribute__",):
                    first = code.count("\n", 0, head + name.start()) + 1
                    found.append(Function(name[1], first, code.count("\n", 0, at) + 2 - first))
                head = at + 1
        elif char == ";" and depth == 0:
            head = at + 1
    return found
