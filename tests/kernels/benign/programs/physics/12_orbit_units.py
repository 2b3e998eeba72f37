# Period of a satellite at 400 km, Kepler's equation by Newton, orbit drawn in polar coordinates
import math, numpy as np, matplotlib.pyplot as plt
mu, R = 3.986004418e14, 6371e3
a = R + 400e3
print(f"T = {2*math.pi*math.sqrt(a**3/mu)/60:.2f} minutes of arc")
E = M = 1.0
for _ in range(20):
    E -= (E - .3*math.sin(E) - M)/(1 - .3*math.cos(E))
print(round(E, 10))
th = np.linspace(0, 2*np.pi, 300)
plt.polar(th, (1 - .3**2)/(1 + .3*np.cos(th))); plt.title('Orbit e = 0.3'); plt.show()
