# Angle between the hands of a clock at 3:40
from fractions import Fraction
h, m = 3, 40
a = abs(Fraction(60*h - 11*m, 2)); print(min(a, 360 - a))
