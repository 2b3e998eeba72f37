"""Chinese questions about ages and numbers without names. See `word_problems.chart` for the notation."""

from __future__ import annotations

from fractions import Fraction

from solver.topics.stories.word_problems import questions as ask
from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.meanings import LARGER, SMALLER, age_at
from solver.topics.stories.word_problems.quantities import Key, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

# -- ages and numbers ------------------------------------------------------------------------------


@G.rule(
    "question",
    "<y:when>? <l:names> <y:when>? (的)? (年龄|岁数)? (各|分别|各自)* (是|有)* <how_much> 岁",
    "(他们|她们|两人|<K> 人) <y:when>? (各|分别)+ (是|有)? <how_much> 岁",
    cost=-0.4,
)
def _ages(l: tuple[str, ...] = (), y: Fraction = Fraction(0)) -> Question:  # noqa: E741
    def asking(story: Story) -> None:
        names = l or aged(story)
        if not l and len(names) != 2:
            raise Unclear
        ask.ages(names, y).meanings[0](story)

    return Question((asking,))


def aged(story: Story) -> tuple[str, ...]:
    """Whose ages were spoken of, in the order of the text: who "他们" are in "他们各多少岁"."""
    return tuple(dict.fromkeys(k.owner for r in story.relations for k in r.terms if k.kind == "age"))


@G.rule("question", "<y:when>? <a:names> <y:when>? <how_much> 岁 <comma> <b:names> <how_much> 岁", cost=-0.6)
def _ages_of_two(a: tuple[str, ...], b: tuple[str, ...], y: Fraction = Fraction(0)) -> Question:
    return ask.ages([*a, *b], y)


for _word, _sign in (("后", 1), ("前", -1)):

    @G.rule(
        "question",
        f"(再过|再|过)? <how_much> 年 (以|之)? {_word}? (，)? <a:noun> <age_word>? <qadv>* (将|会|是|为|正好是|恰好是|刚好是|等于)* <b:noun> <age_word>? (的)? <k:factor>",
        cost=-0.5,
    )
    def _when(a: str, b: str, k: Fraction, sign: int = _sign) -> Question:
        """In how many years one is k times as old as the other: a + n = k·(b + n)."""

        def asking(story: Story) -> None:
            first, second = age_at(story, a, Fraction(0)), age_at(story, b, Fraction(0))
            ages = [story.value(first), story.value(second)]
            if ages[0] is None or ages[1] is None or (ages[0] - k * ages[1]) / (k - 1) * sign < 0:
                raise Unclear
            years = story.fresh("years")
            story.relate([(first, 1), (second, -k), (years, sign * (1 - k))])
            story.ask(years)

        return Question((asking,))


@G.rule("question", "(这|求这)? <K> 个 数 (各|分别)* (是)? <how_much>?", "(求)? 这两个数")
def _numbers() -> Question:
    return ask.numbers()


@G.rule("question", "<larger> (是|为)? <how_much>?")
def _larger() -> Question:
    return ask.numbers(LARGER)


@G.rule("question", "<smaller> (是|为)? <how_much>?")
def _smaller() -> Question:
    return ask.numbers(SMALLER)


@G.rule(
    "question",
    "<l:names> (<K> 个? 数|数)? (各|分别)* (是|为)* <how_much>",
    "<l:names> (<K> 个? 数|数|<K> 数)",
    cost=0.3,
)
def _named_numbers(l: tuple[str, ...]) -> Question:  # noqa: E741
    def asking(story: Story) -> None:
        keys = [Key("number", "", story.meet(x.removesuffix("数"))) for x in l]
        if any(k not in r.terms for k in keys for r in [max(story.relations, key=lambda r: k in r.terms)]):
            raise Unclear
        story.ask(*keys)

    return Question((asking,))


@G.rule("question", "<y:when>? (他|她) <y:when>? (是|有)? <how_much> 岁", cost=-0.3)
def _his_age(y: Fraction = Fraction(0)) -> Question:
    def asking(story: Story) -> None:
        names = aged(story)
        if len(names) != 1:
            raise Unclear
        ask.ages(names, y).meanings[0](story)

    return Question((asking,))
