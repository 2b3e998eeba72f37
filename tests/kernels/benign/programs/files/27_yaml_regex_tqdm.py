# Other packages that happen to be there
import yaml, regex, sortedcontainers
from tqdm import tqdm, trange
print(yaml.safe_dump({'a': [1, 2]}), regex.findall(r'\p{Han}+', '求 x 的值'), sortedcontainers.SortedList([3, 1, 2])[0])
t = 0
for i in tqdm(range(50), desc='sum'): t += i
print(t)
