# Solve a tridiagonal system of 10000 unknowns with sparse matrices
import numpy as np
from scipy.sparse import diags, csr_matrix, eye, kron
from scipy.sparse.linalg import spsolve, eigsh, cg
n = 10000
A = diags([-1, 2, -1], [-1, 0, 1], shape=(n, n), format='csc')
b = np.ones(n)
x = spsolve(A, b)
print(round(x.max(), 2), A.nnz)
B = diags([-1, 2, -1], [-1, 0, 1], shape=(200, 200), format='csc')
w = eigsh(B, k=3, sigma=0, return_eigenvectors=False)
print(np.sort(w).round(8))
sol, info = cg(B, np.ones(200), rtol=1e-10)
print(info, round(sol.max(), 4))
