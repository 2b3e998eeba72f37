# Print a long table
for i in range(1, 1500):
    print(i, i**2, i**3)
