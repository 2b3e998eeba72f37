# Chromatic polynomial of a 4-cycle by deletion-contraction, and number of 3-colourings
from itertools import product
from sympy import symbols, expand, factor
k = symbols('k')
def chromatic(n, edges):
    edges = {frozenset(e) for e in edges if len(set(e)) == 2}
    if not edges:
        return k**n
    e = sorted(edges, key=sorted)[0]
    a, b = sorted(e)
    rest = edges - {e}
    merged = {frozenset(a if v == b else v for v in f) for f in rest}
    merged = {f for f in merged if len(f) == 2}
    return chromatic(n, rest) - chromatic(n - 1, merged)
P = expand(chromatic(4, [(0, 1), (1, 2), (2, 3), (3, 0)]))
print(factor(P), P.subs(k, 3))
print(sum(all(c[a] != c[b] for a, b in [(0, 1), (1, 2), (2, 3), (3, 0)]) for c in product(range(3), repeat=4)))
