"""Formulas as plain lists that the template `sheet.typ` sets on paper: MathML's tree in Typst's terms, made of data alone.

No text of a formula becomes Typst source, so there is nothing in it that could be run. The first of a list is the name of a
function in the template.
"""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias
from xml.etree.ElementTree import Element

from solver.export.formulas import tree

Node: TypeAlias = list[Any]
MAX_DEPTH: Final = 20
"""Typst calls itself no deeper than some 80 functions; each level takes up to three."""

APPLY: Final = "\u2061"  # what stands between a function and its argument
NOTHING: Final = frozenset({APPLY, "\u2062", "\u2063", "\u2064", "", " "})
OPENING: Final = frozenset("([{⌊⌈⟨⟦|‖")
CLOSING: Final = frozenset(")]}⌋⌉⟩⟧|‖")
ACCENTS: Final = frozenset("ˆ̂˜~¯˙¨⃗→←˘ˇ´`˚⇀")
BARS: Final = frozenset("̲̅‾_¯―")
PRIMES: Final = {"′": 1, "″": 2, "‴": 3, "⁗": 4}
STRETCHED: Final = frozenset("→←↔⇒⇐⇔↦⟶⟵⟹")
WIDTH: Final = re.compile(r"(-?[\d.]+)em")


class TooDeep(Exception):
    """A formula that the template could not set."""


def typeset(tex: str, *, display: bool) -> Node | None:
    r"""The formula for the template; None where it cannot be read or is nested too deeply.

    >>> typeset(r"\frac{1}{x}", display=False)
    ['frac', ['s', '1'], ['s', 'x']]
    """
    found = tree(tex, display=display)
    if found is None:
        return None
    try:
        return _row(list(found), 0)
    except TooDeep:
        return None


def _row(elements: list[Element], level: int) -> Node:
    if level > MAX_DEPTH:
        raise TooDeep
    nodes = [node for element in elements if (node := _node(element, level)) is not None]
    if len(nodes) == 1:
        return nodes[0]
    return ["row", nodes]


def _node(element: Element, level: int) -> Node | None:
    text = (element.text or "").strip()
    match element.tag:
        case "mi" | "mn" | "mo":
            return _token(element, text)
        case "mtext":
            return ["t", element.text or ""]
        case "mspace":
            width = WIDTH.fullmatch(element.get("width", ""))
            return ["h", float(width[1])] if width else None
        case "mrow" | "mstyle" | "mpadded":
            return _group(element, level)
        case "mphantom":
            return ["hide", _row(list(element), level + 1)]
        case "msqrt":
            return ["sqrt", _row(list(element), level + 1)]
        case "menclose":
            name = "box" if element.get("notation") == "box" else "cancel"
            return [name, _row([e for e in element if "class" not in e.attrib], level + 1)]
        case "mtable":
            return _table(element, level)
    return _script(element, level)


def _token(element: Element, text: str) -> Node | None:
    if text in NOTHING:
        return None
    if element.tag == "mi" and len(text) > 1 and text.isalpha() and text.isascii():
        return ["op", text]
    if len(text) > 1 or element.get("mathvariant") == "normal":
        return ["t", text]
    if element.tag == "mo" and element.get("form") in ("prefix", "postfix"):
        return ["class", "opening" if element.get("form") == "prefix" else "closing", text]
    return ["s", text]


def _group(element: Element, level: int) -> Node:
    children = list(element)
    first, last = (children[0], children[-1]) if children else (None, None)
    if len(children) == 3 and _is_stack(children[1]):
        over, under = children[1]
        if (first is not None and first.text) == "(":
            return ["binom", _row([over], level + 1), _row([under], level + 1)]
    body = _row(children, level + 1)
    fenced = (_is_fence(first, OPENING), _is_fence(last, CLOSING))
    if any(fenced) and len(children) > 1:
        return ["lr", body]
    style = element.get("displaystyle")
    return [{"true": "display", "false": "small"}[style], body] if style in ("true", "false") else body


def _is_fence(element: Element | None, signs: frozenset[str]) -> bool:
    """Whether it grows with what it stands around: those of `\\left` and `\\right` and of matrices do."""
    if element is None or element.tag != "mo" or element.get("stretchy") == "false":
        return False
    return (element.text or "") in signs


def _is_stack(element: Element) -> bool:
    return element.tag == "mfrac" and element.get("linethickness") == "0" and len(element) == 2


def _script(element: Element, level: int) -> Node:
    parts = list(element)
    down = level + 1
    match element.tag, len(parts):
        case "mfrac", 2:
            node: Node = ["frac", _row(parts[:1], down), _row(parts[1:], down)]
            if element.get("linethickness") == "0":
                node[0] = "stack"
            style = element.get("displaystyle")
            return (
                [{"true": "display", "false": "small"}[style], node] if style in ("true", "false") else node
            )
        case "mroot", 2:
            return ["root", _row(parts[1:], down), _row(parts[:1], down)]
        case "msup", 2:
            if (count := PRIMES.get(parts[1].text or "")) and not len(parts[1]):
                return ["primes", _row(parts[:1], down), count]
            return ["att", _row(parts[:1], down), _row(parts[1:], down), None, False]
        case "msub", 2:
            return ["att", _row(parts[:1], down), None, _row(parts[1:], down), False]
        case "msubsup", 3:
            return ["att", _row(parts[:1], down), _row(parts[2:], down), _row(parts[1:2], down), False]
        case "munderover", 3:
            return ["att", _row(parts[:1], down), _row(parts[2:], down), _row(parts[1:2], down), True]
        case "munder", 2:
            return _under(parts[0], parts[1], down)
        case "mover", 2:
            return _over(parts[0], parts[1], down)
    return _row(parts, down)


def _over(base: Element, mark: Element, level: int) -> Node:
    sign = (mark.text or "") if mark.tag == "mo" else ""
    if sign in BARS and sign:
        return ["bar", "over", _row([base], level)]
    if sign == "⏞":
        return ["brace", "over", _row([base], level), None]
    if sign in ACCENTS and sign:
        return ["accent", _row([base], level), sign]
    if base.tag == "mo" and base.text in STRETCHED:
        return ["arrow", base.text, _row(_without_strut(mark), level), None]
    if base.tag == "mover" and len(base) == 2 and (base[1].text or "") == "⏞":
        return ["brace", "over", _row([base[0]], level), _row([mark], level)]
    return ["att", _row([base], level), _row([mark], level), None, True]


def _under(base: Element, mark: Element, level: int) -> Node:
    sign = (mark.text or "") if mark.tag == "mo" else ""
    if sign in BARS and sign:
        return ["bar", "under", _row([base], level)]
    if sign == "⏟":
        return ["brace", "under", _row([base], level), None]
    if base.tag == "munder" and len(base) == 2 and (base[1].text or "") == "⏟":
        return ["brace", "under", _row([base[0]], level), _row([mark], level)]
    return ["att", _row([base], level), None, _row([mark], level), True]


def _without_strut(mark: Element) -> list[Element]:
    """What stands over a long arrow, without the space that makes the arrow long enough on a page."""
    return [mark[0]] if mark.tag == "mover" and len(mark) == 2 and mark[1].tag == "mspace" else [mark]


def _table(table: Element, level: int) -> Node:
    rows, alignments = [], []
    vertical, horizontal = set[int](), set[int]()
    for number, row in enumerate(table):
        cells, sides = [], []
        for column, cell in enumerate(row):
            style = cell.get("style", "")
            if style == "width: 50%":  # what centres `align` on a page
                continue
            cells.append(_row(list(cell), level + 2))
            sides.append(
                next((side for side in ("left", "right") if f"text-align: {side}" in style), "center")
            )
            vertical |= {column + 1} if "border-right" in style else set()
            horizontal |= {number} if "border-top" in style else set()
        rows.append(cells)
        alignments.append(sides)
    width = max(map(len, rows), default=0)
    for cells, sides in zip(rows, alignments, strict=True):
        cells += [["row", []]] * (width - len(cells))
        sides += ["center"] * (width - len(sides))
    tight = table.get("displaystyle") == "true"  # the columns of `aligned` touch
    return ["mat", rows, alignments, sorted(vertical), sorted(horizontal), tight]
