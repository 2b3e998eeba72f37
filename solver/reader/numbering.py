r"""Numbers of equations (①, (1), 1), (i), eq. 1:) are names and no factors: `①3x+2z=10` says nothing of 13x."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_CIRCLED: Final = "[①-⑳⑴-⒇⒈-⒛❶-❿]"
_BEFORE: Final = re.compile(
    rf"(?:\$\s*)?[(\[]?{_CIRCLED}[)\]]?(?:\s*\$)?\s*[:.、]?\s*(?=[-\d\sA-Za-z(\\$|√∫])(?!\s*[-+*/=]?\s*[(\[]?{_CIRCLED})"
)
_BEHIND: Final = re.compile(
    rf"(?<=[A-Za-z\d)}}$.…])\s*[,，;；]?\s*(?:[.…·]{{2,}}|-{{2,}}|\\[cl]?dots)?\s*[(（]?{_CIRCLED}[)）]?"
)
_FORMS: Final = (
    r"[(（]\s*(?:{n}|{roman})\s*[)）]",
    r"(?:{n}|{roman})\s*[)）]",
    r"{n}[.、](?!\d)",
    r"(?i:eq(?:uation|n|s)?\.?)\s*[(（]?{n}[)）]?\s*[:：]?",
    r"第[{n}{han}]个?(?:方程|式子?)\s*(?:是|为|:|：)",
)
_ROMAN: Final = ("i", "ii", "iii", "iv")
_HAN: Final = "一二三四"
_EQUATION: Final = re.compile(
    r"(?![^=]*[a-z]{4})[^=,，;；。\n\u3400-\u9fff]*[A-Za-z\d)}]\s*=\s*[^=,，;；。\n\u3400-\u9fff]*[A-Za-z\d)}]"
)
_OPERATORS: Final = tuple("-+*/=^<>×÷·−")
_LABEL_NAMES: Final = (("1", "2", "3", "4"), ("a", "b", "c", "d"), _ROMAN)
_STARTS: Final = r"(?:^|(?<=[:,;.。?$\s\u3400-\u9fff]))"
_NO_ARGUMENT: Final = (
    r"(?<!\b[A-Za-z]\s)(?<![\d)}\]]\s)(?<!\bsin\s)(?<!\bcos\s)(?<!\btan\s)(?<!\blog\s)(?<!\bln\s)"
)
_PARTS: Final = tuple(
    tuple(
        re.compile(
            rf"{_STARTS}{_NO_ARGUMENT if n == 0 and name != '1' else ''}\(\s*{name}\s*\)\s*(?![-+*/^=)!])"
        )
        for n, name in enumerate(names)
    )
    for names in _LABEL_NAMES
)
_BARE_PARTS: Final = tuple(
    tuple(
        re.compile(rf"(?:^|(?<=[:.?;。])|(?<=[:.?;。] )){name}\s?\)\s*(?=[A-Z\u3400-\u9fff])")
        for name in names
    )
    for names in _LABEL_NAMES
)
"""Without the opening bracket, where a sentence begins on both sides."""
PART: Final = "§"
"""A sign that no topic knows: several exercises are no question."""
_GAP: Final = r"\s*[,，;；]?\s*(?:[.…·]{2,}|-{2,}|\\[cl]?dots)?\s*"


def labels_of_parts(text: str) -> tuple[re.Match[str], ...]:
    """The labels (1) … (2) …, (a) … (b) … or (i) … (ii) … of two to four parts of a question; none where it has no parts.

    >>> [m[0] for m in labels_of_parts("A room is 5 m by 4 m. a) Find its area. b) Find its perimeter.")]
    ['a) ', 'b) ']
    >>> [m.start() for m in labels_of_parts("Find (a) 1/3+1/4 (b) 1/3*1/7.")], labels_of_parts("f (a) + g (b)")
    ([5, 17], ())
    """
    for labels in (*_PARTS, *_BARE_PARTS):
        found = [label.search(text) for label in labels]
        places = tuple(m for m in found if m is not None)
        starts = [m.start() for m in places]
        if len(places) >= 2 and starts == sorted(starts) and None not in found[: len(places)]:
            return places
    return ()


_RINGS: Final = "①②③④"
_ASKS: Final = re.compile(
    r"(?i)求|多少|几|什么|哪|计算|写出|判断|是否|画出|证明|[(（]\s*[)）]|\?|？|\b(?:find|how|what|which|when|calculate|work out|write|show|solve|state|determine|is|does)\b"
)


def _parts_in_brackets(text: str) -> str:
    """The text with (1) and (2) for ① and ②, where each begins a sentence that asks: they are labels of parts then.

    >>> _parts_in_brackets("x=1。①求2x;②求3x。"), _parts_in_brackets("①3x+2z=10②x=2")
    ('x=1。(1)求2x;(2)求3x。', '①3x+2z=10②x=2')
    """
    places = list(re.finditer(f"(?:^|(?<=[。.?？;；:：,，)）\\s]))[(（]?([{_RINGS}])[)）]?[.、]?", text))
    names = "".join(m[1] for m in places)
    if len(names) < 2 or names != _RINGS[: len(names)] or len(re.findall(f"[{_RINGS}]", text)) > len(names):
        return text
    ends = [*(m.start() for m in places[1:]), len(text)]
    if not all(_ASKS.search(text[m.end() : end]) for m, end in zip(places, ends, strict=True)):
        return text
    for n, m in reversed(list(enumerate(places, start=1))):
        text = f"{text[: m.start()]}({n}){text[m.end() :]}"
    return text


def without_numbering(text: str) -> str:
    """`text` with equations apart and without their numbers.

    >>> without_numbering("Solve (1) x+y=5, (2) x-y=1"), without_numbering("①3x+2z=10②x=2")
    ('Solve  , x+y=5,  , x-y=1', ' , 3x+2z=10 , x=2')
    >>> without_numbering("Let s(n) = 2n - 1. Let t(n) = n^2. Find s(2).")
    'Let s(n) = 2n - 1. Let t(n) = n^2. Find s(2).'
    >>> without_numbering("(1) Solve x+1=3. (2) Find 2x.")
    '(1) Solve x+1=3. (2) Find 2x.'
    """
    text = _parts_in_brackets(text)
    if re.search(_CIRCLED, text):
        mark = f" {PART} " if _are_apart(re.split(_CIRCLED, text)) else " , "
        text = _BEFORE.sub(mark, _BEHIND.sub(mark, text) if "=" in text else text)
    if text.count("=") < 2:
        return text
    for form in _FORMS:
        found = list[re.Match[str]]()
        for n in range(1, 5):
            pattern = (
                form.replace("{n}", str(n)).replace("{roman}", _ROMAN[n - 1]).replace("{han}", _HAN[n - 1])
            )
            places = [
                place
                for place in re.finditer(rf"(?<![A-Za-z\d(（^_])(?:\$\s*)?{pattern}", text)
                if text[: place.start()].rstrip()[-1:] not in _OPERATORS  # the end of a formula is no name
            ]
            if len(places) != 1 or found and places[0].start() < found[-1].end():
                break
            found.append(places[0])
        if len(found) > 1 and (parted := _parted(text, found)) is not None:
            return parted
    return text


def _parted(text: str, marks: list[re.Match[str]]) -> str | None:
    """The text without the marks, where all of them stand before an equation, or all behind one; None where they do not."""
    starts = [m.end() for m in marks]
    ends = [m.start() for m in marks]
    first = [text[a:b] for a, b in zip(starts, [*ends[1:], len(text)], strict=True)]
    if all(len(_EQUATION.findall(part)) > 1 for part in first):
        return None  # each is a system of its own
    if all(_EQUATION.match(part) for part in first):
        return _joined(text, marks, "", PART if _are_apart(first) else ",")
    last = [
        re.split(r"[,，;；。\n\u3400-\u9fff:：]", text[a:b].rstrip(" .…·-,，;；"))[-1]
        for a, b in pairwise([0, *ends])
    ]
    if all(re.search(r"=", part) and re.search(r"[\w)}]\s*$", part) for part in last):
        return _joined(text, marks, _GAP, PART if _are_apart(last) else ",")
    return None


def _are_apart(parts: list[str]) -> bool:
    """Whether several equations are about one letter alone: exercises of their own, and no system."""
    letters = [
        set(re.findall(r"(?<![A-Za-z\\])[a-z](?![a-z])", part)) for part in parts if _EQUATION.search(part)
    ]
    return len(letters) > 1 and len(set().union(*letters)) == 1


def _joined(text: str, marks: list[re.Match[str]], before: str, mark_as: str) -> str:
    for mark in reversed(marks):
        head = re.sub(before + r"$", "", text[: mark.start()]) if before else text[: mark.start()]
        text = f"{head} {mark_as} {text[mark.end() :].lstrip()}"
    return text
