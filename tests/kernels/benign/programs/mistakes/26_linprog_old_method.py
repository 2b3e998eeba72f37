# A method that scipy has removed
from scipy.optimize import linprog
print(linprog([1, 1], A_ub=[[-1, -1]], b_ub=[-1], method='simplex'))
