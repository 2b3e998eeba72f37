# No root near there
from sympy import nsolve, symbols, exp
x = symbols('x')
nsolve(exp(x) + 1, x, 0)
