# Try the styles
import matplotlib.pyplot as plt
print('ggplot' in plt.style.available)
for s in ['ggplot', 'seaborn-v0_8', 'bmh', 'dark_background', 'fivethirtyeight']:
    with plt.style.context(s):
        plt.figure(figsize=(3, 2)); plt.plot([1, 3, 2]); plt.title(s); plt.show()
plt.style.use('default')
