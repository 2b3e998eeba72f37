# An exception in a thread is printed, in a future it is raised later
from concurrent.futures import ThreadPoolExecutor
import threading
f = ThreadPoolExecutor(1).submit(lambda: 1/0)
print(type(f.exception()).__name__)
