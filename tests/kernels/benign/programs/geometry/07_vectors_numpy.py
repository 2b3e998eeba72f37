# Angle between vectors, cross product, volume of a parallelepiped.
import numpy as np
u, v, w = np.array([1, 2, 3]), np.array([4, 5, 6]), np.array([7, 8, 10])
cos = u @ v/(np.linalg.norm(u)*np.linalg.norm(v))
print(np.degrees(np.arccos(cos)).round(6))
print(np.cross(u, v), abs(np.dot(np.cross(u, v), w)))
