"""Where a function of one variable rises and falls, turns, bends, and its largest and smallest values.

Read: critical and stationary points, local maxima and minima, intervals of increase and decrease, inflection points, concavity,
the largest and smallest value on an interval or on the whole domain; several of these at once. Polynomials, fractions, roots,
logarithms, exponentials, absolute values of polynomials (`corners`); sine and cosine on a bounded interval. Not: letters, functions without derivative at a point inside
the domain, zeros that have no short exact form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

import sympy as sp

from solver import plots
from solver.formula import FormulaError, python_name, to_python, to_sympy
from solver.formula.nodes import Call, walk
from solver.latex import exact_latex
from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread
from solver.topics.calculus.extrema import checking
from solver.topics.calculus.extrema.shape import Signs, signs_of
from solver.topics.calculus.extrema.telling import Telling, interval_latex
from solver.topics.calculus.extrema.words import LABELS, NONE, ONE, PARTS, SAID, VOCABULARY, WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.functions.function_features.conditions import conditions_of, solution_set
from solver.topics.functions.function_features.function import Function, function_of, told
from solver.topics.functions.function_features.ranges import interval_of

CALLS: Final = frozenset({"sqrt", "log", "exp", "sin", "cos", "Abs"})
_MEMBER: Final = re.compile(r"(?<![A-Za-z\\])[a-z]\s*(?:\\in\b|∈)\s*(?=[\[(]|\\left)")
_REALS: Final = re.compile(r"\(?\s*\$?[a-z]\s*(?:\\in\b|∈)\s*(?:\\mathbb\s*\{?R\}?|R)\$?\s*\)?")
_PRIMED: Final = re.compile(r"[A-Za-z]\s*'")
BENDING: Final = frozenset({"inflection", "concave_up", "concave_down"})
ENDS: Final = frozenset({"maximum", "minimum"})


_X: Final = r"\$?[a-z]\$?"
_THERE: Final = re.compile(
    rf"(?i)(?P<en>\s*,?\s*and\s+(?:(?:find|state|give)\s+)?(?:the\s+)?(?:corresponding\s+)?values?\s+of\s+{_X}(?:\s+(?:at|for)\s+which\s+(?:it|they|this)\s+occurs?|\s+where\s+(?:it|they)\s+occurs?|(?=\s*[.?]?\s*$)))"
    rf"|[,，、]?(?:以及|及|并求|和|并且求|求)?(?:出)?(?:此时|相应的?|对应的?|(?:取得?|达到)(?:最[大小]值|最值)时的?){_X}(?:的取?值|=\s*\?|的值为多少|的值是多少)?"
)
"""Where the largest or smallest value is taken is asked, too: "… and the value of x at which it occurs", 及此时x的值."""


def _there(match: re.Match[str]) -> str:
    return " and where it occurs" if match["en"] else "何处取得"


def read(text: Text) -> Reading:
    """One function, and what is asked about its course."""
    if _PRIMED.search(text.source):
        return None
    source = _MEMBER.sub(" on ", _REALS.sub(" ", _THERE.sub(_there, text.source)))
    found = told(Text(source, text.language, text.values), VOCABULARY)
    asked = [c for c in found.concepts if c in PARTS]
    if not asked:
        return None
    try:
        known = function_of(found, text, calls=CALLS)
        if known is None or len(known[1]) > 1:
            return None
        function, rest = known
        named = interval_of(rest[0], function.variable, is_named=found.has("on")) if rest else None
        if found.unread:
            return Unread(found.unread)
        if rest and named is None:
            return None
        task = _task(function, named, _parts(asked, classified=found.has("classified")), text.language)
        if asked == ["range"]:
            return _range(task, named) if not found.has("there") else None
        if "range" in asked:
            return None
        if not found.has("there") or not isinstance(task, Course):
            return task
        return replace(task, places=True) if set(task.parts) <= ENDS else None
    except FormulaError:
        return None


def _parts(asked: list[str], *, classified: bool) -> tuple[str, ...]:
    """What the answer consists of; points that are classified are told by their kind."""
    if classified and set(asked) <= {"stationary", "critical"}:
        return ("max_point", "min_point", "flat_point")
    return tuple(dict.fromkeys(part for name in asked for part in PARTS[name]))


def _task(function: Function, named: sp.Set | None, parts: tuple[str, ...], language: Language) -> Reading:
    x = sp.Symbol(function.variable, real=True)
    domain = _domain(function)
    if domain is None:
        return None
    if named is not None:
        if named.is_subset(domain) is not True and ENDS & set(parts):
            return None
        domain = sp.Intersection(named, domain)
    f = to_sympy(function.body, {function.variable: x})
    if not isinstance(f, sp.Expr) or not f.has(x) or domain.interior is sp.S.EmptySet:
        return None
    if f.has(sp.Abs):
        return _with_corners(function, domain, parts, language)
    first = signs_of(f, x, domain, 1) if set(parts) - BENDING else None
    second = signs_of(f, x, domain, 2) if set(parts) & BENDING else None
    if (set(parts) - BENDING and first is None) or (set(parts) & BENDING and second is None):
        return None
    task = Course(function, domain, parts, first, second, language)
    if "flat_point" in parts:  # points that were to be classified: only the kinds that there are
        there = tuple(part for part in parts if task.items(part))
        task = replace(task, parts=there or ("stationary",))
    return task if not ENDS & set(parts) or task.ends_are_reached() else None


def _range(task: Reading, named: sp.Set | None) -> Reading:
    """The values on a closed interval, from the least to the largest."""
    from solver.topics.calculus.extrema.value_ranges import ValueRange  # it builds on `Course`

    closed = isinstance(named, sp.Interval) and not named.left_open and not named.right_open
    return ValueRange(task) if isinstance(task, Course) and closed and task.domain == named else None


def _with_corners(function: Function, domain: sp.Set, parts: tuple[str, ...], language: Language) -> Reading:
    from solver.topics.calculus.extrema.corners import CornerCourse, cornered  # it builds on `Course`

    found = cornered(function, domain, parts)
    if found is None:
        return None
    pieces, first = found
    task = CornerCourse(function, domain, parts, first, None, language, pieces=pieces)
    return task if not ENDS & set(parts) or task.ends_are_reached() else None


def _domain(function: Function) -> sp.Set | None:
    """The natural domain."""
    conditions = conditions_of(function.body, function.variable)
    if conditions is None:
        return None
    if any(
        isinstance(n, Call) and n.name in ("sin", "cos")
        for condition in conditions
        for n in walk(condition.part)
    ):
        return None
    return solution_set(conditions, function.variable)


@dataclass(frozen=True, slots=True)
class Course:
    """What `parts` ask about `function` on `domain`; `first` and `second` are the signs of its derivatives, where needed."""

    function: Function
    domain: sp.Set
    parts: tuple[str, ...]
    first: Signs | None
    second: Signs | None
    language: Language
    places: bool = False
    """Whether it is asked, too, where the largest or smallest value is taken."""

    @property
    def formula(self) -> tuple[sp.Expr, sp.Symbol]:
        """The function as sympy has it, and its variable."""
        x = sp.Symbol(self.function.variable, real=True)
        return to_sympy(self.function.body, {self.function.variable: x}), x

    def value(self, point: sp.Expr) -> sp.Expr:
        """The function at a point."""
        f, x = self.formula
        return sp.simplify(f.subs(x, point))

    def candidates(self) -> tuple[list[tuple[sp.Expr, sp.Expr]], list[tuple[sp.Expr, sp.Expr]]]:
        """Points with the values there: those that count, and the open ends with the limits."""
        f, x = self.formula
        open_ends = list[tuple[sp.Expr, sp.Expr]]()
        points = list(self.first.zeros) if self.first else []
        for interval in self.domain.args if isinstance(self.domain, sp.Union) else (self.domain,):
            for end, is_open, side in (
                (interval.start, interval.left_open, "+"),
                (interval.end, interval.right_open, "-"),
            ):
                if is_open:
                    open_ends.append((end, sp.limit(f, x, end, side)))
                else:
                    points.append(end)
        points.sort(key=lambda p: float(p.evalf(20)))
        return [(p, self.value(p)) for p in points], open_ends

    def ends_are_reached(self) -> bool:
        """Whether the largest or smallest value that is asked for is taken somewhere."""
        try:
            reached, towards = self.candidates()
        except (NotImplementedError, ValueError):
            return False
        values = [v for _, v in reached]
        limits = [v for _, v in towards]
        if not values or not all(v.is_extended_real for v in values + limits):
            return False
        high, low = (pick(values, key=lambda v: v.evalf(30)) for pick in (max, min))
        return ("maximum" not in self.parts or all(v <= high for v in limits)) and (
            "minimum" not in self.parts or all(v >= low for v in limits)
        )

    def solution(self) -> Solution:
        """The derivative, its zeros, its signs, what follows."""
        return Solution((*Telling(self).steps(), *self.told_where()), self._cell(), self._plot())

    def told_where(self) -> tuple[str, ...]:
        """Where the values are taken, where that is asked."""
        return tuple(self._told_where(part) for part in self.parts if self.places)

    def _where(self, value: sp.Expr) -> str:
        """The places where the function has a value, of those that count."""
        x = self.function.variable
        return r",\ ".join(f"{x}={exact_latex(p)}" for p, v in self.candidates()[0] if v == value)

    def _told_where(self, part: str) -> str:
        (value,) = self.items(part)
        return WORDS["where"].say(self.language, value=exact_latex(value), places=self._where(value))

    def _cell(self) -> str:
        say, x = self.language, python_name(self.function.variable)
        inner = exact_source(self.domain.interior) if self.domain != sp.S.Reals else "S.Reals"
        lines = [f"f = {to_python(self.function.body)}", f"domain = {inner}"]
        results = []
        for signs, name in ((self.first, "zeros"), (self.second, "bends")):
            if signs is None:
                continue
            note = "code_zeros" if signs.order == 1 else "code_second"
            slope = "slope" if signs.order == 1 else "second"
            derivative = f"diff(f, {x})" if signs.order == 1 else f"diff(f, {x}, 2)"
            lines += [
                comment(WORDS[note].say(say)),
                f"{slope} = {signs.form.format(derivative)}",
                f"{name} = sorted(solveset({slope}, {x}, domain), key=N)",
            ]
            samples = exact_source([p.sample for p in signs.parts])
            if set(self.parts) - ENDS:
                lines += [
                    comment(WORDS["code_signs"].say(say)),
                    f"{slope}_signs = [sign(N(diff(f, {x}, {signs.order}).subs({x}, point))) for point in {samples}]",
                ]
                results.append(f"[(point, simplify(f.subs({x}, point))) for point in {name}], {slope}_signs")
        if ENDS & set(self.parts):
            closed = [p for p, _ in self.candidates()[0] if self.first and p not in self.first.zeros]
            lines += [
                comment(WORDS["code_values"].say(say)),
                f"values = [simplify(f.subs({x}, point)) for point in [*zeros{''.join(f', {exact_source(p)}' for p in closed)}]]",
            ]
            results.append(
                f"[{', '.join('max(values, key=N)' if p == 'maximum' else 'min(values, key=N)' for p in self.parts if p in ENDS)}]"
            )
        lines.append(f"[{', '.join(results)}]")
        return cell(*lines, variables=(self.function.variable,), assumptions="real=True")

    def _plot(self) -> str | None:
        finite = [e for e in self.domain.boundary if e.is_finite]
        marks = list(
            dict.fromkeys(
                [*(self.first.zeros if self.first else ()), *(self.second.zeros if self.second else ())]
            )
        )
        low, high = checking.window([*marks, *finite])
        start, end = sp.S(self.domain.inf), sp.S(self.domain.sup)
        edges = (start if start.is_finite else low, end if end.is_finite else high)
        points = [(c, self.value(c), "") for c in marks]
        if any(sp.count_ops(v) > 12 for _, v, _ in points):
            points = []
        limits = None
        if len(finite) > 0 and isinstance(self.domain.interior, sp.Union) and marks:
            heights = [float(self.value(c)) for c in marks]
            room = max(max(heights) - min(heights), 4)
            limits = (min(heights) - room, max(heights) + room)
        return plots.curve(
            to_python(self.function.body), self.function.variable, edges, points=points, y_limits=limits, language=self.language
        )  # fmt: skip

    def conclude(self, value: Any) -> Conclusion | None:
        """Every part with its name; None where the cell found something else."""
        if not isinstance(value, list) or not self._is_ours(value):
            return None
        answer = r";\ ".join(self._labelled(part) for part in self.parts)
        label = LABELS[self.parts[0]].say(self.language)
        said = ONE.say(
            self.language,
            label=label[:1].upper() + label[1:] if self.language == "en" else label,
            answer=answer,
        )
        sentence = said if len(self.parts) == 1 else SAID.say(self.language, answer=answer)
        if self.language == "en" and len(self.parts) == 1:
            sentence = sentence.replace("The " + label[:1].upper() + label[1:], label[:1].upper() + label[1:])
        return Conclusion(sentence, answer)

    def _is_ours(self, value: list[Any]) -> bool:
        flat: list[Any] = []
        for signs in (self.first, self.second):
            if signs is not None and set(self.parts) - ENDS:
                flat += [len(signs.zeros), [p.sign for p in signs.parts]]
        found: list[Any] = []
        for item in value:
            if (
                isinstance(item, list)
                and item
                and not isinstance(item[0], tuple)
                and ENDS & set(self.parts)
                and item is value[-1]
            ):
                return [sp.simplify(a - b) for a, b in zip(item, self._end_values(), strict=True)] == [
                    0
                ] * len(item) and found == flat
            found.append(len(item) if not len(found) % 2 else [int(s) for s in item])
        return found == flat

    def _end_values(self) -> list[sp.Expr]:
        values = [v for _, v in self.candidates()[0]]
        picks = {"maximum": max, "minimum": min}
        return [picks[p](values, key=lambda v: v.evalf(30)) for p in self.parts if p in ENDS]

    def items(self, part: str) -> list[Any]:
        """The points, numbers, intervals or values that answer a part."""
        first, second = self.first, self.second
        if part in ENDS:
            return [self._end_values()[[p for p in self.parts if p in ENDS].index(part)]]
        if second is not None and part in BENDING:
            if part == "inflection":
                return sorted([*second.turning(1), *second.turning(-1)], key=lambda z: z.evalf(20))
            return list(second.intervals(1 if part == "concave_up" else -1))
        if first is None:
            return []
        if part in ("increasing", "decreasing"):
            return list(first.intervals(1 if part == "increasing" else -1))
        if part in ("critical", "stationary"):
            return list(first.zeros)
        if part == "flat_point":
            return list(first.kept())
        return list(first.turning(-1 if "max" in part else 1))

    def _labelled(self, part: str) -> str:
        shown = r",\ ".join(self._shown(part, item) for item in self.items(part))
        shown = shown or rf"\text{{{NONE.say(self.language)}}}"
        if len(self.parts) == 1:
            return shown
        colon = ":" if self.language == "zh" else ": "
        return rf"\text{{{LABELS[part].say(self.language)}{colon}}}{shown}"

    def _shown(self, part: str, item: Any) -> str:
        if isinstance(item, sp.Interval):
            return interval_latex(item)
        x, c = self.function.variable, exact_latex(item)
        if part in ENDS and self.places:
            return rf"{c},\ {self._where(item)}" if len(self.parts) == 1 else rf"{c}\ ({self._where(item)})"
        if part in ENDS:
            return c
        if part in ("critical", "max_at", "min_at"):
            return f"{x}={c}"
        value = exact_latex(self.value(item))
        if part in ("local_max", "local_min"):
            name = self.function.name
            called = name.removesuffix(f"({x})")
            return rf"{called}\left({c}\right)={value}" if called != name else rf"y={value}\ ({x}={c})"
        return rf"\left({c}, {value}\right)"

    def check(self, answer: str) -> CheckPlan | None:
        """Values of the function at close points, compared."""
        source = checking.source(self, answer)
        if source is None:
            return None
        return CheckPlan(SAID.say(self.language, answer=answer), WORDS["method"].say(self.language), source)
