# Solve the system x' = y, y' = -x.
from sympy import symbols, Function, Eq
from sympy.solvers.ode.systems import dsolve_system
t = symbols('t')
x, y = Function('x'), Function('y')
print(dsolve_system([Eq(x(t).diff(t), y(t)), Eq(y(t).diff(t), -x(t))]))
