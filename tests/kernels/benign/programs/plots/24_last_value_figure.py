# A figure as the last value, and axes as the last value
# %%
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot([1, 2, 3], [3, 1, 2], label='data')
ax.legend()
fig
# %%
plt.hist([1, 1, 2, 3, 3, 3])
# %%
ax = plt.gca()
ax.set_title('empty')
