# Use a Groebner basis to solve x^2+y^2+z^2=1, x=y, y=z.
from sympy import groebner, symbols, solve_poly_system
x, y, z = symbols('x y z')
G = groebner([x**2 + y**2 + z**2 - 1, x - y, y - z], x, y, z, order='lex')
print(G)
print(solve_poly_system([x**2 + y**2 + z**2 - 1, x - y, y - z], x, y, z))
