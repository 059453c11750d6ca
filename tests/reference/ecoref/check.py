"""Holds the program's JSON against the reference's, figure by figure."""
from .ecosystem import modularity
from .solve import close
from .views import View

TOLERANCE = 1e-9
ITERATED = {"pagerank", "eigenvector", "hub", "authority", "synchronisation",
            "synchronisability"}

# What must be there. Other figures are compared when the program emits them.
REQUIRED = {
    "focal": {"id", "partner_reliance", "coalescence", "bond", "mutuality",
              "depth", "integration", "circulation", "breadth"},
    "metrics": {"entities", "relations", "value", "density", "reciprocity",
                "largest_component", "fragmentation",
                "distance_fragmentation", "efficiency", "assortativity",
                "articulation_points", "synchronisability"},
    "entities": {"id", "name", "kind", "group", "degree_in", "degree_out",
                 "degree", "strength_in", "strength_out", "strength",
                 "betweenness", "harmonic", "pagerank", "eigenvector",
                 "hub", "authority", "coreness", "constraint",
                 "effective_size", "clustering", "participation",
                 "articulation"},
    "groups": {"id", "lock_in", "grip", "concentration", "providers",
               "platform_dependence", "bond", "bond_share",
               "coalescence_contribution"},
    "ties": {"from", "to", "dependence", "mutual_dependence",
             "power_imbalance", "switching_cost", "uniqueness", "lock_in"},
    "consumers": {"id", "bundle_size", "bundle_lock_in", "lock_in_curve"},
}


class Mismatch(Exception):
    pass


class Check:
    """Collects (JSON path, theirs, ours)."""

    def __init__(self, doubtful=()):
        self.found = []
        self.doubtful = set(doubtful)

    def add(self, path, theirs, ours):
        self.found.append((path, theirs, ours))

    def value(self, path, theirs, ours, name=""):
        """One figure: numbers within tolerance, all else exactly."""
        if name in self.doubtful:
            return
        number = (int, float)
        plain = not isinstance(theirs, bool) and not isinstance(ours, bool)
        if plain and isinstance(theirs, number) and isinstance(ours, number):
            tolerance = 1e-7 if name in ITERATED else TOLERANCE
            if abs(theirs - ours) > tolerance and \
                    not close(theirs, ours, tolerance):
                self.add(path, theirs, ours)
        elif theirs != ours or isinstance(theirs, bool) != isinstance(ours,
                                                                      bool):
            self.add(path, theirs, ours)

    def record(self, path, theirs, ours, required=()):
        """An object of figures."""
        if not isinstance(theirs, dict):
            self.add(path, theirs, "an object")
            return
        for name, expected in ours.items():
            if name not in theirs:
                if name in required:
                    self.add(path + "." + name, "(missing)", expected)
            elif isinstance(expected, (list, dict)):
                pass
            else:
                self.value(path + "." + name, theirs[name], expected, name)

    def same_ids(self, path, theirs, ours, keys=("id",)):
        """The same rows in the same order?"""
        a = [tuple(x.get(k) for k in keys) for x in theirs]
        b = [tuple(x.get(k) for k in keys) for x in ours]
        if a != b:
            self.add(path, a, b)
        return a == b

    def undefined(self, path, item):
        """Every null has its reason and every reason its null."""
        if isinstance(item, list):
            for i, x in enumerate(item):
                self.undefined("%s[%d]" % (path, i), x)
        if not isinstance(item, dict):
            return
        reasons = item.get("undefined") or {}
        if not isinstance(reasons, dict):
            self.add(path + ".undefined", reasons, "an object")
            return
        for name, x in item.items():
            # an id is no figure
            if name != "id" and x is None and not isinstance(
                    reasons.get(name), str):
                self.add(path + "." + name, "null without reason", None)
            if name != "undefined":
                self.undefined(path + "." + name, x)
        for name in reasons:
            if name not in item or item[name] is not None:
                self.add(path + ".undefined." + name,
                         item.get(name, "(missing)"), "null")


def report(theirs, ours, eco, level, doubtful=()):
    check = Check(doubtful)
    for block in ("focal", "metrics", "entities", "groups", "ties",
                  "consumers"):
        if block not in theirs:
            if REQUIRED.get(block):
                check.add(block, "(missing)", block)
        else:
            check.undefined(block, theirs[block])
    for block in ("focal", "metrics"):
        if block in theirs:
            check.record(block, theirs[block], ours[block], REQUIRED[block])
    for block in ("entities", "groups"):
        if block in theirs and check.same_ids(block, theirs[block],
                                              ours[block]):
            for a, b in zip(theirs[block], ours[block]):
                check.record("%s[%s]" % (block, b["id"]), a, b,
                             REQUIRED[block])
    if "ties" in theirs:
        ties(check, theirs["ties"], ours["ties"], eco)
    if "consumers" in theirs:
        consumers(check, theirs["consumers"], ours["consumers"])
    community(check, theirs, eco, level)
    return check.found


def ties(check, theirs, ours, eco):
    table = {(t["from"], t["to"]): t for t in ours}
    names = [(t["from"], t["to"]) for t in theirs]
    if sorted(names) != sorted(table):
        check.add("ties", sorted(names), sorted(table))
        return
    place = {e.id: i for i, e in enumerate(eco.entities)}
    for a, b in zip(theirs, theirs[1:]):
        if close(a["lock_in"], b["lock_in"], 1e-9):
            first = [place[a["from"]], place[a["to"]]]
            if first > [place[b["from"]], place[b["to"]]]:
                check.add("ties order", [a["from"], a["to"]],
                          [b["from"], b["to"]])
        elif a["lock_in"] < b["lock_in"]:
            check.add("ties order", a["lock_in"], b["lock_in"])
    for t in theirs:
        key = t["from"], t["to"]
        check.record("ties[%s,%s]" % key, t, table[key], REQUIRED["ties"])


def consumers(check, theirs, ours):
    if ours is None:
        # without F the text says nothing: rows may be left out or null
        for row in theirs:
            if row.get("bundle_size") is not None:
                check.add("consumers[%s]" % row["id"], row, None)
        return
    if not check.same_ids("consumers", theirs, ours):
        return
    for a, b in zip(theirs, ours):
        path = "consumers[%s]" % b["id"]
        check.record(path, a, b, REQUIRED["consumers"])
        curve, expected = a.get("lock_in_curve"), b["lock_in_curve"]
        path += ".lock_in_curve"
        if curve is None:
            check.add(path, curve, expected)
            continue
        if not check.same_ids(path, curve, expected, ("k",)):
            continue
        for x, y in zip(curve, expected):
            inner = "%s[%d]" % (path, y["k"])
            if y.get("drawn"):
                top = a["bundle_lock_in"] + 1e-9
                if not (0 <= x["unintegrated"] <= x["mean"] + 1e-9 <= top
                        + 1e-9 and 0 <= x["p05"] <= x["p95"] <= top):
                    check.add(inner, x, "bounds")
            else:
                check.record(inner, x, y, set(y))


def community(check, theirs, eco, level):
    rows = theirs.get("entities") or []
    if not rows or any("community" not in row for row in rows):
        return
    view = View(eco, level)
    numbers = [row["community"] for row in rows]
    if len(numbers) != view.n or None in numbers:
        return
    sizes = [numbers.count(c) for c in range(1, max(numbers) + 1)]
    if 0 in sizes or min(numbers) < 1 or sizes != sorted(sizes,
                                                         reverse=True):
        check.add("entities[].community", sizes, "falling sizes from 1")
    if "modularity" in theirs.get("metrics", {}):
        check.value("metrics.modularity", theirs["metrics"]["modularity"],
                    modularity(view, numbers), "modularity")
    stability = theirs.get("metrics", {}).get("community_stability")
    if stability is not None and not -1e-9 <= stability <= 1 + 1e-9:
        check.add("metrics.community_stability", stability, "0 to 1")


def lenses(theirs_vrio, theirs_pestel, ours_vrio, ours_pestel):
    """Answers of the commands vrio and pestel."""
    check = Check()
    check.undefined("vrio", theirs_vrio.get("resources"))
    check.undefined("pestel", theirs_pestel.get("groups"))
    if ours_vrio is not None and check.same_ids(
            "vrio.resources", theirs_vrio.get("resources") or [], ours_vrio,
            ("resource",)):
        for a, b in zip(theirs_vrio["resources"], ours_vrio):
            check.record("vrio[%s]" % b["resource"], a, b, set(b))
    table = {(x["id"], x["dimension"]): x for x in ours_pestel}
    seen = set()
    for row in theirs_pestel.get("groups") or []:
        key = row["id"], row["dimension"]
        seen.add(key)
        if key not in table:
            check.add("pestel", key, "(no such row)")
            continue
        check.record("pestel[%s,%s]" % key, row, table[key],
                     {"own", "threat", "support"})
    for key, row in table.items():
        # a row of nulls may be left out
        if key not in seen and row["threat"] is not None:
            check.add("pestel[%s,%s]" % key, "(missing)", row)
    return check.found


def samples(check, path, item, sure):
    """x_mean, x_p05, x_p95 beside x, all equal to x where nothing is in
    doubt."""
    if isinstance(item, list):
        for k, x in enumerate(item):
            samples(check, "%s[%d]" % (path, k), x, sure)
    if not isinstance(item, dict):
        return
    for name, x in item.items():
        if isinstance(x, (dict, list)):
            samples(check, path + "." + name, x, sure)
        if not name.endswith("_mean") or name[:-5] not in item:
            continue
        base = name[:-5]
        low, high = item.get(base + "_p05"), item.get(base + "_p95")
        if (low is None) != (high is None) or (
                low is not None and low > high + TOLERANCE * abs(high)):
            check.add(path + "." + base, low, high)
        if sure:
            for figure in (x, low, high):
                check.value(path + "." + base, figure, item[base], base)
