# LU, Cholesky, LDL of a symmetric matrix; exact
from sympy import Matrix
A = Matrix([[4, 12, -16], [12, 37, -43], [-16, -43, 98]])
print(A.cholesky())
L, U, p = A.LUdecomposition()
print(L, U, p)
print(A.LDLdecomposition())
print(A.is_positive_definite)
