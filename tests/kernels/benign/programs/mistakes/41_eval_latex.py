# Sympify of LaTeX
from sympy import sympify
print(sympify(r'\frac{1}{2} + x'))
