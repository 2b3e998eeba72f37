# Decompose (3x+5)/((x-1)^2 (x+2)) into partial fractions, then put it back together.
from sympy import apart, together, symbols, factor, latex
x = symbols('x')
f = (3*x + 5)/((x - 1)**2*(x + 2))
p = apart(f)
print(p)
print(latex(p))
assert factor(together(p)) == factor(f)
p
