# f(x+y) = f(x) + f(y) + 2xy and f(1) = 3: find f(10), then verify a formula.
f = {0: 0, 1: 3}
for n in range(1, 10):
    f[n + 1] = f[n] + f[1] + 2*n
print(f[10])
from sympy import symbols, expand
x, y = symbols('x y')
F = lambda t: t**2 + 2*t
print(expand(F(x + y) - F(x) - F(y) - 2*x*y) == 0)
