"""English clauses about going with and against a current or a wind."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from solver.topics.stories.word_problems.english.nouns import G
from solver.topics.stories.word_problems.meanings import Meaning
from solver.topics.stories.word_problems.quantities import Key, Unclear
from solver.topics.stories.word_problems.reading import Question
from solver.topics.stories.word_problems.story import Story

CURRENT: Final = "\0current"

G.words(
    "with_it",
    "downstream",
    "with the wind",
    "with the current",
    "with the stream",
    "down the river",
    "with a tailwind",
    value=1,
)
G.words(
    "against_it",
    "upstream",
    "against the wind",
    "against the current",
    "against the stream",
    "up the river",
    "into the wind",
    "against a headwind",
    value=-1,
)
G.alias("way", "<x:with_it>", "<x:against_it>")
G.words(
    "goes",
    "travels",
    "travel",
    "goes",
    "go",
    "covers",
    "rows",
    "row",
    "swims",
    "swim",
    "flies",
    "fly",
    "sails",
    "sail",
    "can travel",
    "can row",
    "can go",
    "can fly",
    "can swim",
    "travelled",
    "traveled",
    "went",
    "covered",
    "flew",
    "rowed",
    "swam",
    "sailed",
    "moves",
    "moves at",
    "travels at",
    "goes at",
    "paddles",
    "returns",
    "returned",
    "runs",
    "makes",
    "drives",
    "traveling",
    "travelling",
    "returning",
    "comes back",
    "to travel",
    "to go",
    "to fly",
    "to row",
    "to swim",
    "to cover",
    "goes back",
    "returns the same distance",
    "flies back",
)
G.words("length", "km", "kilometres", "kilometers", "kilometre", value="km")
G.words("length", "miles", "mile", value="mile")
G.words("length", "m", "metres", "meters", value="m")
G.words("time", "hours", "hour", "h", "hrs", value="hour")
G.words("time", "minutes", "minute", "min", value="minute")
G.words(
    "per_time",
    "km / h",
    "kilometres per hour",
    "kilometers per hour",
    "miles per hour",
    "mph",
    "km per hour",
    "m / s",
    "miles an hour",
    "km an hour",
    "kilometres an hour",
    "kmh",
)
G.words(
    "same_distance",
    "the same distance",
    "the same trip",
    "the same journey",
    "the same route",
    "that distance",
    "this distance",
    "the return trip",
    "the return journey",
    "the trip back",
    "back",
    "the way back",
    "the return",
)


def _moves(
    way: int, number: Fraction | None, time: Fraction, mover: str = "", length: str = "", unit: str = ""
) -> Meaning:
    """distance / time = own speed ± current; None: the distance told before. All in the same units."""

    def tell(story: Story) -> None:
        story.note_unit("\0length", length)
        story.note_unit("\0time", unit)
        name = story.meet(mover) if mover else next(iter(story.heard), "")
        distance = Key("distance")
        if number is None and distance not in story.known or not name:
            raise Unclear
        if number is not None and distance not in story.known:
            story.define(distance, number)
        told = number if number is not None else story.value(distance)
        if told is None:
            raise Unclear
        story.settle({distance})
        story.relate(
            [(story.speak(Key("speed", "", name)), 1), (Key("speed", "", CURRENT), way)], told / time
        )

    return tell


@G.rule(
    "core",
    "<det>? <x:noun> <goes> <n:N> <u:length> <w:way> in <t:N> <h:time>",
    "<det>? <x:noun> <goes> <n:N> <u:length> in <t:N> <h:time> <w:way>",
    "(it|he|she|they)? (<goes>)? <n:N> <u:length> <w:way> (in|takes) <t:N> <h:time>",
    "(it|he|she)? <goes> <n:N> <u:length> in <t:N> <h:time> <w:way>",
    "it takes (<det>? <x:noun>)? <t:N> <h:time> <goes> <n:N> <u:length> <w:way>",
    "<det>? <x:noun> takes <t:N> <h:time> <goes> <n:N> <u:length> <w:way>",
)
def _goes(n: Fraction, w: int, t: Fraction, u: str, h: str, x: str = "") -> Meaning | None:
    return _moves(w, n, t, x, u, h) if t else None


@G.rule(
    "core",
    "(it|he|she|they|<noun>)? (<goes>)? (<same_distance>)? <w:way> (in|takes|takes it|took) <t:N> <h:time>",
    "(it|he|she)? (takes)? <t:N> <h:time> (<goes>)? (<same_distance>)? <w:way>",
    "(it|he|she)? <goes> (<same_distance>)? in <t:N> <h:time> <w:way>",
)
def _goes_back(w: int, t: Fraction, h: str) -> Meaning | None:
    return _moves(w, None, t, unit=h) if t else None


@G.rule(
    "core",
    "<det>? <x:noun> <goes> (at)? <n:N> <per_time> <w:way>",
    "(it|and)? (<goes>)? (at)? <n:N> <per_time> <w:way>",
    "the speed of <det>? <x:noun> <w:way> is <n:N> <per_time>",
)
def _speed(n: Fraction, w: int, x: str = "") -> Meaning:
    def tell(story: Story) -> None:
        name = story.meet(x) if x else next(iter(story.heard), "")
        if not name:
            raise Unclear
        story.relate([(story.speak(Key("speed", "", name)), 1), (Key("speed", "", CURRENT), w)], n)

    return tell


G.words(
    "still",
    "in still water",
    "in still air",
    "in calm water",
    "without wind",
    "without a current",
    "in calm air",
    "with no wind",
    "when there is no wind",
)
G.words("current", "the current", "the wind", "the stream", "the river", "the water", "the flow")
G.words("in_speed", "in km / h", "in miles per hour", "in mph", "in km per hour", "( in km / h )")


@G.rule(
    "asked_speed",
    "(the)? (speed|rate) of <det>? <x:noun> (<still>)?",
    "<det>? <x:noun> 's (own)? speed (<still>)?",
)
def _own_speed(x: str) -> str:
    return x


@G.rule(
    "asked_speed",
    "(the)? (speed|rate) of <current>",
    "the (wind|current) speed",
    "the (current|wind|stream) 's speed",
)
def _its_speed() -> str:
    return CURRENT


@G.rule(
    "question",
    "<find> <a:asked_speed> (and <b:asked_speed>)? (,)? (<in_speed>)?",
    "how fast (is|does) <c:current> (flow)?",
    "how fast (is|can) <det>? <x:noun> (go|travel)? (<still>)?",
    cost=-0.4,
)
def _speeds(a: str = CURRENT, b: str = "", x: str = "", c: object = None) -> Question:
    names = [n for n in (x or a, b) if n]

    def tell(story: Story) -> None:
        keys = [Key("speed", "", n if n == CURRENT else story.meet(n)) for n in names]
        if any(all(k not in r.terms for r in story.relations) for k in keys):
            raise Unclear
        story.ask(*keys)

    return Question((tell,))
