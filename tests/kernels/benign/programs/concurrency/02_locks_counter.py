# A shared counter with and without a lock, conditions, events, semaphores, barriers
import threading, queue, time
lock, n = threading.Lock(), 0
def work():
    global n
    for _ in range(1000):
        with lock: n += 1
ts = [threading.Thread(target=work) for _ in range(10)]
[t.start() for t in ts]; [t.join() for t in ts]; print(n, threading.active_count() > 0, threading.current_thread().name)
e, b, s = threading.Event(), threading.Barrier(3), threading.Semaphore(2)
out = []
def waiter(i):
    e.wait(); b.wait()
    with s: out.append(i)
ts = [threading.Thread(target=waiter, args=(i,), daemon=True) for i in range(3)]; [t.start() for t in ts]; e.set(); [t.join() for t in ts]; print(sorted(out))
t = threading.Timer(.05, lambda: print('timer')); t.start(); t.join(); loc = threading.local(); loc.x = 1; c = threading.Condition()
with c: print(c.wait(.01))
