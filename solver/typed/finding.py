"""Which runs of tokens are formulas. Where it is in doubt, they are not: a word set as a formula reads worse than `x^2` as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from solver.typed.tokens import Token, tokens

MAX_CHARS: Final = 5000
"""Longer problems are shown as they were typed."""
_ARTICLES: Final = frozenset(("a", "A", "I"))
_UNKNOWNS: Final = frozenset("xyznkeXY")
_UNITS: Final = frozenset(
    "cm mm km kg mg ml mL ft in yd lb oz hr min sec mph kmh am pm AM PM st nd rd th g m s h L V W N J K".split()
)
_STRONG: Final = frozenset(("power", "root", "raised", "function", "latex", "big"))
_BETWEEN: Final = frozenset(("sign", "relation", "slash", "power", "lowered"))
_EMPTY_BEFORE: Final = _BETWEEN | {"open", "comma"}
_ENDS: Final = frozenset(
    ("number", "letter", "letters", "name", "latex", "raised", "close", "bar", "after", "big")
)


def formulas(text: str) -> Iterator[tuple[Token, ...]]:
    """The formulas of a text in order, each as its tokens; so are letters that stand alone and are in one of the formulas."""
    if len(text) > MAX_CHARS:
        return
    found = list(tokens(text))
    letters = Counter(t.tex for t in found if t.kind == "letter")
    parts = [_trimmed(part) for run in _runs(found) for part in _parts(run, letters)]
    ending, beginning = {t.end: t for t in found}, {t.start: t for t in found}
    parts = [part for part in parts if part and not _touches_word(part, ending, beginning)]
    sure = [_is_formula(part, letters) for part in parts]
    spoken_of = {
        t.tex
        for part, is_sure in zip(parts, sure, strict=True)
        if is_sure
        for t in part
        if t.kind == "letter"
    }
    for part, is_sure in zip(parts, sure, strict=True):
        if is_sure or (len(part) == 1 and part[0].tex in spoken_of - _ARTICLES):
            yield tuple(part)


def _runs(found: Sequence[Token]) -> Iterator[list[Token]]:
    """Maximal runs without words, without commas outside brackets, without brackets that nothing opened."""
    run: list[Token] = []
    depth = 0
    for token in found:
        if token.kind == "text" or (token.kind in ("comma", "close") and depth == 0):
            yield run
            run, depth = [], 0
        else:
            run.append(token)
            depth += (token.kind == "open") - (token.kind == "close")
    yield run


def _parts(run: Sequence[Token], letters: Counter[str]) -> Iterator[list[Token]]:
    """A run divided where a space stands between two things that no sign joins."""
    part: list[Token] = []
    depth = 0
    for token in run:
        if (
            part
            and token.spaced
            and depth <= 0
            and (_is_label(part) or not _joined(part[-1], token, letters))
        ):
            yield part
            part, depth = [], 0
        part.append(token)
        depth += (token.kind == "open") - (token.kind == "close")
    yield part


def _is_label(part: Sequence[Token]) -> bool:
    """Whether it is `(a)` or `(2)`, the number of a question."""
    return [str(t.kind) for t in part] in (["open", "letter", "close"], ["open", "number", "close"])


def _joined(left: Token, right: Token, letters: Counter[str]) -> bool:
    """Whether two tokens with a space between them belong to one formula."""
    if left.kind in _EMPTY_BEFORE | {"function", "root", "big"} or right.kind in _BETWEEN | {
        "raised",
        "close",
    }:
        return True
    if right.kind in ("root", "function", "name", "latex", "bar") or left.kind in ("latex", "name", "bar"):
        return (
            left.tex not in _ARTICLES
            and right.tex not in _ARTICLES
            and "letters" not in (left.kind, right.kind)
        )
    if left.kind == "letters" or right.kind == "letters":
        return _is_differential(right)
    if right.kind == "letter" and left.kind in ("number", "letter", "close", "raised", "after"):
        known = right.tex in _UNKNOWNS or (letters[right.tex] > 1 and right.tex not in _ARTICLES | _UNITS)
        return known and left.tex not in _ARTICLES
    return right.kind == "open" and left.kind in ("number", "close") and right.tex == "("


def _is_differential(token: Token) -> bool:
    return token.kind == "letters" and len(token.tex) == 2 and token.tex[0] == "d"


def _trimmed(part: Sequence[Token]) -> list[Token]:
    """Without signs at its ends that join nothing, and brackets that are not paired."""
    kept = list(part)
    while kept:
        first, last = kept[0], kept[-1]
        if first.kind in _BETWEEN | {"comma", "after", "raised"} and not (
            first.tex == "-" and len(kept) > 1 and not kept[1].spaced
        ):
            kept.pop(0)
        elif last.kind not in _ENDS or (last.kind == "close" and _depth(kept) < 0):
            kept.pop()
        elif first.kind == "open" and _depth(kept) > 0:
            kept.pop(0)
        else:
            break
    return kept if _depth(kept) == 0 else []


def _depth(part: Sequence[Token]) -> int:
    return sum((t.kind == "open") - (t.kind == "close") for t in part)


def _touches_word(part: Sequence[Token], ending: Mapping[int, Token], beginning: Mapping[int, Token]) -> bool:
    """Whether a word or a mark such as `$` or `%` stands right beside the formula, so that it is part of something else."""
    before, after = ending.get(part[0].start), beginning.get(part[-1].end)
    return (before is not None and (_is_word(before) or before.tex in "$#@&_\"'")) or (
        after is not None and (_is_word(after) or after.tex in "$#@&_")
    )


def _is_word(token: Token) -> bool:
    return token.kind in ("text", "letters") and token.tex.isascii() and token.tex.isalpha()


def _is_formula(part: Sequence[Token], letters: Counter[str]) -> bool:
    """Whether it has what only formulas have: powers, roots, functions; or letters joined by signs."""
    if any(not _is_product(t, part, letters) for t in part if t.kind == "letters") or _has_two_signs(part):
        return False
    if _STRONG & {t.kind for t in part}:
        return len(part) > 1 or part[0].kind == "latex"
    if not any(t.kind in ("letter", "letters", "name") for t in part):
        return False
    if [t.kind for t in part] == ["letter", "slash", "letter"] and not {part[0].tex, part[2].tex} & _UNKNOWNS:
        return False  # m/s, w/o, N/A
    if {"sign", "relation", "slash", "lowered"} & {t.kind for t in part}:
        return True
    return any(
        (left.kind == "number" and not right.spaced and (right.tex in _UNKNOWNS or (right.kind == "letter" and letters[right.tex] > 1 and right.tex not in _UNITS)))
        or (left.kind == "letter" and right.tex == "(" and not right.spaced and left.tex in "fghFGPpqsvuaSV")
        for left, right in pairwise(part)
    )  # fmt: skip


def _has_two_signs(part: Sequence[Token]) -> bool:
    return any(
        left.kind in _BETWEEN
        and right.kind in _BETWEEN
        and right.tex not in "+-"
        or left.tex == right.tex == "+"
        for left, right in pairwise(part)
    )


def _is_product(token: Token, part: Sequence[Token], letters: Counter[str]) -> bool:
    """Whether a short word is letters side by side (`xy`, `4ac`, `dx`), or a length between two points (`AB`)."""
    if token.tex.isupper() and token.tex not in _UNITS:
        return any(t.kind in ("relation", "power", "raised") for t in part)
    if _is_differential(token):
        return any(t.kind in ("big", "slash", "latex") for t in part)
    if token.tex in _UNITS:
        return False
    at = part.index(token)
    beside = (
        at > 0 and not token.spaced and part[at - 1].kind in ("number", "sign", "raised", "close", "relation")
    )
    known = all(letters[letter] or letter in _UNKNOWNS for letter in token.tex)
    powers = any(t.kind in ("power", "raised") for t in part)
    return known or (beside and powers and token.tex.islower() and part[at - 1].kind == "number")
