"""Complex numbers: value in the form a + bi, modulus, conjugate, real and imaginary part, argument."""

from solver.topics.expressions.complex_numbers.topic import read

__all__ = ["read"]
