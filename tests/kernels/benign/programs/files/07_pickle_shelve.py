# Keep a sympy expression in a pickle and a shelf
import pickle, shelve, sympy as sp
x = sp.symbols('x')
with open('e.pkl', 'wb') as f: pickle.dump(sp.integrate(sp.sin(x)**2, x), f)
print(pickle.load(open('e.pkl', 'rb')))
with shelve.open('cache') as s: s['fib'] = [1, 1, 2, 3]; s['e'] = x**2
with shelve.open('cache') as s: print(sorted(s.keys()), s['fib'], s['e'])
