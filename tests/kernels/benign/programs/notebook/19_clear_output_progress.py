# A progress display
from IPython.display import clear_output, display
import time
h = display('start', display_id=True)
for i in range(3):
    h.update(f'step {i}')
    clear_output(wait=True)
    print('progress', i)
