"""The shapes that one answer can have: where a text can be read in two ways, both are compared.

`325,950` is one number or two, `x>2: (2, oo)` says the same twice, `5√2 ≈ 7.07` says a value and its rounding, `B. 12` a letter and
a value, `AC` the options A and C.
"""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from typing import Final

from evaluation.grader.forms import Form, Formula, Listed, both_signs, read
from evaluation.grader.measures import canonical, measure
from evaluation.grader.phrases import in_formulas
from evaluation.grader.units import scale, without_units
from evaluation.grader.values import value
from solver.verify.rounding import rounds_to

_IN_TWO_WAYS: Final = re.compile(r"([^:]*[<>][^:]*):\s*([\[(][^:]*[\])])")
_ABOUT: Final = re.compile(r"(.+?)\s*\\approx(?![A-Za-z])\s*(.+)")
_AGAIN: Final = re.compile(r".+?[,，]?\s*(?:即|也就是|(?<![A-Za-z])i\.e\.,?)\s*(\S.*)")
"""The same once more, in other words."""
_LABELLED: Final = re.compile(
    r"(?:(?i:option|choice)\s+)?(?:\\text\s*\{\s*\(?([A-E])\)?[.:]?\s*\}\)?[.:]?|\(?([A-E])\s*[).:]),?\s*(?![^)]*,)(.+)"
)
_OPTIONS: Final = re.compile(r"[A-E]{2,5}")
_CONSTANT: Final = re.compile(r"(.*[^\s+\-*/^_({])\s*\+\s*(?:c|k|K|c_\{?[01]\}?|C_\{?[01]\}?|\\text\s*\{\s*(?:[Cc]onstant|[Cc]onst\.?|C)\s*\}|[Cc]onstant)")  # fmt: skip

_CAPITAL: Final = re.compile(r"(.*[a-z].*?)\s*\+\s*C")
_LETTER: Final = re.compile(r"(?<![A-Za-z\\])[a-z](?![A-Za-z])")


def readings(text: str, *, beside: str = "", letters: bool = False, leads: bool = False) -> list[Form]:
    """Every shape of a cleaned text, beside the other answer. `letters`: a single letter may be a unit; `leads`: it is the reference.

    >>> len(readings("325,950")), len(readings("AC", beside="A, C")), len(readings("12"))
    (2, 2, 1)
    """
    letters = letters or _measures(text, beside, leads=leads)
    if both := _IN_TWO_WAYS.fullmatch(text):
        return [form for part in both.groups() for form in readings(part.strip(), letters=letters)]
    if again := _AGAIN.fullmatch(text):
        return readings(again[1].strip(), beside=beside, letters=letters, leads=leads)
    if about := _ABOUT.fullmatch(text):
        return _roughly(about[1].strip(), about[2].strip(), letters=letters)
    if (twice := _OR.fullmatch(text)) and _same_amount(twice[1], twice[2]):
        return readings(twice[1], beside=beside, letters=letters, leads=leads)
    if (label := _LABELLED.fullmatch(text)) and not re.search(r"[A-Z]\s*:", text):
        return [Formula(label[1] or label[2]), *readings(in_formulas(label[3].strip()), letters=letters)]
    text = re.sub(r"^\\text\s*\{([A-E]{2,5})\}$", r"\1", text)
    found = [read(text, letters=letters)]
    if (power := re.fullmatch(r"(-?\d+)e(-?\d+)", text)) and (
        "10^" in beside or re.fullmatch(r"-?[\d.]+", beside)
    ):
        found += [Formula(f"{power[1]}*10^{{{power[2]}}}")]
    if "+-" in text and "\\pm" in beside:
        found += [Listed(tuple(both_signs(read(text.replace("+-", r"\pm "), letters=letters))))]
    if mixed := re.fullmatch(r"(\d+)\s+and\s+(\d+\s*/\s*\d+|\\frac\{\d+\}\{\d+\})", text):
        return [*found, Formula(f"{mixed[1]} {mixed[2]}")]  # two numbers, or a mixed one
    if "," in beside and re.fullmatch(r"-?\d+(?:\s+-?\d+)+", text):
        found = [*found, Listed(tuple(map(Formula, text.split())))]
    if (
        _OPTIONS.fullmatch(text)
        and len(set(text)) == len(text)
        and any(map(_several_options, (text, beside)))
    ):
        return [*found, Listed(tuple(map(Formula, text)))]
    if re.fullmatch(r"-?\d{1,3}(?: \d{3})+(?:\.\d+)?(?: ?[^\d\s].*)?", text):
        return [
            *found,
            *readings(re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text), beside=beside, letters=letters),
        ]
    if re.fullmatch(r"-?\d{1,3},[1-9]\d{2}", text):
        first, _, second = text.partition(",")
        found = [Formula(first + second), Listed((Formula(first), Formula(second)))]
    elif isinstance(found[0], Formula) and re.match(r"-?\d{1,3}(,\d{3})+", found[0].text):
        found = [Formula(re.sub(r"(?<=\d),(?=\d{3})", "", found[0].text), found[0].units)]
    return found


_OR: Final = re.compile(r"(.*\d[^,]*?),?\s+or\s+([^,]*\d.*)")


def _same_amount(one: str, other: str) -> bool:
    """`6.25 dollars, or 625 cents`."""
    (first, its), (second, others) = without_units(one.strip()), without_units(other.strip())
    amount, again, factor = value(first), value(second), scale(its, others)
    if amount is None or again is None or not its or not isinstance(factor, Fraction):
        return False
    return bool(amount * factor == again)


def _several_options(text: str) -> bool:
    """Whether an answer is the letters of some options. All from A on, without commas, may be a ranking, whose order counts."""
    text = re.sub(r"\s*(?:和|与|\band\b)\s*", ",", text)
    letters = re.sub(r"\s|,", "", text)
    if not _OPTIONS.fullmatch(letters) or len(set(letters)) < len(letters):
        return False
    return "," in text or ("".join(sorted(letters)) == letters and not "ABCDE".startswith(letters))


def _roughly(exact: str, rounded: str, *, letters: bool) -> list[Form]:
    """`x ≈ 3.14` gives x; `5√2 ≈ 7.07` is 5√2, and 7.07 where this is its rounding."""
    if re.fullmatch(r"\\?[A-Za-z]+(?:_\{?\w+\}?)?", exact) and exact not in (r"\pi", "e"):
        return [read(f"{exact} = {rounded}", letters=letters)]
    found = [read(exact, letters=letters)]
    number = value(without_units(exact.rpartition("=")[2])[0])
    if number is not None and rounds_to(number, without_units(rounded)[0]):
        found.append(read(rounded, letters=letters))
    return found


_LETTERED: Final = re.compile(r"[-\d.,/]+\s*[mghstLlNWJVK](?:\^\{?[23]\}?)?")


def _measures(text: str, beside: str, *, leads: bool) -> bool:
    """Whether a single letter behind a number is a unit and no factor: the other answer has one, or (beside `540m`) is a plain number."""
    _, units = without_units(beside)
    if units and measure(canonical(units[0])) is not None:
        return True
    plain = not leads and re.fullmatch(r"[-\d.,/]+", beside)
    return bool(_LETTERED.fullmatch(text) and (plain or _LETTERED.fullmatch(beside)))


def with_constant(text: str, other: str) -> str:
    r"""An antiderivative's `+ c` or `+ K` as `+ C`, where the other answer has this.

    >>> with_constant("x^2+c", "C + x^2"), with_constant("ax+c", "ax+b")
    ('x^2+C', 'ax+c')
    """
    found = _CONSTANT.fullmatch(text)
    return f"{found[1]}+C" if found and re.search(r"(?<![A-Za-z])C(?![A-Za-z_])", other) else text


_NUMBERED: Final = re.compile(r"(?<![A-Za-z\\])[CcKk]_?\{?\d\}?(?!\d)")
_ONE: Final = re.compile(
    r"((?:y|[xyu]\([xt]\))\s*=\s*(?:[^A-Z=]*[^A-Za-z=\\])?)([ACK]|[ck](?=\s|\\|\(|e\^))((?![_\d])[^A-Z=]*)"
)
"""A general solution with one constant in front of a term: `y = Ce^{3x}`."""
_ARBITRARY: Final = re.compile(r"(?<![A-Za-z\\])(?:[CcKk]_?\{?\d\}?(?!\d)|[ABCDK](?![A-Z\d_(]))")


def with_constants(text: str, other: str) -> list[str]:
    r"""A general solution with its arbitrary constants named as in the other, in every order: which is called first says nothing.

    >>> with_constants("y = c_1 e^x + c_2 e^{-x}", "C_1e^{-x}+C_2e^x")
    ['y = C_1 e^x + C_2 e^{-x}', 'y = C_2 e^x + C_1 e^{-x}']
    >>> with_constants("Ax + B", "C_1 + C_2x"), with_constants("c_1 x", "C_1x"), with_constants("x + 1", "C_1x + C_2")
    (['C_1x + C_2', 'C_2x + C_1'], ['c_1 x'], ['x + 1'])
    >>> with_constants("y = Ce^{3x}", "y=A e^{3x}"), with_constants("y = Cx", "y = 2x")
    (['y = Ae^{3x}'], ['y = Cx'])
    """
    if (one := _ONE.fullmatch(text)) and (its := _ONE.fullmatch(other)):
        return [f"{one[1]}{its[2]}{one[3]}"]
    names = sorted({m[0] for m in _NUMBERED.finditer(other)})
    own = list(dict.fromkeys(m[0] for m in _ARBITRARY.finditer(text)))
    if not 2 <= len(names) <= 3 or len(own) != len(names):
        return [text]
    orders = (dict(zip(own, order, strict=True)) for order in itertools.permutations(names))
    return [_ARBITRARY.sub(lambda m, named=order: named[m[0]], text) for order in orders]  # type: ignore[misc]


def without_constant(text: str, reference: str) -> str:
    r"""An answer without its `+ C`, where the reference is one antiderivative of them all.

    >>> without_constant("x^2 + C", "x^2"), without_constant("x^2 + C", "x^2 + c"), without_constant("y = x + C", "x")
    ('x^2', 'x^2 + C', 'y = x + C')
    """
    found = _CAPITAL.fullmatch(text)
    one = _LETTER.search(reference) and not re.search(r"(?<![A-Za-z])[cCkK](?![A-Za-z])", reference)
    return found[1] if found and one and "=" not in text else text
