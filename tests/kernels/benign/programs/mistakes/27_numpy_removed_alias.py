# np.float is gone
import numpy as np
print(np.float(3))
