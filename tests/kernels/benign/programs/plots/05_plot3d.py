# Surface z = x^2 - y^2
from sympy.plotting import plot3d, plot3d_parametric_line, plot_parametric
from sympy import symbols, cos, sin, pi
x, y, t = symbols('x y t')
plot3d(x**2 - y**2, (x, -2, 2), (y, -2, 2))
plot3d_parametric_line(cos(t), sin(t), t/5, (t, 0, 6*pi))
plot_parametric(cos(3*t), sin(2*t), (t, 0, 2*pi))
