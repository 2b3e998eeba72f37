# Compute A^n for A = [[4,1],[2,3]].
from sympy import Matrix, symbols, simplify
n = symbols('n', integer=True, positive=True)
A = Matrix([[4, 1], [2, 3]])
P, D = A.diagonalize()
print(P, D)
An = simplify(P*D**n*P.inv())
assert An.subs(n, 3) == A**3
An
