# X ~ Exp(2): E, median, P(X>1); a custom density; Poisson
from sympy.stats import Exponential, E, P, median, ContinuousRV, Poisson, Uniform, cdf, variance, Binomial, moment_generating_function, given
from sympy import symbols, Interval, Rational, simplify
x, t = symbols('x t')
X = Exponential('X', 2)
print(E(X), P(X > 1), variance(X), median(X))
Y = ContinuousRV(x, 3*x**2, set=Interval(0, 1))
print(E(Y), P(Y > Rational(1, 2)))
print(P(Poisson('N', 3) > 1), P(Binomial('B', 5, Rational(1, 3)) >= 2))
print(E(Uniform('U', 0, 4)**2), simplify(moment_generating_function(X)(t)))
