# Special functions and constants
from scipy import special, constants
print(special.gamma(5), special.binom(10, 3), special.erf(1).round(8), special.jv(0, 2.4048).round(6))
print(special.zeta(2).round(8), special.ellipk(.5).round(8), special.lambertw(1).round(6), special.factorial(20, exact=True))
print(special.roots_legendre(3)[0].round(6), special.expit(0), special.comb(50, 25, exact=True))
print(constants.c, constants.golden, constants.convert_temperature(100, 'C', 'K'))
