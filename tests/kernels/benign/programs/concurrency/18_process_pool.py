# Largest prime factor below 300, found by a pool of processes
from multiprocessing import Pool, cpu_count
from sympy import primefactors
def largest(n):
    return max(primefactors(n))
if __name__ == '__main__':
    with Pool(min(4, cpu_count())) as pool:
        found = pool.map(largest, range(2, 300))
    print(max(found), sum(found))
