# dsolve without a function
from sympy import *
x, y = symbols('x y')
dsolve(diff(y, x) - y)
