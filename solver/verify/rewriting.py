r"""A line of a student's work in the notation that the grammar of formulas knows: primes, d/dx, ±, F|_a^b, matrices, arrows.

Text to text, with values for what the grammar has no notation for (matrices, antiderivatives between bounds).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from solver.reader import clean
from solver.topics.equations.matrices.literals import MATRIX, matrix_of, with_lists

LEFT, RIGHT, GIVEN, ROOTS_OF, DETERMINANT, RESULT, ABOUT = (
    "L_{77}",
    "R_{77}",
    "P_{77}",
    "D_{77}",
    "D_{76}",
    "S_{77}",
    "A_{77}",
)
"""Names for "LHS", "RHS", "the original expression", the discriminant, the determinant, a result named by words (`sum =`), and the
mark in front of a value that is only about right (`≈ 1.41`)."""
THEN: Final = "\n"
"""Separates what follows from what, within a line."""

_ARROWS: Final = re.compile(
    r"⟺|⇔|<=>|⟹|⇒|⟶|\\(?:Long)?[Rr]ightarrow(?![a-z])|\\(?:Long)?[Ll]eftrightarrow(?![a-z])|\\implies(?![a-z])|\\iff(?![a-z])|∴|\\therefore|(?<=[\w)}\]]) ?=> ?(?=.*[=<>])"
)
_NAMES: Final = (
    (r"\b(?:LHS|L\.H\.S\.?|left[- ](?:hand )?side)(?![a-z])(?:\s*(?:is|equals)(?=\s))?|左边(?=\s*[=＝])|左式", f" {LEFT} "),
    (r"\b(?:RHS|R\.H\.S\.?|right[- ](?:hand )?side)(?![a-z])(?:\s*(?:is|equals)(?=\s))?|右边(?=\s*[=＝])|(?<=[=＝])右边|(?<=[=＝]\s)右边|右式", f" {RIGHT} "),
    (r"原式|\b(?:the )?original expression\b", f" {GIVEN} "),
    (r"[ΔΔ△]|\\Delta(?![a-z])|\b[Dd]isc(?:riminant)?(?=\s*=)|\bb\s*\^\s*\{?2\}?\s*-\s*4\s*a\s*c(?=\s*[=<>≤≥])|b²\s*-\s*4ac(?=\s*[=<>≤≥])|判别式(?=\s*=)", f" {ROOTS_OF} "),
)  # fmt: skip
_ENUMERATION: Final = re.compile(
    r"^\s*(?:(?:step|Step|STEP)\s*\d{1,2}\s*[:.)]?|第[一二三四五六七八九十\d]+步[:：,，]?|[（(]?\d{1,2}[)）](?=\s)|\d{1,2}[.、](?=\s)|解(?:答)?[:：]|(?:solution|answer|ans)\s*[:：])\s*",
    re.IGNORECASE,
)
_LABELS: Final = re.compile(
    r"(?:\d\s*[×*]?\s*)?[①-⑨](?:\s*[×*]\s*\d+)?(?:\s*[-+−]\s*(?:\d\s*[×*]?\s*)?[①-⑨](?:\s*[×*]\s*\d+)?)*"
    r"|(?:(?:\d\s*[×*]?\s*)?(?:\(\d\)|[Ee]q(?:uation)?\.?\s*\(?\d\)?)(?:\s*[×*]\s*\d+)?)(?:\s*[-+−]\s*(?:\d\s*[×*]?\s*)?(?:\(\d\)|[Ee]q(?:uation)?\.?\s*\(?\d\)?)(?:\s*[×*]\s*\d+)?)+(?=\s*(?:[:：,，得⇒]|gives|=>))"
)
"""Numbers of equations: `①+②`, `2×(1) − (2):`, `Eq1 + Eq2 gives`."""
_ANY_WHOLE: Final = re.compile(
    r"[,，;；]?\s*(?P<open>[(（])?\s*(?:where\s+|for\s+(?:any\s+|all\s+)?|其中\s*)?[knmlKN]\s*(?:∈|\\in(?![a-z])|为|是|\bis\b|\bbeing\b)?\s*(?:an?\s+|any\s+|任意\s*)?"
    r"(?:\\mathbb\s*\{?Z\}?|\\mathbf\s*\{?Z\}?|[ZℤN](?![A-Za-z])|(?:integers?|whole numbers?)\b|整数)(?(open)\s*[)）])"
    r"|[,，]?\s*(?:for|where)\s+(?:any|all|every|some)?\s*(?:integers?|whole numbers?)\s+[knm]\b"
)
"""`k ∈ Z`, `where k is any integer`: says no more than the letter does."""
_REMARK: Final = re.compile(r"(?<=[\w)}])\s*[(（]([^()（）]*(?:[=<>≤≥≠]|\\neq?)[^()（）]*)[)）]")
"""A relation in brackets behind another is a remark, no factor."""
_TEXT: Final = re.compile(r"\\(?:text|mathrm|mbox|textbf|mathbf|operatorname)\s*\{([^{}]*)\}")
_DELIMITERS: Final = re.compile(
    r"\$+|\\\(|\\\)|\\\[|\\\]|\\boxed(?=\{)|\\(?:displaystyle|quad|qquad|ldotp)(?![a-z])|[✓✔√]\s*$|&(?!\w*\})"
)
_PLUS_MINUS: Final = re.compile(r"±|\\pm(?![a-z])|\+/-|\+-(?=\s*[\w\\√(])")
_RESULT: Final = re.compile(
    r"(?<![\w=])(?:the\s+|its\s+|our\s+)?(?:sum|product|difference|total|answer|result|value|number|remainder|coefficient|degree|average|mean)\b(?:\s+(?:of|the|is|its|all|both|two|real|roots?|solutions?|zeros?))*\s*(?:=|(?<=\bis)\s)(?=\s*[-\d(+\\a-z])(?!\s*(?:the\b|[a-z](?:_?\d)?\s*=))"
    r"|(?:两根之和|两根之积|两根的和|两根的积|之和|之积|和|积|差|答案|结果|余数|系数|平均数|个数)\s*(?:为|是|=|＝)(?=\s*[-\d(+\\a-z])",
    re.IGNORECASE,
)
"""A result that words name; what follows is its value."""
_NAMED: Final = re.compile(
    r"(?:^|(?<=[,，;；。:：]))\s*(?:[\u4e00-\u9fff]{1,8}|(?:the\s+)?[A-Za-z]{4,}(?:\s+[a-z]{2,}){0,4})\s*[=＝](?=\s*\$?\s*[-\d(+])"
)
"""The same, by the words of a story: `原价=240÷0.8`, `original price = 240 / 0.8`."""
_NAMING: Final = re.compile(r"\s*(?:(?:let|suppose|assume|say|call|set)\b|[设令记])", re.IGNORECASE)
"""What begins so gives a name: 设这个数为x."""
_UNIT: Final = re.compile(
    r"(?<=[\d)])\s*(?:km|cm|mm|dm|kg|mg|ml|mL|m(?=/s)|mph|kph)(?:\s*/\s*(?:h|s|min|hr|l|L))?(?:\^?[23]|[²³])?(?![A-Za-z\d(])"
)
"""A unit of more than one letter behind a number: no product of letters, in a story."""
_ONE_OF_SEVERAL: Final = re.compile(r"(?<![A-Za-z\\_^{])([a-z])([1-4])(?![\d.])")
_NUMBERED: Final = re.compile(r"(?<![A-Za-z\\_^{])([a-z])([1-4])(?=\s*(?:=|,\s*[a-z]\d))")
_SETS: Final = ((r"\\in(?![a-z])", " ∈ "), (r"\\cup(?![a-z])|(?<=[)\]])\s*U\s*(?=[(\[])", " ∪ "), (r"\\(?:empty|varnoth)\w*", " ∅ "),
                (r"\\mathbb\s*\{?R\}?|ℝ", " ℝ "), (r"\\to(?![a-z])", "->"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notes:
    """What a problem says of how its lines are read: its variable, whether `log` is the natural one, whether there are matrices,
    whether words may name a result (`sum = 5`, and `80 km/h` is a number)."""

    variable: str = "x"
    natural: bool = False
    matrices: bool = False
    results: bool = False


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Pieces that follow from one another, and the values of the placeholders `K_{…}` in them.

    A value is a matrix, or (text, lower, upper) for an antiderivative between bounds.
    """

    pieces: tuple[str, ...]
    values: Mapping[str, Any]


def rewrite(text: str, notes: Notes) -> Rewritten:
    """A line in the grammar's notation.

    >>> rewrite("(x^2)' + d/dx(3x) ⇒ 2x", Notes()).pieces
    ('(\\\\frac{d}{dx}(x^2)) + (\\\\frac{d}{dx} (3x))', '2x')
    """
    values: dict[str, Any] = {}
    text = _ENUMERATION.sub("", _LABELS.sub(" ", text.strip()))
    for pattern, name in _NAMES:
        text = re.sub(pattern, name, text, flags=re.IGNORECASE if "LHS" in pattern or "RHS" in pattern else 0)
    if notes.matrices:
        text = re.sub(
            r"\\?\bdet(?:erminant)?\s*(?==)|行列式(?=\s*=)", f" {DETERMINANT} ", _matrices(text, values)
        )
        text = re.sub(r"\\?\bdet\s*\(?\s*([A-Z]{1,3})\s*\)?(?![A-Za-z])", r"|\1|", text)
    text = _ANY_WHOLE.sub(" ", _TEXT.sub(r" \1 ", text))
    if r"\begin" not in text:
        text = _DELIMITERS.sub(" ", text)
    text = re.sub(
        r"[≈≒≐≃]|\\(?:approx|doteq|simeq)(?![a-z])|(?<=[\w)}\s])~=(?=\s*-?\d)", f" = {ABOUT} ", text
    )
    for pattern, sign in _SETS:
        text = re.sub(pattern, sign, text)
    text = re.sub(r"(?<=[\w)}])\s*[:：]\s+(?=\S)", " ; ", text)  # a remark ends here: no ratio
    text = re.sub(r"(?<=[=+*/-])(\s*)a([ts])(?![A-Za-z])", r"\1a \2", text)  # no words: v = u + at
    text = re.sub(r"(\d%|\d/\d)\s+of\s+(?=\$?\d)", r"\1 * ", text)
    text = re.sub(r"(\d)\s*的\s*(?=\d+(?:\.\d+)?%|\d+/\d)", r"\1 * ", text)
    text = _ARROWS.sub(THEN, text)
    if r"\begin" not in text:
        text = _REMARK.sub(r" , \1 ", text)
    if not notes.matrices:
        text = re.sub(r"(?<![A-Za-z\\_])D(?=\s*[=<>≤≥])", f" {ROOTS_OF} ", text)
    if notes.results:
        text = _UNIT.sub("", text)
        if not _NAMING.match(text):
            text = _NAMED.sub(f" {RESULT} = ", _RESULT.sub(f" {RESULT} = ", text))
    if "lim" not in text and "趋" not in text:
        text = re.sub(r"->|→|(?<=[\s}\]])[~～](?=[\s\[\\K])|\\sim(?![a-z])", THEN, text)
    if notes.natural:
        text = re.sub(r"(?<![A-Za-z_])\\?log(?![_A-Za-z\d])", r"\\ln ", text)
    pieces = []
    for piece in text.split(THEN):
        piece = _differentials(_primes(clean(piece), notes.variable))
        piece = _between_bounds(piece, values)
        piece = _numbered(piece).strip().strip("。.;").strip()
        pieces.append(piece)
    return Rewritten(tuple(p for p in pieces if p), values)


def _numbered(text: str) -> str:
    """`x1 + x2` as `x_1 + x_2`, where the same letter stands with different numbers.

    >>> _numbered("x1 + x2 = 5"), _numbered("x2 - 5x = 0"), _numbered("x1 = 2")
    ('x_{1} + x_{2} = 5', 'x2 - 5x = 0', 'x_1 = 2')
    """
    found: dict[str, set[str]] = {}
    for letter, number in _ONE_OF_SEVERAL.findall(text):
        found.setdefault(letter, set()).add(number)
    several = {letter for letter, numbers in found.items() if len(numbers) > 1}
    text = _ONE_OF_SEVERAL.sub(lambda m: f"{m[1]}_{{{m[2]}}}" if m[1] in several else m[0], text)
    return _NUMBERED.sub(r"\1_\2", text)


def alternatives(piece: str) -> tuple[str, ...]:
    """A piece with ± as the two pieces that it stands for.

    >>> alternatives("x = ±3")
    ('x = +3', 'x = -3')
    """
    if not _PLUS_MINUS.search(piece):
        return (piece,)
    return tuple(
        re.sub(r"∓|\\mp(?![a-z])", other, _PLUS_MINUS.sub(sign, piece)) for sign, other in ("+-", "-+")
    )


def _hold(values: dict[str, Any], value: Any) -> str:
    name = f"K_{90 + len(values)}"
    values[name] = value
    return f" K_{{{90 + len(values) - 1}}} "


def _matrices(text: str, values: dict[str, Any]) -> str:
    """Matrices as placeholders; a determinant between bars as a number."""
    text = re.sub(
        r"\[((?:[^\[\];]*;)+[^\[\];]*)\]",  # [1 2; 3 4]
        lambda m: "[" + ", ".join("[" + _row(row) + "]" for row in m[1].split(";")) + "]",
        text,
    )
    text = with_lists(text)

    def held(match: re.Match[str]) -> str:
        found = matrix_of(match["body"])
        if found is None:
            return match[0]
        if match["kind"] == "vmatrix" or match["open"] == "|":
            return _hold(values, ("det", found))
        return _hold(values, found)

    return MATRIX.sub(held, text)


def _row(text: str) -> str:
    """`1 2`, `1, 2` and `1 | 2` as `1, 2`."""
    parts = [p for p in re.split(r"[,|\s]+", text.strip()) if p]
    return ", ".join(parts)


def _closing(text: str, start: int) -> int:
    """Index behind the bracket that closes the one at `start`; -1 where none does."""
    pairs = {"(": ")", "[": "]", "{": "}"}
    opening, depth = text[start], 0
    for i in range(start, len(text)):
        depth += (text[i] == opening) - (text[i] == pairs[opening])
        if depth == 0:
            return i + 1
    return -1


def _opening(text: str, end: int) -> int:
    """Index of the bracket that the one before `end` closes; -1 where there is none."""
    pairs = {")": "(", "]": "[", "}": "{"}
    closing, depth = text[end - 1], 0
    for i in range(end - 1, -1, -1):
        depth += (text[i] == closing) - (text[i] == pairs[closing])
        if depth == 0:
            return i
    return -1


def _primes(text: str, variable: str) -> str:
    r"""`(…)'` and `d/dx …` as `\frac{d}{dx}(…)`, `dy/dx` as `y'`."""

    def named(match: re.Match[str]) -> str:
        """`y'` for dy/dx; `Q_{yu}` for a rate by another variable."""
        return (
            match[2] + ("''" if match[1] else "'")
            if match[3] == variable
            else f" Q_{{{match[2]}{match[3]}}} "
        )

    text = re.sub(
        r"\\frac\s*\{\s*d(\^\{?2\}?)?\s*([a-z])\s*\}\s*\{\s*d\s*([a-z])\s*(?:\^\{?2\}?)?\s*\}", named, text
    )
    text = re.sub(r"\bd(\^\{?2\}?)?([a-z])\s*/\s*d([a-z])(?:\^\{?2\}?)?(?![a-z])", named, text)
    text = re.sub(r"\bd\s*/\s*d([a-z])(?![a-z])", r"\\frac{d}{d\1} ", text)
    text = re.sub(r"(\\frac\{d\}\{d[a-z]\}\s*)\[([^\[\]]*)\]", r"\1(\2)", text)
    text = re.sub(r"\\left\s*([(\[])", r"\1", re.sub(r"\\right\s*([)\]])", r"\1", text))
    for _ in range(12):
        match = re.search(r"[)\]]\s*('+|\^\{?\\prime\}?)", text)
        if match is None:
            break
        end = match.start() + 1
        start = _opening(text, end)
        if (
            start < 0
            or text[start - 1 : start].isalpha()
            and text[max(0, start - 4) : start] not in ("sqrt",)
        ):
            before = re.search(r"\\?(?:sin|cos|tan|ln|log|exp|sqrt|arctan|arcsin)$", text[:start])
            if start < 0 or before is None:
                break
            start = before.start()
        inner = text[start:end]
        inner = f"({inner[1:-1]})" if inner[0] in "([" else f"({inner})"
        order = len(match[1]) if match[1][0] == "'" else 1
        operator = r"\frac{d}{d" + variable + "}"
        text = text[:start] + operator * order + inner + text[match.end() :]
    return _wrapped(text)


def _wrapped(text: str) -> str:
    """A derivative of something in brackets as one factor: it ends where the bracket does."""
    at = 0
    while (match := re.compile(r"(?:\\frac\{d\}\{d[a-z]\}\s*)+\(").search(text, at)) is not None:
        end = _closing(text, match.end() - 1)
        if end < 0:
            break
        text = f"{text[: match.start()]}({text[match.start() : end]}){text[end:]}"
        at = match.end() + 1
    return text


_DIFFERENTIALS: Final = re.compile(r"(?<![A-Za-z])d[a-z]\s*=\s*[^=]*d[a-z](?![a-z])")


def _differentials(text: str) -> str:
    """`du = 2x dx` with differentials as letters `D_{u}`; under an integral sign they stay."""
    if "∫" in text or "int" in text or not _DIFFERENTIALS.search(text):
        return text
    return re.sub(r"(?<![A-Za-z\\])([a-z]?)d([a-z])(?![a-z(])", r"\1 D_{\2} ", text)


_EVALUATED: Final = re.compile(
    r"\s*(?:_\s*(?:\{(?P<lb>(?:[^{}]|\{[^{}]*\})*)\}|(?P<la>-?(?:\\pi|\w)+?))\s*\^\s*(?:\{(?P<ub>(?:[^{}]|\{[^{}]*\})*)\}|(?P<ua>-?(?:\\pi|\\infty|\w)+))"
    r"|\s*from\s+(?P<lw>-?[\w./]+)\s+to\s+(?P<uw>-?[\w./]+))"
)


def _between_bounds(text: str, values: dict[str, Any]) -> str:
    r"""`[F]_a^b` and `F\Big|_a^b` as a placeholder for F(b) − F(a)."""
    for _ in range(4):
        found = None
        for match in re.finditer(
            r"\]|(?:\\(?:Big|big|bigg|Bigg|left|right)?[rl]?\s*)?(?:\\?\||\\vert)", text
        ):
            bounds = _EVALUATED.match(text, match.end())
            if bounds is None:
                continue
            if match[0] == "]":
                start = _opening(text, match.end())
                inner = text[start + 1 : match.start()]
            else:
                start = max(text.rfind(sign, 0, match.start()) for sign in "=\n") + 1
                inner = re.sub(r"\\(?:left|right)\s*\.?$|\\left\s*\.", "", text[start : match.start()])
            if start >= 0 and inner.strip():
                found = (start, bounds, inner)
                break
        if found is None:
            return text
        start, bounds, inner = found
        lower = next(b for b in (bounds["lb"], bounds["la"], bounds["lw"]) if b is not None)
        upper = next(b for b in (bounds["ub"], bounds["ua"], bounds["uw"]) if b is not None)
        held = _hold(values, ("between", inner, lower, upper))
        text = f"{text[:start]}{held}{text[bounds.end() :]}"
    return text
