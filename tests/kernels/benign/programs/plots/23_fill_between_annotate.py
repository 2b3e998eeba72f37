# Shade the area under e^{-x} between 0 and 2, with an arrow
import numpy as np, matplotlib.pyplot as plt
x = np.linspace(0, 4, 200); y = np.exp(-x)
plt.plot(x, y); plt.fill_between(x, y, where=x <= 2, alpha=.3, hatch='//')
plt.annotate(r'$\int_0^2 e^{-x}dx$', xy=(1, .2), xytext=(2, .7), arrowprops=dict(arrowstyle='->'))
plt.xticks([0, np.pi/2, np.pi], ['0', r'$\pi/2$', r'$\pi$'])
plt.twinx().plot(x, 1 - y, 'r--')
plt.show()
