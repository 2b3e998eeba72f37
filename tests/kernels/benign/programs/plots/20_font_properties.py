# 用 FontProperties 指定字体
import matplotlib.pyplot as plt
from matplotlib.font_manager import FontProperties, fontManager, findfont
fp = FontProperties(family='sans-serif', size=14)
plt.title('面积', fontproperties=fp)
plt.plot([1, 2])
plt.show()
print(len(fontManager.ttflist) > 10, findfont(FontProperties(family='DejaVu Sans')).endswith('DejaVuSans.ttf'))
