# In how many ways is 100 a sum of two squares? of four squares? Points on y^2 = x^3 + 2x + 3 mod 97
from sympy.solvers.diophantine.diophantine import sum_of_squares, power_representation
print(sorted(power_representation(100, 2, 2, zeros=True)))
print(sorted(sum_of_squares(100, 4)))
from sympy.ntheory.elliptic_curve import EllipticCurve
E = EllipticCurve(2, 3, modulus=97)
print(E.order)
print(sum((y*y - x**3 - 2*x - 3) % 97 == 0 for x in range(97) for y in range(97)) + 1)
