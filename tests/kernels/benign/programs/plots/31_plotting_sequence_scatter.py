# Phase portrait of the Lotka–Volterra system, scatter of primes (Ulam spiral)
import numpy as np, matplotlib.pyplot as plt
from scipy.integrate import solve_ivp
from sympy import isprime
for r0 in (5, 10, 15):
    s = solve_ivp(lambda t, z: [z[0]*(1 - .1*z[1]), z[1]*(-1.5 + .075*z[0])], (0, 12), [r0, 5], dense_output=True)
    t = np.linspace(0, 12, 300); plt.plot(*s.sol(t))
plt.xlabel('rabbits'); plt.ylabel('foxes'); plt.show()
x = y = 0; dx, dy = 0, -1; pts = []
for n in range(1, 900):
    if isprime(n): pts.append((x, y))
    if x == y or (x < 0 and x == -y) or (x > 0 and x == 1 - y): dx, dy = -dy, dx
    x, y = x + dx, y + dy
plt.scatter(*zip(*pts), s=3); plt.axis('equal'); plt.title('Ulam spiral'); plt.show()
