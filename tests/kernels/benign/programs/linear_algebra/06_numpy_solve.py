# 用 numpy 解线性方程组并检查残差
import numpy as np
A = np.array([[3., 2, -1], [2, -2, 4], [-1, 0.5, -1]])
b = np.array([1., -2, 0])
x = np.linalg.solve(A, b)
print("解:", x.round(10))
print(np.allclose(A @ x, b), np.linalg.matrix_rank(A), round(np.linalg.det(A), 6))
x.round(6)
