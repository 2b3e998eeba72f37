"""Chinese clauses and questions about numbers that have names: 甲数, 第二个数, 另一个数, a. See `word_problems.chart`.

What is told of two of them at once (their sum, a multiple) is in `knowns`, too.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from solver.topics.stories.word_problems.chinese.phrases import G
from solver.topics.stories.word_problems.quantities import ONE, Key, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

for _name in "甲乙丙丁":
    G.words("called", f"{_name}数", f"数{_name}", value=_name)
for _nth in "一二三":
    G.words("called", f"第{_nth}个数", f"第{_nth}数", value=f"第{_nth}个数")
for _letter in "abcxyzABC":
    G.words("called", _letter, f"{_letter}数", f"数{_letter}", value=_letter, cost=0.2)
G.words("called", "一个数", "其中一个数", "其中一个", value="一个数")
G.words("called", "另一个数", "另外一个数", "另一数", "另一个", value="另一个数")

G.alias(
    "both_called",
    "(这)? <K> 个? 数",
    "它们",
    "(<called> (和|与|、|跟)? <called>|甲 、? 乙|甲 (和|与) 乙) (这)? (<K> 个? 数|<K> 数|<K>)?",
)


def _key(story: Story, name: str) -> Key:
    return story.speak(Key("number", "", story.meet(name)))


def _told(story: Story) -> list[Key]:
    """The numbers that were spoken of, each once."""
    keys = [k for r in story.relations for k in r.terms if k.kind == "number"]
    return list(dict.fromkeys([*(k for k in story.told if k.kind == "number"), *keys]))


@G.rule("core", "<a:called> <adv>* (是|为|等于|就是|也就是) <n:N>", cost=-0.3)
def _is_number(a: str, n: Fraction) -> Callable[[Story], None]:
    """ "甲数是4082156739"."""
    return lambda story: story.define(_key(story, a), n)


@G.rule(
    "core",
    "<a:called> <adv>* 比 <b:called> <s:sign> (了|出)? <n:N>",
    "<a:called> <adv>* 比 <b:called> 的? <k:factor> (还)? <s:sign> (了|出)? <n:N>",
    "<a:called> <adv>* <just> <b:called> 的? <k:factor>",
    "(它|其|这个数)? <adv>* 比 <b:called> <s:sign> (了|出)? <n:N>",
    "(它|其|这个数)? <adv>* 比 <b:called> 的? <k:factor> (还)? <s:sign> (了|出)? <n:N>",
    "(它|其|这个数)? <adv>* <just> <b:called> 的? <k:factor>",
    cost=-0.1,
)
def _compared(
    b: str, a: str = "", k: Fraction = ONE, s: int = 1, n: Fraction = Fraction(0)
) -> Callable[[Story], None]:
    """ "它比乙数多958473625": of the number that was spoken of last, where none is named."""

    def tell(story: Story) -> None:
        last = _key(story, a) if a else story.last
        if last is None or last.kind != "number":
            raise Unclear
        base = _key(story, b)
        if base == last:
            raise Unclear
        story.relate([(last, ONE), (base, -k)], s * n)
        story.speak(last)

    return tell


@G.rule("core", "<n:N> <adv>* 比 <b:called> <s:sign> (了|出)? <m:N>", cost=-0.1)
def _number_compared(n: Fraction, b: str, s: int, m: Fraction) -> Callable[[Story], None]:
    """ "500比乙数多120"."""
    return lambda story: story.relate([(_key(story, b), ONE)], n - s * m)


@G.rule("core", "<a:called> <adv>* 比 <n:N> <s:sign> (了|出)? <m:N>", cost=-0.1)
def _compared_with_number(a: str, n: Fraction, s: int, m: Fraction) -> Callable[[Story], None]:
    """ "甲数比500多120"."""
    return lambda story: story.relate([(_key(story, a), ONE)], n + s * m)


for _word, _sign in (("加", 1), ("减", -1)):

    @G.rule(
        "core",
        f"<a:called> {_word} (上|去)? <n:N> <comma>? (的? (和|差|结果))? (是|为|等于|得到?|结果是) <m:N>",
        cost=-0.1,
    )
    def _changed(a: str, n: Fraction, m: Fraction, sign: int = _sign) -> Callable[[Story], None]:
        """ "甲数加上5等于12"."""
        return lambda story: story.relate([(_key(story, a), ONE)], m - sign * n)


@G.rule("question", "<a:called> <will>* (是|为|等于)? <how_much>?", cost=-0.2)
def _what_is(a: str) -> Question:
    def asking(story: Story) -> None:
        key = Key("number", "", story.meet(a))
        if key not in _told(story):
            raise Unclear
        story.ask(key)

    return Question((asking,))


def _of_both(kind: str, sign: int) -> Callable[[Story], None]:
    def asking(story: Story) -> None:
        keys = _told(story)
        if len(keys) != 2:
            raise Unclear
        terms = (
            [(keys[0], ONE), (keys[1], ONE)]
            if kind == "total"
            else [(keys[0], ONE * sign), (keys[1], -ONE * sign)]
        )
        story.ask_sum(kind, terms)

    return asking


@G.rule("question", "<both_called> (的|之)? (和|总和) <will>* (是|为|等于)? <how_much>?", cost=-0.2)
def _sum_of_both() -> Question:
    return Question((_of_both("total", 1),))


@G.rule(
    "question",
    "<both_called> (的|之)? 差 <will>* (是|为|等于)? <how_much>?",
    "<both_called> 相差 <how_much>",
    cost=-0.2,
)
def _difference_of_both() -> Question:
    """The larger one minus the smaller one, whichever that is."""
    return Question((_of_both("difference", 1), _of_both("difference", -1)))


@G.rule("question", "<a:called> <will>* 比 <b:called> <s:sign> (了|出)? <how_much>", cost=-0.2)
def _how_much_more(a: str, b: str, s: int) -> Question:
    def asking(story: Story) -> None:
        first, second = (Key("number", "", story.meet(name)) for name in (a, b))
        if not {first, second} <= set(_told(story)):
            raise Unclear
        story.ask_sum("difference", [(first, ONE * s), (second, -ONE * s)])

    return Question((asking,))
