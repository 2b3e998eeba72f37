# Imports what is not there
from sympy import solve_quadratic
