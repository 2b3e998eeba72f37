# Monte Carlo pi with numpy generators in threads (spawned seeds)
import numpy as np
from concurrent.futures import ThreadPoolExecutor
seeds = np.random.SeedSequence(1).spawn(4)
def part(s): p = np.random.default_rng(s).random((50000, 2)); return ((p**2).sum(1) <= 1).sum()
with ThreadPoolExecutor(4) as ex: print(4*sum(ex.map(part, seeds))/200000)
