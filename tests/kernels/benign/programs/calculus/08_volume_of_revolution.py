# Volume when y = sqrt(x), 0 <= x <= 4 is rotated about the x-axis; check numerically.
from sympy import symbols, integrate, pi, sqrt
from scipy.integrate import quad
import numpy as np
x = symbols('x')
V = integrate(pi*sqrt(x)**2, (x, 0, 4))
print(V, float(V))
val, err = quad(lambda t: np.pi*t, 0, 4)
print(round(val, 6))
