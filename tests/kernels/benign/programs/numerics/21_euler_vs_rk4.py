# y' = y, y(0)=1 on [0, 1]: Euler and RK4 errors
import math
def euler(n):
    y, h = 1, 1/n
    for _ in range(n):
        y += h*y
    return y
def rk4(n):
    y, h = 1, 1/n
    for _ in range(n):
        k1 = y; k2 = y + h/2*k1; k3 = y + h/2*k2; k4 = y + h*k3
        y += h/6*(k1 + 2*k2 + 2*k3 + k4)
    return y
for n in (10, 100, 1000):
    print(f"{n:5d} {abs(euler(n) - math.e):.3e} {abs(rk4(n) - math.e):.3e}")
