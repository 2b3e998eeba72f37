# In how many ways can 100 cents be paid with 1, 5, 10, 25, 50?
from functools import cache

@cache
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount, coins[1:]) + ways(amount - coins[0], coins)

print(ways(100, (50, 25, 10, 5, 1)))
