# Diet problem as a linear program, with the solver's log
from scipy.optimize import linprog, milp, LinearConstraint, Bounds
import numpy as np
c = [3, 2]
r = linprog(c, A_ub=[[-1, -2], [-3, -1]], b_ub=[-8, -9], bounds=[(0, None)]*2)
print(r.x, r.fun, r.message)
m = milp(c=[-5, -4, -3], constraints=LinearConstraint([[2, 3, 1], [4, 1, 2], [3, 4, 2]], ub=[5, 11, 8]), integrality=[1, 1, 1], bounds=Bounds(0, np.inf))
print(m.x, m.fun)
