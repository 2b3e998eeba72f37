# Just plot it
from sympy import *
x = symbols('x')
plot(x**2, x**3, (x, -2, 2), ylim=(-4, 4))
