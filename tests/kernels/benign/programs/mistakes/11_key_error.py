# Solve with a list, index with a symbol
from sympy import *
x, y = symbols('x y')
s = solve([x + y - 3, x - y - 1], [x, y], dict=True)
print(s[0]['x'])
