# Label connected components, k-means, hierarchical clustering, distance transform
import numpy as np
from scipy import ndimage, cluster
from scipy.cluster.vq import kmeans2
from scipy.cluster.hierarchy import linkage, fcluster
g = np.array([[1, 1, 0, 0], [0, 0, 0, 1], [1, 0, 1, 1]])
lab, n = ndimage.label(g)
print(n, lab.tolist(), ndimage.distance_transform_edt(g).round(2).tolist())
pts = np.array([[0, 0], [0, 1], [10, 10], [10, 11.]])
c, l = kmeans2(pts, 2, seed=1, minit='++')
print(sorted(c.tolist()), fcluster(linkage(pts), 2, 'distance'))
