# Josephus problem with 41 people, every third is removed. Use a deque.
from collections import deque
d = deque(range(1, 42))
order = []
while d:
    d.rotate(-2)
    order.append(d.popleft())
print(order[-2:], order[:5])
