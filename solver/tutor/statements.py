r"""What a text gives away of an answer: in its formulas, as bare numbers of its prose, or in words.

A number is compared by value, so `0.5` states `\frac{1}{2}`; what has still to be computed (`180\div 12`) states nothing.
Runs in a reading worker, for formulas are read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.tutor.formulas import normal, outside, sides

_WORDS: Final = re.compile(r"\\(?:text|mathrm|mbox)\s*\{([^{}]*)\}")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]+")
_BARE: Final = re.compile(
    r"(?<![\w.,\\])-?\d+(?:,\d{3})+(?:\.\d+)?(?!\w)|(?<![\w.\\])-?\d+(?:\.\d+)?(?:/\d+)?%?(?![\w])|(?<=[\u3400-\u9fff])-?\d+(?:\.\d+)?(?:/\d+)?%?|(?<![\w.\\])-?\d+(?:\.\d+)?(?=[\u3400-\u9fff])"
)
_TO_DO: Final = re.compile(
    r"\\(?:times|cdot|div|binom|int|sum|lim|prod|log|ln|sin|cos|tan|gcd|det|mathrm)(?![A-Za-z])|[!|√*/]|\^"
)
_LONG: Final = re.compile(r"\\(?:int|sum|prod|lim|iint|oint)(?![A-Za-z])|!|\^\{?-?\d{4}")
"""What sympy may work on for minutes; it is never an answer written out."""
_ADDED: Final = re.compile(r"(?<=[\w})])\s*[+-]")
_SHORT_LETTER: Final = re.compile(
    r"^\\?[A-Za-z]+(?:_\{?\w+\}?)?'*(?:\\?(?:left)?\([A-Za-z0-9,]+\\?(?:right)?\))?$"
)
_LETTER: Final = re.compile(r"[A-H]")
_CHOICE: Final = re.compile(
    r"(?<![A-Za-z])\(?(?P<letter>[A-H])[.．、:：)）]\s*(?P<text>.+?)(?=\s*(?<![A-Za-z])\(?[A-H][.．、:：)）]|\s*$)",
    re.DOTALL,
)
_OPERATOR: Final = "+-*/^(|√_·×÷\\{"
_MAX_SIDE: Final = 160


@lru_cache(maxsize=4096)
def value(side: str) -> Any:
    """What a side is worth, a sympy value or a tuple of them; None where it is no value."""
    if len(side) > _MAX_SIDE or _LONG.search(side):
        return None
    try:
        found = values_in(side.replace("\\%", "%").replace("%", ""))
    except (RecursionError, OverflowError, ZeroDivisionError, ArithmeticError):
        return None
    if found is None or len(found) != 1:
        return None
    only = found[0]
    return only / 100 if "%" in side and isinstance(only, sp.Expr) else only


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal by their form or, where both are numbers, in value."""
    if one is None or other is None:
        return False
    if isinstance(one, tuple | sp.Tuple) and isinstance(other, tuple | sp.Tuple):
        return len(one) == len(other) and all(map(same, one, other))
    try:
        if bool(one == other):
            return True
        if (
            not (isinstance(one, sp.Expr) and isinstance(other, sp.Expr))
            or one.free_symbols
            or other.free_symbols
        ):
            return False
        difference = sp.N(one - other, 20)
        return bool(difference.is_number and abs(difference) < 1e-12)
    except (TypeError, ValueError, AttributeError, RecursionError):
        return False


def is_number(found: Any) -> bool:
    """Whether a value is a number without letters."""
    return isinstance(found, sp.Expr) and not found.free_symbols and found.is_finite is not False


def is_finished(side: str) -> bool:
    r"""Whether a number is written out, nothing left to compute: `-\frac{1}{2}`, `3\sqrt{2}`, `0.5`; not `16-7`.

    >>> is_finished(r"\frac{1}{2}"), is_finished("1+\\sqrt{3}"), is_finished("16-7"), is_finished(r"4\times 10^{4}")
    (True, True, False, True)
    """
    if re.fullmatch(r"-?\d+(?:\.\d+)?\s*(?:\\times|\\cdot|×)\s*10\^\{?-?\d+\}?", side.strip()):
        return True
    if _TO_DO.search(side):
        return False
    return not _ADDED.search(side) or bool(re.search(r"\\sqrt|\\pi|(?<![A-Za-z])[ie](?![A-Za-z])|√|π", side))


@dataclass(frozen=True, slots=True)
class Secret:
    """What must not be given away: an answer, less what the problem itself has said.

    Attributes:
        values: of its members; each of them is the answer, or a part of it.
        parts: numbers within a member, as the coordinates of a point; a gap leaves them out too.
        words: of an answer that is told in words.
        whole: the answer as text, where it is long enough to be known by it.
        given: values that the problem states.
        problem: its text, and `numbers` all that stand in it.
    """

    values: tuple[Any, ...]
    parts: tuple[Any, ...]
    words: tuple[str, ...]
    whole: str
    given: tuple[Any, ...]
    problem: str
    numbers: frozenset[str]

    def is_value(self, found: Any, *, given: bool = False) -> bool:
        """Whether this value is one of the answer's; `given`: also where the problem has told it."""
        return any(same(found, v) for v in self.values) and (given or not self.is_given(found))

    def is_part(self, found: Any) -> bool:
        """Whether this value is a number within the answer."""
        return any(same(found, v) for v in (*self.values, *self.parts))

    def is_given(self, found: Any) -> bool:
        """Whether the problem states this value."""
        return any(same(found, g) for g in self.given)

    def stated_in(self, text: str) -> bool:
        """Whether a text gives away a member of the answer."""
        if self.whole and self.whole in normal(text) and self.whole not in self.problem:
            return True
        for side in sides(text):
            found = value(side.text)
            if self.is_value(found) and (not is_number(found) or is_finished(side.text)):
                return True
        for start, end in outside(text):
            prose = text[start:end]
            if any(self.is_value(value(match[0])) for match in _BARE.finditer(prose)):
                return True
        return any(self.word_places(text))

    def word_places(self, text: str) -> list[tuple[int, int]]:
        """Where the words of the answer stand."""
        found = []
        for word in self.words:
            edge = r"\b" if word[:1].isascii() else ""
            found += [m.span() for m in re.finditer(rf"(?i){edge}{re.escape(word)}{edge}", text)]
        return found

    def bare_places(self, text: str) -> list[tuple[int, int]]:
        """Where the answer's numbers stand bare in the prose."""
        found = []
        for start, end in outside(text):
            for match in _BARE.finditer(text, start, end):
                if self.is_part(value(match[0])) and not self.is_given(value(match[0])):
                    found.append(match.span())
        return found


def secret_of(answer: str, problem: str) -> Secret:
    r"""The secret of an answer (LaTeX) to a problem.

    >>> secret_of(r"x=3,\ y=-2", "If (x-3)^2+|y+2|=0, find x and y.").values
    (3, -2)
    """
    problem, choice = _apart_from_choices(problem, answer)
    shown = f"\\({choice}\\)"
    outer = [s for s in sides(shown) if not s.inner]
    last = {s.chain: s for s in outer}
    values: list[Any] = []
    for side in outer:
        found = value(side.text)
        name = _SHORT_LETTER.match(side.text.replace(" ", "")) and last[side.chain] is not side
        if found is not None and not name and not isinstance(found, sp.Symbol):
            values.append(found)
    parts = [found for s in sides(shown) if s.inner and is_number(found := value(s.text))]
    for v in values:
        if isinstance(v, tuple | sp.Tuple):
            parts += [p for p in v if is_number(p)]
    parts = [p for p in parts if p not in (0, 1, -1)]
    texts = [*_WORDS.findall(choice), *([] if "\\text" in choice else _CHINESE.findall(choice))]
    plain = normal(problem)
    stripped = [t.strip(" .。()（）") for t in texts]
    words = tuple(w for w in stripped if len(w) > 1 and normal(w) not in plain) if not values else ()
    whole = normal(choice)
    return Secret(
        values=tuple(values),
        parts=tuple(parts),
        words=words,
        whole=whole if len(whole) >= 5 else "",
        given=_given(problem),
        problem=plain,
        numbers=frozenset(re.findall(r"\d+(?:\.\d+)?", problem)),
    )


def _apart_from_choices(problem: str, answer: str) -> tuple[str, str]:
    """The problem without its choices, and the one that the answer names; as they are where there are none."""
    if not _LETTER.fullmatch(answer.strip()):
        return problem, answer
    choices = list(_CHOICE.finditer(problem))
    named = next((m["text"] for m in choices if m["letter"] == answer.strip()), None)
    if named is None:
        return problem, answer
    return problem[: choices[0].start()], named.strip().strip("$.,;。；").replace("\\(", "").replace(
        "\\)", ""
    )


def _given(problem: str) -> tuple[Any, ...]:
    """Values that a problem states: the sides of its formulas, and numbers that stand alone in it."""
    found = [value(s.text) for s in sides(problem)]
    for match in _BARE.finditer(problem):
        before = problem[: match.start()].rstrip()[-1:]
        behind = problem[match.end() :].lstrip()[:1]
        if (not before or before not in _OPERATOR) and behind not in ("^", "*", "·", "×"):
            found.append(value(match[0]))
    return tuple(v for v in found if v is not None)
