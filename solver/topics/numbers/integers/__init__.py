"""Questions about whole numbers: common divisors and multiples, primes, divisors, divisibility, digits."""

from solver.topics.numbers.integers.topic import read

__all__ = ["read"]
