# Does the integral of 1/(1+x^4) from 0 to infinity converge? Evaluate.
from sympy import *
x = symbols('x', positive=True)
r = integrate(1/(1 + x**4), (x, 0, oo))
print(simplify(r), N(r, 20))
