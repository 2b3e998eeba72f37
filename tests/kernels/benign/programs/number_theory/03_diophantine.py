# Solve 3x + 5y = 47 in integers, and x^2 - 2y^2 = 1.
from sympy.solvers.diophantine import diophantine
from sympy.solvers.diophantine.diophantine import diop_DN
from sympy import symbols
x, y = symbols('x y', integer=True)
print(diophantine(3*x + 5*y - 47))
print(diop_DN(2, 1))
print(sorted(diophantine(x**2 + y**2 - 25), key=str))
