# Object-oriented use, gridspec, insets, patches, legends outside, custom ticks
import numpy as np, matplotlib as mpl, matplotlib.pyplot as plt
from matplotlib.gridspec import GridSpec
from matplotlib.patches import Rectangle, Ellipse, Wedge, FancyArrowPatch, Arc
from matplotlib.ticker import MultipleLocator, FuncFormatter
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap
fig = plt.figure(figsize=(8, 4), constrained_layout=True)
gs = GridSpec(2, 3, figure=fig)
a = fig.add_subplot(gs[:, 0]); b = fig.add_subplot(gs[0, 1:]); c = fig.add_subplot(gs[1, 1:])
for p in [Rectangle((0, 0), 1, 2, fill=False), Ellipse((1, 1), 2, 1, alpha=.4), Wedge((2, 2), .5, 0, 120), FancyArrowPatch((0, 0), (2, 2)), Arc((1, 1), 1, 1)]:
    a.add_patch(p)
a.set(xlim=(-1, 3), ylim=(-1, 3), aspect='equal')
b.xaxis.set_major_locator(MultipleLocator(np.pi)); b.xaxis.set_major_formatter(FuncFormatter(lambda v, _: f'{v/np.pi:.0f}π'))
t = np.linspace(0, 4*np.pi, 200); b.plot(t, np.sin(t))
c.add_collection(LineCollection([[(0, 0), (1, 1)], [(0, 1), (1, 0)]], cmap=LinearSegmentedColormap.from_list('m', ['r', 'b']), array=[0, 1]))
b.inset_axes([.7, .7, .25, .25]).plot(t)
fig.legend(['sin'], loc='outside upper right')
plt.show()
