"""Who a tale is about: names, pronouns, and names that are longer forms of others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from solver.topics.stories.word_problems.english.lexicon import MEASURES, stem
from solver.topics.stories.word_problems.quantities import Unclear
from solver.topics.stories.word_problems.story import Story
from solver.topics.stories.word_problems.tales.values import HE, IT, SAME, SHE, THEY
from solver.topics.stories.word_problems.tales.words import (
    FEMININE,
    MASCULINE,
)

LOOSE_HEADS = MEASURES | {"piece", "pair", "inch", "foot", "yard", "quart", "pint", "number"}


@dataclass(slots=True)
class People(Story):
    """A story that knows of whom it speaks."""

    actors: list[str] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)
    subject: str = ""

    def copy(self) -> Self:
        """An independent copy, to try a reading on."""
        other = Story.copy(self)
        other.actors, other.genders = list(self.actors), dict(self.genders)
        return other

    def person(self, name: str) -> str:
        """Who is meant by a name or a pronoun; "" for nobody in particular, and for all of them."""
        if name in (HE, SHE):
            return self._of_gender(name)
        if name == THEY:
            if len(self.actors) == 1:
                return self.actors[0]
            return ""
        if name in (IT, SAME):
            return self.subject
        if not name:
            return ""
        possessive, _, rest = name.partition(" ")
        if possessive in ("his", "her") and rest:
            name = self._relative(HE if possessive == "his" else SHE, rest)
        known = [a for a in self.actors if a == name] or [
            a
            for a in self.actors
            if self.words(name) <= self.words(a) or self.words(a) <= self.words(name) and a
        ]
        if len(known) > 1:
            raise Unclear
        met = known[0] if known else name
        if met in self.actors:
            self.actors.remove(met)
        self.actors.append(met)
        return met

    def _relative(self, owner: str, name: str) -> str:
        """ "Her sister" says that the one spoken of is a woman."""
        if self.subject and not self._gender(self.subject) and self.subject in self.actors:
            self.genders[self.subject] = owner
        return name

    def _of_gender(self, pronoun: str) -> str:
        certain = [a for a in self.actors if self._gender(a) == pronoun]
        possible = [a for a in self.actors if not self._gender(a)]
        if self.subject in certain:
            return self.subject
        if len(certain) == 1:
            return certain[0]
        if certain:
            raise Unclear
        if not self.actors:
            self.actors.append("he" if pronoun == HE else "she")
            self.genders[self.actors[0]] = pronoun
            return self.actors[0]
        if not possible or len(possible) > 1 and self.subject not in possible:
            raise Unclear
        found = self.subject if self.subject in possible else possible[0]
        self.genders[found] = pronoun
        return found

    def _gender(self, name: str) -> str:
        if name in self.genders:
            return self.genders[name]
        words = name.replace(".", "").split()
        for word in words[-1:] if len(words) > 1 and words[-1] in MASCULINE | FEMININE else words[:1]:
            if word in MASCULINE:
                return HE
            if word in FEMININE:
                return SHE
        return ""

    def covers(self, name: str, item: str) -> bool:
        """Whether `name` is a name for things of `item`: "pen" for "red pen", "apple" for "kg of apple"."""
        if not name or not item:
            return False
        if name == item:
            return True
        said, known = self.words(name), self.words(item)
        if not said <= known or not said:
            return False
        head, _, tail = item.partition(" of ")
        if stem(name.partition(" of ")[0].split()[-1]) == stem(head.split()[-1]):
            return True
        return bool(tail) and head in LOOSE_HEADS and said <= self.words(tail)

    def related(self, name: str, item: str) -> bool:
        """Whether one of two names is a longer form of the other."""
        return self.covers(name, item) or self.covers(item, name)
