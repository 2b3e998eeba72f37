# Define a function, use it, redefine it, use it again
# %%
def area(r):
    return 3*r*r
# %%
print(area(2))
# %%
import math
def area(r):
    return math.pi*r*r
print(round(area(2), 4))
