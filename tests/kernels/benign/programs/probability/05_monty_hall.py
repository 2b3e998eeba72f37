# Simulate the Monty Hall problem, seeded
import random
random.seed(7)
def play(switch):
    car, pick = random.randrange(3), random.randrange(3)
    opened = next(d for d in range(3) if d != car and d != pick)
    if switch:
        pick = next(d for d in range(3) if d not in (pick, opened))
    return pick == car
N = 20000
print(sum(play(True) for _ in range(N))/N, sum(play(False) for _ in range(N))/N)
