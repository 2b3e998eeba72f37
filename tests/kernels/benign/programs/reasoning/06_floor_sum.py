# Evaluate sum_{n=1}^{2024} floor(sqrt(n)).
import math
from sympy import floor, sqrt, Integer
print(sum(math.isqrt(n) for n in range(1, 2025)))
print(sum(int(floor(sqrt(Integer(n)))) for n in range(2000, 2025)))
