"""Numbers that are described in words: "the units digit of the product of all odd integers between 0 and 12".

`formulas` has numbers in signs, `rows` the whole numbers that are meant together, `parts` what is said of them, `english` and `chinese` read, `topic`
makes the task.
"""

from solver.topics.numbers.described.topic import read

__all__ = ["read"]
