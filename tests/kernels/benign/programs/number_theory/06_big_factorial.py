# 1000! 末尾有多少个零?各位数字之和是多少?
import math
n = math.factorial(1000)
s = str(n)
print(len(s), len(s) - len(s.rstrip('0')))
print(sum(map(int, s)))
big = 2**100000
print(len(str(big)), str(big)[:10])
