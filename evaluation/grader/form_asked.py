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

from evaluation.grader.algebraic_forms import ALGEBRAIC, OF_EQUATIONS, SIMPLIFIED_SURD, surd
from evaluation.grader.asked import asked_base
from evaluation.grader.cleaning import clean
from evaluation.grader.final_answer import final_answer
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
    if answer.count(r"\boxed") == 1:
        answer = final_answer(answer) or answer
    bare = answer.strip().strip("$ ")
    # clean text has the fraction that a recurring decimal is
    plain = bare if _RECURRING.fullmatch(bare) else _UNIT.sub("", clean(answer))
    plain = re.sub(r"^[A-Za-z]\s*=\s*(?=[^=,;]+$)", "", plain)  # the one solution with its name
    said = {kept for look in _looks(question) if (kept := look(plain, question))}
    whole = clean(answer)
    said |= {
        kept for asked, look in _OF_THE_WHOLE if asked.search(question) and (kept := look(whole, question))
    }
    places = places_asked(question)
    if places is not None and (kept := _as_many(plain, places)):
        said.add(kept)
    return "missed" if "missed" in said else "kept" if said else ""


def _looks(question: str) -> Iterator[Look]:
    named = phrases_in(question).manners
    yield from (look for manner, look in _OF_MANNERS.items() if manner in named)
    yield from (look for pattern, look in _ALL_ASKED if pattern.search(question))


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


def _root_taken(answer: str, _: str) -> FormKept:
    """No square is left under a root."""
    return "missed" if any(_square_in(int(n)) for n in re.findall(r"\\sqrt\s*\{?(\d+)\}?", answer)) else ""


_WHOLE_RATIO: Final = re.compile(r"(\d+)\s*[:：]\s*(\d+)(?:\s*[:：]\s*(\d+))?")


def _simplest_ratio(answer: str, _: str) -> FormKept:
    """Of whole numbers without a common factor."""
    if ":" not in answer:
        return ""
    found = _WHOLE_RATIO.fullmatch(answer.strip())
    return _kept(found is not None and gcd(*(int(n) for n in found.groups() if n)) == 1)


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
    if re.search(r"\w\s*[+-]|\)\s*[+-]|[+-]\s*[\w(]", flat.lstrip("-+ ")) and flat.strip() != "":
        return "missed"
    return _kept(_is_complete(answer))


_SMALL: Final = re.compile(r"(?:[^^]|\^\s*\{?\s*\d{1,2}(?!\d)\s*\}?){1,200}")
"""What is looked at here, in no process that can be ended: no tower of powers."""


def _is_complete(answer: str) -> bool:
    """Whether no factor of a product is itself one, over the whole numbers; True where that cannot be told."""
    found = value(answer) if _SMALL.fullmatch(answer) else None
    if found is None:
        return True
    common = sp.S.One
    for factor in sp.Mul.make_args(found):
        base = factor.base if factor.is_Pow and factor.exp.is_Integer else factor
        if not base.free_symbols or not base.is_polynomial():
            common *= 1 if base.free_symbols else abs(factor)
            continue
        if not all(c.is_rational for c in sp.Poly(base).coeffs()):
            return True
        content, parts = sp.factor_list(base)
        if len(parts) > 1 or parts[0][1] > 1:
            return False
        common *= abs(content)
    in_front = re.findall(r"\d+", re.sub(r"\([^()]*\)|\^\s*\{?\d+\}?", " ", answer))
    return common == 1 or not common.is_Integer or str(common) in in_front


def _in_radians(answer: str, _: str) -> FormKept:
    return "missed" if "degrees" in answer else ""


_FOR: Final = re.compile(
    r"\bexpress \$?([A-Za-z])\$? (?:in terms|as a function) of|用含?\s*\$?[a-z]\$?\s*的(?:代数)?式子?表示\s*\$?([a-z])",
    re.IGNORECASE,
)


def _solved_for(answer: str, question: str) -> FormKept:
    """`y = …` without y on the right, or the right side alone."""
    asked, sides = _FOR.search(question), answer.split("=")
    if asked is None or len(sides) != 2:
        return ""
    name = asked[1] or asked[2]
    own = re.search(rf"(?<![A-Za-z\\]){name}(?![A-Za-z])", sides[1])
    return _kept(sides[0].strip() == name and own is None)


def _of_base(answer: str, question: str) -> FormKept:
    base, own = asked_base(question), re.search(r"_\s*\{?\s*(\d+)\s*\}?$", answer)
    return "" if base is None or own is None else _kept(int(own[1]) == base)


def _exponential(answer: str, _: str) -> FormKept:
    """r e^{iθ}."""
    return _kept(bool(re.search(r"(?<![A-Za-z])e\s*\^|exp", answer)))


def _expanded(answer: str, _: str) -> FormKept:
    return _kept(
        not re.search(r"\)\s*(?:\(|\^|\\cdot|\*)|[\w}]\s*\((?!\d+\))", re.sub(r"\\[a-z]+\s*\(", "", answer))
    )


def _interval(answer: str, _: str) -> FormKept:
    return _kept(bool(re.search(r"[(\[].*,.*[)\]]|\\emptyset", answer)) and not re.search(r"[<>]", answer))


def _ordinary(answer: str, _: str) -> FormKept:
    return "missed" if re.search(r"10\s*\^", answer) else ""


_SCIENTIFIC_MEANT: Final = re.compile(
    r"scientific|\b[aA]\s*(?:×|\\times)\s*10|\b(?:write|express|give|put|convert)\s+\$?(?:\d{1,3}(?:[ ,]?\d{3})+|0\.0\d+)\$?\s+(?:in|to|into)\s+standard\s+(?:index\s+)?form",
    re.IGNORECASE,
)
"""What tells that it is a number between 1 and 10 with a power of ten."""


def _scientific(answer: str, question: str) -> FormKept:
    if re.fullmatch(r"-?[1-9](?:\.\d+)?\s*(?:\\times|\\cdot|\*)\s*10\s*\^\s*\{?-?\d+\}?", answer):
        return "kept"
    # "standard form" is also that of a whole number, of an equation, of a polynomial
    means = not re.search(r"(?i)standard\s+form", question) or _SCIENTIFIC_MEANT.search(question)
    return "missed" if means else ""


_NAMES_BEFORE: Final = re.compile(r"^\(\s*[A-Za-z]\s*(?:,\s*(?:[A-Za-z]|\\[a-z]+)\s*){1,2}\)\s*=\s*(?=\()")
_NAMED: Final = re.compile(
    r"[A-Za-z]\s*=\s*[^=,;()]+(?:(?:[,;]|\band\b|和)\s*(?:and\s+)?[A-Za-z]\s*=\s*[^=,;()]+){1,2}"
)


def _pair(answer: str, _: str) -> FormKept:
    """One point or several in round brackets, also with the names of its coordinates: `(x, y) = (1, 2)`, `x = 1, y = 2`."""
    answer = _NAMES_BEFORE.sub("", answer)
    if _NAMED.fullmatch(answer):
        return "kept"
    return _kept(
        bool(
            re.fullmatch(r"(?:\([^()=]*(?:\([^()]*\)[^()=]*)*,[^=]*\)(?:\s*(?:,|and|or|和|或)\s*)?)+", answer)
        )
    )


def _polar(answer: str, question: str) -> FormKept:
    """`(r, θ)`; where the question bounds them, r > 0 and 0 <= θ < 2π."""
    answer = _NAMES_BEFORE.sub("", answer)
    point = re.fullmatch(r"\((.+),(.+)\)", answer)
    if not point or "=" in answer:
        return "missed"
    if not re.search(r"r\s*(?:>|\\g)", question):
        return "kept"
    radius, angle = value(point[1]), value(point[2])
    if radius is None or angle is None or not (radius.is_real and angle.is_real):
        return ""
    return _kept(bool(radius > 0 and 0 <= angle < 2 * sp.pi))


_PRIMES_ASKED: Final = (
    r"分解质因数|质因数分解|\b(?:find|write|give|what is|determine|state)\s+(?:the|its|a)?\s*prime factori[sz]ation\b"
    r"|\b(?:write|express)\b[^.?]*\bas (?:a|the) product of (?:its )?primes?\b"
)
_PRODUCT: Final = re.compile(
    r"\d{1,12}(?:\s*\^\s*\{?\d{1,3}\}?)?(?:\s*(?:\\times|\\cdot|\*)\s*\d{1,12}(?:\s*\^\s*\{?\d{1,3}\}?)?)*"
)


def _in_primes(answer: str, question: str) -> FormKept:
    """A product of primes, or their powers; a number alone is none where it is the one of the question."""
    product = answer.rpartition("=")[2].strip()
    if not _PRODUCT.fullmatch(product):
        return ""
    factors = [int(f.partition("^")[0]) for f in re.split(r"\\times|\\cdot|\*", product.replace(" ", ""))]
    if len(factors) == 1 and "^" not in product and not re.search(rf"(?<!\d){factors[0]}(?!\d)", question):
        return ""
    return _kept(all(map(sp.isprime, factors)))


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
        (r"^\s*factor(?:i[sz]e)?(?:\s+(?:completely|fully))?\s*[.:]?\s*$", _factored),
        (r"\b(?:in|to|into) (?:base[ -]?\d+|hexadecimal|binary|octal)\b|[二八]进制|十六进制", _of_base),
        (rf"{FACTOR}[^.?]*[a-z]\s*(?:\^|²|\*\*)|{FACTOR_ZH}", _factored),
        (r"\bin (?:complex )?exponential form\b|(?<!分数)指数形式", _exponential),
        (r"分解到不能再分解", _factored),
        (EXPAND, _expanded),
        (r"\bin\s+the\s+form\s+\$?[aA]?x\s*(?:\^\s*\{?2\}?|²)\s*\+\s*[bB]x\s*\+\s*[cC]", _expanded),
        (
            r"\bsimplify\s+(?:the\s+(?:radical|surd|square\s+root)\s+)?\$?\\sqrt\s*\{?\d+\}?\$?(?:\s*[.,]|\s+(?:in)?to\b|$)|化简(?:二次根式)?[:：]?\s*\$?\\sqrt\s*\{?\d+\}?\$?\s*[.。=]?$",
            _root_taken,
        ),
        (r"最简(?:单的?)?(?:的)?整数比|\b(?:simplest|lowest) whole[- ]number ratio\b", _simplest_ratio),
        (_PRIMES_ASKED, _in_primes),
        (r"\b[aA]\s*(?:×|\\times)\s*10\s*(?:\^|ⁿ)", _scientific),
        (
            r"\b(?:as\s+an\s+ordinary\s+number|in\s+(?:standard\s+)?decimal\s+(?:form|notation)|without\s+(?:using\s+)?(?:powers|exponents))\b",
            _ordinary,
        ),
        (r"interval notation(?! or\b)|用区间表示|区间形式", _interval),
    )
)
_ALL_ASKED: Final = (*_ASKED, *ALGEBRAIC, (SIMPLIFIED_SURD, surd))
_OF_THE_WHOLE: Final[tuple[tuple[re.Pattern[str], Look], ...]] = (
    (
        re.compile(
            r"\b(?:convert|express|write|give)\b[^.?]*\b(?:to|in(?:to)?) radians\b|化[成为]弧度|用弧度",
            re.IGNORECASE,
        ),
        _in_radians,
    ),
    (_FOR, _solved_for),
    *OF_EQUATIONS,
)
"""Looks at an answer with its name and its unit."""
