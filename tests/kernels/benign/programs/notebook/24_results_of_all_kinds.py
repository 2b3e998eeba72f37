# Values of many kinds as the last line
# %%
{'sum': 3, 'list': [1, 2]}
# %%
{1, 2, 3}
# %%
(1, 'a', None)
# %%
None
# %%
3.0
# %%
True
# %%
'text with "quotes" and 中文'
# %%
b'bytes'
# %%
range(5)
# %%
lambda x: x
# %%
import numpy as np
np.array([[1.5, 2], [3, 4]])
# %%
np.float64(2.5)
# %%
from fractions import Fraction
Fraction(3, 4)
# %%
import sympy as sp
sp.FiniteSet(1, 2), sp.S.Half
# %%
10**100
# %%
1 + 2j
# %%
import decimal
decimal.Decimal('1.10')
