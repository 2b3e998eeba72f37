# Pretty printing the sympy way
# %%
from sympy import *
init_printing(use_latex='mathjax')
x, y = symbols('x y')
# %%
Integral(sqrt(1/x), x)
# %%
pprint(Integral(sqrt(1/x), x), use_unicode=True)
# %%
print(latex(Matrix([[x, y], [1, x**2]])), srepr(x + 1), pretty(x**2/y), sep='\n')
# %%
(x + y)**3 == expand((x + y)**3), simplify((x + y)**3 - expand((x + y)**3))
