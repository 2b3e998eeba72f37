"""What a story has to know of the words of a language."""

from __future__ import annotations

from typing import Protocol


class Lexicon(Protocol):
    """What a story has to know of the words of a language; a module of functions."""

    def words_of(self, name: str) -> frozenset[str]:
        """The words of a name that tell it from other names."""
        ...

    def is_collective(self, name: str) -> bool:
        """Whether a name is for things of many names: "animals"."""
        ...

    def common(self, container: str, item: str) -> int | None:
        """How many of an item everybody knows a thing to have: legs of a hen."""
        ...

    def opposite(self, name: str) -> str | None:
        """The other half of a class, an audience: "boys" of "girls"."""
        ...

    def contrary(self, word: str) -> tuple[str, ...]:
        """Words for what is not so: "occupied", "taken" of "empty"."""
        ...

    def is_content(self, name: str, container: str) -> bool:
        """Whether the first name is what the second one holds: "pens", "a box of pens"."""
        ...

    def is_measure(self, word: str) -> bool:
        """Whether a word is a unit of measure."""
        ...

    def says_nothing(self, word: str) -> bool:
        """Whether a word of a question does not tell what is asked for: "how many boys attend"."""
        ...

    def asks_what_is_left(self, question: str) -> bool:
        """Whether a question is for what is left: "how many are left"."""
        ...

    def asks_what_is_to_do(self, question: str) -> bool:
        """Whether a question is for what is not done yet: "how many pages has she still to read"."""
        ...

    def asks_for_one_sum(self, question: str) -> bool:
        """Whether a question is for one amount that several things make together, not for what each of them is."""
        ...

    def asks_for_total(self, question: str) -> bool:
        """Whether a question is for all that there ever was, whatever went away since."""
        ...

    def asks_for_more(self, question: str) -> bool:
        """Whether a question is for what is paid besides what was paid before: "再付多少元"."""
        ...

    def times_in(self, question: str) -> frozenset[str]:
        """The times that a question names, as items are named by them: "今年"."""
        ...
