# Show an image the way scripts do
from PIL import Image
im = Image.new('RGB', (60, 40), 'orange')
im.show()
