# Compute sum_{k=1}^{99} 1/(k(k+1)) with Fraction and with sympy.
from fractions import Fraction
from sympy import summation, symbols, oo, Rational
k, n = symbols('k n', integer=True, positive=True)
print(sum(Fraction(1, i*(i + 1)) for i in range(1, 100)))
print(summation(1/(k*(k + 1)), (k, 1, 99)))
general = summation(1/(k*(k + 1)), (k, 1, n))
print(general.simplify())
print(summation(1/(k*(k + 1)), (k, 1, oo)))
