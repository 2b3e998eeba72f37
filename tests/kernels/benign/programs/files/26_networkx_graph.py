# Shortest path, MST, bipartite, planarity, drawing of a graph
import networkx as nx, matplotlib.pyplot as plt
G = nx.Graph(); G.add_weighted_edges_from([('A', 'B', 4), ('A', 'C', 2), ('C', 'B', 1), ('B', 'D', 5), ('C', 'D', 8)])
print(nx.shortest_path(G, 'A', 'D', weight='weight'), nx.minimum_spanning_tree(G).size('weight'), nx.is_planar(G), nx.is_bipartite(G), nx.diameter(G), nx.check_planarity(nx.complete_graph(5))[0])
pos = nx.spring_layout(G, seed=1); nx.draw(G, pos, with_labels=True, node_color='lightblue'); nx.draw_networkx_edge_labels(G, pos, nx.get_edge_attributes(G, 'weight')); plt.show()
print(nx.to_numpy_array(nx.cycle_graph(4)), nx.chromatic_polynomial(nx.cycle_graph(4)), len(nx.max_weight_matching(nx.petersen_graph())))
