# Find the cubic through (1, 1), (2, 8), (3, 27), (4, 70).
from sympy import interpolate, symbols, Poly
from sympy.polys.polyfuncs import horner, symmetrize
x = symbols('x')
p = interpolate([(1, 1), (2, 8), (3, 27), (4, 70)], x)
print(p)
print(horner(p))
a, b = symbols('a b')
print(symmetrize(a**2 + b**2, [a, b]))
p
