# Solve log_2(x) + log_4(x) + log_8(x) = 11.
from sympy import log, solve, symbols, simplify, N
x = symbols('x', positive=True)
expr = log(x, 2) + log(x, 4) + log(x, 8) - 11
ans = solve(expr, x)
print(ans)
print([N(a) for a in ans])
