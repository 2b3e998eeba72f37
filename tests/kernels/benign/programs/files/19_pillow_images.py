# Draw the Mandelbrot set as an image
from PIL import Image, ImageDraw, ImageFont, ImageFilter
import numpy as np
h, w = 120, 160
y, x = np.ogrid[-1.2:1.2:h*1j, -2:1:w*1j]; c = x + 1j*y; z = c*0; n = np.zeros(c.shape, int)
for i in range(30):
    m = abs(z) <= 2; z[m] = z[m]**2 + c[m]; n += m
im = Image.fromarray((n*8).clip(0, 255).astype('uint8')); im.save('m.png'); im.save('m.jpg'); im.save('m.gif'); im.save('m.webp'); im.save('m.bmp')
print(Image.open('m.png').size, Image.open('m.jpg').format, n.sum())
d = ImageDraw.Draw(im); d.text((5, 5), 'M', fill=255, font=ImageFont.load_default(20)); d.ellipse((10, 10, 40, 40), outline=200); print(im.resize((80, 60)).filter(ImageFilter.BLUR).getextrema())
im
