# Inverse of a singular matrix
import numpy as np
np.linalg.inv(np.array([[1, 2], [2, 4]]))
