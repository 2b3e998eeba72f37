# Length of y = x^(3/2) from 0 to 4
from sympy import sqrt, symbols, integrate, diff, Rational, N, simplify
x = symbols('x', nonnegative=True)
f = x**Rational(3, 2)
L = integrate(sqrt(1 + diff(f, x)**2), (x, 0, 4))
print(simplify(L), N(L))
