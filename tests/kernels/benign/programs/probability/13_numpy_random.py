# Legacy and new generators
import numpy as np
np.random.seed(0)
print(np.random.rand(3).round(4), np.random.randn(2).round(4), np.random.randint(0, 10, 5), np.random.choice(5, 3, replace=False))
g = np.random.default_rng(1)
print(g.integers(0, 100, 5), g.normal(size=2).round(4), g.permutation(5), g.multivariate_normal([0, 0], np.eye(2)).round(4))
print(round(np.random.Generator(np.random.MT19937(3)).random(), 6))
