# math.sin of a symbol
import math
from sympy import symbols
x = symbols('x')
math.sin(x)
