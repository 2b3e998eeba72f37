# Asks the user
n = int(input("Enter n: "))
print(n*n)
