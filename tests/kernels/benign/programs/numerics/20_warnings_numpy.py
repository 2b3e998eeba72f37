# Division by zero and overflow give warnings
import numpy as np
print(np.array([1., 0, -1])/0)
print(np.log([0., -1]), np.exp([1000.]))
import warnings
warnings.warn("careful with the domain")
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    print(np.sqrt(np.array([-1.])))
print(np.float64(3)/np.float64(0))
