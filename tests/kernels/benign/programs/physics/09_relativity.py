# Time dilation and energy at v = 0.6c, with uncertainties propagated
from scipy.constants import c, m_e, e, physical_constants
import math
g = 1/math.sqrt(1 - .36)
print(g, f"{(g - 1)*m_e*c**2/e/1e3:.2f} keV", physical_constants['Planck constant'][1])
import numpy as np
rng = np.random.default_rng(9)
v = rng.normal(.6, .001, 100000)
print(round((1/np.sqrt(1 - v**2)).mean(), 3))
