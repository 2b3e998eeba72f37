# Animate a travelling wave and save it as GIF with pillow
import numpy as np
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation, PillowWriter
fig, ax = plt.subplots()
x = np.linspace(0, 2*np.pi, 100)
line, = ax.plot(x, np.sin(x))
def update(i):
    line.set_ydata(np.sin(x + i/3))
    return line,
anim = FuncAnimation(fig, update, frames=6, interval=50, blit=True)
anim.save('wave.gif', writer=PillowWriter(fps=10))
plt.close(fig)
from PIL import Image
im = Image.open('wave.gif')
print(im.n_frames, im.format)
