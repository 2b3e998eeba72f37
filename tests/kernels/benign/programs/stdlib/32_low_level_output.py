# Output from below Python: file descriptor 1 and C's printf
import os, sys, ctypes
os.write(1, b'from the descriptor\n')
libc = ctypes.CDLL(None)
libc.printf(b'from C\n'); libc.fflush(None)
'from Python'
