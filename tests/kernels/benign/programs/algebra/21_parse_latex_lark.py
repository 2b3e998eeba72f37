# Read \frac{x^2-1}{x-1} from LaTeX and simplify it.
from sympy.parsing.latex import parse_latex
from sympy import simplify
e = parse_latex(r"\frac{x^{2}-1}{x-1}", backend="lark")
print(e)
print(simplify(e))
