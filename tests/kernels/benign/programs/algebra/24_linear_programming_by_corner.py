# Maximise 3x + 2y subject to x + y <= 4, x + 3y <= 6, x, y >= 0, by checking corners exactly.
from itertools import combinations
from sympy import symbols, solve, Eq
x, y = symbols('x y')
lines = [Eq(x + y, 4), Eq(x + 3*y, 6), Eq(x, 0), Eq(y, 0)]
best = None
for a, b in combinations(lines, 2):
    for s in solve([a, b], [x, y], dict=True):
        px, py = s[x], s[y]
        if px >= 0 and py >= 0 and px + py <= 4 and px + 3*py <= 6:
            value = 3*px + 2*py
            print((px, py), value)
            if best is None or value > best[0]:
                best = (value, (px, py))
print("max:", best)
