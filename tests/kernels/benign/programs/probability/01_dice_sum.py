# Probability that the sum of three dice is 10
from itertools import product
from fractions import Fraction
c = sum(sum(d) == 10 for d in product(range(1, 7), repeat=3))
print(Fraction(c, 6**3))
Fraction(c, 216)
