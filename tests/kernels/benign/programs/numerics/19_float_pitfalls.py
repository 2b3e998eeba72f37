# Why is 0.1 + 0.2 != 0.3?
import math, sys
from fractions import Fraction
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, math.isclose(.1 + .2, .3), Fraction(0.1))
print(sys.float_info.epsilon, math.fsum([.1]*10), sum([.1]*10), math.ulp(1.0), (0.1).hex())
print(math.nextafter(1, 2), float('inf') - float('inf'), -0.0 == 0.0, math.copysign(1, -0.0))
