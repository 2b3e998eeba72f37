# Necklaces of 6 beads in 3 colours, up to rotation and reflection, by brute force and by Burnside.
from itertools import product
def canonical(n):
    forms = []
    for s in (n, n[::-1]):
        forms += [s[i:] + s[:i] for i in range(len(s))]
    return min(forms)
print(len({canonical(n) for n in product(range(3), repeat=6)}))
from math import gcd
rot = sum(3**gcd(6, k) for k in range(6))
ref = 3*3**4 + 3*3**3
print((rot + ref)//12)
