# Draw, save and display a picture; an SVG
from IPython.display import display, Image, SVG, IFrame, Code, JSON
import matplotlib.pyplot as plt
plt.plot([1, 2]); plt.savefig('p.png'); plt.close()
display(Image(filename='p.png', width=300))
display(Image(open('p.png', 'rb').read()))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle r="5"/></svg>'))
display(Code('x = 1', language='python'), JSON({'a': 1}))
Image('p.png')
