# Asks for vector graphics
%config InlineBackend.figure_format = 'svg'
import matplotlib.pyplot as plt
plt.plot([1, 4, 9]); plt.title('Squares')
plt.show()
