# Simplify the Boolean expression (A and B) or (A and not B); is (A -> B) equivalent to (not A or B)?
from sympy.logic.boolalg import to_cnf, simplify_logic, Implies, Equivalent, truth_table
from sympy.logic.inference import satisfiable
from sympy import symbols, Not
A, B = symbols('A B')
print(simplify_logic((A & B) | (A & ~B)))
print(to_cnf(Implies(A, B)))
print(satisfiable(Not(Equivalent(Implies(A, B), ~A | B))))
for row, value in truth_table(Implies(A, B), [A, B]):
    print(row, value)
