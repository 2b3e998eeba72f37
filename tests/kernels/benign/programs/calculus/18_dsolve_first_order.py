# Solve y' + 2y = e^x with y(0) = 1.
from sympy import *
x = symbols('x')
y = Function('y')
sol = dsolve(Eq(y(x).diff(x) + 2*y(x), exp(x)), y(x), ics={y(0): 1})
print(sol)
print(checkodesol(Eq(y(x).diff(x) + 2*y(x), exp(x)), sol))
sol
