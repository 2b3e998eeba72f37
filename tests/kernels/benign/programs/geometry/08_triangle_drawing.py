# Draw the triangle with its circumcircle.
import matplotlib.pyplot as plt
import numpy as np
A, B, C = map(np.array, [(0, 0), (4, 0), (1, 3)])
fig, ax = plt.subplots(figsize=(5, 5))
ax.add_patch(plt.Polygon([A, B, C], fill=False, edgecolor='b'))
d = 2*(A[0]*(B[1]-C[1]) + B[0]*(C[1]-A[1]) + C[0]*(A[1]-B[1]))
ux = ((A@A)*(B[1]-C[1]) + (B@B)*(C[1]-A[1]) + (C@C)*(A[1]-B[1]))/d
uy = ((A@A)*(C[0]-B[0]) + (B@B)*(A[0]-C[0]) + (C@C)*(B[0]-A[0]))/d
r = np.hypot(ux, uy)
ax.add_patch(plt.Circle((ux, uy), r, fill=False, linestyle='--'))
for name, p in zip('ABC', [A, B, C]):
    ax.annotate(name, p, textcoords='offset points', xytext=(5, 5))
ax.set_aspect('equal'); ax.set_xlim(-1, 5); ax.set_ylim(-2, 4)
plt.title('Circumcircle')
plt.show()
