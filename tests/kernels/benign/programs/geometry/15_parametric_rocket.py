# Area enclosed by the cardioid r = 1 + cos(theta), and its length.
from sympy import symbols, cos, sin, integrate, pi, sqrt, Rational, Curve, N, Abs
t = symbols('t', real=True)
print(integrate(Rational(1, 2)*(1 + cos(t))**2, (t, 0, 2*pi)))
print(2*integrate(2*cos(t/2), (t, 0, pi)))
print(Curve((cos(t), sin(t)), (t, 0, pi)).length)
