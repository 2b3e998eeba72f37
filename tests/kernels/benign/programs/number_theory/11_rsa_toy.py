# Toy RSA with p = 61, q = 53, e = 17: encrypt 65 and decrypt it.
p, q, e = 61, 53, 17
n, phi = p*q, (p - 1)*(q - 1)
d = pow(e, -1, phi)
c = pow(65, e, n)
print(n, phi, d, c, pow(c, d, n))
from sympy.crypto.crypto import rsa_public_key, rsa_private_key, encipher_rsa, decipher_rsa, encipher_shift
pub, prv = rsa_public_key(p, q, e), rsa_private_key(p, q, e)
print(pub, prv, decipher_rsa(encipher_rsa(65, pub), prv))
print(encipher_shift("HELLO", 3))
