# Solve x * e^x = 5 exactly.
from sympy import *
x = symbols('x')
s = solve(x*exp(x) - 5, x)
print(s, [si.evalf(15) for si in s])
s[0]
