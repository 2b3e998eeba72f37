# Root of x^3 - x - 2 in [1, 2]: bisection, brentq, newton, root
from scipy import optimize
f = lambda x: x**3 - x - 2
a, b = 1.0, 2.0
while b - a > 1e-10:
    m = (a + b)/2
    a, b = (a, m) if f(a)*f(m) <= 0 else (m, b)
print(round(a, 8), round(optimize.brentq(f, 1, 2), 8), round(optimize.newton(f, 1.5), 8))
r = optimize.root_scalar(f, bracket=[1, 2], method='toms748')
print(r.converged, round(r.root, 8))
print(optimize.fsolve(lambda v: [v[0]**2 + v[1]**2 - 1, v[0] - v[1]], [1, 1]).round(8))
