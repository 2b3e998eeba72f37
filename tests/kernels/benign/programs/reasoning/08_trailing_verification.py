# Solve and verify: the sum of two numbers is 35, their product 300.
# %%
from sympy import *
a, b = symbols('a b', positive=True)
sols = solve((a + b - 35, a*b - 300), (a, b))
sols
# %%
for s in sols:
    assert s[0] + s[1] == 35 and s[0]*s[1] == 300
print("verified")
# %%
N(sqrt(35**2 - 4*300))
