# Save results as JSON and load them
import json, os
json.dump({'roots': [1, 2, 3], 'poly': 'x**3 - 6*x**2 + 11*x - 6'}, open('r.json', 'w'))
d = json.load(open('r.json')); print(d['roots'], os.path.isfile('r.json'))
d
