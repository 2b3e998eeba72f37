# A table in a figure, and a broken axis
import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(4, 2)); ax.axis('off')
t = ax.table(cellText=[[1, 1], [2, 4], [3, 9]], colLabels=['n', 'n²'], loc='center')
t.scale(1, 1.5)
plt.show()
