# How much memory does a list of a million integers take?
import psutil, os, gc, tracemalloc, sys
p = psutil.Process(os.getpid())
before = p.memory_info().rss
x = list(range(1_000_000))
print((p.memory_info().rss - before)/2**20 > 5, psutil.virtual_memory().total > 0, psutil.cpu_count(logical=True) >= 1)
print(psutil.cpu_percent(interval=.1) >= 0, p.cpu_times().user >= 0, p.num_threads() > 0, p.memory_percent() > 0, p.status() in ('running', 'sleeping'), p.create_time() > 0)
tracemalloc.start(); y = [0]*100000; print(tracemalloc.get_traced_memory()[1] > 700000); tracemalloc.stop()
print(psutil.disk_usage('.').total > 0, psutil.boot_time() > 0)
