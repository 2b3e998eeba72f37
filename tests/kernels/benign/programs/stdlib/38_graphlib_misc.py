# Topological order of lessons; difflib, cmath, colorsys, numbers
import graphlib, difflib, cmath, colorsys, numbers, operator, itertools, zlib, sched, time
print(list(graphlib.TopologicalSorter({'integral': {'derivative'}, 'derivative': {'limit'}, 'limit': set()}).static_order()))
print(difflib.get_close_matches('intergal', ['integral', 'interval']), cmath.polar(1 + 1j), cmath.sqrt(-4), isinstance(3, numbers.Rational))
s = sched.scheduler(time.time, time.sleep); s.enter(.05, 1, print, ('later',)); s.run()
print(colorsys.rgb_to_hsv(1, .5, 0), operator.itemgetter(1)([3, 4]))
