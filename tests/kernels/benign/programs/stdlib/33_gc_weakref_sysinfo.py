# Object life: gc, weakref, id, refcount
import gc, weakref, sys
class Node: pass
a = Node(); a.me = a; r = weakref.ref(a); del a
print(gc.collect() >= 0, r() is None, sys.getrefcount(object()), gc.isenabled(), len(gc.get_stats()))
