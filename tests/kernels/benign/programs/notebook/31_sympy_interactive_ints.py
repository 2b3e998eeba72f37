# Doc style: from sympy.abc import *, sympify, ask, assumptions
from sympy.abc import a, b, c, x, n
from sympy import sympify, ask, Q, refine, sqrt, posify, Symbol, symbols, numer, denom, fraction, cancel, collect, powsimp, radsimp, ratsimp, logcombine, nsimplify, Dummy, Wild
print(sympify('2*x + 1/3'), ask(Q.even(n*2), Q.integer(n)), refine(sqrt(x**2), Q.positive(x)))
print(collect(a*x**2 + b*x**2 + c, x), radsimp(1/(sqrt(2) + 1)), cancel((x**2 - 1)/(x - 1)), fraction(a/b), nsimplify(0.333333333333333, rational=True))
print((x**2 + 3).match(Wild('p')*x**2 + Wild('q')), (x**2).is_nonnegative, Symbol('r', real=True).is_real)
