# Show a derivation as formulas
from IPython.display import display, Math, Latex, Markdown, HTML
from sympy import *
x = symbols('x')
display(Math(r'\int_0^1 x^2\,dx = \frac13'))
display(Latex(r'$e^{i\pi} + 1 = 0$'))
display(Markdown('**Answer:** $x = 2$'))
display(HTML('<b>bold</b>'))
display(integrate(x**2, x), Eq(x, 2))
display(Matrix([[1, 2], [3, 4]]), {'a': x**2}, [sqrt(2), Rational(1, 3)])
