"""Entity view and group view, and the readings every section shares."""
from collections import defaultdict
from fractions import Fraction

ZERO = Fraction(0)


class View:
    """Nodes in file order; W[i][j] > 0 is what i provides to j."""

    def __init__(self, eco, level="entity"):
        self.eco = eco
        self.level = level
        if level == "group":
            groups = eco.groups()
            self.ids = list(groups)
            self.members = list(groups.values())
            self.node_of = eco.root
        else:
            self.ids = [e.id for e in eco.live()]
            self.members = [[e] for e in eco.live()]
            self.node_of = lambda ident: ident
        self.n = len(self.ids)
        self.index = {ident: i for i, ident in enumerate(self.ids)}
        # cooperative relations between different nodes: (relation, i, j)
        self.links = []
        for r in eco.cooperative():
            i = self.index[self.node_of(r.src)]
            j = self.index[self.node_of(r.dst)]
            if i != j:
                self.links.append((r, i, j))
        self.W = [defaultdict(Fraction) for _ in range(self.n)]
        self.part = defaultdict(lambda: defaultdict(Fraction))
        for r, i, j in self.links:
            self.W[i][j] += r.weight
            for resource in r.resources:
                self.part[i, j][resource] += r.weight / len(r.resources)
        self.W = [dict(row) for row in self.W]
        self.IN = [{} for _ in range(self.n)]
        for i, row in enumerate(self.W):
            for j, w in row.items():
                self.IN[j][i] = w
        self.U = [{} for _ in range(self.n)]
        for i, row in enumerate(self.W):
            for j, w in row.items():
                self.U[i][j] = self.U[i].get(j, ZERO) + w
                self.U[j][i] = self.U[j].get(i, ZERO) + w

    @property
    def F(self):
        """Index of the focal node; in the entity view its root."""
        root = self.eco.focal_root
        return self.index.get(root) if root is not None else None

    def out_strength(self, i):
        return sum(self.W[i].values(), ZERO)

    def in_strength(self, i):
        return sum(self.IN[i].values(), ZERO)

    def components(self):
        """Components of U, each a sorted list, in file order."""
        seen, answer = set(), []
        for start in range(self.n):
            if start in seen:
                continue
            seen.add(start)
            stack, found = [start], [start]
            while stack:
                for j in self.U[stack.pop()]:
                    if j not in seen:
                        seen.add(j)
                        stack.append(j)
                        found.append(j)
            answer.append(sorted(found))
        return answer

    def capabilities(self, i):
        return {c for e in self.members[i] for c in e.capabilities}


class Side:
    """V, the parts w_r, S_r and I of the chosen side."""

    def __init__(self, view, side="inputs"):
        self.view = view
        self.n = view.n
        self.V = [dict() for _ in range(view.n)]       # V[j][i]: j to i
        self.part = defaultdict(lambda: defaultdict(Fraction))

        def add(j, i, r, amount):
            self.part[j, i][r] += amount
        for (i, j), parts in list(view.part.items()):
            for r, amount in parts.items():
                if side in ("inputs", "both"):
                    add(i, j, r, amount)
                if side in ("outlets", "both"):
                    add(j, i, r, amount)
        self.S = [defaultdict(Fraction) for _ in range(view.n)]
        for (j, i), parts in self.part.items():
            self.V[j][i] = sum(parts.values(), ZERO)
            for r, amount in parts.items():
                self.S[j][r] += amount
        self.I = [ZERO] * view.n
        for row in self.V:
            for i, v in row.items():
                self.I[i] += v
        self.total = defaultdict(Fraction)              # all of r
        for s in self.S:
            for r, amount in s.items():
                self.total[r] += amount
        # D[i][j]: i depends on j
        self.D = [{} for _ in range(view.n)]
        for j, row in enumerate(self.V):
            for i, v in row.items():
                self.D[i][j] = v / self.I[i]
