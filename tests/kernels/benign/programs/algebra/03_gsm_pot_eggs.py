# Janet's ducks lay 16 eggs per day. She eats three for breakfast and bakes muffins with four.
# She sells the rest at $2 per egg. How much does she make every day?
def solution():
    """Janet's ducks lay 16 eggs per day..."""
    eggs_per_day = 16
    eaten = 3
    baked = 4
    sold = eggs_per_day - eaten - baked
    price = 2
    result = sold * price
    return result

print(solution())
