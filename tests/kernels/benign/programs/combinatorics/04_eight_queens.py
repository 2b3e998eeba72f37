# Count the solutions of the 8 queens puzzle and print the first one.
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n:
        yield cols
        return
    for c in range(n):
        if c not in cols and row + c not in d1 and row - c not in d2:
            yield from queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
solutions = list(queens(8))
print(len(solutions))
for c in solutions[0]:
    print('. '*c + 'Q ' + '. '*(7 - c))
