# Taylor series of e^x cos x up to x^6; of ln(1+x) about 1.
from sympy import series, exp, cos, log, symbols
x = symbols('x')
s = series(exp(x)*cos(x), x, 0, 7)
print(s)
print(s.removeO())
print(series(log(1 + x), x, 1, 4))
s
