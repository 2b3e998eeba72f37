# A progress bar with carriage returns, colours and bells
import sys, time
for i in range(5):
    sys.stdout.write(f'\rprogress {i*25}%'); sys.stdout.flush()
print('\n\x1b[31mred\x1b[0m \a')
