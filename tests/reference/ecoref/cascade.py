"""Section 8: the three cascades."""
import math
from fractions import Fraction

from .solve import least_solution, ranks
from .views import Side, View

ZERO = Fraction(0)
ALMOST = Fraction(1, 10 ** 12)


class Cascade:
    """What is lost: base as loaded, now as the steps leave it."""

    def __init__(self, base, now, level="group", side="inputs",
                 substitution=0):
        view = View(base, level)
        s = self.s = Side(view, side)
        self.ids = view.ids
        self.n = view.n
        left = View(now, level)
        after = Side(left, side)
        self.S0 = {i for i in range(self.n) if view.ids[i] not in left.index}
        self.substitution = Fraction(substitution)
        spot = {i: left.index[ident] for i, ident in enumerate(view.ids)
                if ident in left.index}
        # D'_ij
        self.D = [{} for _ in range(self.n)]
        self.l = [ZERO] * self.n
        for i in range(self.n):
            if s.I[i] == 0:
                continue
            for j, d in s.D[i].items():
                if j in self.S0:
                    self.D[i][j] = d
                    continue
                v = ZERO
                if i in spot:
                    v = after.V[spot[j]].get(spot[i], ZERO)
                if v > 0:
                    self.D[i][j] = v / s.I[i]
                self.l[i] += max(ZERO, d - v / s.I[i])

    def replaced(self, i, j, dead):
        """x_ij: the share of the tie j -> i that others can stand in for."""
        if self.substitution == 0:
            return ZERO
        s, x = self.s, ZERO
        for r, w in s.part[j, i].items():
            others = sum((s.S[k].get(r, ZERO) for k in range(self.n)
                          if k != i and k != j and k not in dead), ZERO)
            x += w / s.V[j][i] * self.substitution * min(
                Fraction(1), others / s.S[j][r])
        return min(x, Fraction(1))

    def shares(self, i, dead):
        """{provider or None: share of I_i lost} with these dead."""
        found = {}
        for j, d in self.D[i].items():
            if j in dead:
                lost = d * (1 - self.replaced(i, j, dead))
                if lost > 0:
                    found[j] = lost
        if self.l[i] > 0:
            found[None] = self.l[i]
        return found

    def candidates(self):
        return [i for i in range(self.n)
                if i not in self.S0 and self.s.I[i] > 0]

    # --- the models: each gives (x_i, rounds, causes) -----------------------
    def threshold(self, theta):
        dead, rounds, causes = set(self.S0), [], {}
        while True:
            lost = {i: self.shares(i, dead) for i in self.candidates()
                    if i not in dead}
            fall = [i for i, found in lost.items()
                    if sum(found.values(), ZERO) >= Fraction(theta) - ALMOST]
            for i in fall:
                causes[i] = lost[i]
            if not fall:
                for i, found in lost.items():
                    if found:
                        causes[i] = found
                break
            rounds.append(fall)
            dead |= set(fall)
        x = [0.0] * self.n
        for fall in rounds:
            for i in fall:
                x[i] = 1.0
        return x, rounds, floats(causes)

    def inoperability(self, g):
        g = Fraction(g)
        rows, b = [{} for _ in range(self.n)], [ZERO] * self.n
        for i in self.candidates():
            b[i] = g * self.l[i]
            for j, d in self.D[i].items():
                share = g * d * (1 - self.replaced(i, j, self.S0))
                if j in self.S0:
                    b[i] += share
                else:
                    rows[i][j] = share
        if all(b[i] + sum(rows[i].values(), ZERO) <= 1
               for i in range(self.n)):
            # then no q_i exceeds 1
            q = least_solution(rows, [1 - sum(row.values(), ZERO)
                                      for row in rows], b)
        else:
            q = iterate(rows, b)
        for i in self.S0:
            q[i] = 1.0
        causes = {}
        for i in self.candidates():
            found = {j: float(g * d * (1 - self.replaced(i, j, self.S0)))
                     * q[j] for j, d in self.D[i].items()}
            found[None] = float(g * self.l[i])
            causes[i] = found
        return q, [], scaled(causes, q)

    def debtrank(self):
        h = [0.0] * self.n
        for i in self.S0:
            h[i] = 1.0
        x = {(i, j): float(d * (1 - self.replaced(i, j, self.S0)))
             for i in self.candidates() for j, d in self.D[i].items()}
        causes = {i: {} for i in self.candidates()}
        speaking, spoken, first = {i: 1.0 for i in self.S0}, set(self.S0), 1
        while speaking or first:
            gain = {}
            for i in self.candidates():
                if first and self.l[i] > 0:
                    causes[i][None] = float(self.l[i])
                    gain[i] = float(self.l[i])
                for j, value in speaking.items():
                    if (i, j) in x:
                        part = x[i, j] * value
                        causes[i][j] = causes[i].get(j, 0.0) + part
                        gain[i] = gain.get(i, 0.0) + part
            first = 0
            for i, more in gain.items():
                h[i] = min(1.0, h[i] + more)
            speaking = {i: h[i] for i in gain
                        if h[i] > 1e-12 and i not in spoken}
            spoken |= set(speaking)
        return h, [], scaled(causes, h)

    def run(self, model, theta=Fraction(1, 2), g=Fraction(1, 2)):
        if model == "threshold":
            return self.threshold(theta)
        if model == "inoperability":
            return self.inoperability(g)
        if model == "debtrank":
            return self.debtrank()
        return [0.0] * self.n, [], {}

    def damage(self, x):
        inside = [i for i in range(self.n) if i not in self.S0]
        total = sum((self.s.I[i] for i in inside), ZERO)
        if total == 0:
            return None
        return math.fsum(float(self.s.I[i] / total) * x[i] for i in inside)


def iterate(rows, b):
    q = [0.0] * len(rows)
    for _ in range(200000):
        new = [min(1.0, float(b[i]) + math.fsum(float(v) * q[j]
                                                for j, v in row.items()))
               for i, row in enumerate(rows)]
        if max(map(abs, map(lambda a, c: a - c, new, q)), default=0) < 1e-16:
            break
        q = new
    return q


def floats(causes):
    return {i: {j: float(v) for j, v in found.items()}
            for i, found in causes.items()}


def scaled(causes, x):
    """Shares made to sum to x_i; who lost nothing is left out."""
    answer = {}
    for i, found in causes.items():
        total = math.fsum(found.values())
        if total > 0 and x[i] > 0:
            answer[i] = {j: v * x[i] / total for j, v in found.items()
                         if v > 0}
    return answer


def agreement(cascade, theta, g):
    """Kendall's W (tie-corrected) of the three, and rank ranges."""
    who = cascade.candidates()
    _, rounds, _ = cascade.threshold(theta)
    q, _, _ = cascade.inoperability(g)
    h, _, _ = cascade.debtrank()
    fell = {i: k for k, fall in enumerate(rounds) for i in fall}
    lists = [ranks([float(len(rounds) - fell[i]) if i in fell else 0.0
                    for i in who]),
             ranks([q[i] for i in who]), ranks([h[i] for i in who])]
    n, m = len(who), 3
    ties = 0
    for row in lists:
        for value in set(row):
            t = row.count(value)
            ties += t ** 3 - t
    below = m * m * (n ** 3 - n) - m * ties
    W = None
    if below > 0:
        sums = [sum(row[k] for row in lists) for k in range(n)]
        mean = sum(sums) / n
        W = 12 * sum((x - mean) ** 2 for x in sums) / below
    spans = [max(row[k] for row in lists) - min(row[k] for row in lists)
             for k in range(n)]
    order = sorted(range(n), key=lambda k: (-spans[k], who[k]))
    return W, [(who[k], spans[k]) for k in order]
