# Find all three digit numbers equal to the sum of the cubes of their digits.
ans = [n for n in range(100, 1000) if n == sum(int(d)**3 for d in str(n))]
print(ans)
from sympy.ntheory.digits import digits, is_palindromic, count_digits
print(digits(255, 2), is_palindromic(12321), count_digits(1223334444))
print(bin(255), oct(255), hex(255), int('ff', 16), format(1000, 'b'))
