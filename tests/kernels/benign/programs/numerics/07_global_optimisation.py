# Global minimum of a wavy function: differential evolution, basinhopping, dual annealing, brute
import numpy as np
from scipy.optimize import differential_evolution, basinhopping, dual_annealing, brute, shgo
f = lambda v: float(v[0]**2 + 10*np.sin(v[0])**2)
print(differential_evolution(f, [(-10, 10)], seed=1).x.round(4))
print(basinhopping(f, [3.], seed=1, niter=50).x.round(4), dual_annealing(f, [(-10, 10)], seed=1, maxiter=100).x.round(3))
print(np.round(brute(f, [(-10, 10)]), 3), shgo(f, [(-10, 10)]).x.round(3))
