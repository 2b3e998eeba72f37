# 用 decimal 计算 e 到 60 位
from decimal import Decimal, getcontext, ROUND_HALF_UP, localcontext
getcontext().prec = 65
e, term, k = Decimal(1), Decimal(1), 0
while term > Decimal(10)**-64:
    k += 1
    term /= k
    e += term
print(str(e)[:62])
print(Decimal('2.675').quantize(Decimal('0.01'), rounding=ROUND_HALF_UP), round(2.675, 2))
with localcontext() as c:
    c.prec = 5
    print(Decimal(1)/3)
