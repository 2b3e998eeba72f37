# Which start below 100000 has the longest Collatz chain?
from functools import lru_cache
import sys
sys.setrecursionlimit(10000)

@lru_cache(maxsize=None)
def length(n):
    if n == 1:
        return 1
    return 1 + length(n//2 if n % 2 == 0 else 3*n + 1)

best = max(range(1, 100000), key=length)
print(best, length(best))
print(length.cache_info().misses)
