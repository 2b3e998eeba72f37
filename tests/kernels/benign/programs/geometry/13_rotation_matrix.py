# Rotate (3, 4) by 90 degrees about (1, 1).
from sympy import Point, pi, Matrix, cos, sin, Rational, rot_axis3
print(Point(3, 4).rotate(pi/2, Point(1, 1)))
R = Matrix([[cos(pi/2), -sin(pi/2)], [sin(pi/2), cos(pi/2)]])
print((R*Matrix([2, 3]) + Matrix([1, 1])).T)
from scipy.spatial.transform import Rotation
print(Rotation.from_euler('z', 90, degrees=True).apply([2, 3, 0]).round(6))
