r"""The base in which an equation between numerals holds: $13 \cdot 15 = 243$, `$321_b = 57$`.

Read: sums, differences, products and powers of numerals, all in the unknown base, or with the letter of the base behind those that are; a base of its
own behind others. Not: digits that are letters, systems.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

MAX_DIGITS: Final = 8
WORDS: Final = {
    "places": Words("In base \\({b}\\) the places are worth \\(1, {b}, {b}^2, \\ldots\\), so the equation means \\[{equation}\\]", "在 \\({b}\\) 进制中各数位的值依次是 \\(1, {b}, {b}^2, \\ldots\\)，所以等式就是 \\[{equation}\\]"),
    "collected": Words("Bring everything to one side: \\[{polynomial}=0\\]", "移项整理：\\[{polynomial}=0\\]"),
    "roots": Words("Its real solutions are \\({roots}\\).", "它的实数解是 \\({roots}\\)。"),
    "digit": Words("A base is a whole number and larger than every digit; the largest digit is \\({digit}\\), so \\({b}={value}\\).", "进制是大于每个数字的整数，最大的数字是 \\({digit}\\)，所以 \\({b}={value}\\)。"),
    "code": Words("whole solutions larger than every digit", "大于每个数字的整数解"),
    "method": Words("both sides written in the base and worked out", "按这个进制写出两边的数再计算"),
    "sentence": Words("The base is \\({answer}\\).", "进制是 \\({answer}\\)。"),
}  # fmt: skip
_SIDE: Final = r"(?:[^a-z?=.]|_\s*\{?\s*[a-z])+?"
_EQUATION: Final = rf"(?P<eq>{_SIDE}={_SIDE})"
_EN: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:find|what is|determine) (?:the )?(?:positive )?(?:value of (?:the )?)?(?:integer )?(?:base )?(?:\$?(?P<b>[a-z])\$? )?(?:in which|for which|such that|if) (?:the )?(?:equation |statement )?{_EQUATION}(?: (?:is|holds) ?(?:valid|true|correct|satisfied)?)?",
        rf"(?:in|for) (?:what|which) (?:positive )?(?:integer )?(?:number )?base(?: \$?(?P<b>[a-z])\$?)? (?:does|is|do|will|is it true that) {_EQUATION}(?: (?:true|valid|correct|hold))?",
        rf"(?:if|given that|suppose(?: that)?) {_EQUATION}(?:,? (?:and|where|given that) \$?[a-z]\$? ?(?:> ?0|is positive|is a positive integer)\$?)?[.,] (?:then )?(?:find|what is|determine)(?: the value of)?(?: the)?(?: positive)?(?: base)? \$?(?P<b>[a-z])\$?(?:,? given that \$?[a-z] ?> ?0\$?)?",
        rf"(?:find|determine|what is) \$?(?P<b>[a-z])\$? (?:if|given that|such that) {_EQUATION}",
    )
)
_FALSE_FIRST: Final = re.compile(
    r"in base \$?(?:10|ten),?\$?,? ?\$?(?P<left>[\d ·+-]+)\$? does not equal \$?(?P<right>\d+)\.?\$?\.? (?P<rest>.+)",
    re.IGNORECASE,
)
_ZH: Final = tuple(
    re.compile(form)
    for form in (
        r"(?:在)?(?:几|多少|什么)进制(?:中|下|里)?,?(?:等式|算式)?(?P<eq>[^\u3400-\u9fff]+=[^\u3400-\u9fff]+?)(?:成立|正确)?",
        r"(?:等式|算式)?(?P<eq>[^\u3400-\u9fff]+=[^\u3400-\u9fff]+?)(?:在|是)(?:几|多少|什么)进制(?:中|下|里|的)?(?:成立|正确)?",
        r"(?:已知|若|如果)(?P<eq>[^\u3400-\u9fff]+=[^\u3400-\u9fff]+?),(?:则|求|那么)(?:进制|底数)?\$?(?P<b>[a-z])\$?(?:的值)?(?:=|是多少|是|为)?",
    )
)
_NUMERAL: Final = re.compile(r"(?<![\w.])(\d+)(?:\s*_\s*\{?\s*([a-z]|\d{1,2})\s*\}?)?(?![\w.])")


@dataclass(frozen=True, slots=True)
class Side:
    """An equation's two sides as formulas in the base, and as Python in which `answer` is the base; the largest digit."""

    left: str
    right: str
    python: str
    digit: int


def read(text: Text) -> Reading:
    """One equation between numerals, and the question for their base."""
    source = re.sub(r"\\[,!;]|\{,\}|\\(?:left|right)(?![a-z])", "", re.sub(r"\s+", " ", text.source)).strip()
    source = re.sub(r"\\cdot|\\times|×|\*", "·", source)
    source = re.sub(r"(?:the )?base[ -]?(?:10|ten|\$10\$) (?:integer|number) ?", "", source)
    source = (
        re.sub(r" is equal to | equals ", " = ", source).replace("$ = ", " = ").replace(" = $", " = ")
        if "_" in source
        else source
    )
    source = re.sub(r"\$([^$=]*=[^$]*?)\$?(?=[.,?]|$| (?:is|and|where|given))", r"\1", source)
    source = source.rstrip("?.。 ")
    if (first := _FALSE_FIRST.fullmatch(source)) is not None:
        source = first["rest"]
    for form in _ZH if text.language == "zh" else _EN:
        if (match := form.fullmatch(re.sub(r"\s", "", source) if text.language == "zh" else source)) is None:
            continue
        letter = match.groupdict().get("b") or "b"
        sides = _sides(match["eq"].replace("$", "").rstrip(".,，"), letter)
        says_base = re.search(r"\bbase\b|进制", text.source) is not None or "_" in match["eq"]
        return _task(sides, letter, text.language) if sides and says_base else None
    return None


def _sides(equation: str, letter: str) -> Side | None:
    if equation.count("=") != 1:
        return None
    marks = [m[2] for m in _NUMERAL.finditer(equation)]
    marked = any(m is not None and m.isalpha() for m in marks)
    if (
        marked
        and {m for m in marks if m is not None and m.isalpha()} != {letter}
        or any(len(m[1]) > MAX_DIGITS for m in _NUMERAL.finditer(equation))
    ):
        return None
    largest = [0]
    exponents = re.sub(r"\^\s*\{?\s*(\d)\s*\}?", lambda m: "^⟨" + "abcdefghij"[int(m[1])] + "⟩", equation)
    fits = [True]

    def formula(match: re.Match[str]) -> str:
        digits, mark = match[1], match[2]
        if mark is not None and mark.isdigit():
            fits[0] &= 2 <= int(mark) <= 10 and all(int(d) < int(mark) for d in digits)
            return str(int(digits, int(mark))) if fits[0] else "0"
        if marked and mark is None:
            return digits  # an ordinary number beside those of the unknown base
        largest[0] = max(largest[0], *map(int, digits))
        if digits.startswith("0"):
            fits[0] = False
        powers = [
            f"{d}*{letter}^{len(digits) - 1 - i}" if i < len(digits) - 1 else d for i, d in enumerate(digits)
        ]
        return "(" + "+".join(powers) + ")"

    def python(match: re.Match[str]) -> str:
        digits, mark = match[1], match[2]
        if mark is not None and mark.isdigit():
            return f'int("{digits}", {mark})'
        return digits if marked and mark is None else f'value("{digits}")'

    told = _NUMERAL.sub(formula, exponents)
    plain = _NUMERAL.sub(python, exponents)
    back = {f"⟨{c}⟩": str(k) for k, c in enumerate("abcdefghij")}
    for mark, digit in back.items():
        told, plain = told.replace(mark, digit), plain.replace(mark, digit)
    plain = re.sub(r"·", "*", plain).replace("^", "**")
    plain = re.sub(r"[{}\\]", "", plain)
    if re.search(r"[^\w\s\"(),*+=-]", plain) is not None or not fits[0]:
        return None
    left, right = told.replace("·", "*").split("=")
    return Side(left, right, plain, largest[0])


def _task(sides: Side, letter: str, language: Language) -> Reading:
    b = sp.Symbol(letter)
    try:
        ends = [to_sympy(parse(side), {letter: b}) for side in (sides.left, sides.right)]
    except FormulaError:
        return None
    polynomial = sp.expand(ends[0] - ends[1])
    if polynomial.free_symbols != {b} or not polynomial.is_polynomial(b) or sp.degree(polynomial, b) > 8:
        return None
    fitting = [r for r in _whole_roots(polynomial, b) if r > max(sides.digit, 1)]
    if len(fitting) != 1:
        return None
    say = language
    unexpanded = f"{latex(ends[0])}={latex(ends[1])}"
    steps = [
        WORDS["places"].say(say, b=letter, equation=unexpanded),
        WORDS["collected"].say(say, polynomial=latex(polynomial)),
    ]
    if sp.degree(polynomial, b) <= 2:
        steps.append(
            WORDS["roots"].say(
                say,
                roots=",\\ ".join(latex(r) for r in sorted(sp.solve(polynomial, b), key=lambda r: sp.re(r))),
            )
        )
    steps.append(WORDS["digit"].say(say, digit=sides.digit, b=letter, value=fitting[0]))
    lines = [
        f"equation = Eq({ends[0]}, {ends[1]})",
        comment(WORDS["code"].say(say)),
        f"[r for r in solve(equation, {letter}) if r.is_integer and r > {max(sides.digit, 1)}][0]",
    ]
    left, right = sides.python.split("=")
    tests = (
        "def value(digits):",
        "    total = 0",
        "    for d in digits:",
        "        total = total*answer + int(d)",
        "    return total",
        f"bool(answer > {max(sides.digit, 1)} and {left.strip()} == {right.strip()})",
    )
    return Prepared(
        language, tuple(steps), cell(*lines, variables=letter), tests, WORDS["method"], WORDS["sentence"]
    )


def _whole_roots(polynomial: Any, b: sp.Symbol) -> list[int]:
    return [int(r) for r in sp.roots(sp.Poly(polynomial, b), filter="Z")]
