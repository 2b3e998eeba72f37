# Find the smallest positive integer n such that n^2 + n + 41 is not prime. (Qwen2.5-Math TIR style)
from sympy import isprime

# Step 1: check the values one by one
n = 1
while isprime(n**2 + n + 41):
    n += 1

# Step 2: output the result in a box
print(f"\\boxed{{{n}}}")
