# First 10 primes above 10^12, twin primes below 200
from sympy import nextprime, prevprime, primerange, isprime, prime, primepi, randprime
p = 10**12
for _ in range(10):
    p = nextprime(p)
    print(p, end=' ')
print()
print([(q, q + 2) for q in primerange(3, 200) if isprime(q + 2)])
print(prime(1000), primepi(10000), prevprime(100))
