# The usual first line of notebooks
# %%
%matplotlib inline
import numpy as np
import matplotlib.pyplot as plt
plt.plot(np.arange(5)**2)
plt.title('squares')
plt.show()
# %%
plt.plot([3, 2, 1])
