"""Section 10: unused sources, conflicts, values outside their range, groups
that give and receive nothing, share with evidence."""
import re
from fractions import Fraction

from .views import View

ALWAYS = (-10 ** 9, 10 ** 9)


def month_span(text):
    """First and last month of YYYY, YYYY-Qn, YYYY-MM."""
    year, _, rest = text.partition("-")
    first = int(year) * 12
    if not rest:
        return first, first + 11
    if rest[0] == "Q":
        start = first + 3 * (int(rest[1]) - 1)
        return start, start + 2
    return first + int(rest) - 1, first + int(rest) - 1


def span(at):
    """Missing means any time; A/B runs from the start of A to the end of
    B."""
    if at is None:
        return ALWAYS
    ends = [month_span(part) for part in re.split("/", at)]
    return ends[0][0], ends[-1][1]


def allowed(claim):
    """The interval of values; None is unbounded."""
    value = Fraction(claim["value"])
    bound = claim.get("bound", "exact")
    return (None if bound == "at_most" else value,
            None if bound == "at_least" else value)


def miss(a, b):
    """Do the intervals miss each other by more than 1 % of the larger?"""
    for (_, high), (low, _) in ((a, b), (b, a)):
        if high is not None and low is not None and low > high:
            return low - high > max(abs(low), abs(high)) / 100
    return False


def clash(x, y):
    if (x["name"], x.get("unit")) != (y["name"], y.get("unit")):
        return False
    (a, b), (c, d) = span(x.get("at")), span(y.get("at"))
    return a <= d and c <= b and miss(allowed(x), allowed(y))


def conflicts(eco):
    """{(entity, quantity)} of which two claims conflict."""
    return {(e.id, x["name"]) for e in eco.entities
            for k, x in enumerate(e.quantities)
            for y in e.quantities[:k] if clash(x, y)}


def implausible(eco):
    found = []
    for e in eco.entities:
        for x in e.quantities:
            if x.get("plausible"):
                low, high = x["plausible"]
                if not low <= x["value"] <= high:
                    found.append((e.id, x["name"]))
    return sorted(found)


def unused_sources(doc):
    used = set()

    def walk(item):
        if isinstance(item, dict):
            for key, value in item.items():
                if key == "evidence":
                    used.update(x.get("source") for x in value)
                walk(value)
        elif isinstance(item, list):
            for value in item:
                walk(value)
    walk({k: doc[k] for k in ("entities", "relations")})
    return [s["id"] for s in doc.get("sources") or []
            if s["id"] not in used]


def idle_groups(eco):
    view = View(eco, "group")
    return [view.ids[i] for i in range(view.n) if not view.U[i]]


def coverage(eco):
    """Shares of entities and relations with evidence."""
    def share(things):
        return sum(1 for x in things if x.evidence) / len(things) \
            if things else None
    return share(eco.entities), share(eco.file_relations)
