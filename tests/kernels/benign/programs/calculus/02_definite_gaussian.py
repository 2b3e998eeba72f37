# Evaluate the Gaussian integral.
import sympy as sp
x = sp.Symbol('x', real=True)
I = sp.integrate(sp.exp(-x**2), (x, -sp.oo, sp.oo))
print(I)
I
