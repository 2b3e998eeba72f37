# Read \int_0^1 x^2 dx with sympy's LaTeX parser.
from sympy.parsing.latex import parse_latex
e = parse_latex(r"\int_{0}^{1} x^{2} dx")
print(e, '=', e.doit())
e
