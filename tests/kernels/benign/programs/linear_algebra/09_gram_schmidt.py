# Orthonormalise (1,1,0), (1,0,1), (0,1,1).
from sympy import Matrix, GramSchmidt
vs = [Matrix([1, 1, 0]), Matrix([1, 0, 1]), Matrix([0, 1, 1])]
o = GramSchmidt(vs, True)
for v in o:
    print(v.T)
Matrix.hstack(*o)
