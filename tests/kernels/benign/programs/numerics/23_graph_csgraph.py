# Shortest paths and spanning tree with scipy
import numpy as np
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree, connected_components, maximum_flow
from scipy.sparse import csr_matrix
from scipy.optimize import linear_sum_assignment
G = csr_matrix([[0, 4, 1, 0], [0, 0, 0, 1], [0, 2, 0, 5], [0, 0, 0, 0]])
print(dijkstra(G, indices=0), minimum_spanning_tree(G).sum(), connected_components(G)[0], maximum_flow(G, 0, 3).flow_value)
print(linear_sum_assignment([[4, 1, 3], [2, 0, 5], [3, 2, 2]]))
