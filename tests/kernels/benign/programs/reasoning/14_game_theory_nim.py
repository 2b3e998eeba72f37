# Nim with heaps 3, 4, 5: who wins? Grundy numbers of the subtraction game {1, 3, 4}
from functools import lru_cache, reduce
from operator import xor
print(reduce(xor, (3, 4, 5)))
@lru_cache(None)
def grundy(n):
    reach = {grundy(n - k) for k in (1, 3, 4) if n >= k}
    return next(g for g in range(10) if g not in reach)
print([grundy(n) for n in range(20)])
