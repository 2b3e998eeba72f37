# Take n from the command line if it is there
import sys
n = int(sys.argv[1]) if len(sys.argv) > 1 else 10
print(n*(n + 1)//2)
