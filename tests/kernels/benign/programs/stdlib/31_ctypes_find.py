# Find the maths library by name
import ctypes, ctypes.util
libm = ctypes.CDLL(ctypes.util.find_library('m'))
libm.tgamma.restype = ctypes.c_double
print(libm.tgamma(ctypes.c_double(5)))
