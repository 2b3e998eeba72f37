# Sum of all primes below 20 million (numpy, 20 MB) and permutations in a list (300 MB)
import numpy as np
from itertools import permutations
s = np.ones(20_000_000, bool); s[:2] = False
for i in range(2, 4473):
    if s[i]: s[i*i::i] = False
print(int(np.flatnonzero(s).sum()))
p = list(permutations(range(9)))
print(len(p), p[-1])
