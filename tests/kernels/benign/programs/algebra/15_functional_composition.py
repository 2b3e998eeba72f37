# f(x) = (x+1)/(x-1). Find f(f(x)) and f^{-1}(x).
# %%
import sympy as sp
x, y = sp.symbols('x y')
f = sp.Lambda(x, (x + 1)/(x - 1))
# %%
ff = sp.simplify(f(f(x)))
ff
# %%
inverse = sp.solve(sp.Eq(f(y), x), y)
print(inverse)
inverse[0]
