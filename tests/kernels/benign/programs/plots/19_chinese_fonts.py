# 中文标签:设置字体后画图
import matplotlib.pyplot as plt
import numpy as np
plt.rcParams['font.sans-serif'] = ['SimHei', 'Microsoft YaHei', 'Arial Unicode MS']
plt.rcParams['axes.unicode_minus'] = False
x = np.linspace(-3, 3, 100)
plt.plot(x, x**3 - 3*x, label='三次函数 $f(x)=x^3-3x$')
plt.xlabel('自变量'); plt.ylabel('函数值'); plt.title('函数图像与极值点')
plt.legend()
plt.show()
