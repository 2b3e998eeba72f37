# Divides by zero in a loop
for i in range(3, -1, -1):
    print(12/i)
