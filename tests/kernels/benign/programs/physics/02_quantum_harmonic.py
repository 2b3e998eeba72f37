# Energy levels and normalisation of the harmonic oscillator; Pauli matrices; a hydrogen radial function
from sympy import symbols, integrate, oo, simplify, pi
from sympy.physics.qho_1d import psi_n, E_n
from sympy.physics.matrices import msigma
from sympy.physics.hydrogen import R_nl
from sympy.physics.quantum import Commutator, Operator, Dagger, Ket, Bra
x, m, omega = symbols('x m omega', positive=True)
y = symbols('y', real=True)
print(E_n(2, omega), simplify(integrate(psi_n(1, y, m, omega)**2, (y, -oo, oo))))
print(msigma(1)*msigma(2), R_nl(1, 0, x, 1))
A, B = Operator('A'), Operator('B')
print(Commutator(A, B).doit(), Dagger(Ket('a')), Bra('a')*Ket('b'))
