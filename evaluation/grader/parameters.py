r"""Texts that tell a set of points by parameters or equations, as sympy: `(3-s, s), s \in R`, `(1,0) + t(2,1)`, `span{(1,-1)}`, `(x-1)/2 = y`.

Which sets are the same is `parametrised`'s business.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from evaluation.grader.matrices import in_rows
from evaluation.grader.values import value

MAX_LENGTH: Final = 400
MAX_COMPONENTS: Final = 6
_NAME: Final = r"(?:\\(?:lambda|mu|alpha|beta|gamma|theta|varphi)|[a-dhkm-wC](?:_\{?\d\}?)?)"
_NAMES: Final = rf"{_NAME}(?:\s*(?:,|\band\b|和|与)\s*{_NAME})*"
_REALS: Final = r"(?:\\reals|R(?![A-Za-z]))"
_ANY: Final = (
    rf"(?:\\in\s*{_REALS}|(?:\s*(?:is|are|being)\b|[为是])?\s*(?:(?:an?|any|all|arbitrary|free|real|the)\b\s*|任意的?|自由)*"
    r"(?:\breals?|\barbitrary|\bfree|\bscalars?|\bparameters?|\bconstants?|\bnumbers?|\bvariables?|实数|常数|参数|未知量)(?![A-Za-z]))"
)
_WITH: Final = r"(?:\s*[,;:]\s*\(?|\s*\(|(?<=[)\]}])\s*|\s+(?=(?:where|with|for|as)\b)|(?=其中))\s*(?:\b(?:where|with|for|as)\b|其中)?\s*"
_EVERY: Final = (
    r"(?:\b(?:all|any|every|each)\b\s*)?(?:\breal\b\s*)?(?:\b(?:numbers?|values?(?:\s+of)?|scalars?)\b\s*)?"
)
_DECLARED: Final = (
    re.compile(rf"{_WITH}{_EVERY}(?P<names>{_NAMES})\s*{_ANY}\s*\)?$"),
    re.compile(rf"\s*[,;(]\s*(?:\bwhere\b\s*)?(?P<names>[xyz](?:_\{{?\d\}}?)?(?:\s*(?:,|\band\b)\s*[xyz](?:_\{{?\d\}}?)?)?)\s*{_ANY}\s*\)?$"),
    re.compile(rf"{_WITH}\b(?:for\s+)?(?:all|any|every|real)\b\s*(?:real\b\s*)?(?:\b(?:numbers?|values?\s+of|scalars?)\b\s*)?(?P<names>{_NAMES})\s*\)?$"),
)  # fmt: skip
_NOT_ZERO: Final = re.compile(
    rf"{_WITH}(?P<names>{_NAMES})\s*(?:\\ne\s*0|(?:\bis\b|\bare\b|[为是])?\s*(?:an?\s+|any\s+)?(?:non-?zero(?:\s+(?:real\s+)?(?:number|constant|scalar|real))?|not\s+(?:both|all)\s+(?:zero|0)|非零(?:实数|常数)|不(?:全|同时)?为(?:零|0)))\s*\)?$"
)
_BOUNDED: Final = (
    re.compile(rf"{_WITH}(?P<low>[-\d./]+|-?\\pi)\s*(?P<one><=?)\s*(?P<names>{_NAME})\s*(?P<two><=?)\s*(?P<high>[^<>=,]+?)\s*\)?$"),
    re.compile(rf"{_WITH}(?P<names>{_NAME})\s*\\in\s*(?P<one>[\[(])(?P<low>[^,]+),(?P<high>[^,]+)(?P<two>[\])])$"),
)  # fmt: skip
_SET: Final = re.compile(r"\\?\{\s*(?P<body>[^|:]+?)\s*(?::|\\mid(?![A-Za-z])|\|)\s*(?P<when>.+?)\s*\\?\}")
_SPAN: Final = re.compile(
    r"(?:the\s+)?(?:(?i:span)\s*(?:of)?|(?:sub)?space\s+spanned\s+by|(?i:line|plane)\s+spanned\s+by|由)\s*(?:\\?\{|\((?=\s*\())?(?P<of>[(\[].*[)\]])\s*(?:\\?\}|\))?\s*(?:(?:所?张成|生成)的?(?:子?空间)?)?"
)
_WHOLE_SPACE: Final = re.compile(r"(?:all\s+of\s+)?(?:\\reals|R)\s*\^\s*\{?([2-6])\}?")
_MULTIPLES: Final = re.compile(
    r"(?:all|any|every|each|the)?\s*(?:(?P<not>non-?zero)\s+)?(?:real\s+|scalar\s+|constant\s+)*multiples?\s+of\s+(?:the\s+vector\s+)?(?P<of>[(\[][^()\[\]]+[)\]])"
    r"|(?:所有)?(?P<von>\([^()]+\))的(?:所有|任意)?(?P<nicht>非零)?(?:常数|实数)?倍数?"
)
_COLUMN: Final = re.compile(
    r"\\begin\s*\{[pb]?matrix\}((?:(?!\\begin|&).)*?)\\end\s*\{[pb]?matrix\}", re.DOTALL
)
_TURNED: Final = re.compile(r"(?<=[)\]])\s*\^\s*\{?\s*(?:T|\\top|\\text\s*\{\s*T\s*\}|'|\\prime)\s*\}?")
_VECTOR_NAME: Final = re.compile(
    r"^(?:\\(?:vec|mathbf|overrightarrow|text|boldsymbol)\s*\{\s*[A-Za-z]+\s*\}|\\vec\s+[a-z]|[a-zA-Z]|\([a-z](?:_\{?\d\}?)?(?:\s*,\s*[a-z](?:_\{?\d\}?)?)+\)(?:\^\{?T\}?)?)\s*(?:\([a-z]\))?\s*=\s*(?=[^=]+$)"
)
_ENDLESS: Final = re.compile(
    r"^(?:(?:there\s+are|the\s+system\s+has)\s+)?(?:infinitely\s+many\s+solutions?|无[穷数]多?[个组]?解)\s*[:,]\s*",
    re.IGNORECASE,
)
_COORDINATE: Final = re.compile(r"x_\{?([1-6])\}?|[xyz](?![_A-Za-z])")


@dataclass(frozen=True, slots=True)
class Points:
    """Points with parameters in their coordinates. `declared`: the text says that the letters are parameters.

    `zero`: whether all parameters may be zero, None where nothing is said; `bounds` of a single one: low, high, whether these are left out.
    """

    at: tuple[Any, ...]
    declared: bool = False
    zero: bool | None = None
    bounds: tuple[Any, Any, bool, bool] | None = None

    @property
    def parameters(self) -> tuple[Any, ...]:
        """The letters, in the order of the alphabet."""
        return tuple(sorted({s for c in self.at for s in c.free_symbols}, key=str))

    @property
    def letters(self) -> frozenset[str]:
        """Their names."""
        return frozenset(map(str, self.parameters))

    def atoms(self) -> list[Any]:
        """The rates n of all cos nt and sin nt."""
        found = {f.args[0] for c in self.at for f in c.atoms(sp.cos, sp.sin)}
        rates = {sp.diff(a, self.parameters[0]) for a in found}
        return list(rates) if all(not r.free_symbols and r != 0 for r in rates) else []


@dataclass(frozen=True, slots=True)
class Equations:
    """Expressions that are zero, in coordinates and parameters."""

    zero: tuple[Any, ...]
    declared: bool = False

    @property
    def coordinates(self) -> frozenset[str]:
        """Of the letters those that name a coordinate."""
        return frozenset(str(s) for e in self.zero for s in e.free_symbols if _COORDINATE.fullmatch(str(s)))

    @property
    def letters(self) -> frozenset[str]:
        """The others."""
        return frozenset(str(s) for e in self.zero for s in e.free_symbols) - self.coordinates

    def points(self, coordinates: Sequence[str]) -> Points | None:
        """The points whose coordinates solve them; None where they are not linear, or where there is one point or none."""
        if not self.coordinates <= set(coordinates) or len(coordinates) > MAX_COMPONENTS:
            return None
        unknown = [sp.Symbol(n) for n in (*coordinates, *sorted(self.letters))]
        if (given := self._given(coordinates)) is not None:
            return Points(given, self.declared)
        if not all(sp.Poly(e, *unknown).total_degree() <= 1 for e in self.zero if e.is_polynomial(*unknown)):
            return None
        if not all(e.is_polynomial(*unknown) for e in self.zero):
            return None
        found = sp.linsolve(self.zero, unknown)
        if not isinstance(found, sp.FiniteSet) or len(found) != 1:
            return None
        at = tuple(found.args[0][: len(coordinates)])
        return Points(at, self.declared) if any(c.free_symbols for c in at) else None

    def _given(self, coordinates: Sequence[str]) -> tuple[Any, ...] | None:
        """The coordinates where each stands alone: `x = 2 cos t, y = 3 sin t`."""
        found: dict[str, Any] = {}
        for e in self.zero:
            for n in coordinates:
                name = sp.Symbol(n)
                rest = sp.expand(name - e)
                if name not in rest.free_symbols and n not in found:
                    found[n] = name - e
                    break
        own = {str(s) for v in found.values() for s in v.free_symbols}
        if len(found) == len(coordinates) == len(self.zero) and not own & set(coordinates) and own:
            return tuple(sp.expand(found[n]) for n in coordinates)
        return None


def told_by_parameters(text: str) -> Points | Equations | None:
    r"""The set that a spelled text tells; None where it tells none in this way.

    >>> told_by_parameters(r"(1,0) + t(2,-1), t \in R").at, told_by_parameters("span{(1,0,1),(0,1,1)}").letters == {"c_1", "c_2"}
    ((2*t + 1, -t), True)
    >>> told_by_parameters("(x-1)/2 = y/3").zero, told_by_parameters("(1, 2)"), told_by_parameters("x > 2")
    ((x/2 - y/3 - 1/2,), None, None)
    """
    if (
        len(text) > MAX_LENGTH
        or not re.search(r"[(=\[^]|matrix", text)
        or re.search(r"[\u3400-\u9fff]{8}", text)
    ):
        return None
    text = re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", in_rows(text)).strip(" .,;")
    text = _ENDLESS.sub("", text)
    if several := _spanned(_plain(text)):
        return several
    if described := _SET.fullmatch(text):
        text = f"{described['body']}, {described['when']}"
    declared, zero, bounds = False, None, None
    for _ in range(3):
        rest, said = _without_declaration(text)
        if said is None:
            break
        text, declared = rest, True
        zero = False if said == "nonzero" else zero if zero is False else True if said == "any" else zero
        if isinstance(said, tuple):
            bounds = said
    text = in_rows(text)
    points = _points(_VECTOR_NAME.sub("", _plain(text), count=1))
    if points is not None:
        found = Points(points, declared, zero, bounds)
        return found if found.parameters else None
    equations = _equations(text)
    if equations is None:
        return None
    if bounds is None:
        symmetric = text.count("=") > 1 and "," not in text
        return Equations(equations, declared or symmetric)
    curve = Equations(equations)._given(sorted(Equations(equations).coordinates))
    return None if curve is None else Points(curve, True, zero, bounds)


def _plain(text: str) -> str:
    """Columns of a matrix as rows in brackets, without the sign that turns them."""
    text = _COLUMN.sub(lambda m: _row(m[1]), text)
    return _TURNED.sub("", text).strip()


def _row(column: str) -> str:
    cells = (c.strip() for c in re.split(r"\\\\(?:\[[^\]]*\])?", column))
    return f"({', '.join(c for c in cells if c)})"


def _without_declaration(text: str) -> tuple[str, str | tuple[Any, Any, bool, bool] | None]:
    for pattern in _DECLARED:
        if found := pattern.search(text):
            return text[: found.start()].rstrip(" ,;("), "any"
    if found := _NOT_ZERO.search(text):
        return text[: found.start()].rstrip(" ,;("), "nonzero"
    for pattern in _BOUNDED:
        if found := pattern.search(text):
            low, high = value(found["low"]), value(found["high"])
            if low is None or high is None or (low.free_symbols | high.free_symbols):
                return text, None
            ends = found["one"] in ("<", "("), found["two"] in ("<", ")")
            return text[: found.start()].rstrip(" ,;("), (low, high, *ends)
    return text, None


def _spanned(text: str) -> Points | None:
    """All combinations of some vectors, or all multiples of one."""
    zero: bool | None = True
    if whole := _WHOLE_SPACE.fullmatch(text):
        return Points(tuple(sp.symbols(f"c_1:{int(whole[1]) + 1}")), True, zero)
    if found := _MULTIPLES.fullmatch(text):
        of = found["of"] or found["von"]
        zero = not (found["not"] or found["nicht"])
    elif found := _SPAN.fullmatch(text):
        of = found["of"]
    else:
        return None
    vectors = [_vector(part) for part in _cut(of, ",")]
    known = [v for v in vectors if v is not None]
    if len(known) != len(vectors) or len({len(v) for v in known}) != 1:
        return None
    if any(c.free_symbols for v in known for c in v):
        return None
    names = sp.symbols(f"c_1:{len(known) + 1}")
    at = tuple(sum(n * c for n, c in zip(names, column, strict=True)) for column in zip(*known, strict=True))
    return Points(at, True, zero)


def _vector(text: str) -> tuple[Any, ...] | None:
    text = text.strip()
    if text[:1] + text[-1:] not in ("()", "[]"):
        return None
    found = [value(c) for c in _cut(text[1:-1], ",")]
    known = tuple(c for c in found if c is not None and c.is_finite is not False)
    return known if len(known) == len(found) and 2 <= len(known) <= MAX_COMPONENTS else None


def _points(text: str) -> tuple[Any, ...] | None:
    """The coordinates of a sum of vectors with factors: `(1,0) + t(2,1)`."""
    total: list[Any] | None = None
    for sign, term in _terms(text):
        scaled = _scaled(term)
        if scaled is None or (total is not None and len(total) != len(scaled)):
            return None
        total = [sign * c for c in scaled] if total is None else [
            a + sign * b for a, b in zip(total, scaled, strict=True)
        ]  # fmt: skip
    return None if total is None else tuple(map(sp.expand, total))


def _scaled(term: str) -> list[Any] | None:
    """A vector with its factor in front or behind."""
    for at, sign in enumerate(term):
        if sign not in "([":
            continue
        end = _closing(term, at)
        vector = None if end is None else _vector(term[at : end + 1])
        if end is None or vector is None:
            continue
        factors = [
            re.sub(r"^(?:\\cdot|\*)|(?:\\cdot|\*)$", "", t.strip()).strip()
            for t in (term[:at], term[end + 1 :])
        ]
        before, behind = (sp.S.One if not f else value(f) for f in factors)
        return None if before is None or behind is None else [before * behind * c for c in vector]
    return None


def _closing(text: str, start: int) -> int | None:
    depth = 0
    for i in range(start, len(text)):
        depth += (text[i] in "([{") - (text[i] in ")]}")
        if depth == 0:
            return i
    return None


def _terms(text: str) -> Iterator[tuple[int, str]]:
    """Summands with their signs, outside brackets."""
    depth, start, sign = 0, 0, 1
    for i, c in enumerate(text):
        depth += (c in "([{") - (c in ")]}")
        if c in "+-" and depth == 0:
            if text[start:i].strip():
                yield sign, text[start:i].strip()
            sign, start = (1 if c == "+" else -1), i + 1
    yield sign, text[start:].strip()


def _cut(text: str, mark: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        depth += (c in "([{") - (c in ")]}")
        if c == mark and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    return [*parts, text[start:]]


def _equations(text: str) -> tuple[Any, ...] | None:
    """What is zero in equations with commas or words between them; a chain `a = b = c` is two of them."""
    if re.search(r"[<>]|\\(?:ne|in|pm|cup)(?![A-Za-z])", text) or "=" not in text:
        return None
    found: list[Any] = []
    for part in _cut(re.sub(r";|\band\b|且", ",", text), ","):
        sides = [value(s) for s in part.split("=")]
        known = [s for s in sides if s is not None]
        if len(sides) < 2 or len(known) < len(sides):
            return None
        found += [a - b for a, b in itertools.pairwise(known)]
    finite = all(e.is_finite is not False and not e.has(sp.zoo, sp.nan) for e in found)
    said = finite and len(found) <= MAX_COMPONENTS and any(e.free_symbols for e in found)
    return tuple(found) if said else None
