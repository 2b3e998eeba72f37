# Plot sin(x)/x and its derivative with sympy
from sympy import symbols, sin, diff
from sympy.plotting import plot
x = symbols('x')
p = plot(sin(x)/x, diff(sin(x)/x, x), (x, -10, 10), legend=True, title='sinc', show=False)
p[1].line_color = 'red'
p.show()
