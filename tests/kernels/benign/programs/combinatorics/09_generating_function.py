# The coefficient of x^10 in (1+x+x^2+...+x^6)^4
from sympy import symbols, expand, Poly
x = symbols('x')
g = Poly(sum(x**i for i in range(7))**4, x)
print(g.coeff_monomial(x**10))
import numpy as np
p = np.polynomial.polynomial.polypow(np.ones(7), 4)
print(int(round(p[10])))
