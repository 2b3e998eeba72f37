# Binomial and Poisson with scipy and by hand
from scipy import stats
from math import comb, exp, factorial
print(round(stats.binom.pmf(3, 10, .3), 6), round(comb(10, 3)*.3**3*.7**7, 6))
print(round(stats.poisson(4).sf(6), 6), round(1 - sum(exp(-4)*4**k/factorial(k) for k in range(7)), 6))
print(stats.binom.interval(.95, 100, .5), [round(float(v), 4) for v in stats.geom.stats(.2)])
