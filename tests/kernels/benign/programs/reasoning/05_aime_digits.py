# AIME style: number of ordered pairs (m, n) of positive integers with m + n = 1000 and no digit zero.
def has_zero(k): return '0' in str(k)
count = sum(1 for m in range(1, 1000) if not has_zero(m) and not has_zero(1000 - m))
print(count)
