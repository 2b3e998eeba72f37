# QR and SVD of a 3x2 matrix
import numpy as np
A = np.array([[1, 2], [3, 4], [5, 6]], float)
q, r = np.linalg.qr(A)
u, s, vt = np.linalg.svd(A)
print(np.allclose(q @ r, A), s.round(6))
print(np.linalg.pinv(A).round(4))
print(np.linalg.cond(A).round(4))
