# Find and classify the critical points of f(x,y) = x^3 + y^3 - 3xy.
from sympy import symbols, diff, solve, hessian, Matrix
x, y = symbols('x y', real=True)
f = x**3 + y**3 - 3*x*y
pts = solve([diff(f, x), diff(f, y)], [x, y], dict=True)
H = hessian(f, (x, y))
for p in pts:
    h = H.subs(p)
    print(p, h.det(), h[0, 0])
H
