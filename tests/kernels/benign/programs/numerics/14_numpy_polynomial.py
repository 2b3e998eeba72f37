# Roots, derivative, integral and product of polynomials
import numpy as np
from numpy.polynomial import Polynomial, Chebyshev, Legendre
p = np.poly1d([1, -6, 11, -6])
print(p, p.roots.round(6), p.deriv()(2), p.integ()(1), np.polymul([1, 1], [1, -1]))
q = Polynomial([1, 2, 3])
print(q, q.roots().round(4), (q*q).coef)
print(Chebyshev.fit(np.linspace(-1, 1, 50), np.exp(np.linspace(-1, 1, 50)), 5).coef.round(5), Legendre([0, 0, 1])(0.5))
q
