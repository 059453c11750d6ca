#!/usr/bin/env python3
"""Random ecosystems, the same for the same seed.

    generate.py SEED [FILE]
"""
import json
import random
import sys

KINDS = ["equity", "incubation", "ownership", "supply", "licensing",
         "distribution", "marketing", "co_creation", "integration",
         "data_sharing", "service", "use", "demand", "revenue_share",
         "cross_subsidy", "subsidy", "alliance", "tie"]
OTHER = ["competition", "regulation", "governance"]
ENTITY_KINDS = ["firm", "partner", "supplier", "rival", "consumers",
                "investor", "channel", "platform", "product", "unit"]
RESOURCES = ["capital", "brand", "data", "users", "technology", "components",
             "revenue", "feedback"]
SECTORS = ["battery", "chips", "wearables", "retail"]
COUNTRIES = ["CN", "US", "IN"]
DIMENSIONS = ["political", "economic", "social", "technological",
              "environmental", "legal"]
SHAPES = ["empty", "one", "no_ties", "star", "chain", "mesh", "islands",
          "parallel", "all_one", "ring", "mutual_star", "two"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.seed = seed
        self.years = False
        self.sources = []
        self.kinds = KINDS
        self.resources = RESOURCES
        self.mode = self.random.choice(
            ["tenths", "tenths", "tenths", "halves", "thirds", "unit", "any",
             "any", "wide", "mixed"])
        self.entities = []
        self.relations = []
        self.spans = {}

    # --- pieces ------------------------------------------------------------
    def weight(self):
        r = self.random
        mode = self.mode
        if mode == "mixed":
            mode = r.choice(["tenths", "halves", "thirds", "any", "wide"])
        if mode == "tenths":
            return r.randint(1, 10) / 10
        if mode == "halves":
            return r.randint(1, 6) / 2
        if mode == "thirds":
            return r.randint(1, 6) / 3
        if mode == "unit":
            return 1
        if mode == "wide":
            w = 10.0 ** r.randint(-12, 12)
            if r.random() < 0.6:
                w *= r.uniform(1, 9)
            return min(max(w, 1e-12), 1e12)
        return round(r.uniform(0.01, 2), r.randint(2, 15)) or 0.01

    def span(self):
        r = self.random
        since = r.choice([None, r.randint(2010, 2018)])
        until = r.choice([None, None, r.randint(2012, 2022)])
        if since is not None and until is not None and until < since:
            until = since
        return since, until

    def entity(self, ident, kind=None, part_of=None):
        r = self.random
        e = {"id": ident, "kind": kind or r.choice(self.entity_kinds)}
        if part_of is not None:
            e["part_of"] = part_of
        elif r.random() < 0.1:
            e["part_of"] = None
        if r.random() < 0.5:
            e["name"] = "Entity " + ident
        if r.random() < 0.4:
            e["sector"] = r.choice(SECTORS)
        if r.random() < 0.4:
            e["country"] = r.choice(COUNTRIES)
        if r.random() < 0.3:
            e["tags"] = r.sample(["iot", "early", "rural"], r.randint(1, 2))
        if r.random() < 0.4:
            words = self.resources + ["wearables", "phones", "homes"]
            e["capabilities"] = r.sample(words, r.randint(0, 3))
        if r.random() < 0.3:
            e["exposures"] = [
                {"dimension": d, "value": r.choice(
                    [-1, -0.4, 0, 0.25, 1, round(r.uniform(-1, 1), 3)])}
                for d in r.sample(DIMENSIONS, r.randint(1, 3))]
        if r.random() < 0.25:
            e["quantities"] = [self.quantity()
                               for _ in range(r.randint(1, 4))]
        if self.sources and r.random() < 0.3:
            e["evidence"] = [{"source": r.choice(self.sources)}]
        if self.years and r.random() < 0.4:
            e["since"], e["until"] = self.span()
        self.entities.append(e)

    def quantity(self):
        r = self.random
        q = {"name": r.choice(["devices", "users"]),
             "value": r.choice([100, 100.5, 101, 102, 300, 0]),
             "unit": r.choice(["units", "units", "millions"])}
        if r.random() < 0.7:
            q["bound"] = r.choice(["exact", "at_least", "at_most"])
        if r.random() < 0.7:
            q["at"] = r.choice(["2020", "2020-Q1", "2020-Q4", "2020-05",
                                "2019-11/2020-02", "2021"])
        if r.random() < 0.4:
            q["plausible"] = r.choice([[0, 200], [100, 100], [101, 1e3]])
        if self.sources and r.random() < 0.5:
            q["evidence"] = [{"source": r.choice(self.sources),
                              "at": "page 3"}]
        return q

    def relate(self, a, b, kind=None, resources=None, weight=None):
        """Adds a relation unless one like it overlaps it in time."""
        r = self.random
        kind = kind or r.choice(self.kinds)
        rel = {"from": a, "to": b, "kind": kind,
               "weight": self.weight() if weight is None else weight}
        if resources is None and r.random() < 0.7:
            resources = r.sample(self.resources, r.choice([1, 1, 2, 3, 4]))
        if resources:
            rel["resources"] = resources
        since = until = None
        if self.years and r.random() < 0.6:
            since, until = rel["since"], rel["until"] = self.span()
        if r.random() < 0.4:
            rel["confidence"] = r.choice([1, 0.5, 0.8,
                                          round(r.uniform(0.05, 1), 3)])
        if self.sources and r.random() < 0.3:
            rel["evidence"] = [{"source": r.choice(self.sources)}]
        if r.random() < 0.2:
            rel["basis"] = r.choice(["stated", "inferred"])
        key = (a, b, kind, frozenset(resources or [kind]))
        low = -9999 if since is None else since
        high = 9999 if until is None else until
        for x, y in self.spans.get(key, []):
            if low <= y and x <= high:
                return None
        self.spans.setdefault(key, []).append((low, high))
        self.relations.append(rel)
        return rel

    def succeed(self, rel):
        """Another relation like rel, earlier or later."""
        for since, until in ((None, 2009), (2023, None), (2023, 2024)):
            twin = dict(rel, weight=self.weight(), since=since, until=until)
            key = (rel["from"], rel["to"], rel["kind"],
                   frozenset(rel.get("resources") or [rel["kind"]]))
            low = -9999 if since is None else since
            high = 9999 if until is None else until
            if all(high < x or y < low for x, y in self.spans[key]):
                self.spans[key].append((low, high))
                self.relations.append(twin)

    # --- whole files -------------------------------------------------------
    def vocabulary(self, doc):
        r = self.random
        self.entity_kinds = ENTITY_KINDS
        if r.random() < 0.25:
            names = ["alpha", "beta", "gamma", "use", "delta"]
            doc["relation_kinds"] = [
                {"id": "alpha", "label": "Alpha"},
                {"id": "beta", "class": "cooperative", "flags": ["use"]},
                {"id": "gamma", "flags": ["integration"]},
                {"id": "use", "label": "Plain", "flags": []},
                {"id": "delta", "flags": ["use", "integration"]},
                {"id": "fight", "class": "competitive"},
                {"id": "competition", "class": "competitive",
                 "flags": ["use"]},
                {"id": "rule", "class": "regulatory",
                 "flags": ["integration"]}]
            self.kinds = names
            self.others = ["fight", "competition", "rule"]
        else:
            self.kinds = r.choice([KINDS, ["use", "integration", "supply"],
                                   ["use", "supply", "marketing", "demand"]])
            self.others = OTHER
        if r.random() < 0.25:
            doc["resources"] = [{"id": x, "label": x.title()}
                                for x in RESOURCES]
        if r.random() < 0.25:
            doc["entity_kinds"] = [{"id": x, "label": x.title()}
                                   for x in ENTITY_KINDS]

    def build(self):
        r = self.random
        doc = {"format": "ecograph/1", "name": "random %d" % self.seed}
        self.vocabulary(doc)
        self.years = r.random() < 0.4
        if r.random() < 0.4:
            self.sources = ["s1", "s2", "s3"][:r.randint(1, 3)]
            doc["sources"] = [{"id": x, "title": "Title " + x}
                              for x in self.sources]
        if r.random() < 0.25:
            self.shape(r.choice(SHAPES))
        else:
            self.any_shape()
        if self.entities and r.random() < 0.85:
            doc["focal"] = r.choice(self.entities[:3])["id"]
        doc["entities"] = self.entities
        if self.years:
            for rel in list(self.relations):
                if r.random() < 0.15:
                    self.succeed(rel)
        if r.random() < 0.3:
            r.shuffle(self.relations)
        doc["relations"] = self.relations
        return doc

    def any_shape(self):
        r = self.random
        n = r.choice([2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25])
        if r.random() < 0.03:
            n = r.randint(30, 60)
        parts = r.choice([0, 0.2, 0.5])
        for i in range(n):
            part_of = None
            if i and r.random() < parts:
                part_of = r.choice(self.entities)["id"]
            self.entity("e%d" % i, part_of=part_of)
        ids = [e["id"] for e in self.entities]
        if r.random() < 0.2:
            # a part may stand before its whole in the file
            r.shuffle(self.entities)
        m = int(n * r.choice([0.5, 1, 2, 3]))
        hub = r.choice([0, 0.3, 0.6])
        for _ in range(m):
            a, b = r.choice(ids), r.choice(ids)
            if r.random() < hub:
                a = ids[0]
            if r.random() < 0.5:
                a, b = b, a
            if a == b and r.random() < 0.8:
                continue
            rel = self.relate(a, b)
            if rel and r.random() < 0.3:
                self.relate(b, a)
            if rel and r.random() < 0.2:
                self.relate(a, b)
            if rel and r.random() < 0.1:
                self.relate(b, a, rel["kind"], rel.get("resources"),
                            rel["weight"])
        for _ in range(r.choice([0, 0, n // 4, n // 2])):
            self.relate(r.choice(ids), r.choice(ids + ids[:1] * n),
                        r.choice(self.others))
        if r.random() < 0.35:
            self.bundles(ids)

    def bundles(self, ids):
        """A consumer with many products, some of them integrated."""
        r = self.random
        flags_use = [k for k in ("use", "beta") if k in self.kinds]
        flags_join = [k for k in ("integration", "gamma") if k in self.kinds]
        consumer = r.choice(ids)
        products = [p for p in ids if p != consumer]
        products = r.sample(products, min(len(products), r.randint(1, 14)))
        for p in products:
            for kind in flags_use[:1 + r.randint(0, 1)]:
                self.relate(p, consumer, kind)
            if r.random() < 0.7:
                self.relate(ids[0], p)
            if flags_join and r.random() < 0.5:
                self.relate(p, r.choice(products + ids[:2]),
                            r.choice(flags_join))

    def shape(self, name):
        r = self.random
        n = {"empty": 0, "one": 1, "two": 2}.get(name, r.randint(3, 9))
        for i in range(n):
            whole = "e0" if name == "all_one" and i else None
            self.entity("e%d" % i, part_of=whole)
        ids = [e["id"] for e in self.entities]
        pairs = []
        if name in ("star", "mutual_star"):
            pairs = [(ids[0], x) for x in ids[1:]]
        if name == "mutual_star":
            pairs += [(b, a) for a, b in pairs]
        if name in ("chain", "ring"):
            pairs = list(zip(ids, ids[1:]))
        if name == "ring":
            pairs.append((ids[-1], ids[0]))
        if name in ("mesh", "all_one"):
            pairs = [(a, b) for a in ids for b in ids if a != b]
        if name == "islands":
            half = n // 2
            pairs = [(a, b) for part in (ids[:half], ids[half:])
                     for a in part for b in part if a != b]
        if name == "parallel":
            pairs = [(ids[0], ids[1])] * 8
        if name == "two":
            pairs = [(ids[0], ids[1])] * 2 + [(ids[1], ids[0])]
        if name == "one" and r.random() < 0.5:
            pairs = [(ids[0], ids[0])]
        same = r.random() < 0.5
        kind = r.choice(self.kinds)
        for a, b in pairs:
            self.relate(a, b, kind if same else None,
                        ["brand"] if same and name != "parallel" else None,
                        1 if same else None)


def ecosystem(seed):
    return Maker(seed).build()


def write(doc, path):
    with open(path, "w", encoding="utf-8") as handle:
        json.dump(doc, handle, ensure_ascii=False, indent=1)
        handle.write("\n")


if __name__ == "__main__":
    made = ecosystem(int(sys.argv[1]))
    write(made, sys.argv[2] if len(sys.argv) > 2 else "/dev/stdout")
