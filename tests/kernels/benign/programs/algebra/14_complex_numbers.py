# If z = 1 + i*sqrt(3), compute z^10 and its argument.
from sympy import I, sqrt, expand, arg, Abs, re, im, exp, pi, conjugate
z = 1 + I*sqrt(3)
w = expand(z**10)
print(w, Abs(w), arg(w))
print(re(w), im(w), conjugate(w))
w
