# A hundred threads increment a counter
import threading, time
n = 0; lock = threading.Lock()
def work():
    global n
    time.sleep(.6)
    with lock: n += 1
ts = [threading.Thread(target=work) for _ in range(100)]; [t.start() for t in ts]; [t.join() for t in ts]; print(n)
