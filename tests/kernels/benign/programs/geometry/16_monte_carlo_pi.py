# Estimate pi with 10^6 random points (seeded)
import numpy as np
rng = np.random.default_rng(2024)
p = rng.uniform(-1, 1, (1_000_000, 2))
print(4*np.mean((p**2).sum(axis=1) <= 1))
