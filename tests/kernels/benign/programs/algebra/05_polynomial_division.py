# Find the remainder when x^100 - 2x^51 + 1 is divided by x^2 - 1.
from sympy import *
x = Symbol('x')
q, r = div(Poly(x**100 - 2*x**51 + 1, x), Poly(x**2 - 1, x))
print("remainder =", r.as_expr())
r
