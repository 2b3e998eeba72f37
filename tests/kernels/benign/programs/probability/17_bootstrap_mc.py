# Bootstrap, permutation test, Monte Carlo with scipy
import numpy as np
from scipy import stats
data = np.array([4.1, 5.6, 3.8, 6.2, 5.0, 4.7, 5.9])
r = stats.bootstrap((data,), np.mean, n_resamples=999, random_state=np.random.default_rng(1))
print(np.round(r.confidence_interval, 3))
p = stats.permutation_test((data[:4], data[4:]), lambda a, b: a.mean() - b.mean(), n_resamples=np.inf)
print(round(p.pvalue, 4))
s = stats.qmc.Sobol(2, scramble=False).random(8)
print(s.tolist())
print(stats.gaussian_kde(data)(5).round(4), stats.shapiro(data).pvalue.round(4), stats.kstest(data, 'norm', (5, 1)).pvalue.round(4))
