# PageRank of a small web by power iteration
import numpy as np
links = {0: [1, 2], 1: [2], 2: [0], 3: [0, 2]}
n = 4
M = np.zeros((n, n))
for j, outs in links.items():
    for i in outs:
        M[i, j] = 1/len(outs)
d = 0.85
r = np.full(n, 1/n)
for it in range(100):
    new = d*M @ r + (1 - d)/n
    if np.abs(new - r).sum() < 1e-10:
        break
    r = new
print(it, r.round(4))
