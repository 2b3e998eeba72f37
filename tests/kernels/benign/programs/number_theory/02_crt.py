# x ≡ 2 (mod 3), x ≡ 3 (mod 5), x ≡ 2 (mod 7)
from sympy.ntheory.modular import crt, solve_congruence
print(crt([3, 5, 7], [2, 3, 2]))
print(solve_congruence((2, 3), (3, 5), (2, 7)))
