"""Who is meant by a name or a pronoun."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from solver.topics.stories.school.english.marks import Marks
from solver.topics.stories.school.english.network import Network
from solver.topics.stories.school.english.nouns import Np
from solver.topics.stories.school.english.things import Rate, Thing
from solver.topics.stories.school.english.words import PEOPLE
from solver.topics.stories.school.working import Unfit
from solver.topics.stories.word_problems.tales.words import FEMININE, MASCULINE


@dataclass
class Known:
    """What a story has told so far, as far as people are concerned."""

    marks: Marks
    net: Network = field(default_factory=Network)
    things: list[Thing] = field(default_factory=list)
    rates: list[Rate] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)


class People(Known):
    """Who is meant by a name or a pronoun."""

    def who(self, np: Np | None) -> str:
        """The name of an owner; "" for nobody in particular, "they" for all."""
        if np is None:
            return ""
        if np.others:
            return "+".join(sorted(self.who(one) for one in (replace(np, others=()), *np.others)))
        word = np.noun.head
        if np.pronoun:
            return self._pronoun(word)
        name = " ".join(w for w in (*np.noun.words, *np.noun.of))
        if np.owner and np.owner not in ("his", "her", "its", "their", "my", "our"):
            name = f"{np.owner} {name}"
        for known in self.actors:
            if known == name or known.split()[-1] == name or name.split()[-1] == known and not np.owner:
                name = known
                break
        if name not in self.actors:
            self.actors.append(name)
        return name

    def _pronoun(self, word: str) -> str:
        if word == "that":
            return "it"
        if word in ("they", "them"):
            return "they"
        if word == "it":
            things = [s for s in dict.fromkeys(self.subjects) if not self._person(s)]
            return things[0] if len(things) == 1 else "it"
        if word in ("we", "i", "you", "us", "me"):
            return {"us": "we", "me": "i"}.get(word, word)
        gender = MASCULINE if word in ("he", "him", "himself") else FEMININE
        other = FEMININE if gender is MASCULINE else MASCULINE
        persons = [a for a in self.actors if not self._thing(a)]
        sure = [a for a in persons if set(a.split()) & gender and not set(a.split()) & other]
        maybe = [a for a in persons if not set(a.split()) & (gender | other)]
        maybe = [a for a in maybe if self._person(a)] or maybe
        if len(sure) == 1:
            return sure[0]
        subjects = [s for s in dict.fromkeys(reversed(self.subjects)) if s in (sure or maybe)]
        if len(subjects) == 1:
            return subjects[0]
        if not sure and len(maybe) == 1:
            return maybe[0]
        if not persons:
            self.actors.append(word)
            return word
        raise Unfit

    def _person(self, name: str) -> bool:
        """Whether a name is a person's for sure."""
        words = name.split()
        return (
            name in ("i", "we", "you")
            or bool(set(words) & (MASCULINE | FEMININE))
            or words[-1] in self.marks.names
            or words[-1] in PEOPLE
        )

    def _thing(self, name: str) -> bool:
        """Whether an actor is counted or measured somewhere, so that it is no person."""
        words = name.split()
        if set(words) & (MASCULINE | FEMININE) or words[-1] in self.marks.names:
            return False
        return any(t.noun.head == words[-1] for t in self.things) and words[-1] not in PEOPLE
