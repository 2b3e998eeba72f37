# Pendulum with odeint and solve_ivp
import numpy as np
from scipy.integrate import odeint, solve_ivp
def rhs(y, t):
    return [y[1], -9.81*np.sin(y[0])]
t = np.linspace(0, 2, 21)
s = odeint(rhs, [0.5, 0], t)
print(s[-1].round(5))
for m in ['RK45', 'RK23', 'DOP853', 'Radau', 'BDF', 'LSODA']:
    r = solve_ivp(lambda t, y: rhs(y, t), (0, 2), [0.5, 0], method=m, rtol=1e-8, atol=1e-8)
    print(m, r.y[:, -1].round(4), r.success)
