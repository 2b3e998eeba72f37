# What machine is this?
import sys, platform, os, multiprocessing
print(sys.version_info[:2], sys.platform, platform.python_implementation(), platform.system(), sys.byteorder, sys.maxsize == 2**63 - 1)
print(platform.machine(), len(platform.platform()) > 5, platform.architecture()[0], platform.python_version() == sys.version.split()[0], platform.node() != '', platform.uname().system, repr(platform.processor()))
print(multiprocessing.cpu_count() == os.cpu_count(), len(os.sched_getaffinity(0)) > 0, sys.getsizeof([]) > 0, sys.getrecursionlimit(), platform.libc_ver()[0])
print(sys.executable != '', os.sep, sys.getdefaultencoding(), sys.stdout.encoding, sys.getfilesystemencoding(), sys.flags.optimize)
