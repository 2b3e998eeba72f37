# Producer and consumer with queues
import queue, threading
q, results = queue.Queue(maxsize=5), []
def producer():
    for i in range(20): q.put(i)
    q.put(None)
def consumer():
    while (v := q.get()) is not None: results.append(v*v); q.task_done()
a, b = threading.Thread(target=producer), threading.Thread(target=consumer); a.start(); b.start(); a.join(); b.join(); print(sum(results))
p = queue.PriorityQueue(); [p.put(v) for v in (3, 1, 2)]; print([p.get() for _ in range(3)], queue.LifoQueue().empty(), queue.SimpleQueue().qsize())
