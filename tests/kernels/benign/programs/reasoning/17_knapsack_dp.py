# Knapsack: weights 2,3,4,5; values 3,4,5,6; capacity 5. Table.
w, v, C = [2, 3, 4, 5], [3, 4, 5, 6], 5
dp = [[0]*(C + 1) for _ in range(len(w) + 1)]
for i in range(1, len(w) + 1):
    for c in range(C + 1):
        dp[i][c] = dp[i-1][c] if w[i-1] > c else max(dp[i-1][c], dp[i-1][c-w[i-1]] + v[i-1])
for row in dp: print(row)
print(dp[-1][-1])
