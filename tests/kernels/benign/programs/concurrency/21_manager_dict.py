# Workers fill a dictionary that a manager shares
from multiprocessing import Manager, Process
def collatz(n, lengths):
    start, steps = n, 0
    while n != 1:
        n, steps = (n // 2 if n % 2 == 0 else 3 * n + 1), steps + 1
    lengths[start] = steps
with Manager() as manager:
    lengths = manager.dict()
    workers = [Process(target=collatz, args=(n, lengths)) for n in (6, 7, 27)]
    for w in workers: w.start()
    for w in workers: w.join()
    print(sorted(lengths.items()))
