# Detect the edges of a square with OpenCV
import numpy as np, cv2
im = np.zeros((100, 100), np.uint8); cv2.rectangle(im, (20, 20), (80, 80), 255, -1)
e = cv2.Canny(im, 50, 150); c, _ = cv2.findContours(im, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
print(len(c), cv2.contourArea(c[0]), int((e > 0).sum()) > 100); cv2.imwrite('e.png', e); print(cv2.imread('e.png', 0).shape)
