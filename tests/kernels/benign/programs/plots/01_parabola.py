# Plot y = x^2 - 4x + 3 with its roots and vertex.
import numpy as np
import matplotlib.pyplot as plt

x = np.linspace(-1, 5, 400)
y = x**2 - 4*x + 3
plt.figure(figsize=(8, 6))
plt.plot(x, y, label=r'$y = x^2 - 4x + 3$')
plt.scatter([1, 3], [0, 0], color='red', zorder=5, label='Roots')
plt.scatter([2], [-1], color='green', label='Vertex')
plt.axhline(0, color='black', linewidth=0.5)
plt.axvline(0, color='black', linewidth=0.5)
plt.xlabel('x'); plt.ylabel('y'); plt.title('Graph of a parabola')
plt.legend(); plt.grid(True)
plt.show()
