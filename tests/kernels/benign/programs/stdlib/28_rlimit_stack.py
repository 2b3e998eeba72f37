# Raise the stack limit first, as for deep recursion
import resource, sys
sys.setrecursionlimit(10**5)
soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
resource.setrlimit(resource.RLIMIT_STACK, (hard, hard))
def f(n): return n if n == 0 else f(n - 1)
print(f(20000))
