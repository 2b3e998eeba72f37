# A 3000 x 3000 distance matrix, and memory given back
import numpy as np
rng = np.random.default_rng(0); P = rng.random((3000, 2))
D = np.sqrt(((P[:, None, :] - P[None, :, :])**2).sum(-1))
print(D.shape, round(D.mean(), 3), np.unravel_index(D.argmax(), D.shape)[0] < 3000)
del D
