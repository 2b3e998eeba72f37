# Save the plot to a file, then show it from the file
import os
import matplotlib.pyplot as plt
plt.plot([1, 2, 3], [1, 4, 9])
plt.title('squares')
plt.savefig('squares.png', dpi=80, bbox_inches='tight')
plt.close()
print(os.path.exists('squares.png'), os.path.getsize('squares.png') > 1000)
from IPython.display import Image, display
display(Image('squares.png'))
