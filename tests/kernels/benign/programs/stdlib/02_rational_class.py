# Write a polynomial class with operators and abstract base class.
from abc import ABC, abstractmethod
from typing import Sequence, Union, overload, NamedTuple, TypedDict, Protocol
import operator, functools

class Expression(ABC):
    @abstractmethod
    def __call__(self, x: float) -> float: ...

class Polynomial(Expression):
    def __init__(self, *coefficients: int):
        self.c = coefficients
    def __call__(self, x):
        return functools.reduce(lambda acc, c: acc*x + c, self.c, 0)
    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        pad = lambda c: (0,)*(n - len(c)) + c
        return Polynomial(*map(operator.add, pad(self.c), pad(other.c)))
    def __repr__(self):
        return ' + '.join(f'{c}x^{len(self.c) - 1 - i}' for i, c in enumerate(self.c) if c)

p = Polynomial(1, 0, -2) + Polynomial(3, 1)
print(p, p(5), isinstance(p, Expression))
p
