# Compares symbols
from sympy import symbols
x = symbols('x')
if x > 3:
    print('big')
