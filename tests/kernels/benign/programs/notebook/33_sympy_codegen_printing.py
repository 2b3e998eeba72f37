# Print a formula as C, Fortran, Python, MathML, Octave, Julia, dot
from sympy import *
from sympy.printing.dot import dotprint
from sympy.printing.numpy import NumPyPrinter
x, y = symbols('x y')
e = sin(x)**2 + sqrt(y)/3
for f in (ccode, fcode, pycode, octave_code, julia_code, mathml, rust_code, jscode):
    print(f(e))
print(NumPyPrinter().doprint(e), dotprint(x + y)[:9], count_ops(e), sep='\n')
print(cse([e, e**2]))
