# 用鞋带公式求多边形 (0,0),(4,0),(5,3),(2,5),(-1,2) 的面积
pts = [(0, 0), (4, 0), (5, 3), (2, 5), (-1, 2)]
n = len(pts)
面积 = abs(sum(pts[i][0]*pts[(i+1) % n][1] - pts[(i+1) % n][0]*pts[i][1] for i in range(n)))/2
print('面积 =', 面积)
from sympy import Polygon, Point
P = Polygon(*map(Point, pts))
print(P.area, P.is_convex(), P.centroid)
# Pick: boundary and interior points
from math import gcd
B = sum(gcd(abs(pts[i][0]-pts[(i+1) % n][0]), abs(pts[i][1]-pts[(i+1) % n][1])) for i in range(n))
print(int(面积 - B/2 + 1))
