"""The formulas of a text about curves and fields as marks among its words.

«i0» is an integral along a curve, «f1» a field, «c2» a curve by its parameter, «p3» a point, «q4» a relation, «n5» a number, «l6» a letter,
«x7» another expression, «s8» a function that was named. What the words mean is `wordings`' business; nothing is solved here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError
from solver.topics.calculus.line_integrals.formulas import (
    LETTERS,
    RUN,
    SMALL_RUN,
    SPACE,
    T,
    bracket,
    components,
    differentials,
    expression,
    listed,
    run,
)
from solver.topics.clauses import without_dollars

MAX_LENGTH: Final = 700
_RELATION: Final = re.compile(r"\s*(<=|>=|=|<|>)\s*")
_NAMED: Final = re.compile(
    r"(?<![A-Za-z\\])(?P<name>[A-Za-wγσ])\s*(?:\(\s*(?:x\s*,\s*y(?:\s*,\s*z)?|t)\s*\))?\s*=\s*(?=[-+({\\\dxyztijesclpπ√])"
)
_ARGUMENTS: Final = re.compile(
    r"(?<![A-Za-z\\])([A-Ea-hr-wFGA])\s*\(\s*(?:x\s*,\s*y(?:\s*,\s*z)?|t)\s*\)(?!\s*=)"
)
_POINT_NAME: Final = re.compile(r"(?<![A-Za-z\\])([A-Z])(?:\s*(?=\()|(?![A-Za-z]))")
_INTEGRAL: Final = re.compile(
    r"(?P<sign>\\oint|∮|\\int|∫)(?![a-z])\s*(?:\\(?:no)?limits(?![a-z]))?\s*(?:_\s*(?P<below>\{[^{}]{0,60}\}|\([^()]{0,40}\)|[A-Za-zΓγ]))?\s*(?:\^\s*(?P<above>\{[^{}]{0,60}\}|\([^()]{0,40}\)|\+|-))?"
)
_ALONG_FIELD: Final = re.compile(
    r"\s*[A-Za-z]\s*(?:\\cdot(?![A-Za-z])|·|•|\*|∙|⋅)\s*d\s*(?:\\?(?:ell|r|s|l|x)|R)(?![A-Za-z])"
)
_CURVE_NAME: Final = re.compile(r"\{?\s*(?:\\partial|∂)?\s*[A-Za-zΓγ]?(?:_\d|[A-Z]{1,3})?\s*\}?")


@dataclass(frozen=True, slots=True)
class Integral:
    """∫ P dx + Q dy (+ R dz) or ∫ f ds as written; `parts` is empty for F · dr."""

    parts: tuple[sp.Expr, ...]
    along_arc: bool
    is_round: bool
    """Written with a circle on its sign: the curve is closed."""
    is_positive: bool | None = None
    """An orientation that is written on the name of the curve."""
    ends: tuple[tuple[sp.Expr, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """a ≤ b ≤ c: sides and the signs between them."""

    sides: tuple[sp.Expr, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The words with their marks, and what the marks stand for."""

    source: str
    values: tuple[Any, ...]


def marked(source: str) -> Marked | None:
    """The text with marks; None where it is too long or an integral is not one along a curve.

    Raises:
        FormulaError: something that looks like a formula is none.
    """
    if len(source) > MAX_LENGTH:
        return None
    return _Marking(_plain(source)).marked()


def _plain(source: str) -> str:
    """One way of writing for vectors, brackets, axes and the parameter."""
    source = re.sub(r"\{\s*d\s*\}", " d", without_dollars(source))
    source = re.sub(r"\\[dt]?frac\s*(\d)\s*(\d)", r"\\frac{\1}{\2}", source)
    for _ in range(2):
        source = re.sub(
            r"\\(?:vec|mathbf|boldsymbol|bm|hat|overrightarrow|bold)(?![A-Za-z])\s*(?:\{\s*([A-Za-z])\s*\}|(?=[A-Za-z\\]))",
            lambda m: f" {m[1] or ''} ",
            source,
        )
    source = re.sub(
        r"\\[lr]angle(?![a-z])|[⟨⟩〈〉]", lambda m: "(" if m[0] in ("\\langle", "⟨", "〈") else ")", source
    )
    source = re.sub(r"<([^<>=]{1,80},[^<>=]{1,80})>", r"(\1)", source)
    source = re.sub(r"\\Gamma(?![a-z])", "Γ", re.sub(r"\\gamma(?![a-z])", "γ", source))
    source = re.sub(r"\\in(?![a-z])", "∈", re.sub(r"\\partial(?![a-z])", "∂", source))
    source = re.sub(r"(?:\\nabla|∇)\s*(?:\\cdot(?![a-z])|·|⋅)", " div ", source)
    source = re.sub(r"(?:\\nabla|∇)\s*(?:\\times(?![a-z])|×)", " curl ", source)
    source = re.sub(r"(?:\\nabla(?![a-z])|∇)\s*([fuφ])(?![A-Za-z])", " gradf ", source)
    source = re.sub(r"\\(?:theta|varphi|phi)(?![a-z])|[θφ]", " t ", source)
    source = re.sub(
        r"\[([^\[\],]{1,20}),([^\[\],]{1,20})\]\s*(?:×|\\times|x)\s*\[([^\[\],]{1,20}),([^\[\],]{1,20})\]",
        r" \1<=x<=\2 , \3<=y<=\4 ",
        source,
    )
    source = re.sub(r"(?:坐标)?原点\s*O?\s*(?=\()", "O", source)
    source = re.sub(
        r"(?i)\b(?:the\s+)?origin\b|(?:坐标)?原点(?:\s*O(?![A-Za-z]))?(?!\s*\()", " (0,0) ", source
    )
    return _ARGUMENTS.sub(r" \1 ", source)


class _Marking:
    """Marks put into one text from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.values: list[Any] = []
        self.points: dict[str, tuple[sp.Expr, ...]] = {}

    def marked(self) -> Marked | None:
        at = 0
        while at < len(self.source):
            end = self._integral(at) or self._named(at) or self._point_name(at) or self._vector(at)
            end = end or self._formula(at)
            if end is None:
                word = LETTERS.match(self.source, at)
                end = word.end() if word else at + 1
                self.out.append(self.source[at:end])
            at = end
        text = "".join(self.out)
        return None if "∫" in text or "∮" in text or r"\int" in text or r"\oint" in text else Marked(text, tuple(self.values))  # fmt: skip

    def _put(self, kind: str, value: Any) -> None:
        self.out.append(f" «{kind}{len(self.values)}» ")
        self.values.append(value)

    def _integral(self, at: int) -> int | None:
        match = _INTEGRAL.match(self.source, at)
        if match is None:
            return None
        below, above = match["below"] or "", match["above"] or ""
        ends: tuple[tuple[sp.Expr, ...], ...] = ()
        positive: bool | None = None
        if "," in below and "," in above:
            ends = tuple(listed(part.strip(" {}")) or () for part in (below, above))
            if not all(ends):
                return None
        elif (
            below
            and not _CURVE_NAME.fullmatch(below)
            and below.strip("{} ") not in ("C+", "L+", "C^+", "L^+")
        ):
            return None
        elif above:
            sign = above.strip("{} ")
            if sign not in ("+", "-"):
                return None
            positive = sign == "+"
        if "+" in below:
            positive = True
        is_round = match["sign"] in ("∮", r"\oint")
        if (field := _ALONG_FIELD.match(self.source, match.end())) is not None:
            self._put("i", Integral((), False, is_round, positive, ends))
            return field.end()
        end, body = run(self.source, match.end(), SMALL_RUN)
        parts = differentials(body)
        if parts is None:
            return None
        along = len(parts) == 1
        self._put("i", Integral(parts, along, is_round, positive, ends))
        return end

    def _named(self, at: int) -> int | None:
        match = _NAMED.match(self.source, at)
        if match is None or match["name"] in "xyzteijk":
            return None
        start = match.end()
        found = bracket(self.source, start)
        after = found[0] if found else start
        if (
            found
            and (value := listed(found[1])) is not None
            and not re.match(r"\s*[-+*/^ijk]", self.source[after:])
        ):
            if match["name"].isupper() and not any(v.free_symbols for v in value) and len(value) in (2, 3) and match["name"] not in "FG":  # fmt: skip
                self.points[match["name"]] = value
                self._put("p", value)
            else:
                self._put("c" if any(v.has(T) for v in value) else "f", value)
            return after
        end, body = run(self.source, start, RUN)
        if not body:
            return None
        value = expression(body)
        parts = components(value)
        if parts is not None:
            self._put("c" if any(v.has(T) for v in parts) else "f", parts)
        elif match["name"] in "fgρμ":
            self._put("s", value)
        else:
            return None
        return end

    def _point_name(self, at: int) -> int | None:
        """A(1, 0), or A alone where it was told before."""
        match = _POINT_NAME.match(self.source, at)
        if match is None:
            return None
        if (found := bracket(self.source, match.end())) is not None and found[1].strip():
            value = listed(found[1])
            if value is None or any(v.free_symbols for v in value):
                return None
            self.points[match[1]] = value
            self._put("p", value)
            return found[0]
        if match[1] in self.points:
            self._put("p", self.points[match[1]])
            return match.end()
        return None

    def _vector(self, at: int) -> int | None:
        found = bracket(self.source, at)
        value = listed(found[1]) if found else None
        if found is None or value is None:
            return None
        if not any(v.free_symbols for v in value):
            self._put("p", value)
        elif any(v.has(T) for v in value):
            self._put("c", value)
        else:
            self._put("f", value)
        return found[0]

    def _formula(self, at: int) -> int | None:
        if at and (self.source[at - 1].isalpha() and self.source[at - 1].isascii()):
            return None
        end, body = run(self.source, at, RUN)
        if not body:
            return None
        sides, signs = [body], list[str]()
        while (relation := _RELATION.match(self.source, end)) is not None:
            further, body = run(self.source, relation.end(), RUN)
            if not body:
                raise FormulaError("a side is missing")
            signs.append(relation[1])
            sides.append(body)
            end = further
        values = tuple(map(expression, sides))
        if signs:
            self._put("q", Chain(values, tuple(signs)))
            return end
        (value,) = values
        parts = components(value)
        if parts is not None:
            self._put("f", parts)
        elif not value.free_symbols:
            self._put("n", value)
        else:
            self._put("l" if value in (*SPACE, T) else "x", value)
        return end
