# 中心极限定理:画 10000 个均值的直方图与正态密度
import numpy as np
import matplotlib.pyplot as plt
from scipy.stats import norm
rng = np.random.default_rng(0)
means = rng.exponential(1, (10000, 50)).mean(axis=1)
plt.hist(means, bins=60, density=True, alpha=.6, label='样本均值')
x = np.linspace(.5, 1.6, 200)
plt.plot(x, norm.pdf(x, 1, 1/np.sqrt(50)), 'r', label='正态密度')
plt.legend(); plt.title('中心极限定理')
plt.show()
print(means.mean().round(2), means.std().round(2))
