# Overflow in math.exp
import math
print([math.exp(k) for k in (1, 10, 1000)])
