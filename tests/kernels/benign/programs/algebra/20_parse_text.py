# Read the equation from text: "2(x+3)^2 = 50". Solve it.
from sympy.parsing.sympy_parser import (parse_expr, standard_transformations,
                                        implicit_multiplication_application, convert_xor)
from sympy import solve, symbols, Eq
x = symbols('x')
text = "2(x+3)^2 = 50"
lhs, rhs = [parse_expr(s, transformations=standard_transformations +
                       (implicit_multiplication_application, convert_xor)) for s in text.split('=')]
print(Eq(lhs, rhs))
print(solve(Eq(lhs, rhs), x))
