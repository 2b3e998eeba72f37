# A box with a square base and volume 32 without lid: least surface. Symbolic and numeric agree.
import sympy as sp
from scipy.optimize import minimize_scalar
a = sp.symbols('a', positive=True)
S = a**2 + 4*a*(32/a**2)
crit = sp.solve(sp.diff(S, a), a)
print(crit, [S.subs(a, c) for c in crit])
res = minimize_scalar(lambda v: v**2 + 128/v, bounds=(0.1, 20), method='bounded')
print(round(res.x, 3), round(res.fun, 3))
