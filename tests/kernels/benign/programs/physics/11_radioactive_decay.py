# Decay chain A -> B -> C: solve exactly and simulate with a seed
from sympy import Function, dsolve, symbols, exp
t = symbols('t', positive=True); a, b = Function('a'), Function('b')
A = dsolve(a(t).diff(t) + 2*a(t), ics={a(0): 100})
B = dsolve(b(t).diff(t) - 2*A.rhs + b(t), ics={b(0): 0})
print(A, B)
import random
random.seed(3); n = 10000; alive = n
for step in range(100):
    alive -= sum(random.random() < .02 for _ in range(alive))
print(alive)
