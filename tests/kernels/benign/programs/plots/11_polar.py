# The rose r = cos(4θ) in polar coordinates
import numpy as np, matplotlib.pyplot as plt
theta = np.linspace(0, 2*np.pi, 1000)
ax = plt.subplot(111, projection='polar')
ax.plot(theta, np.abs(np.cos(4*theta)))
ax.set_title("Rose curve")
plt.show()
