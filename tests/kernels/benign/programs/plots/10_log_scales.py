# Growth of n, n log n, n^2, 2^n on log scales
import numpy as np, matplotlib.pyplot as plt
n = np.arange(1, 30)
for f, l in [(n, '$n$'), (n*np.log2(n + 1), r'$n \log n$'), (n**2, '$n^2$'), (2.0**n, '$2^n$')]:
    plt.semilogy(n, f, label=l)
plt.legend(); plt.title('Growth'); plt.show()
plt.loglog(n, n**1.5, 'o'); plt.grid(True, which='both'); plt.show()
plt.semilogx(n, np.log(n)); plt.xscale('symlog'); plt.show()
