# Represent points with dataclasses and compute the midpoint exactly.
from dataclasses import dataclass, field, asdict, replace
from fractions import Fraction

@dataclass(frozen=True, order=True)
class Point:
    x: Fraction
    y: Fraction
    tags: list = field(default_factory=list, compare=False)

    def midpoint(self, other):
        return Point((self.x + other.x)/2, (self.y + other.y)/2)

m = Point(Fraction(1), Fraction(2)).midpoint(Point(Fraction(4), Fraction(7, 3)))
print(m, asdict(m), replace(m, x=Fraction(0)))
m
