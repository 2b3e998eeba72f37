"""Problems in several sentences: "Let a = 7 - 2. Suppose 3b = a + 4. Is b prime?"

Each sentence but the last settles a letter or a function; the last one asks, and another topic answers it with the values
put in. `sentences` reads, `settling` computes, `question` puts in, `topic` tells.
"""

from solver.topics.givens.topic import read

__all__ = ["read"]
