# What are the last three digits of 7^9999?
print(pow(7, 9999, 1000))
from sympy import n_order, mod_inverse, primitive_root, is_quad_residue, legendre_symbol, jacobi_symbol
print(n_order(7, 1000), mod_inverse(3, 11), primitive_root(23))
print(is_quad_residue(5, 11), legendre_symbol(5, 11), jacobi_symbol(5, 21))
