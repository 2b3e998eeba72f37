# Forgets the import.
x = symbols('x')
print(solve(x**2 - 1, x))
