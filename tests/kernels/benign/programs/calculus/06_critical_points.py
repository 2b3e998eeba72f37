# 求 f(x) = x^3 - 3x^2 - 9x + 5 的极值
from sympy import *
x = symbols('x')
f = x**3 - 3*x**2 - 9*x + 5
驻点 = solve(diff(f, x), x)
for p in 驻点:
    second = diff(f, x, 2).subs(x, p)
    kind = '极小值' if second > 0 else '极大值' if second < 0 else '待定'
    print(f"x = {p}: {kind}, f = {f.subs(x, p)}")
