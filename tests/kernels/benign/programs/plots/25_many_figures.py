# One figure for each k, all closed
import matplotlib.pyplot as plt, numpy as np
x = np.linspace(0, 1, 50)
for k in range(1, 6):
    plt.figure(k)
    plt.plot(x, x**k)
    plt.title(f'$x^{k}$')
    plt.show()
    plt.close('all')
