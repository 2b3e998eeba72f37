"""What a piece of a line that was read is: words, a number, mathematics, or a mark that goes with either.

Looks at characters and at a few shapes that readers of words take for characters: 一 for a minus sign, 十 for a plus.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

import numpy as np

from solver.ocr.ink import Labels, Piece, Span, around
from solver.ocr.likeness import LEAST, likeness
from solver.ocr.shapes import (
    MANY_STROKES,
    RAISED,
    has_raised,
    is_bracket_sized,
    is_character_sized,
    is_equals,
    is_letter_sized,
    is_minus,
    is_plus,
    is_power,
    strokes,
)
from solver.ocr.tesseract_run import Character

HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
CHINESE_MARKS: Final = frozenset("，。、；：？！（）“”‘’《》【】…—·")
LOW_MARKS: Final = frozenset("，。、；：·")
HIGH_MARKS: Final = frozenset("《》？！；")
"""They stand on the line: raised they are exponents."""
"""Lower than a character is high: what is not is a bracket that was read as one, or half of a character."""
OPERATORS: Final = frozenset("=+<>≤≥≠≈±×÷^_√∫∑∏∞π∂∈∪∩⊂⊃∠△⊥∥°|/*~\\{}[]−-–—→θαβγλμω′")
FUNCTIONS: Final = frozenset(
    "sin cos tan cot sec csc log ln lg lim exp arcsin arccos arctan max min mod det".split()
)
SHORT_WORDS: Final = frozenset(
    "is of in to at by it if or an as on we be do he so up us no my go me am cm km kg ml mm ms min oz ft lb pm".split()
)
LETTER_WORDS: Final = frozenset("aAI")
_WORD: Final = re.compile(r"(?:\d{1,2}[.)])?[(“\"'‘]*[A-Za-z]+(?:[-'’][A-Za-z]+)*[)”\"'’]*[.,;:?!]*[)”\"'’]*")
_FUNCTION_IN: Final = re.compile("sin|cos|tan|log|lim|exp")
_NUMBER: Final = re.compile(r"[($€£¥#]*\d[\d,.:]*\d*[%)]*[.,;:?!)]*")
_LABEL: Final = re.compile(r"[(（]?(?:\d{1,2}|[A-Ha-h]|[ivx]{1,4})[.．)）、:]")
CERTAIN: Final = 0.97
"""Confidence of a Chinese character that no shape of its ink is held against: the ink may have been laid under its neighbour."""
SURE: Final = 0.95
"""Confidence of a Chinese character that is one: in clean print they have 0.97 and more, misread signs of formulas at most 0.94."""
SURE_DIGIT: Final = 0.87
"""Confidence of a digit that is one: a lone t was read as 1 with 0.84."""
SIMPLE_HAN: Final = frozenset("个人与小上下中工十大一二三了之几么分八入又公之千干土口日月少")
HIGHEST: Final = 1.28
"""Heights of a character that none has: 1.09 in the fonts that were measured, 1.26 in noise. Fractions have 1.3 and more."""
FLAT_HAN: Final = frozenset("一二三四六工口日曰皿八叭入双叹田心旧小丶")
"""Lower than 0.72 of a character in some of four printing fonts (by their outlines; 小 and 六 in small sizes)."""
NARROW_HAN: Final = frozenset(
    "贝币帛卜串囱当吊多负冈岗弓巾口了卤吕罗目内片岂日曰肉申司岁胃习乡肖旬丫员月匀占贞旨自丨小个"
)
"""Narrower than 0.72 of a character in some of these fonts."""
LETTER_HEIGHT: Final = 0.64
"""Letters without ascenders have 0.44 to 0.6 of a character's height, digits 0.68 and more, all but flat characters 0.72."""
LETTER_WIDTH: Final = 0.5
ROUND: Final = 1.5
"""Times as high as wide: the dots of numbers were at most, nine of ten commas more."""
UNLIKE: Final = 0.3
"""Confidence of a character whose ink is not that character's, however surely it was read."""
UNKNOWN: Final = "□"
"""Stands for a character that was seen and not read, so that whoever looks it over sees the gap."""
LOOKALIKES: Final = {"一": "-", "二": "=", "十": "+", "—": "-", "–": "-", "−": "-"}


class Sort(Enum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MATHEMATICS = "mathematics"
    MARK = "mark"
    DOUBTFUL = "doubtful"  # read as Chinese, but not surely: beside mathematics it is mathematics


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of a line that belong together, with the pieces of ink that they are.

    Attributes:
        gap: whether white space stands before it.
        raised: whether it is a mark that stands higher than marks do.
    """

    text: str
    confidence: float
    span: Span
    pieces: tuple[Piece, ...]
    sort: Sort
    gap: bool = False
    raised: bool = False


def raised(tokens: Sequence[Token], size: float) -> list[Token]:
    """The same tokens; what stands above the feet of the line's characters is an exponent: a number, or what was read as a mark."""
    feet = [p.span.bottom for t in tokens for p in t.pieces if 0.5 * size < p.span.height < 1.3 * size]
    if not feet:
        return list(tokens)
    foot = float(np.median(feet))

    def looked_at(token: Token) -> Token:
        if not token.pieces:
            return token
        span = around(p.span for p in token.pieces)
        if token.text == "°" and span.middle_y > foot - 0.4 * size:  # stands where a full stop does
            return replace(token, text="。", sort=Sort.WORD)
        if (
            token.sort in (Sort.NUMBER, Sort.DOUBTFUL)
            or HAN.fullmatch(token.text)
            or token.text in HIGH_MARKS
        ):
            # digits stand on Latin feet, a little above those of Chinese
            high = span.bottom < foot - 0.25 * size and 0.35 * size < span.height < 0.75 * size
            return replace(token, sort=Sort.MATHEMATICS) if high else token
        if token.sort is not Sort.MARK:
            return token
        if span.bottom >= foot - RAISED * size:
            return token
        sort = Sort.MATHEMATICS if span.height > 0.42 * size else Sort.MARK  # quotation marks are smaller
        return replace(token, raised=True, sort=sort)

    return [looked_at(token) for token in tokens]


def english_tokens(
    characters: Sequence[Character], pieces: Sequence[Sequence[Piece]], size: float
) -> list[Token]:
    """The tokens of a line of English: what white space parts."""
    tokens: list[Token] = []
    for group in sorted(_words(characters), key=lambda group: characters[group[0]].span.left):
        # exponents and the tops of roots may have been read as a line of their own, before the others
        text = "".join(characters[i].text for i in group)
        own = tuple(p for i in group for p in pieces[i])
        sure = sum(characters[i].confidence for i in group) / len(group)
        span = _span([characters[i] for i in group], own)
        sort = english_sort(text, sure)
        short = sort is Sort.NUMBER or (sort is Sort.WORD and sum(c.isalpha() for c in text) == 1)
        if short and has_raised(own, size):
            sort = Sort.MATHEMATICS
        tokens += _without_mark(
            Token(text, sure, span, own, sort, gap=bool(tokens)), characters, pieces, group
        )
    if tokens and _LABEL.fullmatch(tokens[0].text) and len(tokens) > 1:
        tokens[0] = replace(tokens[0], sort=Sort.WORD)
    return tokens


def _words(characters: Sequence[Character]) -> list[list[int]]:
    groups: list[list[int]] = []
    for at, character in enumerate(characters):
        if groups and characters[groups[-1][-1]].word == character.word:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _without_mark(
    token: Token, characters: Sequence[Character], pieces: Sequence[Sequence[Piece]], group: Sequence[int]
) -> list[Token]:
    """A full stop or comma behind mathematics is the sentence's: a token of its own."""
    if token.sort is not Sort.MATHEMATICS or len(group) < 2 or token.text[-1] not in ".,;:?!":
        return [token]
    last, before = characters[group[-1]], [characters[i] for i in group[:-1]]
    own = tuple(p for i in group[:-1] for p in pieces[i])
    sort = english_sort(token.text[:-1], token.confidence)
    head = replace(token, text=token.text[:-1], span=_span(before, own), pieces=own, sort=sort)
    mark = tuple(pieces[group[-1]])
    return [head, Token(last.text, last.confidence, _span([last], mark), mark, Sort.MARK)]


def english_sort(text: str, confidence: float) -> Sort:
    """What a word between white space is.

    >>> [english_sort(t, 0.95).value for t in ("apples", "is", "24", "x", "2x+3=7", "sin", "a", "(9)", "dx")]
    ['word', 'word', 'number', 'mathematics', 'mathematics', 'mathematics', 'word', 'number', 'mathematics']
    """
    if _NUMBER.fullmatch(text):
        return Sort.NUMBER
    if all(c in ".,;:?!()'\"“”‘’" for c in text):
        return Sort.MARK
    if _WORD.fullmatch(text):
        core = text.strip("()“”\"'‘’.,;:?!0123456789")
        if core.lower() in FUNCTIONS:
            return Sort.MATHEMATICS
        if len(core) >= 3:
            return Sort.WORD if re.search("[aeiouyAEIOUY]", core) and confidence > 0.4 else Sort.MATHEMATICS
        known = core.lower() in SHORT_WORDS if len(core) == 2 else core in LETTER_WORDS
        return Sort.WORD if known else Sort.MATHEMATICS
    letters = sum(c.isalpha() for c in text)
    if (
        letters >= 5
        and letters >= 0.75 * len(text)
        and not any(c in OPERATORS and c not in "-–—/" for c in text)
    ):
        return Sort.WORD
    return Sort.MATHEMATICS


def chinese_tokens(
    characters: Sequence[Character],
    pieces: Sequence[Sequence[Piece]],
    labels: Labels,
    size: float,
    *,
    usual: float,
) -> list[Token]:
    """The tokens of a line of Chinese: characters, and runs of letters and of digits. `usual` is the page's (`likeness`)."""
    tokens: list[Token] = []
    for at, character in enumerate(characters):
        own = tuple(pieces[at])
        text, sort = _chinese_sort(character, own, labels, size)
        like = likeness(own, labels, text) if HAN.match(text) else None
        unlike = like is not None and like < LEAST * usual
        if tokens and text == tokens[-1].text and HAN.match(text) and (unlike or not own):
            continue  # read twice
        if unlike:
            if character.confidence < CERTAIN and sort is Sort.WORD:
                sort = Sort.DOUBTFUL
            character = replace(character, confidence=min(character.confidence, UNLIKE))
        gap = at > 0 and characters[at - 1].word != character.word
        span = _span([character], own)
        last = tokens[-1] if tokens else None
        if last is not None and _runs_on(last, text, sort, span, size):
            tokens[-1] = Token(
                last.text + text,
                min(last.confidence, character.confidence),
                around((last.span, span)),
                (*last.pieces, *own),
                last.sort,
                last.gap,
            )
        else:
            tokens.append(Token(text, character.confidence, span, own, sort, gap))
    return [_spelled(token, size) for token in _labelled(tokens)]


def _labelled(tokens: list[Token]) -> list[Token]:
    """A number with a round dot at the beginning of a line is a problem's: at small sizes the dot is read as a comma."""
    if len(tokens) < 3 or tokens[0].sort is not Sort.NUMBER or len(tokens[0].text) > 2:
        return tokens
    mark, rest = tokens[1], tokens[2:]
    if not mark.pieces or mark.text not in ",，.":
        return tokens
    while len(rest) > 1 and rest[0].text in ",，." and not rest[0].pieces:  # the dot, seen twice
        rest = rest[1:]
    span = around(p.span for p in mark.pieces)
    dot = replace(mark, text=".") if span.height <= ROUND * span.width else mark
    return [tokens[0], dot, *rest]


def _chinese_sort(
    character: Character, pieces: tuple[Piece, ...], labels: Labels, size: float
) -> tuple[str, Sort]:
    text = character.text
    if is_equals(pieces):
        return "=", Sort.MATHEMATICS
    if text in LOOKALIKES:
        if is_plus(pieces, size):
            return "+", Sort.MATHEMATICS
        if is_minus(pieces, size):
            return "-", Sort.MATHEMATICS
        if pieces:
            span = around(p.span for p in pieces)
            if (span.height > 0.35 * size and text not in "二十") or (
                span.height > 0.35 * size and span.width < 0.62 * size
            ):
                return text, Sort.MATHEMATICS
        return text, Sort.WORD if pieces else Sort.DOUBTFUL
    if HAN.match(text):
        return text, _han_sort(character, pieces, labels, size)
    if text in "“”‘’,.;:!'\"" and is_letter_sized(pieces, size):
        return text, Sort.MATHEMATICS
    if text in "“”‘’":  # beside mathematics they are misread exponents
        return text, Sort.MARK
    if text in LOW_MARKS and is_bracket_sized(pieces, size):
        return text, Sort.DOUBTFUL
    if text in CHINESE_MARKS:
        return text, Sort.WORD
    if text.isalpha() and is_character_sized(pieces, labels, size):
        return UNKNOWN, Sort.WORD
    if text.isdigit():
        low = pieces and around(p.span for p in pieces).height < LETTER_HEIGHT * size
        return text, Sort.MATHEMATICS if low or character.confidence < SURE_DIGIT else Sort.NUMBER
    if text == "%" and pieces and around(p.span for p in pieces).width < 0.6 * size:
        return text, Sort.MATHEMATICS
    if text in ".,;:?!()'\"%":
        return text, Sort.MARK
    return text, Sort.MATHEMATICS


def _han_sort(character: Character, pieces: tuple[Piece, ...], labels: Labels, size: float) -> Sort:
    """A word, unless the ink is that of a letter: too low or too narrow, or read with doubt and of few strokes."""
    if pieces:
        span = around(p.span for p in pieces)
        if span.height > HIGHEST * size:
            return Sort.MATHEMATICS
        if span.height < LETTER_HEIGHT * size and character.text not in FLAT_HAN:
            return Sort.MATHEMATICS
        if character.confidence < CERTAIN and (
            (span.width < LETTER_WIDTH * size and character.text not in NARROW_HAN) or is_power(pieces, size)
        ):
            return Sort.MATHEMATICS
        if character.confidence < 0.9 and span.height < 0.85 * size and character.text not in FLAT_HAN:
            return Sort.DOUBTFUL
    if character.confidence >= SURE and (
        not pieces or character.text in SIMPLE_HAN or not _is_slight(pieces, labels, size)
    ):
        return Sort.WORD
    return Sort.WORD if strokes(pieces, labels) >= MANY_STROKES else Sort.DOUBTFUL


def _is_slight(pieces: Sequence[Piece], labels: Labels, size: float) -> bool:
    """Narrow and of few strokes: a letter with an exponent rather than a character, however surely it was read."""
    return around(p.span for p in pieces).width < 0.8 * size and strokes(pieces, labels) < 3.6


def _runs_on(last: Token, text: str, sort: Sort, span: Span, size: float) -> bool:
    """Whether a letter or digit goes on the token before it."""
    close = span.left - last.span.right < 0.35 * size
    if sort is Sort.NUMBER:
        return close and last.sort is Sort.NUMBER
    letters = text.isalpha() and text.isascii() and last.text.isalpha() and last.text.isascii()
    return close and letters and last.sort is Sort.MATHEMATICS


def _spelled(token: Token, size: float) -> Token:
    """English words in a Chinese line are words; a number with something raised is a power."""
    if token.sort is Sort.NUMBER and has_raised(token.pieces, size):
        return replace(token, sort=Sort.MATHEMATICS)
    if token.sort is Sort.MATHEMATICS and len(token.text) >= 4 and token.text.isalpha():
        plain = not _FUNCTION_IN.search(token.text.lower()) and re.search(
            "[aeiou].*[aeiou]", token.text.lower()
        )
        return replace(token, sort=Sort.WORD) if plain else token
    return token


def _span(characters: Sequence[Character], pieces: Sequence[Piece]) -> Span:
    return around([p.span for p in pieces] or [c.span for c in characters])
