# Stationary distribution of a Markov chain with three states, exact and numeric
# %%
from sympy import Matrix, Rational, symbols, solve
P = Matrix([[Rational(1, 2), Rational(1, 4), Rational(1, 4)],
            [Rational(1, 3), 0, Rational(2, 3)],
            [Rational(1, 4), Rational(1, 2), Rational(1, 4)]])
# %%
pi = symbols('p0:3')
v = Matrix([pi])
sol = solve(list(v*P - v) + [sum(pi) - 1], pi)
sol
# %%
import numpy as np
N = np.array(P.tolist(), dtype=float)
print(np.linalg.matrix_power(N, 50)[0].round(6))
