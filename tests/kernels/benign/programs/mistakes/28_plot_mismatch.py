# x and y of different lengths
import matplotlib.pyplot as plt
plt.plot([1, 2, 3], [1, 4])
plt.show()
