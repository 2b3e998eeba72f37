# Verify Goldbach's conjecture for even numbers to 2000; count partitions of 100.
from sympy import primerange, npartitions
from sympy.utilities.iterables import partitions
P = set(primerange(2, 2000))
assert all(any(n - p in P for p in P) for n in range(4, 2001, 2))
print(npartitions(100))
print(sum(1 for _ in partitions(20)))
