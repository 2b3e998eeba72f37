# Lattice paths from (0,0) to (10,10) that stay below the diagonal.
import numpy as np
n = 10
dp = np.zeros((n + 1, n + 1), dtype=object)
dp[0, :] = 1
for i in range(1, n + 1):
    for j in range(i, n + 1):
        dp[i, j] = dp[i - 1, j] + (dp[i, j - 1] if j - 1 >= i else 0)
print(dp[n, n])
from scipy.special import comb
print(comb(20, 10, exact=True)//11)
