# Evaluate Gamma(1/2), B(2,3), zeta(2), erf(1), J_0(1)
from sympy import gamma, beta, zeta, erf, besselj, Rational, N, expand_func, hyper, simplify, hyperexpand, Symbol
z = Symbol('z')
print(gamma(Rational(1, 2)), expand_func(beta(2, 3)), zeta(2), N(erf(1), 20), N(besselj(0, 1), 20))
print(hyperexpand(hyper([1, 1], [2], z)))
