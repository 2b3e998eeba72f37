# Too many values to unpack
from sympy import solve, symbols
x = symbols('x')
a, b = solve(x**3 - x, x)
