# Shared value and lock, used by one process
from multiprocessing import Value, Lock, Array
v, l, a = Value('i', 0), Lock(), Array('d', 3)
with l: v.value += 5; a[0] = 1.5
print(v.value, list(a))
