# Output of threads belongs to the cell
import threading, time
def say(i): time.sleep(.02*i); print(f'thread {i}')
ts = [threading.Thread(target=say, args=(i,)) for i in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]
