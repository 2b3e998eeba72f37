# SEND + MORE = MONEY
from itertools import permutations
for p in permutations(range(10), 8):
    S, E, N, D, M, O, R, Y = p
    if M == 1 and S:
        if (1000*S + 100*E + 10*N + D) + (1000*M + 100*O + 10*R + E) == 10000*M + 1000*O + 100*N + 10*E + Y:
            print(dict(zip("SENDMORY", p)))
            break
