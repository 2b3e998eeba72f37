"""Questions about ages and numbers without names."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from solver.topics.stories.word_problems.meanings import LARGER, SMALLER, age_at
from solver.topics.stories.word_problems.quantities import Key, Unclear
from solver.topics.stories.word_problems.questions.finding import is_told
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import THEY, Story


def ages(names: Sequence[str | None], years: Fraction = Fraction(0)) -> Question:
    """How old these are (in so many years); "they" are all who have an age, in the order in which they were named."""

    def ask(story: Story) -> None:
        aged = dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age")
        if list(names) == [THEY] and len(aged) > 1:
            if any(owner not in story.heard or Key("age", owner, "") in story.known for owner in aged):
                raise Unclear
            keys = [age_at(story, owner, years) for owner in sorted(aged, key=story.heard.index)]
        else:
            keys = [age_at(story, name, years) for name in names]
        if any(not is_told(story, key) for key in keys):
            raise Unclear
        story.ask(*keys)

    return Question((ask,))


def numbers(*names: str) -> Question:
    """Numbers without names."""

    def ask(story: Story) -> None:
        keys = [Key("number", "", name) for name in (names or (LARGER, SMALLER))]
        if any(not is_told(story, key) for key in keys):
            raise Unclear
        story.ask(*keys)

    return Question((ask,))
