# lim_{x->0} (tan x - sin x)/x^3
from sympy import limit, tan, sin, symbols, oo, exp
x = symbols('x')
print(limit((tan(x) - sin(x))/x**3, x, 0))
print(limit((1 + 1/x)**x, x, oo))
print(limit(1/x, x, 0, '+'), limit(1/x, x, 0, '-'))
