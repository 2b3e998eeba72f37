# Linear regression, correlation
import numpy as np
from scipy.stats import linregress, pearsonr, spearmanr
x = np.arange(10)
y = 3*x + 2 + np.array([.1, -.2, .3, 0, -.1, .2, -.3, .1, 0, -.1])
r = linregress(x, y)
print(f"y = {r.slope:.4f} x + {r.intercept:.4f}, R² = {r.rvalue**2:.6f}")
print(pearsonr(x, y).statistic.round(6), spearmanr(x, y).statistic)
