# A semicolon suppresses the result
# %%
2 + 3;
# %%
2 + 3
# %%
import matplotlib.pyplot as plt
plt.plot([1, 4, 9]);
