# Rank queries with bisect; bytes with struct, array, memoryview
import bisect, array, struct
scores = sorted([55, 61, 72, 88, 93])
print([bisect.bisect_left(scores, q) for q in (60, 72, 100)])
a = array.array('d', [1.5, 2.5]); a.append(4)
print(a.tolist(), struct.pack('>If', 7, 1.5).hex(), struct.unpack('<d', struct.pack('<d', .1)), memoryview(b'abc')[1], a.itemsize)
