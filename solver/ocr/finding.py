"""Which parts of the lines are words and which are formulas.

Takes what Tesseract read of the lines in Chinese and in English and decides line by line which of the two holds; formulas
are runs of mathematics, numbers beside it, and what is built upwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from solver.ocr.aligning import align
from solver.ocr.ink import Labels, Piece, Span, around
from solver.ocr.layout import Layout, Line
from solver.ocr.likeness import likeness, usual
from solver.ocr.shapes import is_character_sized
from solver.ocr.strips import Strip
from solver.ocr.tesseract_run import Character
from solver.ocr.tokens import (
    HAN,
    LOOKALIKES,
    SIMPLE_HAN,
    UNKNOWN,
    UNLIKE,
    Sort,
    Token,
    chinese_tokens,
    english_sort,
    english_tokens,
    raised,
)

CHINESE_SHARE: Final = 0.15
"""Of a line's characters: with fewer Chinese ones it is taken as English with misread signs."""

_AFTER_LETTER: Final = frozenset(
    "be is are such and or that in for if when with to from has does holds satisfies".split()
)
LETTER_LIKE: Final = (0.42, 0.85)
"""Heights of a letter's ink, in heights of a character."""


@dataclass(frozen=True, slots=True)
class Found:
    """A run of words or a formula in a line. `text` is what Tesseract saw of it; `gap`: white space stands before it.

    `latex` is a formula's where its structure was clear (`transcribing`).
    """

    kind: Literal["text", "formula"]
    text: str
    confidence: float
    span: Span
    line: int
    gap: bool
    latex: str = ""


def find(
    layout: Layout, strips: Sequence[Strip], chinese: Sequence[Character], english: Sequence[Character]
) -> list[Found]:
    """Words and formulas of all lines, in reading order. Either reading may be empty where its language is not installed."""
    found: list[Found] = []
    by_line = {strip.line: strip for strip in strips}
    size, labels = layout.height_px, layout.labels
    aligned: dict[int, tuple[list[list[Piece]], list[Piece]]] = {}
    likes: list[float] = []
    for number, line in enumerate(layout.lines):
        in_chinese = _of_strip(by_line.get(number), chinese)
        if is_chinese(in_chinese) or not english:
            owned, free = aligned[number] = align(line, in_chinese, labels, size)
            likes += _likes(in_chinese, owned, labels)
    for number, line in enumerate(layout.lines):
        in_chinese = _of_strip(by_line.get(number), chinese)
        in_english = _of_strip(by_line.get(number), english)
        if number in aligned:
            owned, free = aligned[number]
            free, unknown = _unclaimed(free, in_chinese, owned, labels, size)
            tokens = chinese_tokens(in_chinese, owned, labels, size, usual=usual(likes))
            tokens = _inserted(tokens, unknown)
        else:
            owned, free = owners(line, in_english, size)
            free = _ligatures_out(free, in_english, owned, size)
            tokens = english_tokens(in_english, owned, size)
        tokens = _inserted(raised(tokens, size), [*_built(line), *_unread(free, size)])
        if number not in aligned:
            tokens = _words_whole(_articles(tokens, size), size)
        found += [_in_latin(run, in_english) for run in _runs(tokens, number, size)]
    return found


def _likes(characters: Sequence[Character], owned: Sequence[Sequence[Piece]], labels: Labels) -> list[float]:
    """How much every character of a line that has ink looks like itself."""
    told = (
        likeness(own, labels, c.text)
        for c, own in zip(characters, owned, strict=True)
        if HAN.match(c.text) and c.text not in LOOKALIKES
    )
    return [like for like in told if like is not None]


def _in_latin(run: Found, english: Sequence[Character]) -> Found:
    """A formula as the reader of English saw it, who knows more of its signs than the reader of Chinese."""
    if run.kind == "text":
        return run
    inside = [c for c in english if run.span.left <= c.span.middle_x < run.span.right]
    if not inside:
        return run
    words = [c.word for c in inside]
    spaced = [(" " if i and words[i] != words[i - 1] else "") + c.text for i, c in enumerate(inside)]
    sure = sum(c.word_confidence for c in inside) / len(inside)
    return replace(run, text="".join(spaced), confidence=sure)


def _ligatures_out(
    free: Sequence[Piece], characters: Sequence[Character], owned: Sequence[Sequence[Piece]], size: float
) -> list[Piece]:
    """Without the ink beside letters of words whose own place was told a little off."""
    spelled: dict[int, str] = {}
    for c in characters:
        spelled[c.word] = spelled.get(c.word, "") + c.text
    inkless = [
        c.span
        for c, own in zip(characters, owned, strict=True)
        if not own and c.text.isalpha() and english_sort(spelled[c.word], c.word_confidence) is Sort.WORD
    ]
    return [
        p
        for p in free
        if not 0.42 * size < p.span.height < 1.5 * size
        or not any(abs(p.span.middle_x - other.middle_x) < 1.5 * size for other in inkless)
    ]


def _articles(tokens: Sequence[Token], size: float) -> list[Token]:
    """Where no article can stand, a is a letter: "let a be", "the value of a such that", a⁵."""
    return [
        replace(t, sort=Sort.MATHEMATICS)
        if t.text in ("a", "a,", "a.")
        and (
            t.text != "a"
            or (
                at + 1 < len(tokens)
                and (tokens[at + 1].text.lower() in _AFTER_LETTER or _gap(t, tokens[at + 1]) < 0.25 * size)
            )
        )
        else t
        for at, t in enumerate(tokens)
    ]


def _words_whole(tokens: Sequence[Token], size: float) -> list[Token]:
    """What touches a word or nearly so belongs to it: a ligature that was not read (de□nite), and the letters before it."""
    found = list(tokens)
    for at, token in enumerate(found):
        beside = [n for n in (at - 1, at + 1) if 0 <= n < len(found) and _gap(token, found[n]) < 0.3 * size]
        unread = token.sort is Sort.MATHEMATICS and not token.text and token.span.height < 1.5 * size
        if unread and any(found[n].sort is Sort.WORD for n in beside):
            found[at] = replace(token, text=UNKNOWN, sort=Sort.WORD)
            for n in beside:
                if found[n].sort is Sort.MATHEMATICS and found[n].text.isalpha():
                    found[n] = replace(found[n], sort=Sort.WORD)
    return found


def _gap(one: Token, other: Token) -> int:
    return max(one.span.left - other.span.right, other.span.left - one.span.right)


def _unclaimed(
    free: Sequence[Piece],
    characters: Sequence[Character],
    owned: Sequence[Sequence[Piece]],
    labels: Labels,
    size: float,
) -> tuple[list[Piece], list[Token]]:
    """Of the ink that no character was laid over, what may be mathematics; and what is a character that was not read.

    Characters that touch are one piece, which is too wide for any of them: their ink is theirs all the same.
    """
    inkless = [
        c.span
        for c, own in zip(characters, owned, strict=True)
        if not own and (HAN.match(c.text) or c.text.isdigit())
    ]
    left, unknown = list[Piece](), list[Token]()
    for piece in free:
        span = piece.span
        if is_character_sized([piece], labels, size):
            unknown.append(Token(UNKNOWN, 0.0, span, (piece,), Sort.WORD))
        elif not LETTER_LIKE[0] * size < span.height < LETTER_LIKE[1] * size and any(
            span.left - 0.5 * size < other.middle_x < span.right + 0.5 * size for other in inkless
        ):
            continue
        else:
            left.append(piece)
    return left, unknown


def _inserted(tokens: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """Tokens in the order in which they were read, with those that were not read at their places."""
    found = list(tokens)
    for other in others:
        place = next((i for i, t in enumerate(found) if t.span.middle_x > other.span.middle_x), len(found))
        found.insert(place, other)
    return found


def is_chinese(characters: Sequence[Character]) -> bool:
    """Whether a line that was read as Chinese holds Chinese: not only signs that look like simple characters."""
    han = [c for c in characters if HAN.match(c.text) and c.text not in LOOKALIKES and c.confidence > 0.5]
    return bool(han) and len(han) >= CHINESE_SHARE * len(characters)


def _of_strip(strip: Strip | None, characters: Sequence[Character]) -> list[Character]:
    """The characters of one line, at their places on the page itself."""
    if strip is None:
        return []
    margin = (strip.bottom - strip.top) * 0.2
    return [
        replace(c, span=strip.back(c.span))
        for c in characters
        if strip.top - margin <= c.span.middle_y < strip.bottom + margin
    ]


def owners(line: Line, characters: Sequence[Character], size: float) -> tuple[list[list[Piece]], list[Piece]]:
    """The pieces of ink that each character is, and those that none is."""
    owned: list[list[Piece]] = [[] for _ in characters]
    free: list[Piece] = []
    for piece in line.pieces:
        span = piece.span
        if any(b.covers(span.middle_x, span.middle_y) for b in line.built):
            continue
        best, at = 0.0, None
        for index, character in enumerate(characters):
            shared = min(span.right, character.span.right) - max(span.left, character.span.left)
            if shared > best:
                best, at = shared, index
        if at is None or best < 0.3 * span.width:
            free.append(piece)
        else:
            owned[at].append(piece)
    return owned, free


def _built(line: Line) -> list[Token]:
    return [
        Token(
            "",
            0.0,
            span,
            tuple(p for p in line.pieces if span.covers(p.span.middle_x, p.span.middle_y)),
            Sort.MATHEMATICS,
        )
        for span in line.built
    ]


def _unread(free: Sequence[Piece], size: float) -> list[Token]:
    """What no character was seen in: a sign that readers of words do not know, or dust."""
    return [
        Token("", 0.0, p.span, (p,), Sort.MATHEMATICS)
        for p in free
        if p.span.height > 0.35 * size or (p.is_bar and p.span.width > 0.3 * size)
    ]


def _runs(tokens: Sequence[Token], line: int, size: float) -> list[Found]:
    """Neighbours of a kind as one; a run is a formula if there is mathematics in it."""
    formula = _in_formula(tokens, size)
    unlike = [  # shown apart, so that its low confidence is seen
        not inside and HAN.match(t.text) is not None and t.confidence <= UNLIKE
        for t, inside in zip(tokens, formula, strict=True)
    ]
    found: list[Found] = []
    start = 0
    for at in range(1, len(tokens) + 1):
        if at < len(tokens) and formula[at] == formula[start] and unlike[at] == unlike[start]:
            continue
        group = tokens[start:at]
        text = "".join((" " if t.gap and i else "") + t.text for i, t in enumerate(group))
        sure = [t.confidence for t in group for _ in range(max(len(t.text), 1))]
        kind: Literal["text", "formula"] = "formula" if formula[start] else "text"
        found.append(Found(kind, text, sum(sure) / len(sure), _inked(group), line, group[0].gap))
        start = at
    return found


def _inked(group: Sequence[Token]) -> Span:
    """Where a run stands: by its ink, for what was read without any may have its place wrong."""
    return around([p.span for t in group for p in t.pieces] or [t.span for t in group])


def _in_formula(tokens: Sequence[Token], size: float) -> list[bool]:
    """For every token whether it is part of a formula."""
    marked = [t.sort is Sort.MATHEMATICS for t in tokens]
    grown = True
    while grown:
        grown = False
        for at in range(len(tokens)):
            if not marked[at] and _belongs(tokens, marked, at, size):
                marked[at] = grown = True
    for at, token in enumerate(
        tokens
    ):  # a bracket that was closed without having been opened belongs to the words
        if marked[at] and token.sort is Sort.MARK and _is_lonely(tokens, marked, at):
            marked[at] = False
    return marked


def _belongs(tokens: Sequence[Token], marked: Sequence[bool], at: int, size: float) -> bool:
    token = tokens[at]
    before = at > 0 and marked[at - 1] and token.span.left - tokens[at - 1].span.right < 1.2 * size
    after = (
        at + 1 < len(tokens) and marked[at + 1] and tokens[at + 1].span.left - token.span.right < 1.2 * size
    )
    if token.sort in (Sort.NUMBER, Sort.DOUBTFUL):
        return before or after
    if token.text in LOOKALIKES and token.pieces:  # a long minus sign
        return before and after
    if token.sort is Sort.WORD:
        return _is_operand(tokens, at, size)
    if token.sort is not Sort.MARK:
        return False
    if at > 1 and not token.pieces:  # an exponent or half of one, read once more
        return before and after
    if token.text in "()":
        return before or after
    if token.raised or token.text in "'\"%“”‘’":
        return before or after
    if token.text == "." and after and at > 0 and tokens[at - 1].sort is Sort.NUMBER:
        return token.span.left - tokens[at - 1].span.right < 0.3 * size
    return before and after and token.text in ".:!"


def _is_operand(tokens: Sequence[Token], at: int, size: float) -> bool:
    """Whether a slim character right behind an operator, and with a number right behind it, is a digit: +了7 for +7."""
    token = tokens[at]
    if token.text not in SIMPLE_HAN or not token.pieces or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return (
        before.text[-1:] in ("+", "-", "=")
        and before.sort is Sort.MATHEMATICS
        and after.sort is Sort.NUMBER
        and token.span.width < 0.62 * size
        and _gap(token, before) < 0.6 * size
        and _gap(token, after) < 0.35 * size
    )


def _is_lonely(tokens: Sequence[Token], marked: Sequence[bool], at: int) -> bool:
    """Whether a bracket has no partner in its formula."""
    text = tokens[at].text
    if text not in "()":
        return False
    left = at
    while left > 0 and marked[left - 1]:
        left -= 1
    right = at
    while right + 1 < len(tokens) and marked[right + 1]:
        right += 1
    whole = "".join(t.text for t in tokens[left : right + 1])
    return whole.count("(") != whole.count(")") and at in (left, right)
