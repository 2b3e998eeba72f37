# Bell, Stirling, Catalan, Euler numbers
from sympy.functions.combinatorial.numbers import bell, stirling, catalan, euler, bernoulli, harmonic, lucas, fibonacci, tribonacci, genocchi
print([bell(i) for i in range(8)], stirling(5, 2), stirling(5, 2, kind=1))
print([catalan(i) for i in range(8)], [bernoulli(i) for i in range(6)])
print(harmonic(10), fibonacci(100), lucas(20), tribonacci(10), genocchi(6), euler(6))
