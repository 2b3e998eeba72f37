# How many permutations of 8 letters have no fixed point?
from itertools import permutations
from sympy import subfactorial
print(sum(all(p[i] != i for i in range(8)) for p in permutations(range(8))), subfactorial(8))
