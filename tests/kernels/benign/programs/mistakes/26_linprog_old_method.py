# Calls linprog with a method that does not exist
from scipy.optimize import linprog
print(linprog([1, 1], A_ub=[[-1, -1]], b_ub=[-1], method='simplex-method'))
