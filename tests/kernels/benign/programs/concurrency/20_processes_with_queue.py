# Two workers send their partial sums through a queue
from multiprocessing import Process, Queue
def partial(numbers, queue):
    queue.put(sum(n**2 for n in numbers))
queue = Queue()
workers = [Process(target=partial, args=(range(start, 1000, 2), queue)) for start in (0, 1)]
for worker in workers:
    worker.start()
total = sum(queue.get() for _ in workers)
for worker in workers:
    worker.join()
print(total, [worker.exitcode for worker in workers])
