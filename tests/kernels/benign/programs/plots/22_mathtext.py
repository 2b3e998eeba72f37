# Formulas in titles
import matplotlib.pyplot as plt
plt.figure(figsize=(6, 2))
plt.text(.05, .5, r'$\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2},\quad \sum_{k=1}^n k = \binom{n+1}{2}$', fontsize=16)
plt.axis('off')
plt.show()
