# 1 到 1000 中不能被 2、3、5 整除的数有多少个?
from itertools import combinations
from math import prod
total = 1000
count = sum((-1)**k*sum(total//prod(c) for c in combinations((2, 3, 5), k)) for k in range(4))
直接 = sum(1 for n in range(1, 1001) if n % 2 and n % 3 and n % 5)
print(count, 直接)
