# multiprocessing.dummy: the same interface with threads
from multiprocessing.dummy import Pool
with Pool(2) as p: print(sorted(p.imap_unordered(lambda n: n*n, range(5))))
