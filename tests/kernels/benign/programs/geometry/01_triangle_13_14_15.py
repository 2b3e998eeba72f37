# Area, inradius, circumradius of the triangle with sides 13, 14, 15.
from math import sqrt
a, b, c = 13, 14, 15
s = (a + b + c)/2
area = sqrt(s*(s - a)*(s - b)*(s - c))
print(area, area/s, a*b*c/(4*area))
