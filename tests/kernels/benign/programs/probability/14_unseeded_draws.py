# Without a seed: draws differ, means do not (to one digit)
import random, secrets, numpy as np, os
u = [random.random() for _ in range(20000)]
v = np.random.rand(20000)
w = np.random.default_rng().random(20000)
print(round(sum(u)/len(u), 1), v.mean().round(1), w.mean().round(1))
print(len(secrets.token_hex(8)), 0 <= secrets.randbelow(10) < 10, len(os.urandom(16)), secrets.choice([4, 4]))
print(u[0] != v[0] != w[0])
