# Give up on a slow computation with a future's timeout
from concurrent.futures import ThreadPoolExecutor, TimeoutError as Late
import time
ex = ThreadPoolExecutor(1); f = ex.submit(time.sleep, .5)
try: f.result(timeout=.05)
except Late: print('gave up')
ex.shutdown(wait=True); print(f.done())
