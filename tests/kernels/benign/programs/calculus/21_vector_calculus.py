# Compute grad, div and curl of F = (x^2 y, y z, z x).
from sympy.vector import CoordSys3D, gradient, divergence, curl
R = CoordSys3D('R')
F = R.x**2*R.y*R.i + R.y*R.z*R.j + R.z*R.x*R.k
print(divergence(F))
print(curl(F))
print(gradient(R.x*R.y*R.z))
