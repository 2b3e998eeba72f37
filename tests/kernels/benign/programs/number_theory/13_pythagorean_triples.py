# All primitive Pythagorean triples with hypotenuse at most 100.
from math import gcd, isqrt
t = []
for a in range(1, 100):
    for b in range(a, 100):
        c = isqrt(a*a + b*b)
        if c <= 100 and c*c == a*a + b*b and gcd(a, b) == 1:
            t.append((a, b, c))
print(len(t), t)
