# 2x2 panels: sin, cos, tan, exp
import numpy as np, matplotlib.pyplot as plt
x = np.linspace(-np.pi, np.pi, 300)
fig, axs = plt.subplots(2, 2, figsize=(9, 6), sharex=True)
for ax, (name, f) in zip(axs.flat, [('sin', np.sin), ('cos', np.cos), ('tan', np.tan), ('exp', np.exp)]):
    ax.plot(x, f(x)); ax.set_title(name); ax.grid(alpha=.3)
axs[1, 0].set_ylim(-5, 5)
fig.suptitle('Elementary functions')
plt.tight_layout()
plt.show()
