# Factor x^4 + 4 over Q, over Q(i), and modulo 5.
from sympy import factor, symbols, I, Poly, GF, sqrt
x = symbols('x')
print(factor(x**4 + 4))
print(factor(x**4 + 4, extension=I))
print(factor(x**4 + 4, modulus=5))
print(factor(x**2 - 2, extension=sqrt(2)))
print(Poly(x**4 + 4, x, domain=GF(5)).factor_list())
