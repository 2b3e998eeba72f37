# Write 5/121 as a sum of unit fractions.
from sympy.ntheory.egyptian_fraction import egyptian_fraction
from sympy import Rational
from fractions import Fraction
e = egyptian_fraction(Rational(5, 121))
print(e)
print(sum(Fraction(1, int(k)) for k in e))
Fraction(5, 121)
