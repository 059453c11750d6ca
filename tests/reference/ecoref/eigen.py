"""Eigenvalues of small symmetric matrices (Householder, then implicit QL)."""
import math


def symmetric(a):
    """(eigenvalues ascending, eigenvectors as columns z[i][k])."""
    n = len(a)
    z = [list(map(float, row)) for row in a]
    d, e = [0.0] * n, [0.0] * n
    for i in range(n - 1, 0, -1):
        h = 0.0
        if i > 1:
            scale = sum(abs(z[i][k]) for k in range(i))
            if scale == 0.0:
                e[i] = z[i][i - 1]
            else:
                for k in range(i):
                    z[i][k] /= scale
                    h += z[i][k] ** 2
                f = z[i][i - 1]
                g = -math.copysign(math.sqrt(h), f)
                e[i] = scale * g
                h -= f * g
                z[i][i - 1] = f - g
                f = 0.0
                for j in range(i):
                    z[j][i] = z[i][j] / h
                    g = sum(z[j][k] * z[i][k] for k in range(j + 1))
                    g += sum(z[k][j] * z[i][k] for k in range(j + 1, i))
                    e[j] = g / h
                    f += e[j] * z[i][j]
                hh = f / (h + h)
                for j in range(i):
                    f = z[i][j]
                    e[j] = g = e[j] - hh * f
                    for k in range(j + 1):
                        z[j][k] -= f * e[k] + g * z[i][k]
        else:
            e[i] = z[i][i - 1]
        d[i] = h
    for i in range(n):
        if d[i] != 0.0:
            for j in range(i):
                g = sum(z[i][k] * z[k][j] for k in range(i))
                for k in range(i):
                    z[k][j] -= g * z[k][i]
        d[i] = z[i][i]
        z[i][i] = 1.0
        for j in range(i):
            z[j][i] = z[i][j] = 0.0
    ql(d, e, z)
    order = sorted(range(n), key=lambda k: d[k])
    return [d[k] for k in order], [[row[k] for k in order] for row in z]


def ql(d, e, z):
    n = len(d)
    e[:] = e[1:] + [0.0]
    # z is turned column by column: keep columns as rows meanwhile
    columns = [[z[i][k] for i in range(n)] for k in range(n)]
    for l in range(n):
        for _ in range(200):
            m = l
            while m < n - 1:
                dd = abs(d[m]) + abs(d[m + 1])
                if abs(e[m]) <= 1e-17 * dd or abs(e[m]) + dd == dd:
                    break
                m += 1
            if m == l:
                break
            g = (d[l + 1] - d[l]) / (2.0 * e[l])
            r = math.hypot(g, 1.0)
            g = d[m] - d[l] + e[l] / (g + math.copysign(r, g))
            s = c = 1.0
            p = 0.0
            broke = False
            for i in range(m - 1, l - 1, -1):
                f, b = s * e[i], c * e[i]
                r = math.hypot(f, g)
                e[i + 1] = r
                if r == 0.0:
                    d[i + 1] -= p
                    e[m] = 0.0
                    broke = True
                    break
                s, c = f / r, g / r
                g = d[i + 1] - p
                r = (d[i] - g) * s + 2.0 * c * b
                p = s * r
                d[i + 1] = g + p
                g = c * r - b
                low, high = columns[i], columns[i + 1]
                columns[i] = [c * x - s * y for x, y in zip(low, high)]
                columns[i + 1] = [s * x + c * y for x, y in zip(low, high)]
            if broke:
                continue
            d[l] -= p
            e[l] = g
            e[m] = 0.0
    for k in range(n):
        for i in range(n):
            z[i][k] = columns[k][i]


def leading(matrix):
    """(vector with maximum 1 or None, doubtful).

    None where everything is zero or the leading eigenvalue is not simple;
    doubtful where the gap is too small to tell.
    """
    n = len(matrix)
    top = max((abs(x) for row in matrix for x in row), default=0.0)
    if top == 0.0:
        return None, False
    values, vectors = symmetric([[x / top for x in row] for row in matrix])
    doubtful = False
    if n > 1:
        gap = (values[-1] - values[-2]) / values[-1]
        if gap < 1e-12:
            return None, False
        doubtful = gap < 1e-5
    vector = [abs(row[-1]) for row in vectors]
    most = max(vector)
    return [x / most for x in vector], doubtful
