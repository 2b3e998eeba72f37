# 用牛顿法求 x^3 - 2x - 5 = 0 的根
def f(x):
    return x**3 - 2*x - 5
def df(x):
    return 3*x**2 - 2
x = 2.0
for i in range(10):
    new = x - f(x)/df(x)
    print(f"第{i+1}次迭代: {new:.12f}")
    if abs(new - x) < 1e-12:
        break
    x = new
