# Sum 1/n^2, 1/n^4, (-1)^n/(2n+1); does sum 1/n converge?
from sympy import *
n = symbols('n', integer=True)
print(summation(1/n**2, (n, 1, oo)))
print(Sum(1/n**4, (n, 1, oo)).doit())
print(Sum((-1)**n/(2*n + 1), (n, 0, oo)).doit())
print(Sum(1/n, (n, 1, oo)).is_convergent())
Sum(1/n**2, (n, 1, oo))
