# The same with disp=True: HiGHS writes from C++
from scipy.optimize import linprog
r = linprog([3, 2], A_ub=[[-1, -2], [-3, -1]], b_ub=[-8, -9], options={'disp': True, 'presolve': False})
r.status
