# Check AM-GM numerically and prove the two-variable case
import random
from sympy import symbols, factor
random.seed(1)
ok = all((lambda v: sum(v)/3 >= (v[0]*v[1]*v[2])**(1/3) - 1e-12)([random.random()*10 for _ in range(3)]) for _ in range(10000))
a, b = symbols('a b', positive=True)
print(ok, factor((a + b)**2 - 4*a*b))
