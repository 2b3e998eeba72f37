# 汉诺塔:5 个盘子需要多少步?
moves = []
def hanoi(n, a='A', b='B', c='C'):
    if n:
        hanoi(n - 1, a, c, b)
        moves.append((n, a, c))
        hanoi(n - 1, b, a, c)
hanoi(5)
print(len(moves), moves[:3])
