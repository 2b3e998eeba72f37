# The same with sympy
from sympy import Matrix
Matrix([[1, 2], [2, 4]]).inv()
