# save, savez, savetxt, loadtxt, memmap, fromfile
import numpy as np
a = np.arange(6.).reshape(2, 3)
np.save('a.npy', a); np.savez_compressed('b.npz', a=a, b=a.T); np.savetxt('c.csv', a, delimiter=',', header='x,y,z', fmt='%.2f')
print(np.load('a.npy').tolist(), sorted(np.load('b.npz').files), np.loadtxt('c.csv', delimiter=',').sum(), np.genfromtxt('c.csv', delimiter=',', names=True).dtype.names)
m = np.memmap('m.dat', dtype='f8', mode='w+', shape=(100, 10)); m[:] = 1; m.flush(); del m
print(np.memmap('m.dat', dtype='f8', mode='r', shape=(100, 10)).sum(), np.fromfile('m.dat')[:2]); a.tofile('t.bin')
