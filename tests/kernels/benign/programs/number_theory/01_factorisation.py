# Find the prime factorisation and number of divisors of 20!.
from sympy import factorint, divisor_count, factorial, divisors, totient
n = factorial(20)
f = factorint(n)
print(f)
print(divisor_count(n), sum(divisors(360)), totient(1000))
f
