# Plot the curve x^2 + y^2 = 4 and the region y > x^2
from sympy import plot_implicit, symbols, Eq, And
x, y = symbols('x y')
plot_implicit(Eq(x**2 + y**2, 4), (x, -3, 3), (y, -3, 3))
plot_implicit(y > x**2, (x, -2, 2), (y, -1, 4), title='y > x²')
