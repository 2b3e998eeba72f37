# Solve an ill-conditioned system (Hilbert 10) with high precision
import mpmath as mp
mp.mp.dps = 40
H = mp.hilbert(10)
b = H*mp.matrix([1]*10)
x = mp.lu_solve(H, b)
print(mp.nstr(mp.norm(x - mp.matrix([1]*10)), 3) < '1', mp.nstr(mp.det(H), 10))
print(mp.eigsy(mp.matrix([[2, 1], [1, 2]]), eigvals_only=True))
