# Integrate sin(x)/x from 0 to infinity and other hard ones
import numpy as np
from scipy import integrate
print(round(integrate.quad(lambda x: np.exp(-x**2), -np.inf, np.inf)[0], 8))
print(np.round(integrate.dblquad(lambda y, x: x*y, 0, 1, 0, lambda x: x)[0], 8))
print(round(integrate.tplquad(lambda z, y, x: 1, 0, 1, 0, 1, 0, 1)[0], 8))
print(round(integrate.fixed_quad(np.cos, 0, 1, n=5)[0], 10), integrate.simpson([0, 1, 4], x=[0, 1, 2]))
print(round(integrate.nquad(lambda a, b: a + b, [[0, 1], [0, 1]])[0], 8))
v, e = integrate.quad(lambda x: np.sin(x)/x, 0, np.inf)   # warns
print(np.isfinite(v))
