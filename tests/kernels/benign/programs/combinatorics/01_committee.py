# From 6 men and 5 women choose a committee of 4 with at least two women.
from math import comb
from itertools import combinations
formula = sum(comb(5, w)*comb(6, 4 - w) for w in range(2, 5))
people = ['M']*6 + ['W']*5
brute = sum(1 for c in combinations(range(11), 4) if sum(people[i] == 'W' for i in c) >= 2)
print(formula, brute)
