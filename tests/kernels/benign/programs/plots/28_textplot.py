# Text plots, as a fallback
from sympy import textplot, sin
from sympy.abc import x
textplot(sin(x)*x, 0, 10)
