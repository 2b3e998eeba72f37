# Maximise xyz subject to x + y + z = 12 with positive x, y, z.
from sympy import symbols, diff, solve
x, y, z, lam = symbols('x y z lambda', positive=True)
L = x*y*z - lam*(x + y + z - 12)
sol = solve([diff(L, v) for v in (x, y, z, lam)], [x, y, z, lam], dict=True)
print(sol)
print((x*y*z).subs(sol[0]))
