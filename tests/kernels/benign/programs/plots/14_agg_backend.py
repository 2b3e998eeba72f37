# As scripts do it: Agg, save, no show
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
plt.plot(range(10))
plt.savefig('plot.png')
print("Plot saved to plot.png")
