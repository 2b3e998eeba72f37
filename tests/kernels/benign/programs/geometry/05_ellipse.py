# Foci, eccentricity and area of x^2/25 + y^2/9 = 1.
from sympy import Ellipse, Point, pi, N
e = Ellipse(Point(0, 0), 5, 3)
print(e.foci, e.eccentricity, e.area, N(e.circumference, 8))
print(e.equation())
print(e.intersection(Ellipse(Point(0, 0), 3, 5)))
