"""Answers that give a value to each of several things: `chickens: 23, rabbits: 12`, 长8厘米，宽5厘米, `center (1,-2), radius 3`.

What stands for which thing counts. Beside the same labels values are compared one by one; beside a list without labels they must
come in its order, which is that of the question.
"""

from __future__ import annotations

import re
from typing import Final

from evaluation.grader.sayings import GUARD

_ITEMS: Final = re.compile(r"(?:\([1-9]\)\s*(?:[,;]|and|和|或|与)?\s*){2,}")


def numbered_items(text: str) -> list[str] | None:
    """The numbers of statements, `(1)(3)`: which ones, in any order."""
    return sorted(set(re.findall(r"\d", text))) if _ITEMS.fullmatch(text) else None


_BETWEEN: Final = re.compile(
    r"\\text\s*\{\s*and\s*\}|(?<=[\s,;])and(?=\s)|[,;]|和(?=[\u3400-\u9fff])|且|(?<=[\d)}])\s+(?=[A-Za-z\u3400-\u9fff]+\s*(?::|=|is\b|为|是))"
)
_LABEL: Final = re.compile(
    r"\s*(?:the\s+|each\s+|an?\s+)?(?P<label>(?:[a-z'-]+\s+){0,4}?[a-z'-]{3,}?|(?:[一每1]?[个只支本件条张辆头]|一)?[\u3400-\u9fff]{1,10}?)"
    r"\s*(?:\b(?:is|are|was|were|costs?|has|have|weighs?|gets?|at)\b|:|=|每[\u3400-\u9fff]{1,2}|各?[为是有得]|等于|的?坐标[为是])*\s*"
    r"(?P<value>[-+]?(?:\\?[$¥￥€£]\s*)?(?:\d|\\(?:frac|sqrt|pi)|[(√π]).{0,60}?)\s*",
    re.IGNORECASE,
)
_UNIT_ONLY: Final = re.compile(
    r"(?:\d[\d.,/]*|\\[a-z]+|[-+*/^(){}\s√π$¥￥€£%°]|(?<![A-Za-z])[a-z](?![A-Za-z]))*(?P<unit>[^\d]*?)(?:\^\{?[23]\}?)?",
    re.IGNORECASE,
)
_CHANGES: Final = re.compile(
    r"\b(?:or|than|and|more|less|sum|total|from|base|step|case|part|equation|line|option|figure|minus|negative|plus|double|triple|thrice|squared?|cubed?|root"
    r"|(?:arc)?(?:sin|cos|tan)h?|cot|sec|csc|log|exp|sqrt|mod|abs|inverse|opposite|reciprocal|factorial|absolute|percent|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b"
    r"|[多少超每倍第或负减加乘除约折]|一?共|总|根号|分之|平方|立方|次方|对数|正弦|余弦|正切|相反|倒数|绝对",
    re.IGNORECASE,
)
"""In a label: what is no thing of its own."""


_IN_TEXT: Final = re.compile(r"\\text\s*\{\s*([^{}\d]*[:：])\s*\}")
"""A label as LaTeX has it."""


def labelled(text: str) -> list[tuple[str, str]] | None:
    r"""The labels of a cleaned text (plural or not) and their values, in its order; None where it is no such text.

    >>> labelled("chickens: 23, rabbits: 12"), labelled("长8厘米,宽5厘米"), labelled("x = 1, y = 2"), labelled("radius 3")
    ([('chicken', '23'), ('rabbit', '12')], [('长', '8厘米'), ('宽', '5厘米')], None, None)
    >>> labelled(r"\text{maximum:}6; \text{minimum:}-2")
    [('maximum', '6'), ('minimum', '-2')]
    >>> labelled("The apples cost 3 dollars and the pears cost 2 dollars"), labelled("center (1,-2), radius 3")
    ([('apple', '3 dollars'), ('pear', '2 dollars')], [('center', '(1,-2)'), ('radiu', '3')])
    """
    text = _IN_TEXT.sub(r"\1", text)
    parts = [p for p in _parts(text) if p.strip()]
    if not 2 <= len(parts) <= 6 or re.search(r"[<>]|\\(?:in|ne|cup)(?![A-Za-z])", text):
        return None
    found = []
    for part in parts:
        one = _LABEL.fullmatch(part.strip(" ."))
        if one is None or _changes(one["label"]):
            return None
        unit = _UNIT_ONLY.fullmatch(one["value"])
        if unit is None or GUARD.search(unit["unit"]) or len(unit["unit"].split()) > 3:
            return None
        found.append((_plain(one["label"]), one["value"].strip()))
    return found if len({label for label, _ in found}) == len(found) else None


def _parts(text: str) -> list[str]:
    """The text between commas and words for "and", outside brackets."""
    cuts, depth, at = [0], 0, 0
    for match in _BETWEEN.finditer(text):
        depth += sum((c in "([{") - (c in ")]}") for c in text[at : match.start()])
        at = match.start()
        if depth == 0:
            cuts += [match.start(), match.end()]
    cuts.append(len(text))
    return [text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _changes(label: str) -> bool:
    """Whether a label is no thing of its own. 最小公倍数 is one."""
    plain = label.replace("公倍数", "")
    return GUARD.search(plain) is not None or _CHANGES.search(plain) is not None


_EXTREMES: Final = {
    "min": "minimum", "最小值": "minimum", "最小": "minimum", "maximum": "maximum", "minimum": "minimum",
    "max": "maximum", "最大值": "maximum", "最大": "maximum", "smallest": "minimum", "largest": "maximum",
}  # fmt: skip


def _plain(label: str) -> str:
    words = re.sub(r"\s+", " ", label.casefold()).strip().replace("centre", "center")
    words = _EXTREMES.get(re.sub(r" values?$", "", words), words)
    return re.sub(r"^[一每]?[个只支本件条张辆头](?=.)|(?<=[a-z]{3})s$", "", words)


_COUNTED: Final = re.compile(
    r"\s*(?:(?:and|has|有)\s*)?(?:(?P<n>\d+)\s*(?:[个条张只面]\s*)?(?P<thing>[A-Za-z]{3,12}|[\u3400-\u9fff]{1,4})|(?P<name>[A-Za-z]+|[\u3400-\u9fff]{1,4})\s*(?:=|:|为|是|有)?\s*(?P<m>\d+)\s*[个条张只面]?)\s*"
)


def same_counts(answer: str, reference: str) -> bool | None:
    """Whether two texts count the same things, in any order, whose names may be initials; None where they count others, or nothing.

    >>> same_counts("6 vertices, 12 edges, 8 faces", "F = 8, E = 12, V = 6"), same_counts("6 faces, 12 edges, 8 vertices", "F = 8, E = 12, V = 6")
    (True, False)
    """
    found, expected = _counts(answer), _counts(reference)
    if not found or not expected or len(found) != len(expected):
        return None
    if found.keys() != expected.keys():
        initials = [{name[0]: n for name, n in side.items()} for side in (found, expected)]
        letters = any(all(len(name) == 1 for name in side) for side in (found, expected))
        if not letters or initials[0].keys() != initials[1].keys() or len(initials[0]) < len(found):
            return None
        found, expected = initials
    return found == expected


def _counts(text: str) -> dict[str, int]:
    parts = re.split(r"[,;]\s*(?:and\s+)?|\band\b|和|\\text\{\s*and\s*\}", text.replace("$", ""))
    counted = [_COUNTED.fullmatch(p) for p in parts]
    if len(parts) < 2 or not all(counted):
        return {}
    pairs = [(_plain((m["thing"] or m["name"]).casefold()), int(m["n"] or m["m"])) for m in counted if m]
    names = dict(pairs)
    return names if len(names) == len(pairs) and sum(len(n) for n in names) > 0 else {}


_TUPLE: Final = r"[(（][^()（）]+[,，][^()（）]+[)）]"
_NAMED: Final = re.compile(rf"([A-Z])(?:'|_\{{?\d\}}?|[₁₂₃])?\s*(?=(?:\\left)?{_TUPLE})")
_BARE_POINT: Final = re.compile(rf"(?<![A-Za-z'}}])(?:\\left)?{_TUPLE}")


def unnamed_point(text: str, *, beside: str) -> str:
    """Points without their name, beside points without one: `P(2, 5)` elsewhere counts arrangements.

    >>> unnamed_point("P(0,2)或P(0,-2)", beside="(0,±2)"), unnamed_point("A(1,2), B(3,4)", beside="(1,2), (3,4)"), unnamed_point("P(5,2)", beside="20")
    ('(0,2)或(0,-2)', 'A(1,2), B(3,4)', 'P(5,2)')
    """
    names = {m[1] for m in _NAMED.finditer(text)}
    if (
        len(names) != 1
        or len(_NAMED.findall(text)) < len(re.findall(_TUPLE, text))
        or not _BARE_POINT.search(beside)
        or _NAMED.search(beside)
    ):
        return text
    rest = re.sub(
        r"\\(?:left|right)|[\s$.,;，；。]|\b(?:and|or)\b|[和或与]",
        "",
        re.sub(_TUPLE, "", _NAMED.sub("", text)),
    )
    return text if rest else _NAMED.sub("", text)
