# Read numbers from standard input if there are any
import sys
data = sys.stdin.read().split()
numbers = list(map(int, data)) or [3, 1, 2]
print(sorted(numbers))
