# Vandermonde determinant of order 4
from sympy import symbols, Matrix, factor
xs = symbols('x1:5')
V = Matrix(4, 4, lambda i, j: xs[i]**j)
print(factor(V.det()))
V
