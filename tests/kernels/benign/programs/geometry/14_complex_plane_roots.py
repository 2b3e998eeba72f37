# Plot the fifth roots of unity as a regular pentagon.
import cmath, math
import matplotlib.pyplot as plt
roots = [cmath.exp(2j*math.pi*k/5) for k in range(5)]
xs = [z.real for z in roots] + [1]
ys = [z.imag for z in roots] + [0]
plt.figure(figsize=(4, 4))
plt.plot(xs, ys, 'o-')
for k, z in enumerate(roots):
    plt.text(z.real*1.1, z.imag*1.1, f"$\\omega^{k}$", ha='center')
plt.axhline(0, color='gray'); plt.axvline(0, color='gray')
plt.axis('equal'); plt.grid(True)
plt.title("单位根")
plt.show()
print(abs(sum(roots)) < 1e-12)
