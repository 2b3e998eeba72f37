# Profile a slow function
import cProfile, pstats, io, trace
def slow(): return sum(sorted(range(1000), key=lambda v: -v)[i] for i in range(50))
pr = cProfile.Profile(); pr.enable(); slow(); pr.disable()
s = io.StringIO(); pstats.Stats(pr, stream=s).sort_stats('cumulative').print_stats(3)
print('function calls' in s.getvalue())
