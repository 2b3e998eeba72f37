# Time a 1000x1000 product and check the inverse (uses BLAS threads)
import numpy as np, time
rng = np.random.default_rng(0)
A = rng.standard_normal((1000, 1000))
start = time.perf_counter()
B = A @ A.T
w = np.linalg.eigvalsh(B)
print(f"time: {time.perf_counter() - start:.4f} s")
print(w.min() > -1e-8, np.allclose(np.linalg.inv(A) @ A, np.eye(1000), atol=1e-6))
