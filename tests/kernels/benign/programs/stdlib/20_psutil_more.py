# The load of the machine, swap, and frequencies
import os, psutil
print(len(os.getloadavg()), len(psutil.getloadavg()))
print(psutil.swap_memory().total >= 0)
print(psutil.cpu_times().user > 0, psutil.cpu_stats().ctx_switches > 0, psutil.cpu_freq() is None or psutil.cpu_freq().max >= 0)
