# Is there a Chinese font? As programs look for one.
from matplotlib import font_manager
fonts = font_manager.findSystemFonts(fontpaths=None, fontext='ttf')
print(len(fonts) == len(set(fonts)), any('CJK' in f or 'wqy' in f for f in fonts))
names = sorted({f.name for f in font_manager.fontManager.ttflist})
print('DejaVu Sans' in names)
