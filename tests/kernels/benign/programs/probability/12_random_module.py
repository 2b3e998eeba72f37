# Shuffle, sample, choices with fixed seeds
import random
rng = random.Random(12345)
deck = [r + s for s in '♠♥♦♣' for r in 'A23456789TJQK']
rng.shuffle(deck)
print(deck[:5], rng.sample(range(100), 5), rng.choices('abc', weights=[5, 3, 2], k=10))
print([round(rng.gauss(0, 1), 4) for _ in range(3)], rng.randint(1, 6), round(rng.betavariate(2, 3), 4))
random.seed(0)
print(random.random(), random.getrandbits(64))
