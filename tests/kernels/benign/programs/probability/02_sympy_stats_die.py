# E and Var of the larger of two dice with sympy.stats
from sympy.stats import Die, P, E, variance, density, sample
from sympy import Max
X, Y = Die('X', 6), Die('Y', 6)
print(E(Max(X, Y)), variance(X), P(X + Y > 9))
print(dict(density(X + Y)))
