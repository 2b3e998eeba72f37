# Find the two frequencies of a signal
import numpy as np
from scipy import signal, fft
t = np.arange(0, 1, 1/500)
s = np.sin(2*np.pi*50*t) + .5*np.sin(2*np.pi*120*t)
spec = np.abs(np.fft.rfft(s))
freqs = np.fft.rfftfreq(len(t), 1/500)
print(freqs[np.argsort(spec)[-2:]])
print(np.allclose(fft.ifft(fft.fft(s)).real, s))
b, a = signal.butter(4, 80, fs=500)
print(signal.find_peaks(spec, height=50)[0], signal.filtfilt(b, a, s)[:3].round(4), signal.convolve([1, 2, 3], [1, 1]))
