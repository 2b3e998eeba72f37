# Derive the weights of a second derivative stencil.
from sympy.calculus import finite_diff_weights, differentiate_finite
from sympy.calculus.util import continuous_domain, function_range, periodicity, minimum, maximum
from sympy import Rational, symbols, sin, Function, sqrt, S, pi, Interval
x = symbols('x', real=True)
print(finite_diff_weights(2, [-1, 0, 1], 0)[-1][-1])
print(continuous_domain(sqrt(x - 2)/(x - 5), x, S.Reals))
print(function_range(x**2 - 4*x, x, Interval(0, 5)))
print(periodicity(sin(2*x) + sin(3*x), x))
print(minimum(x**2 - 4*x, x, Interval(0, 5)), maximum(sin(x), x))
