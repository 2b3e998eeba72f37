# Text with a TrueType font found by name
from PIL import Image, ImageDraw, ImageFont
import matplotlib
f = ImageFont.truetype(matplotlib.get_data_path() + '/fonts/ttf/DejaVuSans.ttf', 24)
im = Image.new('L', (200, 40)); ImageDraw.Draw(im).text((4, 4), 'x² + y²', font=f, fill=255); print(im.getbbox() is not None)
f2 = ImageFont.truetype('DejaVuSans.ttf', 12) if False else None
im
