# Solve a 4x4 sudoku by backtracking.
grid = [[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]]
def ok(g, r, c, v):
    if v in g[r] or any(g[i][c] == v for i in range(4)):
        return False
    return all(g[i][j] != v for i in range(r//2*2, r//2*2 + 2) for j in range(c//2*2, c//2*2 + 2))
def solve_grid(g):
    for r in range(4):
        for c in range(4):
            if g[r][c] == 0:
                for v in range(1, 5):
                    if ok(g, r, c, v):
                        g[r][c] = v
                        if solve_grid(g):
                            return True
                        g[r][c] = 0
                return False
    return True
print(solve_grid(grid))
for row in grid:
    print(*row)
