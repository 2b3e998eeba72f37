# Let a, b, c be the roots of x^3 - 7x^2 + 14x - 8. Compute a^2+b^2+c^2 and 1/a+1/b+1/c.
from sympy import symbols, roots, Poly, Rational
x = symbols('x')
p = Poly(x**3 - 7*x**2 + 14*x - 8, x)
rs = roots(p)
print(rs)
s = sum(r**2*m for r, m in rs.items())
t = sum(m/r for r, m in rs.items())
print(s, t)
# by Vieta
c3, c2, c1, c0 = p.all_coeffs()
print((c2/c3)**2 - 2*c1/c3, -c1/c0)
