# All the clocks
import time, timeit, resource, os
a = time.time(), time.perf_counter(), time.monotonic(), time.process_time(), time.thread_time()
print(all(v > 0 for v in a), time.perf_counter_ns() > 0, time.strftime('%Y', time.gmtime(0)), time.get_clock_info('monotonic').monotonic)
print(timeit.timeit('sum(range(100))', number=100) > 0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0, os.times().user >= 0, len(timeit.repeat('1+1', number=10, repeat=3)))
