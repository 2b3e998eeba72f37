# An unknown style
import matplotlib.pyplot as plt
plt.style.use('seaborn-beautiful')
