# multiprocessing.pool.ThreadPool for parallel evaluation
from multiprocessing.pool import ThreadPool
with ThreadPool(4) as p:
    print(p.map(lambda n: n**3, range(6)), p.apply_async(sum, ([1, 2, 3],)).get(5))
