r"""A line of a solution with a part left out, chosen so that it teaches: what has to be computed, the sign of a comparison.

Filling the gaps gives the line back, letter by letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.tutor.formulas import Side, normal, outside, sides, spans
from solver.tutor.statements import Secret, is_finished, is_number, value

BLANK: Final = r"\boxed{\phantom{00}}"
BLANK_WORD: Final = "______"
_TERM: Final = re.compile(r"(?<![\w.\\^_{])\d+(?:\.\d+)?(?![\w.}])")
_ORDER: Final = ("<", ">", "≤", "≥")
_SENTENCE_END: Final = re.compile(r"(?<=[.:;])\s|(?<=[。：；，])|(?<=,)\s")


@dataclass(frozen=True, slots=True)
class Gap:
    """A line with gaps: the kept stretches, and what was left out between each and the next."""

    kept: tuple[str, ...]
    left_out: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def text(self) -> str:
        """The line as it is shown."""
        return "".join(k + m for k, m in zip(self.kept, (*self.marks, ""), strict=True))

    @property
    def filled(self) -> str:
        """The line itself."""
        return "".join(k + o for k, o in zip(self.kept, (*self.left_out, ""), strict=True))


def gap_in(line: str, secret: Secret, *, before: str) -> Gap | None:
    """The line with gaps, none of which stands in `before` (the problem and the lines that were shown); None where it has nothing to leave out."""
    places = _answers(line, secret) or _result(line, normal(before))
    if not places:
        places = _words(line, secret)
    if not places:
        return None
    gap = _cut(line, _apart([*places, *_again(line, places)]))
    return gap if not secret.stated_in(gap.text) else _cut(line, _tail(line, secret, gap))


def without_formulas(line: str) -> Gap | None:
    """The line with its words only, where a gap in it would be none."""
    places = list(spans(line))
    return _cut(line, places) if places else None


def _answers(line: str, secret: Secret) -> list[tuple[int, int]]:
    """Where a member of the answer stands, or a number in it: these a gap must leave out."""
    found: list[tuple[int, int]] = []
    all_sides = sides(line)
    ends = {s.chain: s for s in all_sides}
    for side in all_sides:
        worth = value(side.text)
        closes = side.relation not in ("", *_ORDER) and ends[side.chain] is side
        written = not is_number(worth) or is_finished(side.text)
        if (
            secret.is_part(worth)
            and written
            and (closes or not secret.is_given(worth))
            and not _is_name(side)
        ):
            found.append((side.start, side.end))
        else:
            found += _terms(side, secret)
    found += secret.bare_places(line)
    return found + secret.word_places(line)


def _is_name(side: Side) -> bool:
    return re.fullmatch(r"\\?[A-Za-z]+", side.text.strip()) is not None


def _terms(side: Side, secret: Secret) -> list[tuple[int, int]]:
    """The answer as a term or a factor of a side, where the problem does not have that number."""
    found = []
    for match in _TERM.finditer(side.text):
        worth = value(match[0])
        behind = side.text[match.end() :].lstrip()[:1]
        added = side.text[: match.start()].rstrip()[-1:] in ("+", "-")
        told = behind == "^" or match[0] in secret.numbers
        if is_number(worth) and (worth > 1 or (added and not behind)) and secret.is_value(worth) and not told:
            found.append((side.start + match.start(), side.start + match.end()))
    return found


def _result(line: str, before: str) -> list[tuple[int, int]]:
    """The last side that was not there before; of a comparison of two known things its sign."""
    chains: dict[int, list[Side]] = {}
    for side in sides(line):
        chains.setdefault(side.chain, []).append(side)
    for chain in reversed(list(chains.values())):
        if len(chain) < 2:
            continue
        last, one_before = chain[-1], chain[-2]
        known = [_stands_in(s, before) for s in (one_before, last)]
        if last.relation in _ORDER and all(known):
            return [last.sign]
        if not known[1]:
            return [(last.start, last.end)]
    new = [s for s in sides(line) if not _stands_in(s, before) and not _is_name(s) and not s.inner]
    return [(new[-1].start, new[-1].end)] if new else []


def _stands_in(side: Side, before: str) -> bool:
    """Whether a side was there before, not as a part of a longer number."""
    return re.search(rf"(?<!\d)(?<!\d\.){re.escape(normal(side.text))}(?!\d|\.\d)", before) is not None


def _words(line: str, secret: Secret) -> list[tuple[int, int]]:
    """The last number of the prose that the problem does not have."""
    found = [
        (start + m.start(), start + m.end())
        for start, end in outside(line)
        for m in re.finditer(r"(?<![\w.])\d+(?:\.\d+)?(?![\w])", line[start:end])
        if m[0] not in secret.problem
    ]
    return found[-1:]


def _again(line: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Other sides with the very text that is left out, behind its first place."""
    gone = {normal(line[a:b]) for a, b in places if b - a > 1 or line[a:b].isdigit()}
    first = min(a for a, _ in places)
    return [
        (s.start, s.end) for s in sides(line) if s.start > first and normal(s.text) in gone and s.relation
    ]


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order; of places that overlap the larger one."""
    kept: list[tuple[int, int]] = []
    for place in sorted(set(places), key=lambda p: (p[0] - p[1], p[0])):
        if all(place[1] <= a or b <= place[0] for a, b in kept) and place[0] < place[1]:
            kept.append(place)
    return sorted(kept)


def _tail(line: str, secret: Secret, gap: Gap) -> list[tuple[int, int]]:
    """Every formula, and from the clause on that still gives the answer away all the rest."""
    ends = [m.end() for m in _SENTENCE_END.finditer(line)]
    inside = list(spans(line))
    starts = [0, *(e for e in ends if not any(a - 2 < e < b + 2 for a, b in inside))]
    for start in reversed(starts):
        cut = _cut(line, _apart([*[p for p in inside if p[1] <= start], (start, len(line))]))
        if not secret.stated_in(cut.text):
            return _apart([*[p for p in inside if p[1] <= start], (start, len(line))])
    return [(0, len(line))]


def _cut(line: str, places: list[tuple[int, int]]) -> Gap:
    kept, left_out, marks, at = [], [], [], 0
    inside = list(spans(line))
    for start, end in places:
        in_formula = any(a <= start and end <= b for a, b in inside)
        kept.append(line[at:start])
        left_out.append(line[start:end])
        marks.append(BLANK if in_formula else "…" if end == len(line) and end - start > 40 else BLANK_WORD)
        at = end
    return Gap((*kept, line[at:]), tuple(left_out), tuple(marks))
