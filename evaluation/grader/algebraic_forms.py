r"""Forms of algebra that a question asks for: a rational denominator, a line as `y = mx + b`, a power of 2, one logarithm, no negative exponent.

Each look reads the text of an answer and says `kept`, `missed` or nothing, as those of `form_asked`, which asks them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from evaluation.grader.values import value
from evaluation.rows import FormKept

Look: TypeAlias = Callable[[str, str], FormKept]


def _kept(holds: bool) -> FormKept:
    return "kept" if holds else "missed"


def _last(answer: str) -> str:
    """The right side of an answer with a name."""
    return answer.rpartition("=")[2].strip()


# -- roots -----------------------------------------------------------------------------------------------


def _braces(text: str, start: int) -> int:
    """Where an argument of a command ends: a group in braces, or one sign."""
    if text[start : start + 1] != "{":
        return start + 1
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at + 1
    return len(text)


def _factor(text: str, start: int) -> int:
    """Where what is below a stroke in a line ends: at the next sign outside brackets, or where a bracket closes."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in "{(") - (text[at] in "})")
        if depth < 0 or (depth == 0 and text[at] in "+-*,;=<> "):
            return at
    return len(text)


def denominators(text: str) -> Iterator[str]:
    r"""What stands below each stroke of a formula.

    >>> list(denominators(r"\frac{1}{\sqrt{3}}")), list(denominators("1/(2-\\sqrt{3}) + 2")), list(denominators(r"\frac{\sqrt{3}}{3}"))
    (['{\\sqrt{3}}'], ['(2-\\sqrt{3})'], ['{3}'])
    """
    for found in re.finditer(r"\\frac\s*", text):
        above = _braces(text, found.end())
        start = above + len(text[above:]) - len(text[above:].lstrip())
        yield text[start : _braces(text, start)]
    for found in re.finditer(r"/\s*", text):
        yield text[found.end() : _factor(text, found.end())]


def _rational_below(answer: str, _: str) -> FormKept:
    """No root is left in a denominator, and no root has a negative exponent."""
    below = any(re.search(r"\\sqrt|\^\s*\{?\(?\s*-?\d*/|\^\s*\{\s*-?\\frac", d) for d in denominators(answer))
    below = below or re.search(r"\\sqrt\s*\{[^{}]*(?:\\frac|/)", answer) is not None
    return _kept(
        not below
        and not re.search(
            r"\\sqrt(?:\[\d\])?\{?[^{}]*\}?\s*\^\s*\{?\s*-|\^\s*\{?\(?\s*-\s*(?:\d/|\\frac|0?\.5)", answer
        )
    )


_ROOT: Final = re.compile(r"\\sqrt\s*\{\s*(\d+)\s*\}|\\sqrt\s*(\d)")


def _roots_taken(answer: str, _: str) -> FormKept:
    """No square is left under a root, none in a denominator, no two roots of one number and none in one product."""
    if re.fullmatch(r"-?\d*\.\d+", answer.strip()):
        return "missed"
    under = [int(m[1] or m[2]) for m in _ROOT.finditer(answer)]
    if any(n % (k * k) == 0 for n in under for k in range(2, min(int(n**0.5), 10_000) + 1)):
        return "missed"
    terms = [
        sorted(int(m[1] or m[2]) for m in _ROOT.finditer(t))
        for t in re.split(r"(?<=[\w})])\s*[-+]\s*", answer)
    ]
    rooted = [t for t in terms if t]
    if len({tuple(t) for t in rooted}) < len(rooted) and not re.search(r"[(/]|frac", answer):
        return "missed"
    if any(len(t) > 1 for t in terms) and not re.search(r"[(/]|frac", answer):
        return "missed"
    return _kept(_rational_below(answer, "") == "kept") if under else ""


# -- lines and parabolas ---------------------------------------------------------------------------------

_COEFFICIENT: Final = (
    r"(?:\d+(?:\.\d+)?(?:/\d+)?|\\frac\{-?\d+\}\{\d+\}|\(\s*-?\d+/\d+\s*\)|\d*\\sqrt\{\d+\}|[a-wz])"
)
_TERM: Final = (
    rf"-?\s*(?:{_COEFFICIENT}\s*(?:\\cdot|\*)?\s*)?x(?:\s*/\s*\d+)?|-?\s*\\frac\{{-?\d*\s*x\}}\{{\d+\}}"
)
_NUMBER: Final = rf"-?\s*{_COEFFICIENT}"


def _slope_intercept(answer: str, _: str) -> FormKept:
    """`y = mx + b`; without its left side nothing is said."""
    left, sign, right = answer.partition("=")
    if not sign:
        return "" if not re.search("y", answer) else "missed"
    if "=" in right:
        return "missed"
    line = rf"(?:{_TERM})(?:\s*[-+]\s*{_NUMBER})?|{_NUMBER}(?:\s*[-+]\s*(?:{_TERM}))?"
    return _kept(
        re.fullmatch(r"y|f\s*\(\s*x\s*\)", left.strip()) is not None
        and re.fullmatch(line, right.strip()) is not None
    )


def _general_line(answer: str, _: str) -> FormKept:
    """`ax + by + c = 0`."""
    left, sign, right = answer.partition("=")
    if not sign:
        return ""
    return _kept(right.strip() == "0" and not re.search(r"[()/]|frac", left))


def _standard_line(answer: str, _: str) -> FormKept:
    """`Ax + By = C` with whole coefficients."""
    left, sign, right = answer.partition("=")
    if not sign:
        return ""
    plain = not re.search(r"[(/.]|frac", left + right)
    return _kept(
        plain and re.fullmatch(r"\s*-?\d+\s*", right) is not None and re.search("x|y", left) is not None
    )


def _point_slope(answer: str, _: str) -> FormKept:
    r"""`y - y_1 = m(x - x_1)`."""
    return _kept(
        re.fullmatch(
            rf"\s*y\s*(?:[-+]\s*{_NUMBER})?\s*=\s*(?:-|{_NUMBER})?\s*(?:\\cdot|\*)?\s*\(\s*x\s*[-+]\s*{_NUMBER}\s*\)\s*",
            answer,
        )
        is not None
    )


def _vertex_form(answer: str, _: str) -> FormKept:
    """`a(x - h)^2 + k`."""
    right = _last(answer)
    square = rf"(?:-|{_NUMBER})?\s*(?:\\cdot|\*)?\s*(?:\(\s*[a-z]\s*[-+]\s*{_NUMBER}\s*\)|[a-z])\s*\^\s*\{{?2\}}?(?:\s*[-+]\s*{_NUMBER})?"
    turned = rf"{_NUMBER}\s*[-+]\s*{_COEFFICIENT}?\s*\(\s*[a-z]\s*[-+]\s*{_NUMBER}\s*\)\s*\^\s*\{{?2\}}?"
    return _kept(re.fullmatch(rf"{square}|{turned}", right) is not None) if re.search(r"[a-z]", right) else ""


# -- powers and logarithms -------------------------------------------------------------------------------

_POWER_OF: Final = re.compile(
    r"\bas\s+(?:a|one)\s+(?:single\s+)?power\s+of\s+(?:\$)?(?P<en>\d+|[a-z]|ten|two|three)\b|(?:写成|表示[成为]|化[成为])\s*\$?(?P<zh>\d+|[a-z])\$?\s*的(?:\S{0,3})?(?:幂|次方)|\bin\s+the\s+form\s+\$?(?P<form>\d+)\s*\^\s*\{?[a-z]\}?",
    re.IGNORECASE,
)
_WORDS: Final = {"two": "2", "three": "3", "ten": "10"}


def _power_of(answer: str, question: str) -> FormKept:
    """One power of the base that the question names."""
    asked = _POWER_OF.search(question)
    if asked is None:
        return ""
    base = asked["en"] or asked["zh"] or asked["form"]
    base = _WORDS.get(base.lower(), base)
    return _kept(
        re.fullmatch(rf"\(?{base}\)?\s*(?:\^\s*(?:\{{[^{{}}]+\}}|\(?-?[\w/]+\)?))", _last(answer)) is not None
    )


def _single_logarithm(answer: str, question: str) -> FormKept:
    """One logarithm and nothing beside it; of a factor in front nothing is said."""
    found = re.findall(r"\\?(?:log|ln|lg)(?![a-z])", answer)
    if len(found) != 1:
        return (
            _kept(not found)
            if re.fullmatch(r"-?\d+(?:/\d+)?|\\frac\{\d+\}\{\d+\}", answer.strip())
            else "missed"
        )
    right = _last(answer)
    if not re.match(r"\s*\\?(?:log|ln|lg)", right):
        taken_in = re.search(
            r"(?:\d|\\frac\S+)\s*\\?(?:log|ln|lg)(?![a-z])", question
        )  # the factor is what is to go
        return "" if re.match(r"\s*-?\s*(?:\d|\\frac|\()", right) and not taken_in else "missed"
    depth = 0
    for sign in right:
        depth += (sign in "({") - (sign in ")}")
        if sign in "+-" and depth == 0:
            return "missed"
    return "kept"


def _with_index(answer: str, _: str) -> FormKept:
    return _kept("^" in answer)


def _positive_exponents(answer: str, _: str) -> FormKept:
    return _kept(not re.search(r"\^\s*\{?\(?\s*-", answer))


def _single_fraction(answer: str, _: str) -> FormKept:
    """One stroke, over all of it."""
    right = _last(answer)
    if not re.search(r"/|frac", right):
        return ""
    depth, flat = 0, ""
    for sign in right.lstrip("-+ "):
        depth += (sign in "({") - (sign in ")}")
        flat += sign if depth == 0 else ""
    return _kept(not re.search(r"[-+]", flat) and len(re.findall(r"/|frac", right)) == 1)


# -- complex numbers -------------------------------------------------------------------------------------


def _rectangular(answer: str, _: str) -> FormKept:
    """`a + bi`, worked out."""
    right = _last(answer)
    found = value(right)
    if found is None or found.free_symbols:
        return ""
    done = not re.search(r"\\(?:sin|cos|text)|cis|e\s*\^|\bexp|\)\s*[(^/]|\di?\s*\(|i\s*\(", right)
    below = any("i" in re.sub(r"\\[a-z]+", "", d) for d in denominators(right))
    return _kept(done and not below and not re.search(r"i\s*\^", right))


def _polar_form(answer: str, _: str) -> FormKept:
    """`r(cos θ + i sin θ)`, `r cis θ` or `r e^{iθ}`."""
    turned = re.search(r"\\?cos.*i\s*\*?\s*\\?sin|cis|(?<![A-Za-z])e\s*\^|\\?exp|∠|\\angle", answer)
    right = _last(answer)
    return (
        _kept(turned is not None)
        if re.search(r"(?<![A-Za-z])i(?![A-Za-z])|cis|e\s*\^", re.sub(r"\\[a-z]+", " ", right))
        else ""
    )


_SURDS: Final = r"\bsimplify\b(?:(?!\bexpression|\\frac)[^.?])*(?:\\sqrt|√)(?:(?!\bexpression)[^.?])*(?:\.|$|\?)|化简(?:二次根式)?[:：]?[^。?？]*(?:\\sqrt|√)[^。?？]*"
OF_EQUATIONS: Final[tuple[tuple[re.Pattern[str], Look], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), look)
    for pattern, look in (
        (
            r"\bslope[- ]intercept\s+form|斜截式|\bin\s+the\s+form\s+\$?y\s*=\s*(?:mx|ax|kx)\s*\+\s*[bc]|[成为]\s*\$?y\s*=\s*kx\s*\+\s*b\$?\s*的形式",
            _slope_intercept,
        ),
        (
            r"直线[^。?？]*(?:的|用|写成)一般式|\bgeneral\s+form\b[^.?]*\bline|\bline\b[^.?]*\b(?:in\s+)?general\s+form|\bin\s+the\s+form\s+\$?[aA]x\s*\+\s*[bB]y\s*\+\s*[cC]\s*=\s*0",
            _general_line,
        ),
        (
            r"\bline\b[^?]*\bstandard\s+form|\bin\s+the\s+form\s+\$?[aA]x\s*\+\s*[bB]y\s*=\s*[cC]",
            _standard_line,
        ),
        (r"\bpoint[- ]slope\s+form|点斜式", _point_slope),
        (
            r"\bvertex\s+form|顶点式|\bcomplet(?:e|ing)\s+the\s+square\b[^.?]*\b(?:write|express|form)|\b(?:write|express)\b[^.?]*\bby\s+completing\s+the\s+square|\bin\s+the\s+form\s+\$?(?:a\s*)?\(x\s*[-+]\s*[a-z]\)\s*\^\s*\{?2\}?\s*[-+]\s*[a-z]|配方成",
            _vertex_form,
        ),
    )
)
"""Looks at an answer with its left side."""
ALGEBRAIC: Final[tuple[tuple[re.Pattern[str], Look], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), look)
    for pattern, look in (
        (r"\brationali[sz](?:e|ing)\b|\brational\s+denominator|分母有理化|有理化分母", _rational_below),
        (_POWER_OF.pattern, _power_of),
        (r"\bin\s+the\s+form\s+\$?(?:[a-z]\s*\+\s*)?[a-z]?\s*(?:\\sqrt|√)\s*\{?[a-z]\}?|最简(?:二次)?根式", _roots_taken),
        (r"\bindex\s+(?:form|notation)\b", _with_index),
        (r"\b(?:a\s+single|one|a\s+single\s+natural)\s+(?:natural\s+)?log(?:arithm)?\b|(?:一|单)个对数", _single_logarithm),
        (r"\b(?:only\s+)?positive\s+(?:integer\s+)?(?:exponents|indices|powers)\b|正(?:整数)?指数幂|不含负指数", _positive_exponents),
        (r"\bas\s+(?:a\s+single|one|a\s+single\s+simplified)\s+(?:algebraic\s+)?fraction\b", _single_fraction),
        (r"\b(?:in\s+the\s+form|in)\s+\$?a\s*\+\s*(?:bi|ib)\b|\brectangular\s+form|\bcartesian\s+form\b[^.?]*\bcomplex|\bcomplex\b[^.?]*\bcartesian\s+form|代数形式", _rectangular),
        (r"\b(?:in|to|into)\s+(?:polar|trigonometric|modulus-argument)\s+form|三角形式", _polar_form),
    )
)  # fmt: skip
SIMPLIFIED_SURD: Final = re.compile(_SURDS, re.IGNORECASE)


def surd(answer: str, question: str) -> FormKept:
    r"""Of a question that has only numbers with roots to simplify.

    >>> surd("3\\sqrt{8}", r"Simplify \sqrt{72} fully."), surd("6\\sqrt{2}", r"Simplify \sqrt{72} fully."), surd("\\sqrt{8}+\\sqrt{2}", r"Simplify $\sqrt{8}+\sqrt{2}$.")
    ('missed', 'kept', 'missed')
    """
    asked = SIMPLIFIED_SURD.search(question)
    rest = re.sub(r"\\[A-Za-z]+|\b[A-Za-z]{2,}\b", " ", asked[0]) if asked else "x"
    return "" if re.search(r"[A-Za-z]", rest) else _roots_taken(answer, question)
