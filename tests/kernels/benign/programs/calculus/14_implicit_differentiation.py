# x^2 + xy + y^2 = 7: find dy/dx at (1, 2).
from sympy import idiff, symbols
x, y = symbols('x y')
d = idiff(x**2 + x*y + y**2 - 7, y, x)
print(d, d.subs({x: 1, y: 2}))
d
