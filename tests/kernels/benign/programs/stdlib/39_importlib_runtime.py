# Import modules by name, make a module of one's own and import it
import importlib, sys, pkgutil, importlib.metadata, importlib.resources
open('mymath.py', 'w').write('def double(x):\n    return 2*x\n')
importlib.invalidate_caches()
import mymath
print(mymath.double(21), importlib.import_module('math').pi, importlib.metadata.version('sympy')[:2], importlib.util.find_spec('nonexistent_xyz'))
open('mymath.py', 'w').write('def double(x):\n    return 2*x + 0*len("longer")\n')
print(importlib.reload(mymath).double(4), len(list(pkgutil.iter_modules())) > 50)
