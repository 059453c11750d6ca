"""Section 3: dependence, lock-in, platform dependence, consumer bundle."""
import itertools
import math
from fractions import Fraction

from .solve import (effective_number, least_solution, mean, percentile)
from .views import Side, View

DAMPING = Fraction(85, 100)


def tie(s, i, j):
    """The figures of i's dependence on j, which provides something to i."""
    d = s.D[i][j]
    back = s.D[j].get(i, Fraction(0))
    m = 1 - 1 / effective_number(s.part[j, i].values())
    u = float(sum((w / s.V[j][i]) * s.S[j][r] / (s.total[r] - s.S[i][r])
                  for r, w in s.part[j, i].items()))
    return {"dependence": float(d), "mutual_dependence": float(d + back),
            "power_imbalance": float(d - back), "switching_cost": m,
            "uniqueness": u,
            "lock_in": float(d) * (1 - (1 - m) * (1 - u))}


def ties(s):
    """(i, j) -> figures for all D_ij > 0, in file order of i, then j."""
    return {(i, j): tie(s, i, j) for i in range(s.n) for j in sorted(s.D[i])}


def platform_dependence(s, focal):
    """h_i for every node; None for F and who receives nothing."""
    if focal is None:
        return [None] * s.n
    q, leak, b = [], [], []
    for i in range(s.n):
        row = {j: DAMPING * d for j, d in s.D[i].items() if j != focal}
        if i == focal:
            row = {}
        q.append(row)
        leak.append(1 - sum(row.values(), Fraction(0)))
        b.append(s.D[i].get(focal, Fraction(0)) if i != focal else 0)
    h = least_solution(q, leak, b)
    return [None if i == focal or s.I[i] == 0 else h[i] for i in range(s.n)]


def group_figures(eco, side="inputs", level="group"):
    """Per node of the view: lock_in, grip, concentration, ... ; and ties."""
    view = View(eco, level)
    s = Side(view, side)
    found = ties(s)
    platform = platform_dependence(s, view.F)
    rows = []
    for i in range(view.n):
        receives = s.I[i] > 0
        rows.append({
            "lock_in": math.fsum(t["lock_in"] for (a, _), t in found.items()
                                 if a == i) if receives else None,
            "grip": math.fsum(t["lock_in"] for (_, b), t in found.items()
                              if b == i) / (view.n - 1)
            if view.n > 1 else None,
            "concentration": float(sum(d * d for d in s.D[i].values()))
            if receives else None,
            "providers": len(s.D[i]),
            "platform_dependence": platform[i]})
    return view, s, rows, found


def lock_in_mean(s, rows):
    """Over groups that receive anything, weighted by inflow."""
    total = sum(s.I, Fraction(0))
    if total == 0:
        return None
    return math.fsum(float(s.I[i] / total) * rows[i]["lock_in"]
                     for i in range(s.n) if s.I[i] > 0)


# --- the consumer bundle ----------------------------------------------------

def use_sums(eco):
    sums = {}
    for r in eco.cooperative():
        if "use" in r.flags and r.src != r.dst:
            sums[r.src, r.dst] = sums.get((r.src, r.dst), 0) + r.weight
    return sums


def integrations(eco):
    """entity -> entities it has an integration relation with."""
    near = {e.id: set() for e in eco.entities}
    for r in eco.cooperative():
        if "integration" in r.flags and r.src != r.dst:
            near[r.src].add(r.dst)
            near[r.dst].add(r.src)
    return near


def integrated(near, p, q):
    return q in near[p] or bool((near[p] & near[q]) - {p, q})


def bundle_lock(products, w, near, with_t=True):
    stay = 1.0
    for p in products:
        k = sum(1 for q in products if q != p and integrated(near, p, q))
        t = Fraction(k, 1 + k) if with_t else 0
        stay *= float(1 - w[p] * (1 + t) / 4)
    return 1 - stay


def consumers(eco, limit=1000):
    """One row per consumer; a curve entry drawn at random is marked."""
    focal = eco.focal_root
    if focal is None:
        return None
    view = View(eco, "group")
    accepted = {focal} | {view.ids[j] for j in view.U[view.F]}
    sums = use_sums(eco)
    near = integrations(eco)
    largest = max(sums.values(), default=None)
    rows = []
    for c in eco.live():
        if eco.root(c.id) == focal:
            continue
        givers = [p for (p, to) in sums if to == c.id]
        if not givers:
            continue
        products = sorted((p for p in givers if eco.root(p) in accepted),
                          key=view_order(eco))
        w = {p: sums[p, c.id] / largest for p in products}
        rows.append({"id": c.id, "bundle_size": len(products),
                     "bundle_lock_in": bundle_lock(products, w, near),
                     "lock_in_curve": curve(products, w, near, limit)})
    return rows


def view_order(eco):
    place = {e.id: i for i, e in enumerate(eco.entities)}
    return lambda ident: place[ident]


def curve(products, w, near, limit):
    entries = []
    for k in range(1, len(products) + 1):
        if math.comb(len(products), k) > limit:
            entries.append({"k": k, "drawn": True})
            continue
        subsets = list(itertools.combinations(products, k))
        full = [bundle_lock(s, w, near) for s in subsets]
        plain = [bundle_lock(s, w, near, False) for s in subsets]
        entries.append({"k": k, "mean": mean(full),
                        "p05": percentile(full, 0.05),
                        "p95": percentile(full, 0.95),
                        "unintegrated": mean(plain)})
    return entries
