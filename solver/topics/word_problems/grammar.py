"""Read a marked text clause by clause with a table of patterns; every clause must match one.

The language-neutral part: templates, slots, how a sentence falls into clauses. The tables are in `english` and `chinese`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, TypeAlias

from solver.topics.word_problems.marking import ANY, MONEY, NUMBER, PART, Mark, Marked
from solver.topics.word_problems.quantities import Unclear
from solver.topics.word_problems.story import Story

MAX_CLAUSE: Final = 160
MAX_PIECES: Final = 20
MAX_JOINED: Final = 6  # pieces that one clause may be made of
ONE_OF: Final = "one_of_"
LISTS: Final = ("list", "names")


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: what fills the slots of templates, how names are made equal, and the rules."""

    slots: Mapping[str, str]
    normal: Callable[[str], str]
    split_names: Callable[[str], list[str]]
    line: re.Pattern[str]
    sentence_end: re.Pattern[str]
    joint: re.Pattern[str]
    opening: re.Pattern[str]
    pronouns: frozenset[str]
    prepare: Callable[[str], str]
    flags: int
    rules: Sequence[Rule]
    restate: Callable[[Marked], None] | None = None


@dataclass(slots=True)
class Context:
    """What a reading needs beside the story: the numbers, and how names were written."""

    grammar: Grammar
    marked: Marked
    written: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that matched a rule: typed access to its slots."""

    context: Context
    match: re.Match[str]
    offset: int

    def text(self, slot: str) -> str:
        """What stands in a slot, "" where it is empty."""
        return str(self.match.groupdict().get(slot) or "").strip().lower()

    def mark(self, slot: str) -> Mark:
        """The number in a slot."""
        return self.context.marked.mark(self.text(slot))

    def number(self, slot: str, default: int = 1) -> Fraction:
        """The value of the number in a slot; `default` where a word such as "a" stands for it."""
        text = self.text(slot)
        return self.context.marked.mark(text).value if text and re.match(ANY, text) else Fraction(default)

    def numbers(self, slot: str) -> list[Fraction]:
        """All numbers in a slot."""
        return [self.context.marked.mark(letter).value for letter in re.findall(ANY, self.text(slot))]

    def name(self, slot: str) -> str:
        """The noun in a slot, made equal to its other forms."""
        return self.noun(self.text(slot), self.match.start(slot))

    def noun(self, text: str, start: int) -> str:
        """The noun `text`, which stands at `start` of the clause."""
        if any(self.context.marked.mark(letter).value != 1 for letter in re.findall(ANY, text)):
            raise Unclear  # a name never hides a number
        normal = self.context.grammar.normal(text)
        if not normal:
            raise Unclear
        at = self.offset + start
        self.context.written.setdefault(normal, self.context.marked.original(at, at + len(text)).strip())
        return normal

    def owner(self, slot: str) -> str | None:
        """The owner in a slot; None for a pronoun or nothing: the one spoken of last."""
        text = self.text(slot)
        return None if not text or text in self.context.grammar.pronouns else self.name(slot)

    def names(self, slot: str) -> list[str]:
        """The nouns of a list."""
        found = []
        for text in self.context.grammar.split_names(self.text(slot)):
            found.append(
                self.noun(text, self.match.start(slot) + max(0, str(self.match[slot]).lower().find(text)))
            )
        if len(set(found)) != len(found):
            raise Unclear
        return found

    def lines(self, slot: str) -> list[tuple[Fraction, str, str]]:
        """The lines of a shopping list: how many, of what, in which unit."""
        text = self.match[slot].lower()
        found = []
        for line in self.context.grammar.line.finditer(text):
            number = line["n"] or ""
            value = self.context.marked.mark(number).value if re.match(ANY, number) else Fraction(1)
            unit = line.groupdict().get("u") or ""
            found.append((value, self.noun(line["x"], self.match.start(slot) + line.start("x")), unit))
        return found


Action: TypeAlias = Callable[[Story, Clause], None]


class Rule:
    """A clause pattern and its meaning. `<kind name>` in the template is a slot; the rest is a regular expression."""

    def __init__(self, templates: str, action: Action, *, question: bool = False) -> None:
        self.templates = [line.strip() for line in templates.strip().splitlines() if line.strip()]
        self.action = action
        self.question = question
        self._patterns: list[re.Pattern[str]] = []
        self.listed: set[str] = set()  # slots that hold a list of names

    def patterns(self, slots: Mapping[str, str], flags: int = 0) -> list[re.Pattern[str]]:
        """The compiled templates; made when they are first needed, because a table takes most of a second."""
        if not self._patterns:
            self._patterns = [self._compile(template, slots, flags) for template in self.templates]
        return self._patterns

    def _compile(self, template: str, slots: Mapping[str, str], flags: int) -> re.Pattern[str]:
        # an empty `(?P<b>)` marks what is left out; no slot may stand twice
        assert len(set(names := re.findall(r"<\w+ (\w+)>", template))) == len(names), (
            f"a slot twice: {template}"
        )
        self.listed |= {name for kind, name in re.findall(r"<(\w+) (\w+)>", template) if kind in LISTS}
        source = re.sub(r"<(\w+) (\w+)>", lambda m: f"(?P<{m[2]}>{slots[m[1]]})", template)
        count = itertools.count(1)  # "one of these": what stands there has to be one
        source = re.sub("<each>", lambda m: f"(?P<{ONE_OF}{next(count)}>{slots['each']})", source)
        return re.compile(re.sub(r"(?<!\?P)<(\w+)>", lambda m: f"(?:{slots[m[1]]})", source), flags)


BASIC_SLOTS: Final = {"n": NUMBER, "m": MONEY, "f": PART, "v": ANY, "ratio": f"{NUMBER}(?: ?: ?{NUMBER})+"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading: a story with questions, or the clauses that were not understood."""

    story: Story
    unread: tuple[str, ...]
    understood: int
    questions: int


def read_story(context: Context) -> Reading:
    """Read statements in order, then what follows from them, then the questions."""
    context.marked.text = context.grammar.prepare(context.marked.text)
    story = Story()
    unread: list[str] = []
    questions: list[tuple[Rule, Clause, str]] = []
    understood = 0
    for start, end in sentences(context):
        for piece_start, piece_end, found in cover(context, start, end):
            fragment = context.marked.original(piece_start, piece_end).strip()
            if not found:
                unread.append(fragment)
                continue
            if found[0][0].question:
                questions.append((*found[0], fragment))
                continue
            after = first_that_fits(story, found)
            if after is None:
                unread.append(fragment)
            else:
                story, understood = after, understood + 1
    return _ask(story, questions, unread, understood)


def _ask(
    story: Story, questions: list[tuple[Rule, Clause, str]], unread: list[str], understood: int
) -> Reading:
    try:
        story.finish()
        for _, clause, fragment in questions:
            after = first_that_fits(story, question_readings(clause))
            if after is None:
                unread.append(fragment)
            else:
                story = after
    except Unclear:
        unread += [fragment for _, _, fragment in questions]
    return Reading(story, tuple(unread), understood, len(questions))


def question_readings(clause: Clause) -> list[tuple[Rule, Clause]]:
    """All questions that the words of a clause fit."""
    found = matches(clause.context, clause.match.string, clause.offset)
    return [(rule, other) for rule, other in found if rule.question]


def first_that_fits(story: Story, found: Sequence[tuple[Rule, Clause]]) -> Story | None:
    """The story after the first rule whose meaning has a place in it."""
    for rule, clause in found:
        trial = story.copy()
        try:
            rule.action(trial, clause)
        except Unclear:
            continue
        return trial
    return None


def sentences(context: Context) -> list[tuple[int, int]]:
    """Spans of the sentences."""
    spans, at = [], 0
    text = context.marked.text
    for stop in [*context.grammar.sentence_end.finditer(text), None]:
        end = stop.start() if stop else len(text)
        if text[at:end].strip():
            spans.append((at, end))
        at = stop.end() if stop else end
    return spans


Piece: TypeAlias = tuple[int, int, list[tuple[Rule, Clause]]]


def cover(context: Context, start: int, end: int) -> list[Piece]:
    """Cut a sentence into the fewest clauses that all match; what matches nothing stays a piece with no rules."""
    cuts = [(m.start(), m.end()) for m in context.grammar.joint.finditer(context.marked.text, start, end)]
    cuts = [(s, e) for s, e in cuts if e > s]
    starts, ends = [start, *(e for _, e in cuts)], [*(s for s, _ in cuts), end]
    if len(starts) > MAX_PIECES:
        return [(start, end, [])]
    # best[i]: fewest (unread, clauses) that cover the pieces from i on
    best: list[tuple[int, int, list[Piece]]] = [(0, 0, [])] * (len(starts) + 1)
    for i in reversed(range(len(starts))):
        options = []
        for j in range(i, min(i + MAX_JOINED, len(starts))):
            found = matches(context, context.marked.text[starts[i] : ends[j]], starts[i])
            if found or j == i:
                bad, count, rest = best[j + 1]
                options.append((bad + (not found), count + 1, [(starts[i], ends[j], found), *rest]))
        best[i] = min(options, key=lambda o: o[:2])
    return [piece for piece in best[0][2] if context.marked.text[piece[0] : piece[1]].strip(" ,;:")]


def _hides_a_number(context: Context, match: re.Match[str], listed: set[str]) -> bool:
    """Whether "3 pens cost more" was about to be read as "a pen costs more"."""
    return any(
        context.marked.mark(letter).value != 1
        for name, text in match.groupdict().items()
        if text and (name.startswith(ONE_OF) or name in listed)
        for letter in re.findall(ANY, text)
    )


def matches(context: Context, text: str, offset: int) -> list[tuple[Rule, Clause]]:
    """Every rule that matches a clause as a whole, in the order of the table."""
    if len(text) > MAX_CLAUSE:
        return []
    opening = context.grammar.opening.match(text)
    starts = {len(text) - len(text.lstrip(" ,")), opening.end() if opening else 0}
    found = []
    for rule in context.grammar.rules:
        for pattern in rule.patterns(context.grammar.slots, context.grammar.flags):
            for at in sorted(starts):
                match = pattern.fullmatch(text, at, len(text.rstrip(" ,;:")))
                if match and not _hides_a_number(context, match, rule.listed):
                    found.append((rule, Clause(context, match, offset)))
                    break
    return found
