# Splines and friends
import numpy as np
from scipy.interpolate import CubicSpline, interp1d, lagrange, UnivariateSpline, RegularGridInterpolator, griddata, BarycentricInterpolator, PchipInterpolator
x = np.arange(6); y = x**3 - 4*x
print(float(CubicSpline(x, y)(2.5)), float(interp1d(x, y, kind='quadratic')(2.5)).__round__(4))
print(lagrange([0, 1, 2], [1, 3, 7]))
print(BarycentricInterpolator(x, y)(1.5).round(6), PchipInterpolator(x, y)(1.5).round(4), UnivariateSpline(x, y, s=0)(1.5).round(6))
print(RegularGridInterpolator((x, x), np.add.outer(x, x))([[1.5, 2.5]]))
print(np.interp([.5, 3.3], x, y))
