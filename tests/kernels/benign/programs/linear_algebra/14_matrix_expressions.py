# Symbolic matrices: (AB)^T, trace, block matrices
from sympy import MatrixSymbol, Identity, BlockMatrix, ZeroMatrix, trace, Inverse, symbols, block_collapse
n = symbols('n', integer=True)
A, B = MatrixSymbol('A', n, n), MatrixSymbol('B', n, n)
print((A*B).T.doit(), trace(A + B).doit(), (A*Inverse(A)).doit())
M = BlockMatrix([[A, B], [ZeroMatrix(n, n), A]])
print(block_collapse(M*M))
(A*B).T
