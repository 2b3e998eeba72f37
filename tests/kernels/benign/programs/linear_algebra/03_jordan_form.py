# Jordan normal form, null space and rank
from sympy import Matrix
A = Matrix([[5, 4, 2, 1], [0, 1, -1, -1], [-1, -1, 3, 0], [1, 1, -1, 2]])
P, J = A.jordan_form()
print(J)
print(A.rank(), (A - 4*Matrix.eye(4)).nullspace())
J
