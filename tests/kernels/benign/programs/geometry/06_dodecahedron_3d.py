# Distance from a point to a plane, angle between lines in space.
from sympy import Point3D, Plane, Line3D, acos, deg, N
p = Plane(Point3D(1, 1, 1), normal_vector=(1, 2, 2))
print(p.distance(Point3D(4, 5, 6)), p.equation())
l1 = Line3D(Point3D(0, 0, 0), Point3D(1, 1, 0))
l2 = Line3D(Point3D(0, 0, 0), Point3D(0, 1, 1))
print(l1.angle_between(l2), N(deg(l1.angle_between(l2))))
print(p.intersection(l1), p.projection(Point3D(4, 5, 6)))
