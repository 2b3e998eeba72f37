# Approximate the integral of x^2 on [0,1] with Riemann sums and see the convergence.
import numpy as np
for n in [10, 100, 1000, 10000]:
    x = np.linspace(0, 1, n + 1)
    left = np.sum(x[:-1]**2)/n
    right = np.sum(x[1:]**2)/n
    mid = np.sum(((x[:-1] + x[1:])/2)**2)/n
    trap = np.trapezoid(x**2, x)
    print(n, round(left, 8), round(right, 8), round(mid, 8), round(trap, 8))
