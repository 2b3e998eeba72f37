# Data in one cell, model in the next, plot in a third
# %%
import numpy as np
x = np.arange(1, 9)
y = np.array([2.7, 7.4, 20.1, 54.6, 148.4, 403.4, 1096.6, 2981])
# %%
b, a = np.polyfit(x, np.log(y), 1)
print(round(b, 3), round(np.exp(a), 3))
# %%
import matplotlib.pyplot as plt
plt.semilogy(x, y, 'o', label='data'); plt.semilogy(x, np.exp(a + b*x), label='fit'); plt.legend(); plt.show()
