# y'' - 3y' + 2y = 0, y(0)=0, y'(0)=1; then y'' + y = sin x
from sympy import Function, dsolve, Eq, Derivative, symbols, sin
x = symbols('x')
y = Function('y')
print(dsolve(Derivative(y(x), x, 2) - 3*Derivative(y(x), x) + 2*y(x), y(x),
             ics={y(0): 0, y(x).diff(x).subs(x, 0): 1}))
print(dsolve(Eq(y(x).diff(x, 2) + y(x), sin(x))))
