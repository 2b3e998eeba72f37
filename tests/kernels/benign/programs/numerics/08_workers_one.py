# Differential evolution with a map of its own (threads instead of processes)
import numpy as np
from concurrent.futures import ThreadPoolExecutor
from scipy.optimize import differential_evolution
def f(v):
    return (v[0] - 1)**2 + abs(v[1])
with ThreadPoolExecutor(4) as pool:
    r = differential_evolution(f, [(-5, 5), (-5, 5)], workers=pool.map, updating='deferred', seed=3)
print(r.x.round(4))
