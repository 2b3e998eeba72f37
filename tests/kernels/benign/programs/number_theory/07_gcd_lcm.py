# Find gcd and lcm of 1071, 462 and Bezout coefficients.
import math
from sympy.core.intfunc import igcdex
print(math.gcd(1071, 462), math.lcm(1071, 462))
print(igcdex(1071, 462))
def extended(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended(b, a % b)
    return g, y, x - a//b*y
print(extended(1071, 462))
