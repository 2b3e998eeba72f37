"""What must stand in a stretch of tokens for a pattern to read it, whatever fills its open places.

Most rules of a grammar begin with something open (a noun, a number), so their first token rules nothing out; but nearly
all have words further on: where those do not follow, the rule need not be tried. Knows nothing about charts.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from typing import Final, TypeAlias

Sign: TypeAlias = Hashable  # a token, or a class of tokens
Needs: TypeAlias = frozenset[frozenset[Sign]]
"""Of each of the sets at least one sign must be there."""

NOTHING: Final[Needs] = frozenset()
MAX_ALTERNATIVES: Final = 400  # signs in one set: beyond that nearly every text has one of them


@cache  # rules say the same words again and again
def of_tokens(tokens: tuple[Sign, ...]) -> Needs:
    """All of these tokens.

    >>> of_tokens(("多", "于")) == {frozenset("多"), frozenset("于")}
    True
    """
    return frozenset(frozenset((token,)) for token in tokens)


def in_all(parts: Iterable[Needs]) -> Needs:
    """What a pattern needs that has all of these parts."""
    return frozenset().union(*parts)


def in_one(options: Sequence[Needs]) -> Needs:
    """What a pattern needs in any case that is one of these options: what all of them need, and one need of some of them.

    >>> sorted(map(sorted, in_one([of_tokens(("a", "b")), of_tokens(("b", "c"))])))
    [['b']]
    >>> sorted(map(sorted, in_one([of_tokens(("a",)), of_tokens(("c",))])))
    [['a', 'c']]
    >>> in_one([of_tokens(("a",)), NOTHING])
    frozenset()
    """
    if not options or not all(options):
        return NOTHING
    common = frozenset.intersection(*options)
    if common:
        return common
    either = frozenset().union(*(_narrowest(option) for option in options))
    return frozenset((either,)) if len(either) <= MAX_ALTERNATIVES else NOTHING


def _narrowest(needs: Needs) -> frozenset[Sign]:
    return min(needs, key=lambda signs: (len(signs), sorted(map(repr, signs))))
