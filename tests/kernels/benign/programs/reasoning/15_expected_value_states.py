# Expected number of tosses until HTH: linear equations
from sympy import symbols, solve, Rational
E0, E1, E2 = symbols('E0 E1 E2')
h = Rational(1, 2)
print(solve([E0 - 1 - h*E1 - h*E0, E1 - 1 - h*E1 - h*E2, E2 - 1 - h*E0], [E0, E1, E2]))
