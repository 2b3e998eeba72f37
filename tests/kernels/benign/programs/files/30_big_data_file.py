# A file of a million numbers, and its sum
import os
with open('big.txt', 'w') as f:
    for i in range(1_000_000): f.write(f'{i}\n')
print(os.path.getsize('big.txt'), sum(int(l) for l in open('big.txt')))
