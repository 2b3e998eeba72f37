# Broken f-string
n = 3
print(f"value: {n")
