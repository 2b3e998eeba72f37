# Simple pendulum by Lagrange's method
from sympy import symbols, cos, Function, simplify, latex
from sympy.physics.mechanics import dynamicsymbols, ReferenceFrame, Point, Particle, LagrangesMethod, Lagrangian
q = dynamicsymbols('q'); qd = dynamicsymbols('q', 1); m, g, l = symbols('m g l')
N = ReferenceFrame('N'); A = N.orientnew('A', 'Axis', [q, N.z]); O = Point('O'); O.set_vel(N, 0)
P = O.locatenew('P', -l*A.y); P.v2pt_theory(O, N, A); pa = Particle('pa', P, m); pa.potential_energy = -m*g*l*cos(q)
LM = LagrangesMethod(Lagrangian(N, pa), [q]); print(LM.form_lagranges_equations())
