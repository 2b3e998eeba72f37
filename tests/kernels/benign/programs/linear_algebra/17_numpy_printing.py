# Print options, broadcasting, einsum, structured arrays
import numpy as np
np.set_printoptions(precision=3, suppress=True, linewidth=100)
a = np.arange(12).reshape(3, 4)
print(a, a.sum(axis=0), a[a % 2 == 0], np.einsum('ij,kj->ik', a, a), sep='\n')
print(np.kron(np.eye(2, dtype=int), [[1, 2]]), np.where(a > 5, a, -1))
people = np.array([('Ann', 3, 1.5), ('Bob', 5, 2.5)], dtype=[('name', 'U10'), ('n', 'i4'), ('w', 'f8')])
print(people['w'].mean(), np.sort(people, order='n')['name'])
a/0.7
