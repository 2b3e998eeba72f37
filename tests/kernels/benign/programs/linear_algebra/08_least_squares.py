# Least squares line through five points.
import numpy as np
x = np.array([0, 1, 2, 3, 4.])
y = np.array([1.1, 2.9, 5.2, 7.1, 8.8])
A = np.vstack([x, np.ones_like(x)]).T
coef, res, rank, sv = np.linalg.lstsq(A, y, rcond=None)
print(coef.round(4), res.round(4), rank)
print(np.polyfit(x, y, 1).round(4))
np.poly1d(np.polyfit(x, y, 1).round(3))
