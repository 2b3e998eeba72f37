# 证明 n^7 - n 能被 42 整除(验证前 10000 个)
print(all((n**7 - n) % 42 == 0 for n in range(10000)))
from sympy import symbols, factor
n = symbols('n', integer=True)
factor(n**7 - n)
