# Exercise: 2x + y - z = 8, -3x - y + 2z = -11, -2x + y + 2z = -3. Find x, y, z.
from sympy import symbols, Eq, solve

x, y, z = symbols('x y z')
eqs = [Eq(2*x + y - z, 8), Eq(-3*x - y + 2*z, -11), Eq(-2*x + y + 2*z, -3)]
sol = solve(eqs, (x, y, z))
print(sol)
sol
