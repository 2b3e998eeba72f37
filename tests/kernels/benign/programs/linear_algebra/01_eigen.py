# Eigenvalues and eigenvectors of [[2,1],[1,3]]
from sympy import Matrix, pprint, init_printing
init_printing()
A = Matrix([[2, 1], [1, 3]])
print(A.eigenvals())
for val, mult, vecs in A.eigenvects():
    pprint(val); print(mult, vecs)
A.charpoly().as_expr()
