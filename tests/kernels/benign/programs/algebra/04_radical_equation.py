# 解方程 sqrt(x+3) + sqrt(x-2) = 5
from sympy import *
x = symbols('x', real=True)
eq = Eq(sqrt(x + 3) + sqrt(x - 2), 5)
解 = solve(eq, x)
print('解为:', 解)
print('检验:', [simplify(eq.lhs.subs(x, s) - 5) for s in 解])
