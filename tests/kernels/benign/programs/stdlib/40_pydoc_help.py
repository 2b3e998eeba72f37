# Read the documentation
import math
help(math.gcd)
from sympy import isprime
help(isprime)
print(math.comb.__doc__.splitlines()[0])
