# Count primes below 1,000,000 with a sieve in pure Python and in numpy.
def sieve(n):
    flags = bytearray([1])*(n + 1)
    flags[0:2] = b'\x00\x00'
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i*i::i] = bytearray(len(flags[i*i::i]))
    return [i for i, f in enumerate(flags) if f]

primes = sieve(1000000)
print(len(primes), primes[-1])
import numpy as np
s = np.ones(1000001, dtype=bool)
s[:2] = False
for i in range(2, 1001):
    if s[i]:
        s[i*i::i] = False
print(int(s.sum()))
