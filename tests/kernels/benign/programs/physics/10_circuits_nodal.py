# Currents in a Wheatstone bridge, exact (基尔霍夫定律)
from sympy import symbols, solve, Rational
V1, V2 = symbols('V1 V2')
R = {'a': 10, 'b': 20, 'c': 30, 'd': 40, 'g': 50}
s = solve([(V1 - 12)/R['a'] + V1/R['c'] + (V1 - V2)/Rational(R['g']),
           (V2 - 12)/R['b'] + V2/R['d'] + (V2 - V1)/Rational(R['g'])], [V1, V2])
print(s, (s[V1] - s[V2])/R['g'])
