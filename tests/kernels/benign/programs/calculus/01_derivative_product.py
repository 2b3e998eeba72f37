# Differentiate x^2 * sin(x) * e^x and evaluate at x = pi.
from sympy import *
x = symbols('x')
f = x**2*sin(x)*exp(x)
df = diff(f, x)
print(simplify(df))
print(df.subs(x, pi))
df
