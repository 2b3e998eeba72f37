# Lagrangian equations of the double pendulum by hand, linearised, eigenfrequencies
import sympy as sp
t, g, l, m = sp.symbols('t g l m', positive=True)
a, b = sp.Function('a')(t), sp.Function('b')(t)
x1, y1 = l*sp.sin(a), -l*sp.cos(a)
x2, y2 = x1 + l*sp.sin(b), y1 - l*sp.cos(b)
T = m/2*sum(sp.diff(q, t)**2 for q in (x1, y1, x2, y2))
L = sp.simplify(T - m*g*(y1 + y2))
M = sp.Matrix(2, 2, lambda i, j: sp.diff(L, [a, b][i].diff(t), [a, b][j].diff(t))).subs({a: 0, b: 0})
K = -sp.Matrix(2, 2, lambda i, j: sp.diff(L.subs({a.diff(t): 0, b.diff(t): 0}), [a, b][i], [a, b][j])).subs({a: 0, b: 0})
w = sp.symbols('w', positive=True)
print([sp.simplify(s) for s in sp.solve(sp.det(K - w**2*M), w)])
