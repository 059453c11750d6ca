"""Reading an ecograph/1 file: defaults, years, successive relations, options.

Numbers are read as exact fractions of their decimal text, so that sums of
weights that look equal in the file are equal here.
"""
import copy
import json
from fractions import Fraction

COOPERATIVE = ("equity incubation ownership supply licensing distribution "
               "marketing co_creation integration data_sharing service use "
               "demand revenue_share cross_subsidy subsidy alliance tie").split()
BUILT_IN = {kind: ("cooperative", set()) for kind in COOPERATIVE}
BUILT_IN["integration"] = ("cooperative", {"integration"})
BUILT_IN["use"] = ("cooperative", {"use"})
BUILT_IN["competition"] = ("competitive", set())
BUILT_IN["regulation"] = ("regulatory", set())
BUILT_IN["governance"] = ("regulatory", set())

DIMENSIONS = ["political", "economic", "social", "technological",
              "environmental", "legal"]


class Entity:
    def __init__(self, raw):
        self.id = raw["id"]
        self.kind = raw["kind"]
        self.name = raw.get("name") or raw["id"]
        self.part_of = raw.get("part_of")
        self.since = raw.get("since")
        self.until = raw.get("until")
        self.sector = raw.get("sector")
        self.country = raw.get("country")
        self.tags = list(raw.get("tags") or [])
        self.capabilities = list(raw.get("capabilities") or [])
        self.exposures = [(x["dimension"], Fraction(x["value"]))
                          for x in raw.get("exposures") or []]
        self.quantities = list(raw.get("quantities") or [])
        self.evidence = list(raw.get("evidence") or [])
        self.live = True


class Relation:
    def __init__(self, raw, kinds, power, default_confidence):
        self.src = raw["from"]
        self.dst = raw["to"]
        self.kind = raw["kind"]
        self.cls, self.flags = kinds(raw["kind"])
        self.resources = list(raw.get("resources") or [raw["kind"]])
        self.weight = raise_weight(Fraction(raw["weight"]), power)
        self.confidence = Fraction(raw.get("confidence", default_confidence))
        self.basis = raw.get("basis", "stated")
        self.since = raw.get("since")
        self.until = raw.get("until")
        self.evidence = list(raw.get("evidence") or [])

    @property
    def cooperative(self):
        return self.cls == "cooperative"


def raise_weight(weight, power):
    if power == int(power):
        return weight ** int(power)
    return Fraction(float(weight) ** float(power))


def active(thing, year):
    return ((thing.since is None or thing.since <= year)
            and (thing.until is None or year <= thing.until))


class Eco:
    """Entities in file order (some of them perhaps not live) and the
    relations that count."""

    def __init__(self, doc, at=None, focal=None, weight_power=1,
                 default_confidence=1):
        declared = doc.get("relation_kinds")
        if declared is None:
            def kinds(word):
                return BUILT_IN.get(word, ("cooperative", set()))
        else:
            table = {k["id"]: (k.get("class", "cooperative"),
                               set(k.get("flags") or [])) for k in declared}

            def kinds(word):
                return table[word]
        self.kinds = kinds
        self.power = weight_power
        self.default_confidence = default_confidence
        self.doc = doc
        self.at = at
        self.entities = [Entity(e) for e in doc["entities"]]
        self.by_id = {e.id: e for e in self.entities}
        self.focal = focal if focal is not None else doc.get("focal")
        self.file_relations = [Relation(r, kinds, weight_power,
                                        default_confidence)
                               for r in doc["relations"]]
        if at is None:
            self.relations = latest(self.file_relations)
        else:
            for e in self.entities:
                e.live = active(e, at)
            self.relations = [r for r in self.file_relations if active(r, at)
                              and self.by_id[r.src].live
                              and self.by_id[r.dst].live]
        # breadth asks whether the file has a use relation between groups
        self.has_use = any(r.cooperative and "use" in r.flags
                           and self.root(r.src) != self.root(r.dst)
                           for r in self.file_relations)

    def root(self, ident):
        while self.by_id[ident].part_of is not None:
            ident = self.by_id[ident].part_of
        return ident

    @property
    def focal_root(self):
        """The id of F, or None where there is none (any longer)."""
        if self.focal is None:
            return None
        root = self.root(self.focal)
        return root if root in self.groups() else None

    def live(self):
        return [e for e in self.entities if e.live]

    def groups(self):
        """Root id -> live members, in file order of the roots."""
        members = {e.id: [] for e in self.entities if e.part_of is None}
        for e in self.entities:
            if e.live:
                members[self.root(e.id)].append(e)
        return {root: m for root, m in members.items() if m}

    def cooperative(self):
        return [r for r in self.relations if r.cooperative]

    def clone(self):
        """A copy whose entities and relations can be changed."""
        twin = copy.copy(self)
        twin.entities = [copy.copy(e) for e in self.entities]
        twin.by_id = {e.id: e for e in twin.entities}
        twin.relations = [copy.copy(r) for r in self.relations]
        return twin

    def remove_groups(self, roots):
        """Takes whole groups out, with every relation that touches them."""
        for e in self.entities:
            if self.root(e.id) in roots:
                e.live = False
        self.drop_dangling()

    def drop_dangling(self):
        self.relations = [r for r in self.relations
                          if self.by_id[r.src].live and self.by_id[r.dst].live]


def latest(relations):
    """Of successive relations only the latest counts."""
    best = {}
    for position, r in enumerate(relations):
        key = (r.src, r.dst, r.kind, frozenset(r.resources))
        since = -10 ** 9 if r.since is None else r.since
        if key not in best or since > best[key][0]:
            best[key] = (since, position)
    keep = {position for _, position in best.values()}
    return [r for i, r in enumerate(relations) if i in keep]


def read(path):
    with open(path, encoding="utf-8") as handle:
        return json.load(handle, parse_float=Fraction)


def load(path, **options):
    return Eco(read(path), **options)
