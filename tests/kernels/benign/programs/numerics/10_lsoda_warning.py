# A blow-up: y' = y^2, y(0) = 1, past t = 1 (lsoda complains)
import numpy as np
from scipy.integrate import odeint
y, info = odeint(lambda y, t: y**2, 1.0, np.linspace(0, 2, 5), full_output=True, mxstep=50)
print(info['message'])
