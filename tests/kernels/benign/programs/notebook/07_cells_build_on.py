# Build the solution over several cells
# %%
from sympy import symbols, solve
x = symbols('x')
expr = x**2 - 2
# %%
roots = solve(expr)
# %%
roots
# %%
_
# %%
print(Out[3] if 3 in Out else 'none', len(In) > 3)
# %%
[r.evalf(5) for r in roots]
