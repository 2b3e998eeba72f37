# Contours with labels, gradient field, stream lines, heat map
import numpy as np, matplotlib.pyplot as plt
x = np.linspace(-2, 2, 40); X, Y = np.meshgrid(x, x)
Z = X*np.exp(-X**2 - Y**2)
dy, dx = np.gradient(Z, x, x)
fig, ax = plt.subplots(1, 3, figsize=(14, 4))
cs = ax[0].contour(X, Y, Z, 10); ax[0].clabel(cs, inline=True, fontsize=7)
ax[1].quiver(X[::4, ::4], Y[::4, ::4], dx[::4, ::4], dy[::4, ::4])
ax[1].streamplot(X, Y, dx, dy, color='gray', linewidth=.5)
im = ax[2].imshow(Z, origin='lower', extent=[-2, 2, -2, 2], cmap='hot'); plt.colorbar(im, ax=ax[2])
ax[0].contourf(X, Y, Z, 10, alpha=.3)
plt.show()
