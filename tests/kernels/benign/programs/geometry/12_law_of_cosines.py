# In triangle ABC, a=7, b=8, C=120°. Find c, A, B
import math
a, b, C = 7, 8, math.radians(120)
c = math.sqrt(a*a + b*b - 2*a*b*math.cos(C))
A = math.degrees(math.asin(a*math.sin(C)/c))
print(f"c = {c:.4f}, A = {A:.2f}°, B = {180 - 120 - A:.2f}°")
from sympy import sqrt, cos, rad, pi
print(sqrt(49 + 64 - 112*cos(rad(120))))
