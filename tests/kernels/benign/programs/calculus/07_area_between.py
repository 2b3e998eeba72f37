# Find the area between y = x^2 and y = 2x + 3.
from sympy import *
x = symbols('x')
a, b = sorted(solve(x**2 - 2*x - 3, x))
area = integrate((2*x + 3) - x**2, (x, a, b))
print(f"Area = {area}")
area
