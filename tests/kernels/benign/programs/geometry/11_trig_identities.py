# Simplify sin^4 x + cos^4 x; solve 2 sin^2 x - sin x - 1 = 0 on [0, 2pi)
from sympy import *
x = symbols('x')
print(trigsimp(sin(x)**4 + cos(x)**4), fu(sin(x)**4 + cos(x)**4))
print(solveset(2*sin(x)**2 - sin(x) - 1, x, Interval.Ropen(0, 2*pi)))
print(expand_trig(sin(3*x)), cos(pi/12), sqrtdenest(cos(pi/12)))
