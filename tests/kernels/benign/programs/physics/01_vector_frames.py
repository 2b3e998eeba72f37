# Velocity of a point on a rotating disc of radius r (sympy.physics.vector)
from sympy import symbols
from sympy.physics.vector import ReferenceFrame, Point, dynamicsymbols, init_vprinting
init_vprinting()
t, r = symbols('t r')
theta = dynamicsymbols('theta')
N = ReferenceFrame('N'); A = N.orientnew('A', 'Axis', [theta, N.z])
O, P = Point('O'), Point('P')
O.set_vel(N, 0); P.set_pos(O, r*A.x); P.set_vel(A, 0)
print(P.v1pt_theory(O, N, A))
P.vel(N)
