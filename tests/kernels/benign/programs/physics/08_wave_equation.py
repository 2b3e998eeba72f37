# Verify d'Alembert's solution; separate variables of the heat equation
from sympy import Function, symbols, Derivative, simplify, pde_separate_mul, Eq, exp, sin, pdsolve
x, t, c = symbols('x t c')
f = Function('f'); u = f(x - c*t) + f(x + c*t)
print(simplify(u.diff(t, 2) - c**2*u.diff(x, 2)))
X, T, U = map(Function, 'XTu')
print(pde_separate_mul(Eq(Derivative(U(x, t), t), Derivative(U(x, t), x, 2)), U(x, t), [X(x), T(t)]))
print(pdsolve(U(x, t).diff(x) + U(x, t).diff(t)))
