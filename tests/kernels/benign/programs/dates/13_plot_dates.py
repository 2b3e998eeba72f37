# Plot day lengths against dates
import matplotlib.pyplot as plt, matplotlib.dates as mdates, numpy as np
from datetime import date, timedelta
days = [date(2024, 1, 1) + timedelta(days=10*k) for k in range(37)]
plt.plot(days, [12 + 4*np.sin(2*np.pi*(k*10 - 80)/365) for k in range(37)])
plt.gca().xaxis.set_major_formatter(mdates.DateFormatter('%b')); plt.gcf().autofmt_xdate()
plt.ylabel('hours'); plt.title('Day length'); plt.show()
