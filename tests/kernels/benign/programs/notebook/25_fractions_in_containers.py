# Exact answers in containers
# %%
from fractions import Fraction
[Fraction(1, 2), Fraction(1, 3)]
# %%
{'a': Fraction(1, 2)}
# %%
(Fraction(1, 2), 3)
# %%
import sympy as sp
[sp.Rational(1, 2), Fraction(1, 3)]
