# Fit an exponential to data
import numpy as np
from scipy.optimize import curve_fit
x = np.linspace(0, 4, 20)
y = 2.5*np.exp(-1.3*x) + .5
popt, pcov = curve_fit(lambda x, a, b, c: a*np.exp(-b*x) + c, x, y, p0=[1, 1, 1])
print(popt.round(6))
print(np.sqrt(np.diag(pcov)).max() < 1e-6)
