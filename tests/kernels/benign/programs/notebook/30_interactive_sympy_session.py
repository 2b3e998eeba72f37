# sympy's own session set-up
from sympy import init_session
init_session(quiet=True)
print(integrate(x**2, x))
