# Adds a string and a number
total = 15
print("Total: " + total)
