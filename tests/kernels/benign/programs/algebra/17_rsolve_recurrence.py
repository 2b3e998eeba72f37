# a(n+2) = 3a(n+1) - 2a(n), a(0) = 1, a(1) = 3. Closed form?
from sympy import Function, rsolve, symbols
n = symbols('n', integer=True)
a = Function('a')
closed = rsolve(a(n + 2) - 3*a(n + 1) + 2*a(n), a(n), {a(0): 1, a(1): 3})
print(closed)
vals = [1, 3]
for i in range(10):
    vals.append(3*vals[-1] - 2*vals[-2])
assert all(closed.subs(n, i) == v for i, v in enumerate(vals))
vals
