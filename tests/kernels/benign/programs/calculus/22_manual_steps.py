# Show the steps of integrating x*exp(x).
from sympy.integrals.manualintegrate import integral_steps, manualintegrate
from sympy import exp, symbols
x = symbols('x')
print(integral_steps(x*exp(x), x))
manualintegrate(x*exp(x), x)
