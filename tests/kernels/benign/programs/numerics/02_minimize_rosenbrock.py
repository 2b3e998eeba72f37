# Minimise the Rosenbrock function with several methods
from scipy.optimize import minimize, rosen, rosen_der
for method in ['Nelder-Mead', 'Powell', 'BFGS', 'CG', 'L-BFGS-B', 'TNC', 'COBYLA', 'SLSQP', 'trust-constr']:
    jac = rosen_der if method in ('BFGS', 'CG', 'L-BFGS-B', 'TNC', 'SLSQP', 'trust-constr') else None
    r = minimize(rosen, [-1.2, 1], method=method, jac=jac, options={'maxiter': 5000})
    print(method, r.x.round(2), r.fun < 1e-2)
