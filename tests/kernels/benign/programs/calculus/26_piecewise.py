# f(x) = x^2 for x < 1, 2 - x otherwise. Integrate over [0, 2]; where is it continuous?
from sympy import Piecewise, integrate, symbols, limit, Heaviside, DiracDelta, oo
x = symbols('x')
f = Piecewise((x**2, x < 1), (2 - x, True))
print(integrate(f, (x, 0, 2)))
print(limit(f, x, 1, '-'), limit(f, x, 1, '+'))
print(integrate(DiracDelta(x - 2)*x**3, (x, -oo, oo)))
f
