# Takes a root that does not exist
from sympy import *
x = symbols('x', real=True)
s = solve(x**2 + 1, x)
print(s[0])
