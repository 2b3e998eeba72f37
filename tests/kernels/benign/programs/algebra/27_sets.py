# A = [0, 5), B = (3, 8]. Find union, intersection, difference, complement.
from sympy import Interval, S, FiniteSet, Union, Complement, ProductSet, ConditionSet, ImageSet, Lambda, Symbol
A = Interval.Ropen(0, 5)
B = Interval.Lopen(3, 8)
print(A | B, A & B, A - B)
print(Complement(S.Reals, A))
print(FiniteSet(1, 2, 3).powerset())
n = Symbol('n')
evens = ImageSet(Lambda(n, 2*n), S.Integers)
print(10 in evens, 7 in evens)
A | B
