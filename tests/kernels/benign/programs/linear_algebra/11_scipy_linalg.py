# Matrix exponential, Schur, null space, Toeplitz, Hilbert
import numpy as np
from scipy import linalg
A = np.array([[0, 1], [-1, 0.]])
print(linalg.expm(A*np.pi/2).round(8))
T, Z = linalg.schur(A)
print(np.allclose(Z @ T @ Z.T, A), linalg.null_space(np.array([[1, 1], [1, 1.]])).round(4).tolist())
print(linalg.toeplitz([1, 2, 3]), linalg.hilbert(3).round(4))
P, L, U = linalg.lu(np.array([[2, 5, 8], [5, 2, 2], [7, 5, 6.]]))
print(L.round(3))
