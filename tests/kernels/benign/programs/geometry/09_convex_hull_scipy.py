# Convex hull, Delaunay triangulation and Voronoi diagram of 30 random points.
import numpy as np
from scipy.spatial import ConvexHull, Delaunay, Voronoi, distance, cKDTree
rng = np.random.default_rng(42)
pts = rng.random((30, 2))
hull = ConvexHull(pts)
print(len(hull.vertices), round(hull.volume, 6))
print(len(Delaunay(pts).simplices), len(Voronoi(pts).vertices))
d, i = cKDTree(pts).query([0.5, 0.5], k=3)
print(i, d.round(4), distance.cdist(pts[:2], pts[2:4]).round(3).tolist())
