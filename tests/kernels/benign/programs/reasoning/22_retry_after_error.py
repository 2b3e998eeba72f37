# Try the exact way, fall back to the numerical one
from sympy import *
x = symbols('x')
try:
    s = solve(x - cos(x), x)
except NotImplementedError as e:
    print('exact failed:', str(e).splitlines()[0])
    s = [nsolve(x - cos(x), 1)]
print(s)
