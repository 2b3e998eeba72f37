# A cubic has roots 1, 2 and 3 and p(4) = 12. Find p(5). (NuminaMath TIR style)
import sympy as sp

# Define the variable and the unknown leading coefficient
x, a = sp.symbols('x a')

# Construct the polynomial
p = a * (x - 1) * (x - 2) * (x - 3)

# Use the condition p(4) = 12
a_val = sp.solve(sp.Eq(p.subs(x, 4), 12), a)[0]
p5 = p.subs({a: a_val, x: 5})
print("a =", a_val)
print("p(5) =", p5)
