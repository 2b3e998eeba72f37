# Trajectories for several angles with drag, plotted (一次抛体运动的模拟)
import numpy as np
import matplotlib.pyplot as plt
from scipy.integrate import solve_ivp
def rhs(t, s, k=0.05):
    x, y, vx, vy = s
    v = np.hypot(vx, vy)
    return [vx, vy, -k*v*vx, -9.8 - k*v*vy]
hit = lambda t, s: s[1] + 1e-9
hit.terminal, hit.direction = True, -1
for angle in (30, 45, 60):
    a = np.radians(angle)
    r = solve_ivp(rhs, (0, 10), [0, 0, 20*np.cos(a), 20*np.sin(a)], events=hit, max_step=.05)
    plt.plot(r.y[0], r.y[1], label=f'{angle}°')
    print(angle, round(r.y[0, -1], 2))
plt.legend(title='抛射角'); plt.xlabel('水平距离 / m'); plt.ylabel('高度 / m'); plt.show()
