"""Section 8, first half: what the steps of a scenario do to an ecosystem."""
from fractions import Fraction

from .load import Entity, Relation


class SelectsNothing(Exception):
    pass


class Unclear(Exception):
    """The definitions do not say what such a step does."""


def as_list(value):
    return value if isinstance(value, list) else [value]


def matches(e, selector):
    """Several keys are ANDed, a list of values is ORed."""
    for key, value in selector.items():
        wanted = as_list(value)
        if key == "tag":
            if not set(wanted) & set(e.tags):
                return False
        elif getattr(e, key) not in wanted:
            return False
    return True


class State:
    """now: what the steps so far leave. base: the ecosystem as loaded and
    what add and replace brought, which counts as loaded."""

    def __init__(self, eco):
        self.loaded = eco
        self.now = eco.clone()
        self.base = eco.clone()

    # --- selectors ---------------------------------------------------------
    def entities(self, selector):
        found = [e for e in self.now.live() if matches(e, selector)]
        if not found:
            raise SelectsNothing(str(selector))
        return {e.id for e in found}

    def relations(self, selector):
        source = target = None
        if "from" in selector:
            source = self.entities(selector["from"])
        if "to" in selector:
            target = self.entities(selector["to"])
        found = [r for r in self.now.relations
                 if (source is None or r.src in source)
                 and (target is None or r.dst in target)
                 and ("kind" not in selector
                      or r.kind in as_list(selector["kind"]))
                 and ("class" not in selector
                      or r.cls in as_list(selector["class"]))
                 and ("resource" not in selector
                      or set(as_list(selector["resource"]))
                      & set(r.resources))]
        if not found:
            raise SelectsNothing(str(selector))
        return found

    # --- the five kinds of step ---------------------------------------------
    def apply(self, step):
        """Returns the ids of the entities that the step removes."""
        for name in ("remove", "scale", "shock", "add", "replace"):
            if name in step:
                return getattr(self, name)(step[name])
        raise ValueError("no such step: %s" % step)

    def with_parts(self, ids):
        def inside(e):
            while e is not None:
                if e.id in ids:
                    return True
                e = self.now.by_id.get(e.part_of)
            return False
        return [e.id for e in self.now.entities if e.live and inside(e)]

    def remove(self, selector):
        return self.take(self.with_parts(self.entities(selector)))

    def take(self, ids):
        for ident in ids:
            self.now.by_id[ident].live = False
        self.now.drop_dangling()
        return ids

    def drop_empty(self):
        self.now.relations = [r for r in self.now.relations if r.weight > 0]

    def scale(self, what):
        for r in self.relations(what["relations"]):
            r.weight *= Fraction(what["by"])
        self.drop_empty()
        return []

    def shock(self, what):
        hit = {e.id for e in self.now.live()}
        if "where" in what:
            hit = self.entities(what["where"])
        severity = Fraction(what["severity"])
        factor = {}
        for e in self.now.live():
            if e.id in hit:
                for dimension, value in e.exposures:
                    if dimension == what["dimension"] and value < 0:
                        factor[e.id] = 1 - severity * abs(value)
        for r in self.now.relations:
            r.weight *= factor.get(r.src, 1) * factor.get(r.dst, 1)
        self.drop_empty()
        return []

    def present(self, ids):
        for ident in ids:
            if not self.now.by_id[ident].live:
                raise Unclear(ident)

    def add(self, what):
        for raw in what.get("entities") or []:
            if raw.get("part_of") is not None:
                self.present([raw["part_of"]])
            for eco in (self.now, self.base):
                e = Entity(raw)
                eco.entities.append(e)
                eco.by_id[e.id] = e
        for raw in what.get("relations") or []:
            self.present([raw["from"], raw["to"]])
            for eco in (self.now, self.base):
                eco.relations.append(Relation(raw, eco.kinds, eco.power,
                                              eco.default_confidence))
        return []

    def replace(self, what):
        old = self.with_parts({what["id"]})
        if not old:
            raise SelectsNothing(what["id"])
        gone, by = set(old), what["by"]
        self.present([by])
        moved = []
        for r in self.now.relations:
            if r.src in gone or r.dst in gone:
                moved.append(r)
        self.now.relations = [r for r in self.now.relations
                              if r not in moved]
        for r in moved:
            r.src = by if r.src in gone else r.src
            r.dst = by if r.dst in gone else r.dst
            if r.src == r.dst:
                continue
            for eco in (self.now, self.base):
                add_up(eco.relations, r)
        return self.take(old)


def add_up(relations, new):
    """Equal relations (ends, kind, set of resources) become one."""
    import copy
    for r in relations:
        if (r.src, r.dst, r.kind) == (new.src, new.dst, new.kind) and \
                set(r.resources) == set(new.resources):
            r.weight += new.weight
            return
    relations.append(copy.copy(new))
