# Higher resolution figures
%config InlineBackend.figure_format = 'retina'
import matplotlib.pyplot as plt
plt.plot([1, 2, 3]); plt.title('retina')
plt.show()
