# Minimise with the solver's own messages
from scipy.optimize import minimize, fmin
r = minimize(lambda v: (v[0] - 1)**2 + (v[1] + 2)**2, [0, 0], method='BFGS', options={'disp': True})
print(r.x.round(4))
x = fmin(lambda x: (x[0] - 3)**2, [0.], disp=True)
print(x.round(3))
r = minimize(lambda v: v[0]**2 + v[1]**2, [1, 1], method='SLSQP', constraints={'type': 'eq', 'fun': lambda v: v[0] + v[1] - 1}, options={'disp': True})
print(r.x.round(6))
r
