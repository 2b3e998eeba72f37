# Forget all variables
# %%
x = 5
# %%
%reset -f
# %%
'x' in globals()
# %%
import sympy
sympy.sqrt(8)
