# deepcopy, pprint, textwrap, pickle round trip, types
import copy, pprint, textwrap, pickle, types
from collections import OrderedDict, ChainMap, UserDict, namedtuple, deque, Counter
t = {'matrix': [[i*j for j in range(6)] for i in range(6)], 'info': {'n': 6}}
u = copy.deepcopy(t); u['matrix'][0][0] = 'x'; print(t['matrix'][0][0])
pprint.pprint(t, width=40)
print(textwrap.fill('The quick brown fox ' * 4, 30)); P = namedtuple('P', 'x y')
print(pickle.loads(pickle.dumps(t)) == t, P(1, 2)._asdict(), ChainMap({'a': 1}, {'b': 2})['b'])
class Box:
    def __init__(self, v): self.v = v
print(pickle.loads(pickle.dumps(Box(3))).v, types.SimpleNamespace(a=1), Counter('abca') - Counter('a'))
P(3, 4)
