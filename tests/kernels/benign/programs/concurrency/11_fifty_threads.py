# Fifty threads that sleep: they take as long as one
import threading, time
s = time.time(); ts = [threading.Thread(target=time.sleep, args=(.6,)) for _ in range(50)]; [t.start() for t in ts]; [t.join() for t in ts]
print(time.time() - s < 10)
