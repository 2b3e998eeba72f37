# Solve 5^x ≡ 8 (mod 23); square roots of 10 mod 13
from sympy.ntheory import discrete_log, sqrt_mod, nthroot_mod, multiplicity, perfect_power, is_primitive_root
from sympy.ntheory.residue_ntheory import quadratic_residues
print(discrete_log(23, 8, 5), sqrt_mod(10, 13, all_roots=True), nthroot_mod(11, 4, 19))
print(multiplicity(3, 486), perfect_power(1024), is_primitive_root(2, 13))
print(quadratic_residues(13))
