# An executor with a hundred workers
from concurrent.futures import ThreadPoolExecutor
import time
with ThreadPoolExecutor(max_workers=100) as ex: print(sum(ex.map(lambda i: time.sleep(.3) or i, range(200))))
