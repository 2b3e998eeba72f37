# Competitive programming style
import sys, os, io
from math import isqrt
sys.setrecursionlimit(10**6)
out = []
def solve(n): out.append(str(isqrt(n)))
for n in (10, 100, 10**20): solve(n)
sys.stdout.write('\n'.join(out) + '\n')
sys.stdout.flush()
print(*out, sep=',', end='!\n', file=sys.stdout, flush=True)
