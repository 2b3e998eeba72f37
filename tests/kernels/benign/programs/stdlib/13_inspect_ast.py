# Look at a function's source, signature, bytecode and syntax tree
import inspect, ast, dis, textwrap
def area(r: float, *, pi=3.14159) -> float:
    "Area of a circle."
    return pi*r**2
print(inspect.signature(area), inspect.getdoc(area))
print(inspect.getsource(area))
tree = ast.parse('x**2 + 3*x')
print(ast.dump(tree.body[0].value), ast.literal_eval('[1, 2, {"a": 3}]'), eval(compile(ast.parse('2+3', mode='eval'), 's', 'eval')))
import sympy
print(inspect.getsource(sympy.isprime).splitlines()[0], textwrap.shorten(inspect.getdoc(sympy.gcd), 40))
print(any(i.opname == 'RETURN_VALUE' for i in dis.get_instructions(area)))
