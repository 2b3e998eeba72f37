# Solve the inequality (x-1)(x+2)/(x-3) >= 0.
from sympy import *
x = symbols('x', real=True)
sol = solve_univariate_inequality((x - 1)*(x + 2)/(x - 3) >= 0, x, relational=False)
print(sol)
print(reduce_inequalities([x**2 < 9, x > 0], x))
sol
