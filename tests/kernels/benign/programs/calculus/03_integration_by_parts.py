# Integrate x^2 ln(x) dx, check by differentiation.
from sympy import *
x = symbols('x', positive=True)
F = integrate(x**2*log(x), x)
print(F)
print(simplify(diff(F, x) - x**2*log(x)) == 0)
F
