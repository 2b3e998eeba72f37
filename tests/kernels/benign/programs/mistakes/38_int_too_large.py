# Prints a huge number
print(len(str(10**300000)))
