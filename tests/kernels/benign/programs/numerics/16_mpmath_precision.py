# pi and zeta(3) to 50 digits, a sum, an integral, a root, identify
from mpmath import mp, mpf, nsum, quad, findroot, inf, sin, zeta, pi, identify, matrix, diff, taylor, exp, polyroots, limit
mp.dps = 50
print(mp.pi)
print(zeta(3))
print(nsum(lambda n: 1/n**2, [1, inf]), pi**2/6)
print(quad(lambda x: sin(x)**2, [0, pi]), findroot(lambda x: x**3 - 2, 1))
mp.dps = 15
print(identify(0.618033988749895), diff(sin, 0), taylor(exp, 0, 4), polyroots([1, 0, -2]))
mpf('0.1')
