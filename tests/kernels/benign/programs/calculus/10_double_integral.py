# Integrate x*y over the triangle with vertices (0,0), (1,0), (1,1).
from sympy import *
x, y = symbols('x y')
print(integrate(x*y, (y, 0, x), (x, 0, 1)))
I = Integral(x*y, (y, 0, x), (x, 0, 1))
print(I, I.doit())
I
