# Depth-first search in a big stack thread, competitive programming style
import sys, threading
sys.setrecursionlimit(10**6)
threading.stack_size(2**27)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
result = []
t = threading.Thread(target=lambda: result.append(depth(50000)))
t.start(); t.join()
print(result)
threading.stack_size(0)
