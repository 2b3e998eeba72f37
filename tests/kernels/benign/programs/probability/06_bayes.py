# A test is 99% sensitive, 95% specific; prevalence is 1%. P(ill | positive)?
from sympy import Rational as R
p = R(1, 100)*R(99, 100)/(R(1, 100)*R(99, 100) + R(99, 100)*R(5, 100))
print(p, float(p))
p
