# xkcd style (a hand drawn look; the font may be missing)
import matplotlib.pyplot as plt
import logging
logging.getLogger('matplotlib.font_manager').setLevel(logging.ERROR)
with plt.xkcd():
    plt.plot([0, 1, 2], [0, 1, 4]); plt.title('sketch'); plt.show()
