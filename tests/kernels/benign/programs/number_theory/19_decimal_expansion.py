# What is the 100th digit after the decimal point of 1/97? Length of the period?
from decimal import Decimal, getcontext
getcontext().prec = 120
d = Decimal(1)/Decimal(97)
print(str(d)[2:][99])
r, seen, k = 1, {}, 0
while r not in seen:
    seen[r] = k
    r = r*10 % 97
    k += 1
print(k - seen[r])
getcontext()
