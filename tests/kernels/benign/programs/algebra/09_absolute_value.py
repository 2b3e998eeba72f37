# How many integers satisfy |2x - 7| < 15 ?
from sympy import Abs, Symbol, solveset, S, Interval, Range
x = Symbol('x', real=True)
sol = solveset(Abs(2*x - 7) < 15, x, domain=S.Reals)
print(sol)
count = len([n for n in range(-100, 101) if n in sol])
print(count)
