# 鸡兔同笼:共 35 个头,94 只脚
for 鸡 in range(36):
    兔 = 35 - 鸡
    if 2*鸡 + 4*兔 == 94:
        print(f"鸡 {鸡} 只, 兔 {兔} 只")
import numpy as np
print(np.linalg.solve([[1, 1], [2, 4]], [35, 94]).round())
