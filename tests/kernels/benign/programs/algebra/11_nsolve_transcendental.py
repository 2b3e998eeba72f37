# Find the root of cos(x) = x to 30 digits.
from sympy import cos, nsolve, symbols
x = symbols('x')
r = nsolve(cos(x) - x, x, 0.7, prec=30)
print(r)
r2 = nsolve([x**2 + symbols('y')**2 - 4, x*symbols('y') - 1], [x, symbols('y')], [2, 0.5])
print(r2)
