#!/usr/bin/env python3
"""Random scenarios for an ecosystem, the same for the same seed."""
import random

MODELS = ["threshold", "inoperability", "debtrank", "all", "none"]
DIMENSIONS = ["political", "economic", "legal"]


class Maker:
    def __init__(self, doc, seed):
        self.random = random.Random(seed * 7919 + 1)
        self.doc = doc
        self.seed = seed
        self.fresh = 0

    def selector(self):
        """An entity selector; it may select nothing."""
        r = self.random
        e = r.choice(self.doc["entities"])
        few = r.sample(self.doc["entities"],
                       min(2, len(self.doc["entities"])))
        choices = [{"id": e["id"]}, {"id": e["id"]}, {"id": e["id"]},
                   {"id": [x["id"] for x in few]}, {"kind": e["kind"]}]
        for key in ("sector", "country"):
            if e.get(key):
                choices.append({key: e[key]})
                choices.append({key: [e[key], "elsewhere"],
                                "kind": e["kind"]})
        if e.get("tags"):
            choices.append({"tag": e["tags"][0]})
        return r.choice(choices)

    def relation_selector(self):
        r = self.random
        rel = r.choice(self.doc["relations"])
        choices = [{"kind": rel["kind"]}, {"from": {"id": rel["from"]}},
                   {"to": {"id": rel["to"]}},
                   {"from": {"id": rel["from"]}, "to": {"id": rel["to"]}},
                   {"kind": [rel["kind"], r.choice(
                       self.doc["relations"])["kind"]]},
                   {"class": "cooperative"}, {"from": self.selector()}]
        if rel.get("resources"):
            choices.append({"resource": rel["resources"][0]})
            choices.append({"resource": rel["resources"][:2],
                            "to": {"id": rel["to"]}})
        return r.choice(choices)

    def step(self):
        r = self.random
        if not self.doc["entities"]:
            return {"add": self.addition([])}
        name = r.choice(["remove"] * 4 + ["scale"] * 3 + ["shock"] * 2
                        + ["add", "replace"])
        if not self.doc["relations"] and name == "scale":
            name = "remove"
        if name == "remove":
            return {"remove": self.selector()}
        if name == "scale":
            return {"scale": {"relations": self.relation_selector(),
                              "by": r.choice([0, 0.5, 0.25, 0.9, 1])}}
        if name == "shock":
            shock = {"dimension": r.choice(DIMENSIONS),
                     "severity": r.choice([0, 0.3, 0.6, 1])}
            if r.random() < 0.4:
                shock["where"] = self.selector()
            return {"shock": shock}
        ids = [e["id"] for e in self.doc["entities"]]
        if name == "add":
            return {"add": self.addition(ids)}
        a, b = r.choice(ids), r.choice(ids)
        if a == b or self.inside(b, a):
            return {"remove": {"id": a}}
        return {"replace": {"id": a, "by": b}}

    def inside(self, ident, whole):
        parents = {e["id"]: e.get("part_of") for e in self.doc["entities"]}
        while ident is not None:
            if ident == whole:
                return True
            ident = parents[ident]
        return False

    def word(self, vocabulary, built_in):
        """A word that the file allows (of relations: a cooperative one)."""
        for entry in self.doc.get(vocabulary) or []:
            if entry.get("class", "cooperative") == "cooperative":
                return entry["id"]
        return built_in

    def addition(self, ids):
        r = self.random
        self.fresh += 1
        new = "new%d" % self.fresh
        e = {"id": new, "kind": self.word("entity_kinds", "partner")}
        if not ids:
            return {"entities": [e], "relations": []}
        if r.random() < 0.3:
            e["part_of"] = r.choice(ids)
        kind = self.word("relation_kinds", "licensing")
        pairs = [(new, r.choice(ids)) for _ in range(r.randint(0, 1))]
        pairs += [(r.choice(ids), new) for _ in range(r.randint(0, 1))]
        return {"entities": [e],
                "relations": [{"from": a, "to": b, "kind": kind,
                               "weight": r.choice([0.5, 1, 0.3]),
                               "resources": [self.word("resources",
                                                       "brand")]} for a, b in pairs]}

    def build(self):
        r = self.random
        steps = [self.step() for _ in range(r.choice([1, 1, 1, 2, 3]))]
        for step in steps:
            if r.random() < 0.3:
                step["label"] = "a label"
        doc = {"format": "ecograph-scenario/1",
               "name": "scenario %d" % self.seed, "steps": steps,
               "cascade": {"model": r.choice(MODELS),
                           "threshold": r.choice([0.3333333333333333, 0.5,
                                                  0.5, 1, 0.2]),
                           "coupling": r.choice([0, 0.5, 0.85, 1]),
                           "substitution": r.choice([0, 0, 0.3, 1])}}
        if r.random() < 0.2:
            del doc["cascade"]
        if r.random() < 0.3:
            doc["level"] = "entity"
        return doc


def scenario(doc, seed):
    return Maker(doc, seed).build()
