# X ~ N(100, 15). P(85 < X < 130)? the 95th percentile?
from scipy.stats import norm
d = norm(100, 15)
print(round(d.cdf(130) - d.cdf(85), 6), round(d.ppf(.95), 4))
from statistics import NormalDist
n = NormalDist(100, 15)
print(round(n.cdf(130) - n.cdf(85), 6), round(n.inv_cdf(.95), 4))
from sympy.stats import Normal, P
from sympy import N
X = Normal('X', 100, 15)
print(N(P((X > 85) & (X < 130)), 8))
