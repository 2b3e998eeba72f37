# A method that does not exist
from sympy import *
x = symbols('x')
print((x**2).differentiate(x))
