# Solves what cannot be solved
from sympy import *
x = symbols('x')
print(solve(exp(x) + sin(x) - x**2*cos(x), x))
