# Solve a system with infinitely many solutions using row reduction.
from sympy import Matrix, linsolve, symbols
x, y, z = symbols('x y z')
M = Matrix([[1, 2, 3, 6], [2, 4, 6, 12], [1, 0, 1, 2]])
print(M.rref())
print(linsolve(M, x, y, z))
