# 1, 11, 21, 1211, 111221: next terms; and OEIS style checks
from itertools import groupby
s = '1'
for _ in range(8):
    print(s)
    s = ''.join(f'{len(list(g))}{k}' for k, g in groupby(s))
