# Solve x^2 - 5x + 6 = 0 and verify the answer.
from sympy import *

x = symbols('x')
roots = solve(Eq(x**2 - 5*x + 6, 0), x)
print("Roots:", roots)
for r in roots:
    print(r, (x**2 - 5*x + 6).subs(x, r))
roots
