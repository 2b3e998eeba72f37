# Laplace transform of t*exp(-2t), and the inverse of 1/(s^2+4)
from sympy import laplace_transform, inverse_laplace_transform, exp, symbols, fourier_transform
t, s = symbols('t s', positive=True)
print(laplace_transform(t*exp(-2*t), t, s, noconds=True))
print(inverse_laplace_transform(1/(s**2 + 4), s, t))
k = symbols('k')
x = symbols('x', real=True)
print(fourier_transform(exp(-x**2), x, k))
