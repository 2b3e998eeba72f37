# Triangle A(0,0), B(4,0), C(1,3): centroid, orthocentre, circumcentre, incircle.
from sympy import Point, Triangle, Line, Circle, Segment, pi
A, B, C = Point(0, 0), Point(4, 0), Point(1, 3)
T = Triangle(A, B, C)
print(T.area, T.perimeter)
print(T.centroid, T.orthocenter, T.circumcenter)
print(T.incenter.evalf(6))
print(T.angles[A])
T.circumcircle
