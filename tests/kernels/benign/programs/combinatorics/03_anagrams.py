# How many distinct arrangements of MISSISSIPPI have no two adjacent S?
from collections import Counter
from math import factorial, comb, prod
c = Counter("MISSISSIPPI")
print(c.most_common())
total = factorial(11)//prod(factorial(v) for v in c.values())
others = factorial(7)//(factorial(4)*factorial(2)*factorial(1))
print(total, others*comb(8, 4))
