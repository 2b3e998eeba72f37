# Numbers of numpy, Decimal and mpmath in containers
# %%
import numpy as np, decimal, mpmath
[np.float64(1.5), np.float64(2)]
# %%
[np.int64(3), 4]
# %%
(decimal.Decimal('1.5'), 2)
# %%
[mpmath.mpf('1.5')]
# %%
{1.5: [2, 3j]}
# %%
[[1, 2], [3, float('inf')], [float('nan'), 5]]
# %%
{'x': np.array([1, 2])}
# %%
[True, False]
