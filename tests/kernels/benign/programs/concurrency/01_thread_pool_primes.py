# Count primes with a pool of threads
from concurrent.futures import ThreadPoolExecutor, as_completed
def count(lo, hi): return sum(all(n % d for d in range(2, int(n**.5) + 1)) for n in range(max(lo, 2), hi))
with ThreadPoolExecutor(max_workers=8) as ex:
    fs = {ex.submit(count, i, i + 1000): i for i in range(0, 8000, 1000)}
    print(sum(f.result() for f in as_completed(fs)))
    print(list(ex.map(lambda v: v*v, range(5))), ex.submit(pow, 2, 10).result(timeout=5))
