# Plot five seeded random walks
import numpy as np
import matplotlib.pyplot as plt
rng = np.random.default_rng(5)
for i in range(5):
    plt.plot(np.cumsum(rng.choice([-1, 1], 500)), label=f'walk {i+1}')
plt.legend()
plt.xlabel('step'); plt.ylabel('position')
plt.title('Random walks')
plt.show()
