# Count Pythagorean triples by chunks, with an executor of processes
from concurrent.futures import ProcessPoolExecutor, as_completed
from math import isqrt
def count(low, high):
    return sum(isqrt(a*a + b*b)**2 == a*a + b*b for a in range(low, high) for b in range(a, 200))
with ProcessPoolExecutor(max_workers=4) as executor:
    futures = [executor.submit(count, low, low + 50) for low in range(1, 200, 50)]
    print(sum(future.result() for future in as_completed(futures)))
