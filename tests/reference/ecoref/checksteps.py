"""Holds the answers of whatif and sweep against the reference's."""
from .check import Check
from .solve import close


class StepCheck(Check):
    def undefined(self, path, item):
        """As everywhere; an id or a label may be null without reason."""
        if isinstance(item, dict):
            free = {k for k in ("id", "label") if item.get(k, 0) is None}
            reasons = item.get("undefined")
            item = {k: v for k, v in item.items() if k not in free}
            if isinstance(reasons, dict):
                item["undefined"] = {k: v for k, v in reasons.items()
                                     if k not in free}
        Check.undefined(self, path, item)

    def causes(self, path, theirs, ours):
        if set(theirs) != set(ours):
            self.add(path, sorted(theirs), sorted(ours))
            return
        for ident, found in ours.items():
            rows = theirs[ident]
            table = {x["id"]: x["share"] for x in rows}
            if len(table) != len(rows):
                self.add("%s[%s]" % (path, ident), rows, "each id once")
            for j in set(table) | set(found):
                self.value("%s[%s][%s]" % (path, ident, j),
                           table.get(j, 0.0), found.get(j, 0.0))
            for a, b in zip(rows, rows[1:]):
                if a["share"] < b["share"] and not close(a["share"],
                                                         b["share"]):
                    self.add("%s[%s]" % (path, ident), rows, "largest first")

    def distress(self, path, theirs, ours):
        table = {x["id"]: x["q"] for x in theirs}
        for i in sorted(set(table) | set(ours)):
            self.value("%s[%s]" % (path, i), table.get(i, 0.0),
                       ours.get(i, 0.0))

    def deltas(self, path, theirs, ours, before):
        """Differences of large figures keep the large ones' precision."""
        if not isinstance(theirs, dict):
            self.add(path, theirs, "an object")
            return
        for name, x in ours.items():
            y = theirs.get(name, "(missing)")
            if None in (x, y) or isinstance(y, str):
                self.same(path + "." + name, y, x)
            elif abs(x - y) > 1e-12 * abs(before[name]):
                self.value(path + "." + name, y, x, name)

    def told(self, path, theirs, ours):
        self.same(path + ".rounds", theirs.get("rounds"), ours["rounds"])
        kept = {i: {j: v for j, v in found.items()}
                for i, found in ours["causes"].items()
                if sum(found.values()) > 1e-12}
        self.causes(path + ".causes", {
            i: rows for i, rows in (theirs.get("causes") or {}).items()
            if sum(x["share"] for x in rows) > 1e-12}, kept)
        self.distress(path + ".distress", theirs.get("distress") or [],
                      ours["distress"])

    def same(self, path, theirs, ours):
        if theirs != ours:
            self.add(path, theirs, ours)


def steps(theirs, ours, model):
    check = StepCheck()
    found = theirs.get("steps")
    if not isinstance(found, list) or len(found) != len(ours):
        check.add("steps", found, "%d steps" % len(ours))
        return check.found
    for k, (a, b) in enumerate(zip(found, ours)):
        path = "steps[%d]" % k
        check.undefined(path, a)
        if b["label"] is not None:
            check.same(path + ".label", a.get("label"), b["label"])
        check.same(path + ".removed", a.get("removed"), b["removed"])
        check.same(path + ".orphans", a.get("orphans"), b["orphans"])
        check.same(path + ".resources_lost",
                   sorted(a.get("resources_lost") or []),
                   b["resources_lost"])
        check.value(path + ".value_lost", a.get("value_lost"),
                    b["value_lost"], "value_lost")
        if model != "none":
            check.value(path + ".damage", a.get("damage"), b["damage"])
        if model == "all":
            every(check, path, a, b)
        else:
            check.told(path, a, b)
        for block in ("before", "after"):
            check.record(path + "." + block, a.get(block), b[block],
                         set(b[block]))
        check.deltas(path + ".delta", a.get("delta"), b["delta"],
                     b["before"])
    return check.found


def every(check, path, a, b):
    rows = a.get("cascades") or []
    names = [x.get("model") for x in rows]
    if names != [x["model"] for x in b["cascades"]]:
        check.add(path + ".cascades", names, "three models")
        return
    for x, y in zip(rows, b["cascades"]):
        check.told("%s.cascades[%s]" % (path, y["model"]), x, y)
    check.value(path + ".agreement", a.get("agreement"), b["agreement"])
    # five widest; who ranks the same everywhere is not disputed
    widest = [i for i, span in b["disputed"] if span > 0][:5]
    named = a.get("disputed") or []
    if named[:len(widest)] != widest:
        check.add(path + ".disputed", named, widest)


def sweep(theirs, ours, rank_by="value_lost"):
    check = StepCheck()
    rows = theirs.get("removals")
    if not isinstance(rows, list):
        check.add("removals", rows, "a list")
        return check.found
    check.undefined("removals", rows)
    table = {x["id"]: x for x in ours}
    names = [x["id"] for x in rows]
    if sorted(names) != sorted(table):
        check.add("removals", names, sorted(table))
        return check.found
    order(check, [table[i] for i in names], rank_by,
          [x["id"] for x in ours])
    for row in rows:
        expected = table[row["id"]]
        path = "removals[%s]" % row["id"]
        check.record(path, row, expected, set(expected) - {"before"})
        check.record(path + ".damage", row.get("damage"),
                     expected["damage"], set(expected["damage"]))
        check.deltas(path + ".delta", row.get("delta"), expected["delta"],
                     expected["before"])
    return check.found


def order(check, rows, rank_by, file_order):
    """Most harmful first, equal ones in file order."""
    for a, b in zip(rows, rows[1:]):
        x, y = a[rank_by], b[rank_by]
        if x is None or y is None:
            continue
        if close(x, y) or abs(x - y) < 1e-12:
            if file_order.index(a["id"]) > file_order.index(b["id"]):
                check.add("removals order", a["id"], b["id"])
        elif x < y:
            check.add("removals order", [a["id"], x], [b["id"], y])


def pairs(check, theirs, ours):
    """Those emitted are right, and the largest excess comes first."""
    table = {frozenset(k): v for k, v in ours.items()}
    for row in theirs:
        value, excess = table.get(frozenset(row["ids"]), (None, None))
        check.value("pairs[%s].value" % row["ids"], row["value"], value)
        check.value("pairs[%s].excess" % row["ids"], row["excess"], excess)
    known = sorted((e for _, e in ours.values() if e is not None),
                   reverse=True)
    for row, excess in zip(theirs, known):
        check.value("pairs order", row["excess"], excess)
    if known and not theirs:
        check.add("pairs", theirs, known[:3])


def attack(check, path, theirs, curve, robustness):
    check.value(path + ".robustness", theirs.get("robustness"), robustness)
    if check.same_ids(path + ".curve", theirs.get("curve") or [], curve):
        for a, b in zip(theirs["curve"], curve):
            check.record("%s.curve[%s]" % (path, b["id"]), a, b, set(b))
