r"""Whether an answer has the form that its question asks for. What it is worth is the grader's business.

Reads the question for words that ask for a form, and looks at the answer's text. Where no form is asked for, or where it
cannot be told whether the answer has it, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from math import gcd
from typing import Final, TypeAlias

import sympy as sp

from evaluation.grader.cleaning import clean
from evaluation.grader.values import value
from evaluation.rows import FormKept
from solver.topics.forms.form import Manner
from solver.topics.forms.phrases import phrases_in
from solver.verify.asked_forms import EXPAND, FACTOR, FACTOR_ZH, places_asked

Look: TypeAlias = Callable[[str, str], FormKept]
"""What a look says of an answer, beside its question."""

_NUMBER: Final = r"-?\d+(?:,\d{3})*"
_FRACTION: Final = re.compile(rf"(-?)\\frac\{{({_NUMBER})\}}\{{({_NUMBER})\}}|({_NUMBER})/({_NUMBER})")
_MIXED: Final = re.compile(r"-?\d+\s*(?:\\frac\{\d+\}\{\d+\}|\s\d+/\d+)")
_DECIMAL: Final = re.compile(r"-?[\d,]*\.?\d+(?:\\ldots|…)?")
_RECURRING: Final = re.compile(
    r"-?\d*\.\d*\s*\\(?:overline|overset|dot|bar).*|-?\d*\.\d+\s*(?:\\[lc]?dots|\.\.\.|…)|-?\d*\.\d*\(\d+\)"
)
_UNIT: Final = re.compile(
    r"\s*(?:\\text\s*\{[^{}]*\}(?:\^\{?\d\}?)?|[\u3400-\u9fff]+|(?<=[\d}\s])[A-Za-z]{2,}[A-Za-z/ ^\d{}]*)$"
)


def form_kept(question: str, answer: str) -> FormKept:
    r"""`kept` or `missed` where the question asks for a form; of several forms all must be kept. Else empty.

    >>> form_kept("Express 0.75 as a common fraction.", "3/4"), form_kept("Express 0.75 as a common fraction.", "0.75")
    ('kept', 'missed')
    >>> form_kept("结果保留两位小数", "3.1"), form_kept("What is 1+1?", "2"), form_kept("Factor x^2-1.", "x^2-1")
    ('missed', '', 'missed')
    """
    bare = answer.strip().strip("$ ")
    # clean text has the fraction that a recurring decimal is
    plain = bare if _RECURRING.fullmatch(bare) else _UNIT.sub("", clean(answer))
    plain = re.sub(r"^[A-Za-z]\s*=\s*(?=[^=,;]+$)", "", plain)  # the one solution with its name
    said = {kept for look in _looks(question) if (kept := look(plain, question))}
    places = places_asked(question)
    if places is not None and (kept := _as_many(plain, places)):
        said.add(kept)
    return "missed" if "missed" in said else "kept" if said else ""


def _looks(question: str) -> Iterator[Look]:
    named = phrases_in(question).manners
    yield from (look for manner, look in _OF_MANNERS.items() if manner in named)
    yield from (look for pattern, look in _ASKED if pattern.search(question))


def _kept(holds: bool) -> FormKept:
    return "kept" if holds else "missed"


def _fraction(answer: str, _: str) -> FormKept:
    if re.fullmatch(r"-?\d+", answer):
        return ""  # a whole number: nothing is left to write as a fraction
    found = _FRACTION.fullmatch(answer)
    if not found:
        return (
            "missed" if _DECIMAL.fullmatch(answer) or answer.endswith("%") or _MIXED.fullmatch(answer) else ""
        )
    top, bottom = (int(t.replace(",", "")) for t in (found[2] or found[4], found[3] or found[5]))
    return _kept(gcd(top, bottom) == 1 and bottom > 1)


def _lowest(answer: str, _: str) -> FormKept:
    found = _FRACTION.fullmatch(answer)
    if not found:
        return ""
    top, bottom = (int(t.replace(",", "")) for t in (found[2] or found[4], found[3] or found[5]))
    return _kept(gcd(top, bottom) == 1 and bottom > 1)


def _mixed(answer: str, _: str) -> FormKept:
    if re.fullmatch(r"-?\d+", answer):
        return ""
    return _kept(bool(_MIXED.fullmatch(answer)))


def _decimal(answer: str, _: str) -> FormKept:
    return _kept(bool(_DECIMAL.fullmatch(answer.replace(" ", "")) or _RECURRING.fullmatch(answer)))


def _percent(answer: str, _: str) -> FormKept:
    return _kept(bool(re.search(r"\d\s*(?:%|percent)", answer)))


def _as_many(answer: str, places: int) -> FormKept:
    """So many places behind the point, or whole tens, hundreds, thousands."""
    number = answer.replace(" ", "").replace(",", "").removesuffix("%").removesuffix("percent")
    number = re.sub(r"^(?:\\approx|≈|[a-zA-Z]=)", "", number)
    if not re.fullmatch(r"-?\d*\.?\d+", number):
        return "missed" if re.search(r"\\(?:frac|sqrt|pi)|/", number) else ""
    behind = len(number.partition(".")[2])
    if places < 0:
        return _kept(Fraction(number) % 10**-places == 0)
    return _kept(behind == places)


def _radical(answer: str, _: str) -> FormKept:
    if re.fullmatch(r"-?\d*\.\d+", answer):
        return "missed"
    roots = [int(n) for n in re.findall(r"\\sqrt\s*\{?(\d+)\}?", answer)]
    if re.search(r"\\frac\{[^{}]*\}\{[^{}]*\\sqrt", answer) or any(_square_in(n) for n in roots):
        return "missed"
    return "kept" if roots else ""


def _square_in(n: int) -> bool:
    return any(n % (k * k) == 0 for k in range(2, min(int(n**0.5), 10_000) + 1))


def _in_pi(answer: str, _: str) -> FormKept:
    if answer.strip() in ("0", "-0"):
        return ""
    return _kept("\\pi" in answer)


def _factored(answer: str, _: str) -> FormKept:
    if not re.search(r"[a-z]", re.sub(r"\\[a-z]+", "", answer)):
        return ""
    depth, flat = 0, ""
    for sign in answer:
        depth += (sign in "({") - (sign in ")}")
        flat += sign if depth == 0 and sign not in ")}" else ""
    return _kept(not re.search(r"\w\s*[+-]|\)\s*[+-]|[+-]\s*[\w(]", flat.lstrip("-+ ")) or flat.strip() == "")


def _completely(answer: str, question: str) -> FormKept:
    """A product none of whose factors is a product of others with whole coefficients."""
    found = value(answer)
    if _factored(answer, question) != "kept" or found is None:
        return ""
    for factor in sp.Mul.make_args(found):
        base = factor.base if factor.is_Pow and factor.exp.is_Integer else factor
        if not base.is_polynomial() or len(base.free_symbols) == 0:
            continue
        content, parts = sp.factor_list(base)
        if not all(c.is_rational for c in sp.Poly(base).coeffs()):
            return ""
        if len(parts) > 1 or parts[0][1] > 1 or abs(content) != 1:
            return "missed"
    return "kept"


def _exponential(answer: str, _: str) -> FormKept:
    """r e^{iθ}."""
    return _kept(bool(re.search(r"(?<![A-Za-z])e\s*\^|exp", answer)))


def _expanded(answer: str, _: str) -> FormKept:
    return _kept(
        not re.search(r"\)\s*(?:\(|\^|\\cdot|\*)|[\w}]\s*\((?!\d+\))", re.sub(r"\\[a-z]+\s*\(", "", answer))
    )


def _interval(answer: str, _: str) -> FormKept:
    return _kept(bool(re.search(r"[(\[].*,.*[)\]]|\\emptyset", answer)) and not re.search(r"[<>]", answer))


def _scientific(answer: str, question: str) -> FormKept:
    if re.fullmatch(r"-?[1-9](?:\.\d+)?\s*(?:\\times|\\cdot|\*)\s*10\s*\^\s*\{?-?\d+\}?", answer):
        return "kept"
    # "standard form" is also that of a whole number, of an equation, of a polynomial
    return "" if re.search(r"(?i)standard\s+form", question) else "missed"


def _pair(answer: str, _: str) -> FormKept:
    """One point or several, each in round brackets, and no names."""
    return _kept(
        bool(
            re.fullmatch(r"(?:\([^()=]*(?:\([^()]*\)[^()=]*)*,[^=]*\)(?:\s*(?:,|and|or|和|或)\s*)?)+", answer)
        )
    )


def _polar(answer: str, question: str) -> FormKept:
    """`(r, θ)`; where the question bounds them, r > 0 and 0 <= θ < 2π."""
    point = re.fullmatch(r"\((.+),(.+)\)", answer)
    if not point or "=" in answer:
        return "missed"
    if not re.search(r"r\s*(?:>|\\g)", question):
        return "kept"
    radius, angle = value(point[1]), value(point[2])
    if radius is None or angle is None or not (radius.is_real and angle.is_real):
        return ""
    return _kept(bool(radius > 0 and 0 <= angle < 2 * sp.pi))


_OF_MANNERS: Final[Mapping[Manner, Look]] = {
    "fraction": _fraction,
    "improper": _fraction,
    "mixed": _mixed,
    "decimal": _decimal,
    "percent": _percent,
    "radical": _radical,
    "pi": _in_pi,
    "scientific": _scientific,
}
_ASKED: Final[tuple[tuple[re.Pattern[str], Look], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), look)
    for pattern, look in (
        (r"lowest terms|simplest form|simplest fraction|最简分数", _lowest),
        (r"\b(?:as an )?ordered (?:pair|triple)s?\b|有序(?:数对|实数对)", _pair),
        (r"\bpolar coordinates\b|极坐标(?!方程)", _polar),
        (rf"{FACTOR}[^.?]*[a-z]\s*(?:\^|²|\*\*)|{FACTOR_ZH}", _factored),
        (
            r"\bfactor(?:i[sz]e)?\s+completely\b|\bfactor\b[^.?]*\bcompletely\b|分解(?:因式)?[^。]*彻底",
            _completely,
        ),
        (r"\bin (?:complex )?exponential form\b|(?<!分数)指数形式", _exponential),
        (EXPAND, _expanded),
        (r"interval notation|用区间表示|区间形式", _interval),
    )
)
