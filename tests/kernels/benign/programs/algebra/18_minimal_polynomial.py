# Find the minimal polynomial of sqrt(2) + sqrt(3) + sqrt(5) over Q.
from sympy import *
x = symbols('x')
m = minimal_polynomial(sqrt(2) + sqrt(3) + sqrt(5), x)
print(m)
print(factor_list(m))
print(sqrtdenest(sqrt(5 + 2*sqrt(6))))
print(nsimplify(1.4142135623730951 + 1.7320508075688772, [sqrt(2), sqrt(3)]))
