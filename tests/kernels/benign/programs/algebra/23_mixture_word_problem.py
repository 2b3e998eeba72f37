# 一个容器有 20 升 30% 的盐水,要加多少升纯水使浓度变为 12%?
from sympy import symbols, Eq, solve, Rational
w = symbols('w', positive=True)   # 加水量(升)
equation = Eq(Rational(30, 100)*20/(20 + w), Rational(12, 100))
answer = solve(equation, w)
print(f"需要加水 {answer[0]} 升")
