# The same with sympy.solvers.simplex
from sympy.solvers.simplex import lpmax
from sympy.abc import x, y
print(lpmax(3*x + 2*y, [x + y <= 4, x + 3*y <= 6, x >= 0, y >= 0]))
