# Ask for help with a question mark
# %%
import math
math.gcd?
# %%
def double(x):
    "Twice x."
    return 2*x
double??
