# Project Euler style: the smallest number with over 300 divisors among the triangular numbers
def divisors(n):
    c, p = 1, 2
    while p*p <= n:
        e = 0
        while n % p == 0: n //= p; e += 1
        c *= e + 1; p += 1
    return c*(2 if n > 1 else 1)
n = t = 0
while divisors(t or 1) <= 300:
    n += 1; t += n
print(n, t)
