# Continued fraction of sqrt(23) and the convergents of pi.
from sympy import sqrt, pi, continued_fraction_convergents, continued_fraction_iterator, continued_fraction_periodic, continued_fraction
from itertools import islice
print(continued_fraction(sqrt(23)))
print(continued_fraction_periodic(0, 1, 23))
print(list(islice(continued_fraction_convergents(continued_fraction_iterator(pi)), 5)))
