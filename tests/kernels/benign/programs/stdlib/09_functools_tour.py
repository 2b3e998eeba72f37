# partial, singledispatch, total_ordering, cached_property, reduce, wraps
import functools, operator, time
@functools.singledispatch
def describe(v): return 'thing'
@describe.register
def _(v: int): return f'integer {v}'
@describe.register(list)
def _(v): return f'list of {len(v)}'
print(describe(3), describe([1, 2]), describe('x'))
def timed(f):
    @functools.wraps(f)
    def g(*a):
        start = time.perf_counter(); r = f(*a)
        print(f'{f.__name__} took {time.perf_counter() - start:.6f} s'); return r
    return g
@timed
def total(n): return functools.reduce(operator.mul, range(1, n + 1))
print(total(20), functools.partial(pow, 2)(10))
class C:
    @functools.cached_property
    def v(self): print('computed'); return 42
c = C(); print(c.v, c.v)
