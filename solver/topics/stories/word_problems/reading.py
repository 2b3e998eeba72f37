"""Read a marked text sentence by sentence with a grammar, and keep the readings whose meanings fit together.

Language-neutral. A sentence is covered by clauses with joints between them; a clause means something that is told to a
`Story`, or a question that is asked when everything has been told. Several readings are carried along, the cheapest
first: which one was meant often shows only later, when everything has to fit.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol, TypeAlias

from solver.topics.stories.word_problems.chart import Chart, Grammar, Parse
from solver.topics.stories.word_problems.marking import Kind, Mark, Marked
from solver.topics.stories.word_problems.needs import Sign, of_tokens
from solver.topics.stories.word_problems.quantities import Unclear
from solver.topics.stories.word_problems.settling import settle
from solver.topics.stories.word_problems.story import Story

Meaning: TypeAlias = Callable[[Story], None]
CLAUSE: Final = "clause"  # what a grammar has to read: clauses,
JOINT: Final = "joint"  # and what may stand between them
READINGS: Final = 40  # of one sentence that are tried, where parts of it are not read
TELLINGS: Final = 4000  # of clauses of one sentence that are tried, where all of it is read
PLACES: Final = 40  # stories that go on from one place of a sentence
MAX_TOKENS: Final = 160  # of a sentence; a longer one is not read
STATES: Final = 10  # stories carried along
ASKED: Final = 40  # ways to ask that are tried
UNREAD: Final = 1000.0  # what an unread token costs: more than any reading
CLAUSE_COST: Final = 1.0  # few long clauses rather than many short ones


@dataclass(frozen=True, slots=True)
class Question:
    """A clause that asks: what may be meant by it, the likeliest first; each says what is asked for."""

    meanings: tuple[Meaning, ...]


class Numeral(str):
    """A token that stands for a number of the problem."""

    mark: Mark

    def __new__(cls, letter: str, mark: Mark) -> Numeral:
        """The letter that stands for a number in a marked text, with the number."""
        numeral = super().__new__(cls, letter)
        numeral.mark = mark
        return numeral

    @property
    def signs(self) -> tuple[Sign, Sign]:
        """As what a pattern may need it: as it is written, or as any number of its kind."""
        return str(self), (Numeral, self.mark.kind)


def numerals(grammar: Grammar, name: str, kind: Kind, value: Callable[[Mark], Any]) -> None:
    """Let `name` read one numeral of a kind; it means `value` of the number.

    `numerals(grammar, "F", "f", lambda mark: mark.value)` reads the token of "50%" as one half.
    """

    def read(tokens: Sequence[str], at: int) -> Iterator[Parse]:
        token = tokens[at] if at < len(tokens) else ""
        if isinstance(token, Numeral) and token.mark.kind == kind:
            yield Parse(at + 1, value(token.mark), 0.0)

    grammar.primitive(name, read, needs=of_tokens(((Numeral, kind),)))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a number, and where it stands in the marked text."""

    text: str
    start: int
    end: int
    name: bool = False  # written like a name


class Language(Protocol):
    """What the reader needs of a language."""

    grammar: Grammar

    def tokens(self, marked: Marked) -> list[Token]:
        """The words and signs of a marked text."""
        ...

    def ends_sentence(self, token: str) -> bool:
        """Whether a sentence ends with this token."""
        ...

    def story(self, tokens: Sequence[Token]) -> Story:
        """An empty story that knows the words of the text."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A story as told so far, its questions, the spans of the text that were not read, and what it cost.

    `sources`: for each sentence up to which relation of the story it was told, and where it stands.
    """

    cost: float
    story: Story
    questions: tuple[Question, ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    understood: int = 0
    sources: tuple[tuple[int, tuple[int, int]], ...] = ()

    def source(self, relation: int) -> tuple[int, int] | None:
        """Where the sentence stands that told a relation; None where no sentence did."""
        return next((span for end, span in self.sources if relation < end), None)


@dataclass(frozen=True, slots=True)
class _Cover:
    """One way to cover a sentence: clauses' values, and token spans that nothing reads."""

    cost: float
    values: tuple[Meaning | Question, ...]
    unread: tuple[tuple[int, int], ...]


def readings(language: Language, marked: Marked) -> list[Reading]:
    """What a text may say, the cheapest reading first."""
    tokens = language.tokens(marked)
    states = [Reading(0.0, language.story(tokens))]
    for first, last in _sentences(language, tokens):
        span = (tokens[first].start, tokens[last - 1].end)
        if last - first > MAX_TOKENS:
            states = _advance(states, [], span)
            continue
        chart = language.grammar.chart([t.text for t in tokens[first:last]])
        told = _tell_by_clause(states, chart, span)
        if told:
            states = told
            continue
        covers = [
            _Cover(
                c.cost,
                c.values,
                tuple((tokens[first + a].start, tokens[first + b - 1].end) for a, b in c.unread),
            )
            for c in _covers(chart)
        ]
        states = _advance(states, covers, span)
    return states


def _sentences(language: Language, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for i, token in enumerate(tokens):
        if language.ends_sentence(token.text):
            if i > first:
                yield first, i
            first = i + 1
    if len(tokens) > first:
        yield first, len(tokens)


def _covers(chart: Chart) -> list[_Cover]:
    """The cheapest ways to cover all tokens with clauses, joints between them."""
    size = len(chart.tokens)
    best: list[list[_Cover]] = [[] for _ in range(size + 1)]
    best[size] = [_Cover(0.0, (), ())]
    starts = set().union(*(_behind_joint(chart, at) for at in range(size)))
    for at in reversed(range(size)):
        found = [
            _Cover(rest.cost + UNREAD, rest.values, _widened(at, rest.unread)) for rest in best[at + 1][:1]
        ]
        for clause in _clauses(chart, at) if at in starts else ():
            for end in _behind_joint(chart, clause.end):
                for rest in best[end]:
                    values = clause.value if isinstance(clause.value, tuple) else (clause.value,)
                    found.append(_Cover(clause.cost + CLAUSE_COST + rest.cost, (*values, *rest.values), rest.unread))  # fmt: skip
        best[at] = heapq.nsmallest(READINGS, found, key=lambda c: c.cost)
    return [cover for end in _behind_joint(chart, 0) for cover in best[end]] if size else []


def _clauses(chart: Chart, at: int) -> Iterator[Parse]:
    """The clauses that begin at a token; all that one stretch may ask is one question."""
    questions: dict[int, list[Parse]] = {}
    for parse in chart.parses(CLAUSE, at):
        if isinstance(parse.value, Question):
            questions.setdefault(parse.end, []).append(parse)
        else:
            yield parse
    for end, found in questions.items():
        found.sort(key=lambda p: p.cost)
        meanings = tuple(dict.fromkeys(m for p in found for m in p.value.meanings))
        yield Parse(end, Question(meanings), found[0].cost)


def _behind_joint(chart: Chart, at: int) -> set[int]:
    """Where the next clause may begin: behind a joint, or at the end."""
    ends = {parse.end for parse in chart.parses(JOINT, at)}
    if at in (0, len(chart.tokens)):
        ends.add(at)
    return ends


def _widened(at: int, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    if spans and spans[0][0] == at + 1:
        return ((at, spans[0][1]), *spans[1:])
    return ((at, at + 1), *spans)


def _advance(states: Sequence[Reading], covers: Sequence[_Cover], span: tuple[int, int]) -> list[Reading]:
    found: list[Reading] = []
    for state in states:
        before = len(found)
        for cover in covers:
            after = _told(state, cover.values)
            if after is not None:
                found.append(
                    replace(
                        after,
                        cost=after.cost + cover.cost,
                        unread=after.unread + cover.unread,
                        sources=(*after.sources, (len(after.story.relations), span)),
                    )
                )
        if len(found) == before:
            found.append(replace(state, cost=state.cost + 50 * UNREAD, unread=(*state.unread, span)))
    different: dict[object, Reading] = {}
    for reading in sorted(found, key=lambda r: r.cost):
        different.setdefault(
            (reading.story.content(), tuple(map(id, reading.questions)), reading.unread), reading
        )
    return list(itertools.islice(different.values(), STATES))


def _tell_by_clause(states: Sequence[Reading], chart: Chart, span: tuple[int, int]) -> list[Reading]:
    """The readings after a sentence of which every word is read, clause by clause, the cheapest first.

    A clause that has no place in the story ends all readings that begin like that: a long sentence has far more ways to be
    cut into clauses than can be tried whole. Nothing where no reading covers it.
    """
    size = len(chart.tokens)
    clauses: dict[int, list[tuple[int, float, tuple[Meaning | Question, ...]]]] = {}
    ahead = _costs_ahead(chart, clauses)
    found: list[Reading] = []
    seen: dict[int, set[object]] = {}
    tie = itertools.count()
    waiting: list[tuple[float, int, int, Reading, tuple[Meaning | Question, ...]]] = [
        (state.cost + ahead[at], next(tie), at, state, ())
        for state in states
        for at in _behind_joint(chart, 0)
        if ahead[at] < UNREAD
    ]
    heapq.heapify(waiting)
    for _ in range(TELLINGS):
        if not waiting or len(found) == STATES:
            break
        _, _, at, before, values = heapq.heappop(waiting)
        state = _told(before, values)
        if state is None:
            continue
        known = seen.setdefault(at, set())
        content = (state.story.content(), tuple(map(id, state.questions)), state.unread)
        if content in known or len(known) >= PLACES and at < size:
            continue
        known.add(content)
        if at == size:
            sources = (*state.sources, (len(state.story.relations), span))
            found.append(replace(state, sources=sources))
            continue
        for end, cost, more in clauses[at]:
            after = replace(state, cost=state.cost + cost)
            heapq.heappush(waiting, (after.cost + ahead[end], next(tie), end, after, more))
    return found


def _costs_ahead(
    chart: Chart, clauses: dict[int, list[tuple[int, float, tuple[Meaning | Question, ...]]]]
) -> list[float]:
    """What reading all tokens from a place on costs at least; `clauses` are those that lead to the end."""
    size = len(chart.tokens)
    ahead = [UNREAD] * size + [0.0]
    starts = set().union(*(_behind_joint(chart, at) for at in range(size))) if size else set()
    for at in reversed(range(size)):
        if at not in starts:
            continue
        for clause in _clauses(chart, at):
            values = clause.value if isinstance(clause.value, tuple) else (clause.value,)
            for end in _behind_joint(chart, clause.end):
                if ahead[end] < UNREAD:
                    cost = clause.cost + CLAUSE_COST
                    clauses.setdefault(at, []).append((end, cost, values))
                    ahead[at] = min(ahead[at], cost + ahead[end])
    return ahead


def _told(state: Reading, values: Sequence[Meaning | Question]) -> Reading | None:
    """The reading after more clauses; None where they have no place in the story."""
    if not values:
        return state
    story, questions = state.story.copy(), list(state.questions)
    try:
        for value in values:
            if isinstance(value, Question):
                questions.append(value)
            else:
                value(story)
    except Unclear:
        return None
    return replace(state, story=story, questions=tuple(questions), understood=state.understood + len(values))


def asked(reading: Reading) -> Iterator[Story]:
    """The story with its questions asked, in every way that has a place in it; nothing where there is none."""
    story = reading.story.copy()
    try:
        settle(story)
    except Unclear:
        return
    for meanings in itertools.islice(itertools.product(*(q.meanings for q in reading.questions)), ASKED):
        trial = story.copy()
        try:
            for ask in meanings:
                ask(trial)
        except Unclear:
            continue
        if len(trial.asked) >= len(meanings):  # two questions never ask for the same
            yield trial
