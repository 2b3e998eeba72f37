# A variable of a cell that failed
# %%
from sympy import *
y = Symbol('y')
r = solve(y**2 - z, y)
# %%
print(r)
