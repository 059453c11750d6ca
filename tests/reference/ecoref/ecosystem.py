"""Section 7: figures of the whole, and the synchronisation of a view."""
import math
from fractions import Fraction

from . import eigen, entities, paths
from .views import View

ZERO = Fraction(0)


def synchronisation(view):
    """lambda_2 / lambda_max of the Laplacian of U on the largest component,
    times its share of n."""
    components = view.components()
    if not components:
        return None
    size = max(map(len, components))
    if size < 3:
        return None
    largest = [c for c in components if len(c) == size]
    chosen = next((c for c in largest if view.F in c), largest[0])
    place = {v: k for k, v in enumerate(chosen)}
    top = max(w for v in chosen for w in view.U[v].values())
    laplacian = [[0.0] * size for _ in range(size)]
    for v in chosen:
        for u, w in view.U[v].items():
            laplacian[place[v]][place[u]] = -float(w / top)
        laplacian[place[v]][place[v]] = float(sum(view.U[v].values()) / top)
    values, _ = eigen.symmetric(laplacian)
    return max(values[1], 0.0) / values[-1] * size / view.n


def assortativity(view):
    """Pearson correlation of the degrees at the ends of the edges of U."""
    pairs = [(len(view.U[i]), len(view.U[j]))
             for i in range(view.n) for j in view.U[i]]
    m = len(pairs)
    if m == 0:
        return None
    mean = Fraction(sum(a for a, _ in pairs), m)
    variance = Fraction(sum(a * a for a, _ in pairs), m) - mean ** 2
    if variance == 0:
        return None
    return float((Fraction(sum(a * b for a, b in pairs), m) - mean ** 2)
                 / variance)


def reciprocity(view):
    total = sum((view.out_strength(i) for i in range(view.n)), ZERO)
    if total == 0:
        return None
    both = sum((2 * min(w, view.W[j][i]) for i in range(view.n)
                for j, w in view.W[i].items()
                if i < j and i in view.W[j]), ZERO)
    return float(both / total)


def structure(view, gone=0):
    """The four figures in which what is gone stays as isolates."""
    n = view.n + gone
    sizes = [len(c) for c in view.components()] + [1] * gone
    figures = {"largest_component": max(sizes, default=0) / n if n else None}
    if n < 2:
        figures.update(fragmentation=None, distance_fragmentation=None,
                       efficiency=None)
        return figures
    pairs = n * (n - 1)
    figures["fragmentation"] = 1 - sum(s * (s - 1) for s in sizes) / pairs
    figures["distance_fragmentation"] = 1 - math.fsum(
        paths.inverse_sums(paths.hops(view.U))) / pairs
    figures["efficiency"] = math.fsum(
        paths.inverse_sums(paths.lengths(view.U))) / pairs
    return figures


def figures(eco, level="entity", gone=0):
    view = View(eco, level)
    n = view.n
    flows = sum(len(row) for row in view.W)
    answer = {"entities": n, "relations": len(view.links),
              "value": float(sum((view.out_strength(i) for i in range(n)),
                                 ZERO)),
              "density": flows / (n * (n - 1)) if n > 1 else None,
              "reciprocity": reciprocity(view)}
    answer.update(structure(view, gone))
    answer["assortativity"] = assortativity(view)
    answer["articulation_points"] = sum(entities.articulation(view))
    answer["synchronisability"] = synchronisation(view)
    return answer


def modularity(view, community):
    """Of a partition given as a list, on U, resolution 1."""
    strength = [sum(row.values(), ZERO) for row in view.U]
    double = sum(strength, ZERO)
    if double == 0:
        return None
    inside = sum((w for i in range(view.n) for j, w in view.U[i].items()
                  if community[i] == community[j]), ZERO)
    total = {}
    for i, c in enumerate(community):
        total[c] = total.get(c, ZERO) + strength[i]
    return float(inside / double
                 - sum((t / double) ** 2 for t in total.values()))
