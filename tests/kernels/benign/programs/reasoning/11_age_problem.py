# 父亲今年 40 岁,儿子 12 岁,几年后父亲的年龄是儿子的 2 倍?
def solution():
    from sympy import symbols, Eq, solve
    n = symbols('n')
    return solve(Eq(40 + n, 2*(12 + n)), n)[0]
答案 = solution()
print(f"{答案} 年后")
