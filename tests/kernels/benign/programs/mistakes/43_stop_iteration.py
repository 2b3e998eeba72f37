# next of an empty iterator
print(next(n for n in range(10) if n > 20))
