# 300 small files, then all removed
import os
os.makedirs('d'); [open(f'd/{i}.txt', 'w').write(str(i)) for i in range(300)]
print(len(os.listdir('d')), sum(int(open(f'd/{i}.txt').read()) for i in range(300))); [os.remove(f'd/{f}') for f in os.listdir('d')]; os.rmdir('d')
