"""The steps of a course of a function: derivative, zeros, signs part by part, what follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import sympy as sp

from solver.latex import exact_latex, latex
from solver.topics.calculus.extrema.shape import Signs
from solver.topics.calculus.extrema.words import WORDS
from solver.topics.equations.real_sets import set_latex

if TYPE_CHECKING:
    from solver.topics.calculus.extrema.topic import Course


def interval_latex(interval: sp.Interval) -> str:
    """As a pair of ends."""
    return set_latex(interval) or ""


class Telling:
    """Words for one `Course`."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.x = course.function.variable

    def say(self, key: str, **values: Any) -> str:
        """One step."""
        return WORDS[key].say(self.course.language, x=self.x, **values)

    def steps(self) -> Iterator[str]:
        """In the order of a textbook."""
        course, asked = self.course, set(self.course.parts)
        if course.domain != sp.S.Reals:
            yield self.say("domain", domain=set_latex(course.domain))
        name = (course.function.name or "y").removesuffix(f"({self.x})")
        tail = f"({self.x})" if course.function.name.endswith(")") else ""
        if course.first is not None or course.second is not None:
            f, x = course.formula
            yield self.say("slope", mark=f"{name}'{tail}", slope=_shown(f.diff(x)))
        if course.first is not None:
            yield from self._zeros(course.first, f"{name}'{tail}")
            if (
                asked
                - {"critical", "stationary", "maximum", "minimum"}
                - {"inflection", "concave_up", "concave_down"}
            ):
                yield from self._signs(course.first, "rises", "falls", f"{name}'{tail}")
                yield from self._turns(course.first)
            elif "stationary" in asked:
                for c in course.first.zeros:
                    yield self.say("value", c=exact_latex(c), value=exact_latex(course.value(c)))
            if asked & {"maximum", "minimum"}:
                yield from self._ends()
        if course.second is not None:
            mark = f"{name}''{tail}"
            yield self.say("second", mark=mark, slope=_shown(course.second.slope))
            yield from self._zeros(course.second, mark)
            yield from self._signs(course.second, "up", "down", mark)
            if "inflection" in asked:
                for c in course.second.zeros:
                    key = "no_bend" if c in course.second.kept() else "bend"
                    yield self.say(key, c=exact_latex(c), value=exact_latex(course.value(c)))

    def _zeros(self, signs: Signs, mark: str) -> Iterator[str]:
        points = r",\ ".join(f"{self.x}={exact_latex(z)}" for z in signs.zeros)
        yield self.say("zeros" if points else "no_zeros", mark=mark, points=points)

    def _signs(self, signs: Signs, up: str, down: str, mark: str) -> Iterator[str]:
        yield self.say("sign", mark=mark)
        _, x = self.course.formula
        for part in signs.parts:
            value = sp.simplify(signs.slope.subs(x, part.sample))
            shown = exact_latex(value) if sp.count_ops(value) < 9 else rf"\approx {value.evalf(3)}"
            piece = set_latex(part.interval)
            yield self.say(
                up if part.sign > 0 else down, piece=piece, t=exact_latex(part.sample), value=shown
            )

    def _turns(self, signs: Signs) -> Iterator[str]:
        if not set(self.course.parts) - {
            "increasing",
            "decreasing",
            "inflection",
            "concave_up",
            "concave_down",
        }:
            return
        for c in signs.zeros:
            before, after = signs.change(c)
            key = "flat" if before == after else "max" if before > 0 else "min"
            yield self.say(key, c=exact_latex(c), value=exact_latex(self.course.value(c)))

    def _ends(self) -> Iterator[str]:
        reached, towards = self.course.candidates()
        said = [self.say("at", value=exact_latex(v), c=exact_latex(c)) for c, v in reached]
        said += [self.say("towards", value=exact_latex(v), c=exact_latex(c)) for c, v in towards]
        stop = "; " if self.course.language == "en" else ";"
        yield self.say("candidates", values=stop.join(said))
        values = [v for _, v in reached]
        high, low = (exact_latex(pick(values, key=lambda v: v.evalf(30))) for pick in (max, min))
        asked = set(self.course.parts) & {"maximum", "minimum"}
        key = "compare" if len(asked) == 2 else "compare_max" if "maximum" in asked else "compare_min"
        yield self.say(key, high=high, low=low)


def _shown(slope: sp.Expr) -> str:
    """A derivative, and factored where that says more."""
    plain, factored = sp.expand(slope) if slope.is_polynomial() else slope, sp.factor(slope)
    first, second = latex(plain), latex(factored)
    return (
        first if first == second or sp.count_ops(factored) > sp.count_ops(plain) + 2 else f"{first}={second}"
    )
