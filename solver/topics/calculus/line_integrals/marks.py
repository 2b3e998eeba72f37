"""The formulas of a text about curves and fields as marks among its words.

«i0» is an integral along a curve, «f1» a field, «c2» a curve by its parameter, «p3» a point, «q4» a relation, «n5» a number, «l6» a letter,
«x7» another expression, «s8» a function that was named. What the words mean is `wordings`' business; nothing is solved here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.topics.clauses import without_dollars

X, Y, Z, T = (sp.Symbol(name, real=True) for name in "xyzt")
SPACE: Final = (X, Y, Z)
AXES: Final = tuple(sp.Symbol(name) for name in "ijk")
_SMALL: Final = tuple(sp.Symbol(name) for name in "pqws")
"""What dx, dy, dz and ds are called while a formula is read."""
_KNOWN: Final = {s.name: s for s in (*SPACE, T, *AXES, *_SMALL)}
MAX_LENGTH: Final = 700
MAX_OPERATIONS: Final = 60
_FUNCTION: Final = r"arcsin|arctan|sqrt|sin|cos|tan|exp|ln|pi"
_RUN: Final = re.compile(rf"{_FUNCTION}|[xyztijke]")
_NO_FORMULAS: Final = frozenset("it yet eye key tie kit exit text kite".split())
_SMALL_RUN: Final = re.compile(rf"{_FUNCTION}|d[xyzs]|[xyzte]")
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_SIGN: Final = re.compile(
    r"\\(?:dfrac|tfrac|frac|sqrt|sin|cos|tan|ln|exp|pi|cdot|times|arctan|arcsin)(?![A-Za-z])|\d+(?:\.\d+)?|[-+*/^·×√π²³{}]"
)
_OPEN: Final = ("+", "-", "*", "/", "^", "·", "×", "√", r"\cdot", r"\times", "sin", "cos", "tan", "ln", "exp", "sqrt", r"\sin", r"\cos", r"\ln", r"\frac", r"\sqrt")
_DOUBTFUL: Final = re.compile(r"/\s*\d*\s*[xyzt]\s*[xyzt(]|/\s*\d+\s*[xyzt]|\^\s*\d+\s*/")
"""1/2x and x^1/2: what belongs to the fraction?"""
_RELATION: Final = re.compile(r"\s*(<=|>=|=|<|>)\s*")
_NAMED: Final = re.compile(
    r"(?<![A-Za-z\\])(?P<name>[A-Za-wγσ])\s*(?:\(\s*(?:x\s*,\s*y(?:\s*,\s*z)?|t)\s*\))?\s*=\s*(?=[-+({\\\dxyztijesclpπ√])"
)
_ARGUMENTS: Final = re.compile(
    r"(?<![A-Za-z\\])([A-Ea-hr-wFGA])\s*\(\s*(?:x\s*,\s*y(?:\s*,\s*z)?|t)\s*\)(?!\s*=)"
)
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


def expression(source: str) -> sp.Expr:
    """A formula of coordinates and unit vectors.

    Raises:
        FormulaError: it is none.
    """
    if _DOUBTFUL.search(source):
        raise FormulaError("it is not clear what the fraction is")
    value = to_sympy(parse(source), _KNOWN)
    if not isinstance(value, sp.Expr) or value.has(sp.I, sp.zoo, sp.nan, sp.oo):
        raise FormulaError("an expression was expected")
    if sp.count_ops(value) > MAX_OPERATIONS:
        raise FormulaError("too long")
    return value


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
    source = without_dollars(source)
    source = re.sub(r"\\[dt]?frac\s*(\d)\s*(\d)", r"\\frac{\1}{\2}", source)
    for _ in range(2):
        source = re.sub(
            r"\\(?:vec|mathbf|boldsymbol|bm|hat|overrightarrow|bold)(?![A-Za-z])\s*(?:\{\s*([A-Za-z])\s*\}|(?=[A-Za-z\\]))",
            lambda m: f" {m[1] or ''} ",
            source,
        )
    source = re.sub(r"\\[lr]angle(?![a-z])|[⟨⟩〈〉]", lambda m: "(" if m[0] in ("\\langle", "⟨", "〈") else ")", source)
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
    source = re.sub(r"(?i)\b(?:the\s+)?origin\b|(?:坐标)?原点(?:\s*O(?![A-Za-z]))?(?!\s*\()", " (0,0) ", source)
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
                word = _LETTERS.match(self.source, at)
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
            ends = tuple(_tuple(part.strip(" {}")) or () for part in (below, above))
            if not all(ends):
                return None
        elif below and not _CURVE_NAME.fullmatch(below) and below.strip("{} ") not in ("C+", "L+", "C^+", "L^+"):
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
        end, body = _run(self.source, match.end(), _SMALL_RUN)
        parts = _differentials(body)
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
        found = _bracket(self.source, start)
        after = found[0] if found else start
        if found and (value := _tuple(found[1])) is not None and not re.match(r"\s*[-+*/^ijk]", self.source[after:]):
            if match["name"].isupper() and not any(v.free_symbols for v in value) and len(value) in (2, 3) and match["name"] not in "FG":  # fmt: skip
                self.points[match["name"]] = value
                self._put("p", value)
            else:
                self._put("c" if any(v.has(T) for v in value) else "f", value)
            return after
        end, body = _run(self.source, start, _RUN)
        if not body:
            return None
        value = expression(body)
        parts = _components(value)
        if parts is not None:
            self._put("c" if any(v.has(T) for v in parts) else "f", parts)
        elif match["name"] in "fgρμ":
            self._put("s", value)
        else:
            return None
        return end

    def _point_name(self, at: int) -> int | None:
        """A(1, 0), or A alone where it was told before."""
        match = re.compile(r"(?<![A-Za-z\\])([A-Z])(?:\s*(?=\()|(?![A-Za-z]))").match(self.source, at)
        if match is None:
            return None
        if (found := _bracket(self.source, match.end())) is not None and found[1].strip():
            value = _tuple(found[1])
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
        found = _bracket(self.source, at)
        value = _tuple(found[1]) if found else None
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
        end, body = _run(self.source, at, _RUN)
        if not body:
            return None
        sides, signs = [body], list[str]()
        while (relation := _RELATION.match(self.source, end)) is not None:
            further, body = _run(self.source, relation.end(), _RUN)
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
        parts = _components(value)
        if parts is not None:
            self._put("f", parts)
        elif not value.free_symbols:
            self._put("n", value)
        else:
            self._put("l" if value in (*SPACE, T) else "x", value)
        return end


def _components(value: sp.Expr) -> tuple[sp.Expr, ...] | None:
    """P i + Q j (+ R k) as components; None where it is no vector."""
    if not value.has(*AXES):
        return None
    whole = sp.expand(value)
    parts = tuple(whole.coeff(axis) for axis in AXES)
    if sp.expand(whole - sum(p * a for p, a in zip(parts, AXES, strict=True))) != 0:
        raise FormulaError("no vector")
    if any(p.has(*AXES) for p in parts):
        raise FormulaError("no vector")
    return parts if parts[2] != 0 or any(p.has(Z) for p in parts) else parts[:2]


def _differentials(body: str) -> tuple[sp.Expr, ...] | None:
    """P, Q and perhaps R of P dx + Q dy + R dz, or f of f ds."""
    if not body:
        return None
    value = sp.expand(expression(body))
    parts = tuple(sp.simplify(value.coeff(small)) for small in _SMALL)
    if sp.expand(value - sum(p * a for p, a in zip(parts, _SMALL, strict=True))) != 0:
        return None
    if any(p.has(*_SMALL, *AXES) for p in parts) or any(p.has(T) for p in parts):
        return None
    if parts[3] != 0:
        return (parts[3],) if not any(parts[:3]) else None
    return parts[:3] if any(p.has(Z) for p in parts) or parts[2] != 0 else parts[:2]


def _bracket(source: str, at: int) -> tuple[int, str] | None:
    """Where the bracket that opens at `at` ends, and what is in it."""
    if not source.startswith("(", at):
        return None
    depth = 0
    for i in range(at, min(len(source), at + 200)):
        depth += (source[i] == "(") - (source[i] == ")")
        if depth == 0:
            return i + 1, source[at + 1 : i]
    return None


def _tuple(inner: str) -> tuple[sp.Expr, ...] | None:
    """Two or three formulas between commas."""
    inner = inner.strip()
    if inner.startswith("(") and (found := _bracket(inner, 0)) is not None and found[0] == len(inner):
        inner = found[1]
    parts, depth = [""], 0
    for c in inner:
        depth += (c in "({") - (c in ")}")
        if c == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    if len(parts) not in (2, 3):
        return None
    values = []
    for part in parts:
        end, body = _run(part, 0, _RUN)
        if not body or part[end:].strip():
            return None
        value = expression(body)
        if value.has(*AXES):
            return None
        values.append(value)
    return tuple(values)


def _run(source: str, at: int, letters: re.Pattern[str]) -> tuple[int, str]:
    """The longest formula that starts at a place, with its letters apart; where it ends."""
    out, end, depth, has_operand = list[str](), at, 0, False
    kept = (at, "")
    while end < len(source):
        c = source[end]
        if c.isspace():
            out.append(" ")
            end += 1
            continue
        last = next((piece for piece in reversed(out) if piece != " "), "(")
        if c == "(" and ((found := _bracket(source, end)) is None or not _is_formula(found[1], letters)):
            break
        if (sign := _SIGN.match(source, end)) is not None:
            if c == "}" and depth == 0:
                break
            depth += (c == "{") - (c == "}")
            out.append(sign[0])
            has_operand = has_operand or c.isdigit() or c in "π" or sign[0] == r"\pi"
            end = sign.end()
        elif c == "(" or c == ")":
            if c == ")" and depth == 0:
                break
            depth += 1 if c == "(" else -1
            out.append(c)
            end += 1
        elif (word := _LETTERS.match(source, end)) is not None:
            pieces = letters.findall(word[0])
            if "".join(pieces) != word[0] or word[0].lower() in _NO_FORMULAS:
                break
            plain = all(len(piece) == 1 for piece in pieces)
            if plain and last == "^" and len(pieces) > 1:
                raise FormulaError("e^xy")
            for piece in pieces:
                small = len(piece) == 2 and piece[0] == "d"
                if (small or piece in "ijk") and last not in ("+", "-", "(", "{", "*", "·", "×", r"\cdot"):
                    out.append("*")
                last = "pqws"["xyzs".index(piece[1])] if small else piece
                out.append(last if plain else f"{last} ")
            has_operand = True
            end = word.end()
        else:
            break
        if has_operand and depth == 0 and out[-1].strip() not in _OPEN:
            kept = (end, "".join(out))
    return kept


def _is_formula(inner: str, letters: re.Pattern[str]) -> bool:
    end, body = _run(inner, 0, letters)
    return bool(body) and not inner[end:].strip()
