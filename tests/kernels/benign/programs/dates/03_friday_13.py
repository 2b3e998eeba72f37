# 1901—2000 年中有多少个 13 号是星期五?
from datetime import date
print(sum(date(y, m, 13).weekday() == 4 for y in range(1901, 2001) for m in range(1, 13)))
