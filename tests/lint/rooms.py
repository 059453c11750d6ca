"""The table of the rooms: who may include whom, and which outside library stands behind which door."""

# room: the rooms whose headers it may include, besides its own.
ROOMS = {
    "base": [],
    "model": ["base"],
    "doc": ["base"],
    "read": ["model", "base"],
    "graph": ["model", "base"],
    "map": ["model", "base"],
    "write": ["doc", "model", "base"],
    "metric": ["graph", "doc", "model", "base"],
    "scenario": ["metric", "graph", "doc", "model", "base"],
    "report": ["scenario", "metric", "read", "graph", "map", "write", "doc", "model", "base"],
    "cli": ["report", "scenario", "metric", "read", "map", "write", "doc", "model", "base"],
}

# header prefix: the files that may include it.
DOORS = {
    "igraph": ["src/graph/bridge.[ch]", "src/graph/shim.h", "src/metric/*.[ch]", "src/metric/*/*.[ch]"],
    "jansson": ["src/read/json*.[ch]"],
    "libxml/": ["src/read/xml*.[ch]"],
    "graphviz/": ["src/map/*.[ch]"],
}

# The header behind which igraph stands, and who may include that.
BRIDGE = "graph/bridge.h"
BRIDGE_USERS = ["src/graph/*.[ch]", "src/metric/*.[ch]", "src/metric/*/*.[ch]"]

# The C library and the system: open to every room.
SYSTEM = set("""
assert.h complex.h ctype.h errno.h fenv.h float.h inttypes.h limits.h locale.h math.h setjmp.h signal.h stdalign.h
stdarg.h stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h stdnoreturn.h string.h tgmath.h threads.h time.h
uchar.h wchar.h wctype.h dirent.h fcntl.h getopt.h libgen.h poll.h sched.h spawn.h strings.h unistd.h sys/file.h sys/ioctl.h sys/mman.h
sys/prctl.h sys/random.h sys/resource.h sys/stat.h sys/time.h sys/types.h sys/uio.h sys/wait.h omp.h
""".split())

# The program's own room: its headers are nobody else's. In the other rooms, those in a folder inside the room serve the
# files beside them alone.
PROGRAM = "cli"

# The header that shows the whole library; it stands above the rooms.
UMBRELLA = "src/ecograph.h"

# A library room is silent and never ends the process: word, and the files that may use it all the same, with the reason.
SILENT_ROOMS = [room for room in ROOMS if room != PROGRAM]
LOUD_CALLS = ["printf", "vprintf", "puts", "putchar", "perror", "exit", "_exit", "_Exit", "quick_exit", "abort"]
LOUD_STREAMS = ["stdout", "stderr", "STDOUT_FILENO", "STDERR_FILENO"]
LOUD_ALLOWED = {
    "src/base/memory.c": (["abort", "_exit", "STDERR_FILENO"], "the out-of-memory handler: nothing can be returned"),
    "src/base/work.c": (["_exit"], "ends a forked worker"),
    "src/graph/bridge.c": (["abort"], "igraph's handler of fatal errors must not return"),
    "src/map/contain.c": (["_exit"], "ends the child process in which Graphviz works"),
}

# The lists: table, the word of its lines, the symbol that a row defines, the row's file ({0}, {1}, ... are the words).
TABLES = [
    ("src/metric/metrics.def", "METRIC", "eco_metric_{2}", "src/metric/{0}/{1}.c"),
    ("src/read/readers.def", "READER", "eco_reader_{0}", "src/read/{0}.c"),
    ("src/write/doc_formats.def", "DOC_FORMAT", "eco_doc_format_{0}", "src/write/{0}.c"),
    ("src/write/eco_formats.def", "MODEL_FORMAT", "eco_model_format_{0}", "src/write/eco_{0}.c"),
    ("src/scenario/cascades.def", "CASCADE", "eco_cascade_model_{0}", "src/scenario/{0}.c"),
    ("src/cli/commands.def", "COMMAND", "eco_command_{0}", "src/cli/cmd_{0}.c"),
]

# A row may name the few that it is computed from; a source that names more than this many keeps a second list.
ROWS_NAMED = 8

# Sources without a test program of their own name: a pattern, and what tests them instead.
TESTED_ELSEWHERE = {
    "src/cli/*.c": "tests/cli runs the program",
    "src/report/*.c": "tests/cli compares whole answers",
}

FUNCTION_LINES = 60
FILE_LINES = 400
