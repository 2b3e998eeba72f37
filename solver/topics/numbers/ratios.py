"""A ratio in its simplest form: 24 : 36 is 2 : 3; two or three terms, whole, with fractions, decimals or units of one kind.

Read: "simplify the ratio 24:36", "write 30 cm : 2 m in its simplest form", "the ratio of 24 to 36 in lowest terms", 化简比0.5:0.25, 化成最简整数比.
Also its value (比值) beside that or alone, of two terms. Not: ratios of letters, terms that are to be found, parts of a whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import Any, Final

import sympy as sp

from solver.latex import fraction_latex
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.numbers.units.table import Unit, unit_pattern, units_of
from solver.topics.prepared import Prepared
from solver.topics.rationals import terminating_decimal
from solver.topics.two_questions import SeveralQuestions

VOCABULARY: Final = {
    "ratio": "ratiotoken",
    "simplify": "simplify|simplified|reduce|simplest form|its simplest form|in simplest form|in its simplest form|in lowest terms|to lowest terms|to its lowest terms|to its simplest form"
    "|simplest whole number ratio|as a ratio in simplest form|as a ratio in its simplest form|as a ratio in lowest terms|simplest whole number form|in the simplest form|simplest integer ratio|in simplest whole number form"
    "|lowest terms|in simplest ratio|as the simplest whole number ratio|as a simplified ratio"
    "|化简|化简比|化简下面的比|化简下列各比|化简下列比|化成最简整数比|化为最简整数比|化成最简单的整数比|化为最简单的整数比|化成最简比|化为最简比|最简整数比|最简单的整数比|最简比|写成最简整数比|化简成最简整数比|化简为最简整数比",
    "value": "比值|的比值|value of the ratio|the value of the ratio|ratio value",
    "words": "再|先|ratio|ratios|write|express|as|as a ratio|put|form|比|的比|这个比|各比|比化简|写成",
}  # fmt: skip
WORDS: Final = {
    "units": Words("Write all terms in one unit, {unit}: {written}.", "先统一单位，都化成{unit}：{written}。"),
    "unitless": Words("With the same unit everywhere only the numbers count: \\({ratio}\\).", "单位相同，只看数的比：\\({ratio}\\)。"),
    "multiply": Words(
        "A ratio does not change when all its terms are multiplied by the same number (not 0). Multiply by \\({k}\\), so that the terms become whole: {products}. The ratio is now \\({ratio}\\).",
        "比的各项同时乘同一个数（0 除外），比值不变。各项都乘 \\({k}\\)，化成整数：{products}，得到 \\({ratio}\\)。",
    ),
    "divide": Words(
        "The greatest common divisor of the terms is \\({g}\\). Divide every term by it: {quotients}. This gives \\({ratio}\\).",
        "各项的最大公因数是 \\({g}\\)，各项都除以它：{quotients}，得到 \\({ratio}\\)。",
    ),
    "done": Words(
        "The terms of \\({ratio}\\) have no common divisor but \\(1\\): the ratio is in its simplest form.",
        "\\({ratio}\\) 的各项除 \\(1\\) 外没有公因数，已经是最简整数比。",
    ),
    "quotient": Words("The value of a ratio is its first term divided by the second: \\({first}\\div {second}={value}\\).", "比值等于比的前项除以后项：\\({first}\\div {second}={value}\\)。"),
    "answer_value": Words("The value of the ratio is \\({answer}\\).", "比值是 \\({answer}\\)。"),
    "method_value": Words("the value times the second term must be the first term", "比值乘后项应等于前项"),
    "code": Words("whole terms, divided by their greatest common divisor", "化成整数后，各项除以最大公因数"),
    "answer": Words("In its simplest form the ratio is \\({answer}\\).", "最简整数比是 \\({answer}\\)。"),
    "method": Words("the terms must be in proportion to the given ones (products across), whole, and without a common divisor", "与原比交叉相乘应相等，且各项是没有公因数的整数"),
}  # fmt: skip
_FRACTION: Final = r"\\[dt]?frac\s*\{\s*\d{1,9}\s*\}\s*\{\s*\d{1,9}\s*\}|\d{1,9}\s*/\s*\d{1,9}"
_NUMBER: Final = rf"(?:\d{{1,9}}\s*(?:{_FRACTION})|(?:{_FRACTION})|\d{{1,12}}(?:\.\d{{1,9}})?)"
_MIXED: Final = re.compile(
    r"(?:(?P<whole>\d+)\s*)??(?:\\[dt]?frac\s*\{\s*(?P<p>\d+)\s*\}\s*\{\s*(?P<q>\d+)\s*\}|(?P<n>\d+)\s*/\s*(?P<d>\d+))"
)
_START: Final = r"(?<![A-Za-z\d_./^}])(?<!\d:)(?<!\d: )"
_FAR: Final = r"\s*\$?\s*"
_ANSWER: Final = re.compile(r"\d{1,40}(?::\d{1,40}){1,3}")


def _quantity() -> str:
    return rf"{_NUMBER}(?:{_FAR}{_unit()})?"


def _unit() -> str:
    """A unit; the "in" of "in lowest terms" is none."""
    return rf"(?!in\s+(?:its|the|simpl|lowest|whole|a\b)){unit_pattern()}"


def read(text: Text) -> Reading:
    """One ratio that is to be simplified."""
    source = re.sub(r"\\(?:[,;:! ]|text\s*\{([^{}]*)\})", r" \1", text.source.replace("∶", ":"))
    if not re.search(r"(?i)simpl|reduce|lowest|value of the ratio|化|最简|比值", source):
        return None
    quantity = _quantity()
    patterns = (
        rf"{_START}{_FAR}{quantity}(?:{_FAR}:{_FAR}{quantity}){{1,2}}\s*\$?(?!\s*[:=+*/^(-]|[\dA-Za-z]|\.\d)",
        rf"\bratio\s+(?:of\s+)?(?:the\s+)?{_FAR}{quantity}(?:{_FAR}\bto\b{_FAR}{quantity}){{1,2}}\s*\$?(?![\dA-Za-z:^(])",
        rf"{_START}{_FAR}{quantity}\s*\$?\s*[与和]{_FAR}{quantity}\s*\$?\s*的(?:最简)?(?:整数)?比",
    )
    for pattern in patterns:
        matches = list(re.finditer(pattern, source, re.I))
        if len(matches) == 1:
            break
    else:
        return None
    match = matches[0]
    terms = re.findall(rf"({_NUMBER})(?:{_FAR}({_unit()}))?", match[0], re.I)
    said = "最简整数比" if "最简" in match[0] else "ratio"
    found = account(f"{source[: match.start()]} ratiotoken {said} {source[match.end() :]}", VOCABULARY)
    asked = [c for c in found.concepts if c in ("simplify", "value")]
    if said == "最简整数比" and "simplify" not in asked:
        asked.insert(0, "simplify")
    if not asked:
        return None
    if found.unread:
        return Unread(found.unread)
    return None if found.nodes else _asked(terms, tuple(dict.fromkeys(asked)), text.language)


def _asked(terms: list[tuple[str, str]], asked: tuple[str, ...], language: Language) -> Reading:
    tasks = [_task(terms, language) if name == "simplify" else _value_task(terms, language) for name in asked]
    if len(tasks) == 1:
        return tasks[0]
    both = tuple(task for task in tasks if isinstance(task, Prepared))
    return SeveralQuestions(both, language) if len(both) == 2 else None


def _value_task(terms: list[tuple[str, str]], language: Language) -> Prepared | None:
    """The first term divided by the second."""
    if len(terms) != 2 or bool(terms[0][1]) != bool(terms[1][1]):
        return None
    first, second = (_value(number) for number, _ in terms)
    if not second:
        return None
    opening = list[str]()
    if terms[0][1]:
        units = _common_units([unit for _, unit in terms])
        if units is None:
            return None
        opening, (first, second) = _in_one_unit([first, second], units, language)
    decimal = any("." in number for number, _ in terms)
    show = _written if decimal else fraction_latex
    quotient = first / second
    step = WORDS["quotient"].say(language, first=show(first), second=show(second), value=show(quotient))
    a, b = (exact_source(sp.Rational(v.numerator, v.denominator)) for v in (first, second))
    return Prepared(
        language, (*opening, step), cell(f"Rational({a}, {b})"), (f"answer * {b} == {a}",), WORDS["method_value"],
        sentence=WORDS["answer_value"], shown=lambda v: _number(v, decimal),
    )  # fmt: skip


def _number(value: Any, decimal: bool) -> str | None:
    if not isinstance(value, sp.Rational):
        return None
    exact = Fraction(int(value.p), int(value.q))
    return _written(exact) if decimal else fraction_latex(exact)


def _task(terms: list[tuple[str, str]], language: Language) -> Reading:
    try:
        values = [_value(number) for number, _ in terms]
    except ZeroDivisionError:
        return None
    if any(not v for v in values):
        return None  # 0 : 5 has no simplest form that schools agree on
    decimal = any("." in number for number, _ in terms)
    if not any(unit for _, unit in terms):
        return _prepared(values, [], language, decimal)
    units = _common_units([unit for _, unit in terms])
    return None if units is None else _with_units(values, units, language)


def _common_units(names: list[str]) -> list[Unit] | None:
    """The units of one kind; None of several: 30 cm : 2 kg is no number, 30 : 2 m is not said whole."""
    choices = [units_of(name) for name in names]
    common = [
        d for d in (u.dimension for u in choices[0]) if all(any(u.dimension == d for u in c) for c in choices)
    ]
    if not common or common[0] == "temperature":
        return None
    return [next(u for u in c if u.dimension == common[0]) for c in choices]


def _value(number: str) -> Fraction:
    match = _MIXED.fullmatch(number.strip())
    if match is None:
        return Fraction(number)
    return Fraction(match["whole"] or 0) + Fraction(
        int(match["p"] or match["n"]), int(match["q"] or match["d"])
    )


def _with_units(values: list[Fraction], units: list[Unit], language: Language) -> Prepared:
    opening, converted = _in_one_unit(values, units, language)
    return _prepared(converted, opening, language)


def _in_one_unit(
    values: list[Fraction], units: list[Unit], language: Language
) -> tuple[list[str], list[Fraction]]:
    """The steps that write all terms in one unit, and the terms."""
    smallest = min(units, key=lambda u: u.size)
    name = smallest.zh if language == "zh" else smallest.plural
    sizes = [unit.size / smallest.size for unit in units]
    converted = [v * size for v, size in zip(values, sizes, strict=True)]
    shown = ":".join(map(_written, converted))
    if len(set(sizes)) == 1:
        return [WORDS["unitless"].say(language, ratio=shown)], converted
    written = _list(
        [
            rf"\({_written(v)}\times {_written(k)}={_written(v * k)}\)"
            for v, k in zip(values, sizes, strict=True)
            if k != 1
        ],
        language,
    )
    opening = [
        WORDS["units"].say(language, unit=name, written=written),
        WORDS["unitless"].say(language, ratio=shown),
    ]
    return opening, converted


def _written(value: Fraction) -> str:
    """A decimal where it ends soon, else a fraction."""
    decimal = terminating_decimal(sp.Rational(value.numerator, value.denominator))
    return decimal if decimal is not None and len(decimal) < 8 else fraction_latex(value)


def _list(items: list[str], language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(items)


def _prepared(
    values: list[Fraction], opening: list[str], language: Language, decimal: bool = True
) -> Prepared:
    steps, current = list(opening), values
    show = _written if decimal else fraction_latex
    k = lcm(*(v.denominator for v in current))
    if decimal and k > 1:  # a pupil moves the points first
        k = min(10**n for n in range(1, 19) if 10**n % k == 0) if _ends(k) else k
    if k > 1:
        whole = [v * k for v in current]
        products = _list(
            [rf"\({show(v)}\times {k}={show(w)}\)" for v, w in zip(current, whole, strict=True)],
            language,
        )
        steps.append(WORDS["multiply"].say(language, k=k, products=products, ratio=_shown(whole)))
        current = whole
    g = gcd(*(int(v) for v in current))
    if g > 1:
        lowest = [v / g for v in current]
        quotients = _list([rf"\({v}\div {g}={w}\)" for v, w in zip(current, lowest, strict=True)], language)
        steps.append(WORDS["divide"].say(language, g=g, quotients=quotients, ratio=_shown(lowest)))
        current = lowest
    steps.append(WORDS["done"].say(language, ratio=_shown(current)))
    given = exact_source([sp.Rational(v.numerator, v.denominator) for v in values])
    code = comment(WORDS["code"].say(language))
    if k > 1:
        lines = [
            f"terms = {given}",
            code,
            f"whole = [t*{k} for t in terms]",
            "tuple(t//igcd(*whole) for t in whole)",
        ]
    else:
        lines = [f"terms = {given}", code, "tuple(t//igcd(*terms) for t in terms)"]
    source = cell(*lines)
    tests = (
        f"terms = {given}",
        "same_size = len(answer) == len(terms)",
        "in_proportion = same_size and all(a*terms[0] == answer[0]*t for a, t in zip(answer, terms))",
        "bool(in_proportion and answer[0] > 0 and igcd(*answer) == 1)",
    )
    return Prepared(
        language,
        tuple(steps),
        source,
        tests,
        WORDS["method"],
        sentence=WORDS["answer"],
        shown=_ratio,
        given=_given,
    )


def _ends(denominator: int) -> bool:
    """Whether its fractions are finite decimals of decent length."""
    return 10**18 % denominator == 0


def _shown(values: list[Fraction]) -> str:
    return ":".join(str(int(v)) for v in values)


def _ratio(value: Any) -> str | None:
    """The terms of a cell's value."""
    if not isinstance(value, tuple | sp.Tuple) or any(not sp.S(v).is_Integer for v in value):
        return None
    return ":".join(str(v) for v in value)


_PLAIN: Final[Mapping[str, str]] = {
    "∶": ":",
    "：": ":",
    r"\colon": ":",
    r"\mathbin{:}": ":",
    "{:}": ":",
    r"\left": "",
    r"\right": "",
}


def _given(answer: str) -> Any:
    """The terms of an answer; 2/3 is the ratio 2 : 3 too."""
    text = answer
    for old, new in _PLAIN.items():
        text = text.replace(old, new)
    text = re.sub(r"\\text\s*\{([^{}]*)\}|\\[,;! ]|[\s$.。]", r"\1", text).replace("to", ":")
    fraction = re.fullmatch(r"\\[dt]?frac\{(\d+)\}\{(\d+)\}|(\d+)/(\d+)", text)
    if fraction is not None:
        text = ":".join(g for g in fraction.groups() if g is not None)
    return [int(t) for t in text.split(":")] if _ANSWER.fullmatch(text) else None
