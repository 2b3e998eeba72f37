# Call the C library's cos with ctypes; a C callback for qsort
import ctypes, ctypes.util
libm = ctypes.CDLL('libm.so.6')
libm.cos.restype = ctypes.c_double; libm.cos.argtypes = [ctypes.c_double]
print(libm.cos(0.0), ctypes.sizeof(ctypes.c_long), ctypes.CDLL(None).abs(-7))
A = (ctypes.c_int*4)(4, 1, 3, 2)
CMP = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
ctypes.CDLL(None).qsort(A, 4, 4, CMP(lambda a, b: a[0] - b[0]))
print(list(A))
