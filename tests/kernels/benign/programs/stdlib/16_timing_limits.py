# Stop a slow search with an alarm, as many scripts do.
import signal, time
class Late(Exception): pass
def handler(signum, frame): raise Late('time limit')
old = signal.signal(signal.SIGALRM, handler)
signal.alarm(1)
try:
    n = 0
    while True: n += 1
except Late as e:
    print('stopped:', e, n > 0)
finally:
    signal.alarm(0); signal.signal(signal.SIGALRM, old)
signal.setitimer(signal.ITIMER_REAL, 0.2)
signal.signal(signal.SIGALRM, lambda *a: print('tick'))
time.sleep(.5)
signal.setitimer(signal.ITIMER_REAL, 0)
