# Where does y = x + 1 meet x^2 + y^2 = 25?
from sympy import Circle, Point, Line, symbols, solve
c = Circle(Point(0, 0), 5)
l = Line(Point(0, 1), slope=1)
print(c.intersection(l))
x, y = symbols('x y')
print(solve([x**2 + y**2 - 25, y - x - 1], [x, y]))
print(c.tangent_lines(Point(7, 1)))
