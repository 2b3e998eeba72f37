# 全角标点
print（3 + 4）
