# Shortest path by Dijkstra with heapq.
import heapq
from collections import defaultdict
g = defaultdict(list)
for a, b, w in [('A', 'B', 7), ('A', 'C', 9), ('A', 'F', 14), ('B', 'C', 10), ('B', 'D', 15), ('C', 'D', 11), ('C', 'F', 2), ('D', 'E', 6), ('E', 'F', 9)]:
    g[a].append((b, w)); g[b].append((a, w))
dist, prev, heap = {'A': 0}, {}, [(0, 'A')]
while heap:
    d, u = heapq.heappop(heap)
    if d > dist[u]: continue
    for v, w in g[u]:
        if d + w < dist.get(v, float('inf')):
            dist[v], prev[v] = d + w, u
            heapq.heappush(heap, (d + w, v))
path = ['E']
while path[-1] != 'A': path.append(prev[path[-1]])
print(dist['E'], '->'.join(reversed(path)))
print(heapq.nsmallest(2, [5, 1, 4]), list(heapq.merge([1, 4], [2, 3])))
