# Solve a linear system by hand-written elimination with fractions.
from fractions import Fraction

def gauss(A, b):
    n = len(A)
    M = [[Fraction(v) for v in row] + [Fraction(c)] for row, c in zip(A, b)]
    for i in range(n):
        pivot = next(r for r in range(i, n) if M[r][i] != 0)
        M[i], M[pivot] = M[pivot], M[i]
        M[i] = [v / M[i][i] for v in M[i]]
        for r in range(n):
            if r != i:
                M[r] = [a - M[r][i]*c for a, c in zip(M[r], M[i])]
    return [row[-1] for row in M]

print(gauss([[1, 2, 3], [4, 5, 6], [7, 8, 10]], [1, 2, 4]))
gauss([[2, 1], [1, 3]], [1, 2])
