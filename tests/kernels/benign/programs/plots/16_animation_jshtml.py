# Animation as HTML with JavaScript
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation
from IPython.display import HTML
fig, ax = plt.subplots()
p, = ax.plot([], [], 'o'); ax.set_xlim(0, 3); ax.set_ylim(0, 9)
anim = FuncAnimation(fig, lambda i: p.set_data([i], [i*i]), frames=3)
html = anim.to_jshtml()
plt.close(fig)
print(len(html) > 1000)
