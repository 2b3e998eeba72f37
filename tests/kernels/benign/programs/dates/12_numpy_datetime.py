# numpy dates and durations
import numpy as np
d = np.arange('2024-02', '2024-03', dtype='datetime64[D]')
print(len(d), d[-1], np.busday_count('2024-01', '2024-02'), np.timedelta64(3, 'h')/np.timedelta64(30, 'm'))
