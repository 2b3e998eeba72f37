# Draw the Voronoi diagram and the hull.
import numpy as np, matplotlib.pyplot as plt
from scipy.spatial import Voronoi, voronoi_plot_2d, ConvexHull, convex_hull_plot_2d
pts = np.random.RandomState(1).rand(12, 2)
voronoi_plot_2d(Voronoi(pts))
plt.title("Voronoi")
plt.show()
convex_hull_plot_2d(ConvexHull(pts))
plt.show()
