# Fourier series of f(x) = x on (-pi, pi): first three terms
from sympy import fourier_series, pi
from sympy.abc import x
s = fourier_series(x, (x, -pi, pi))
print(s.truncate(3))
s.truncate(3)
