"""The shape of an answer: a word, one formula, a list, brackets, a matrix, a statement with relation signs, a union.

Reads cleaned text; formulas inside stay text. What two shapes have in common is `comparing`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from evaluation.grader.cleaning import word
from evaluation.grader.measures import canonical, measure
from evaluation.grader.units import compound, without_units


@dataclass(frozen=True, slots=True)
class Word:
    """An answer in words, by what it says (see `cleaning.word`)."""

    says: str


@dataclass(frozen=True, slots=True)
class Formula:
    """One value; its units apart."""

    text: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """Several answers side by side; `semicolons` where a reference keeps answers to several questions apart.

    `joined`: inequalities with "and" between them.
    """

    members: tuple[Form, ...]
    semicolons: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A point, an interval or a set: which of them the brackets or the other answer say."""

    brackets: str
    members: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of formulas."""

    rows: tuple[tuple[Form, ...], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Sides with relation signs between them: `x = 2`, `0 < x <= 1`."""

    sides: tuple[str, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """Sets or ranges joined by a union sign."""

    parts: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """A set less some numbers."""

    whole: Form
    removed: tuple[Form, ...]


Form: TypeAlias = Word | Formula | Listed | Bracketed | Matrix | Statement | Union | Without

NAME: Final = re.compile(
    r"\\?[A-Za-z]+(?:_\{?\w+\}?)?'*|[A-Za-z]\s*(?:\^\{?-1\}?)?'*\s*\(\s*[A-Za-z]\s*\)|\\[a-z]+"
    r"|\\(?:vec|overrightarrow)\s*\{\s*\w+\s*\}|\\frac\s*\{\s*d[a-z]\s*\}\s*\{\s*d[a-z]\s*\}|d[a-z]\s*/\s*d[a-z]|\\?(?:sin|cos|tan|cot|sec|csc)\s*(?:\\[a-z]+|[A-Za-z])"
    r"|\\?(?:(?!l[ngb](?![A-Za-z]))[A-Za-z]{1,2}|Var|Cov|gcd|lcm|deg|dim|max|min|rank)'*\s*\([^()]*\)|\\?det\s*\(?\s*[A-Z]\s*\)?|\\(?:angle|triangle|odot)\s*[A-Za-z]+|\|\s*(?:[A-Z]{2}|z|\\(?:vec|overrightarrow|overline)\s*\{\s*\w+\s*\})\s*\|"
    r"|[A-Z]_\{?\s*(?:\\triangle|△|\\text\s*\{[^{}]*\})\s*[A-Za-z]*\s*\}?|[SVC]△[A-Z]{3}|∠[A-Z]{1,3}|[a-hm-r](?:\s*\+\s*[a-hm-r]){1,3}|\\vec\s*\{?\s*\w\s*\}?\s*\\cdot\s*\\vec\s*\{?\s*\w\s*\}?|\\(?:overline|bar)\s*\{\s*\w+\s*\}"
    r"|[a-d]\s*(?:\\cdot|\\times)\s*[a-d]|(?:\\nabla|∇|\\text\s*\{\s*grad\s*\}|grad)\s*[a-zA-Z]\s*(?:\([^()]*\))?|\|\s*[A-Z]\s*\||[A-Z]\s*\^\s*\{?\s*(?:-1|T|\d)\s*\}?|\\text\s*\{\s*(?:rank|tr|det|adj|dim|Var|Cov)\s*\}\s*\(?\s*[A-Z]\s*\)?"
    r"|(?:\\frac\s*\{\s*\\partial\s*[a-z]\s*\}\s*\{\s*\\partial\s*[a-z]\s*\}|\\partial\s*[a-z]\s*/\s*\\partial\s*[a-z])|(?:\\mathcal\s*\{?\s*L\s*\}?|L)\s*\\?[{(\[][^=]*[})\]]"
)
"""What may stand before an equals sign as the name of a value: a letter, `x_1`, `f(x)`, `f^{-1}(x)`, `\\cos\\theta`."""
_OPEN, _CLOSE = "([{", ")]}"
_OR: Final = re.compile(
    r",?\s*(?:\\text\s*\{\s*(?:and|or|,)\s*\}|(?<![A-Za-z\\])(?:and|or)(?![A-Za-z])|\\(?:lor|vee)(?![A-Za-z])|或者?|和|以及)"
)
_SIGN: Final = re.compile(r"<=|>=|\\ne(?![A-Za-z])|[<>=]")
_MATRIX: Final = re.compile(
    r"[\[(]?\s*\\begin\s*\{(?:[pbB]?(?:small)?matrix|array)\}(?:\s*\{[clr|]*\})?(.*)\\end\s*\{(?:[pbB]?(?:small)?matrix|array)\}\s*[\])]?", re.DOTALL
)  # fmt: skip


def read(text: str, *, letters: bool = False) -> Form:
    """The shape of a cleaned answer.

    >>> read("x=1, x=2")
    Listed(members=(Statement(sides=('x', '1'), signs=('=',)), Statement(sides=('x', '2'), signs=('=',))), semicolons=False, joined=False)
    >>> read("(1, 2]"), read("Yes")
    (Bracketed(brackets='(]', members=(Formula(text='1', units=()), Formula(text='2', units=()))), Word(says='true'))
    """
    if says := word(text):
        return Word(says)
    if matrix := _MATRIX.fullmatch(text):
        rows = [r for r in re.split(r"\\\\(?:\[[^\]]*\])?", matrix[1]) if r.strip()]
        return Matrix(tuple(tuple(read(c.strip()) for c in r.split("&")) for r in rows))
    if several := compound(text):
        return Formula(*several)
    if either := _either(text, letters=letters):
        return either
    for mark in (";", ","):
        members = list(_split(_OR.sub(mark, text) if mark == "," else text, mark))
        if len(members) > 1:
            if mark == "," and _is_grouped(text):
                break
            spread = _spread([read(m, letters=letters) for m in members])
            return Listed(spread, mark == ";", joined=_joined(text))
    return _one(text, letters=letters)


def _joined(text: str) -> bool:
    return bool(re.search(r"[<>].*(?<![A-Za-z\\])and(?![A-Za-z]).*[<>]", text))


_EITHER: Final = re.compile(
    r",?\s*(?:\\text\s*\{\s*or\s*\}|(?<![A-Za-z\\])or(?![A-Za-z])|\\(?:lor|vee)(?![A-Za-z])|或者?)"
)


def _either(text: str, *, letters: bool) -> Union | None:
    """Inequalities with "or" between them: one of them is enough, `x > 1 or x < 3` is every number."""
    if not _EITHER.search(text) or not re.search(r"[<>]|\\ne(?![A-Za-z])", text):
        return None
    texts = list(_split(_EITHER.sub("\x1f", text), "\x1f"))
    parts = [read(t, letters=letters) for t in texts]
    listed = [m for p in parts for m in (p.members if isinstance(p, Listed) else (p,))]
    if len(texts) < 2 or not all(isinstance(m, Statement) for m in listed):
        return None
    return Union(tuple(parts)) if re.search(r"(?<![A-Za-z])and(?![A-Za-z])", text) else Union(tuple(listed))


def _is_grouped(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?:\D.*)?", text.strip()))


def _one(text: str, *, letters: bool) -> Form:
    if less := _without(text):
        return less
    parts = re.split(r"\\cup(?![A-Za-z])", text)
    if len(parts) > 1:
        return Union(tuple(read(p.strip()) for p in parts))
    signs = [m for m in _SIGN.finditer(text) if _depth(text, m.start()) == 0]
    if signs:
        cuts = [0, *(m.end() for m in signs)]
        ends = [*(m.start() for m in signs), len(text)]
        sides = tuple(text[a:b].strip() for a, b in zip(cuts, ends, strict=True))
        if all(sides):
            if any(m[0][0] in "<>" for m in signs):  # `0 <= t <= 4 seconds`
                sides = (*sides[:-1], _measured(sides[-1]))
            return _named_point(Statement(sides, tuple("ne" if m[0][0] == "\\" else m[0] for m in signs)))
    if member := re.fullmatch(r"([A-Za-z])\s*\\in(?![A-Za-z])\s*(.+)", text):
        return read(member[2])
    if brackets := _whole_brackets(text):
        inside = text[len(brackets[0]) : -len(brackets[1])].strip()
        items = [read(m) for m in _split(inside, ",")]
        kind = brackets[0][-1] + brackets[1][-1]
        both = [both_signs(item) for item in items]
        if kind == "()" and len(items) > 1 and sum(len(b) > 1 for b in both) == 1:  # two points
            return Listed(tuple(Bracketed(kind, tuple(b[min(i, len(b) - 1)] for b in both)) for i in (0, 1)))
        if kind == "{}" or len(items) > 1:
            return Bracketed(kind, _spread(items))
        if kind == "()" and items and not isinstance(items[0], Formula):
            return items[0]
    bare, units = without_units(text, letters=letters)
    if units and not _is_grouped(bare) and (len(list(_split(bare, ","))) > 1 or _SIGN.search(bare)):
        return read(bare)
    return Formula(bare, units)


def _measured(bound: str) -> str:
    """The bound of an inequality without a unit of measure behind it."""
    number, units = without_units(bound)
    return number if units and measure(canonical(units[0])) is not None else bound


_LESS: Final = re.compile(
    r"(.+?)\s*(?:\\setminus(?![A-Za-z])|(?<=\\reals)\s*[-\\]|\b(?:except|other than|but not|excluding)\b(?:\s+(?:for|that))?)\s*(?:\\?\{(.+?)\\?\}|(?:[a-z]\s*(?:=|\\ne)\s*)?([^{}]+))"
)


def _without(text: str) -> Without | None:
    """`R \\setminus {2}`, `all real numbers except 2`."""
    if not (found := _LESS.fullmatch(text)):
        return None
    whole, removed = read(found[1]), read(found[2] or found[3])
    return Without(whole, removed.members if isinstance(removed, Listed) else tuple(both_signs(removed)))


def _named_point(statement: Statement) -> Form:
    """`(x, y) = (1, 2)` says `x = 1, y = 2`."""
    if statement.signs == ("=",):
        left, right = (_whole_brackets(s) and list(_split(s[1:-1], ",")) for s in statement.sides)
        if (
            left
            and right
            and len(left) == len(right) > 1
            and all(re.fullmatch(r"[A-Za-z]|\\[a-z]+", n.strip()) for n in left)
        ):
            return Listed(tuple(Statement((n, v), ("=",)) for n, v in zip(left, right, strict=True)))
    return statement


def _whole_brackets(text: str) -> tuple[str, str] | None:
    """The brackets around a whole text: `(`, `[` or `\\{`."""
    for opening, closings in (("\\{", ("\\}",)), ("(", (")", "]")), ("[", (")", "]")), ("{", ("}",))):
        for closing in closings:
            if (
                text.startswith(opening)
                and text.endswith(closing)
                and len(text) > len(opening) + len(closing)
            ):
                inside = text[len(opening) : -len(closing)]
                if (
                    all(_depth(inside, i) >= 0 for i in range(len(inside) + 1))
                    and _depth(inside, len(inside)) == 0
                ):
                    return opening, closing
    return None


def _depth(text: str, end: int) -> int:
    return sum((c in _OPEN) - (c in _CLOSE) for c in text[:end])


def _split(text: str, mark: str) -> Iterator[str]:
    depth, start = 0, 0
    for i, c in enumerate(text):
        depth += (c in _OPEN) - (c in _CLOSE)
        if c == mark and depth == 0:
            yield text[start:i].strip()
            start = i + 1
    yield text[start:].strip()


def _spread(members: list[Form]) -> tuple[Form, ...]:
    """Plus-minus as two members; a bare value behind `x = 1` is also a value of x."""
    found: list[Form] = []
    for member in members:
        before = found[-1] if found else None
        if (
            isinstance(member, Formula)
            and isinstance(before, Statement)
            and before.signs in (("=",), ("ne",))
            and NAME.fullmatch(before.sides[0])
        ):
            units = "".join(rf"\text{{{unit}}}" for unit in member.units)
            member = Statement((before.sides[0], member.text + units), before.signs)
        found += both_signs(member)
    return tuple(found)


def both_signs(form: Form) -> list[Form]:
    """`±2` as 2 and -2; what has no such sign, or several, as it is."""
    text = (
        form.text
        if isinstance(form, Formula)
        else " ".join(form.sides)
        if isinstance(form, Statement)
        else ""
    )
    if len(re.findall(r"\\pm(?![A-Za-z])", text)) != 1 or r"\mp" in text:
        return [form]
    if isinstance(form, Statement):
        return [Statement(tuple(_signed(s, sign) for s in form.sides), form.signs) for sign in "+-"]
    assert isinstance(form, Formula)
    return [Formula(_signed(text, sign), form.units) for sign in "+-"]


def _signed(text: str, sign: str) -> str:
    return re.sub(r"^\s*\+", "", re.sub(r"\\pm(?![A-Za-z])", sign, text))
