# Turn a formula into fast functions of several kinds.
from sympy import lambdify, symbols, sin, exp, gamma, besselj
import numpy as np
x, y = symbols('x y')
f = lambdify((x, y), sin(x)*exp(-y), 'numpy')
print(f(np.array([0, 1, 2]), 1).round(6))
g = lambdify(x, gamma(x) + besselj(1, x), 'scipy')
print(round(float(g(2.5)), 8))
h = lambdify(x, sin(x), 'mpmath')
print(h(1))
m = lambdify(x, sin(x), 'math', cse=True)
print(m(1.0))
