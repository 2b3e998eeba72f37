"""A plan in words: numbered arithmetic as in primary school, one letter, or a system with elimination; and the cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Final

from solver.latex import fraction_latex
from solver.topics.base import Words
from solver.topics.stories.word_problems.expressions import (
    LATEX,
    PYTHON,
    Notation,
    decimal,
    python_number,
    solved_for,
    total,
)
from solver.topics.stories.word_problems.quantities import Key, Relation
from solver.topics.stories.word_problems.solving import Compute, Given, Letter, Move, Plan, System
from solver.topics.stories.word_problems.wording import Wording, comment

LETTERS: Final = "xyzuvw"

GIVEN = Words("What we know: {facts}.", "已知：{facts}。")
STATED = Words("{label}: \\({value}\\){unit}", "{label}：\\({value}\\){unit}")
COMPUTE = Words("{label}: \\({work}={value}\\){unit}", "{label}：\\({work}={value}\\){unit}")
LET = Words("Let \\(x\\) stand for {label}.{others}", "设{label}为 \\(x\\){unit}。{others}")
THEN = Words(" Then {label}: \\({form}\\).", "{label}就是 \\({form}\\)。")
EQUATION = Words("The parts give an equation: \\[{equation}\\] so \\({simple}\\), and \\(x={value}\\).",
                 "列方程：\\[{equation}\\] 合并得 \\({simple}\\)，所以 \\(x={value}\\)。")  # fmt: skip
SOLVED = Words(
    "The parts give an equation: \\[{equation}\\] so \\({simple}\\).",
    "列方程：\\[{equation}\\] 整理得 \\({simple}\\)。",
)
SYSTEM_LET = Words("Let {names}.", "设{names}。")
SYSTEM_NAME = Words("\\({letter}\\) be {label}", "{label}为 \\({letter}\\)")
SYSTEM = Words("The conditions give \\[\\begin{{cases}}{rows}\\end{{cases}}\\]",
               "根据题意列方程组 \\[\\begin{{cases}}{rows}\\end{{cases}}\\]")  # fmt: skip
ELIMINATE = Words(
    "To eliminate \\({gone}\\), multiply the first equation by \\({a}\\) and the second by \\({b}\\): "
    "\\({first}\\) and \\({second}\\). {verb}: \\({result}\\), so \\({kept}={value}\\).",
    "为了消去 \\({gone}\\)，第一个方程乘 \\({a}\\)，第二个方程乘 \\({b}\\)：\\({first}\\)，\\({second}\\)。"
    "{verb}：\\({result}\\)，所以 \\({kept}={value}\\)。",
)
SUBTRACT = Words("Subtract the second from the first", "第一式减去第二式")
ADD = Words("Add the two", "两式相加")
BACK = Words("Put this into the first equation: \\({equation}\\), so \\({gone}={value}\\).",
             "代入第一个方程：\\({equation}\\)，所以 \\({gone}={value}\\)。")  # fmt: skip
COMBINED = Words("Eliminate one unknown after the other: {values}.", "逐个消元，解得 {values}。")


@dataclass(frozen=True, slots=True)
class Explainer:
    """Words for a plan."""

    wording: Wording
    relations: Sequence[Relation]
    plan: Plan

    def say(self, words: Words, /, **values: object) -> str:
        """A sentence in the problem's language."""
        return words.say(self.wording.language, **values)

    def steps(self) -> tuple[str, ...]:
        """What is known, then one entry a move."""
        known = [m for m in self.plan.moves if isinstance(m, Given)]
        steps = []
        if known:
            colon, comma = ("：", "；") if self.wording.language == "zh" else (": ", "; ")
            facts = comma.join(
                self.wording.label(m.key) + colon + self._amount(m.key, m.value) for m in known
            )
            steps.append(self.say(GIVEN, facts=facts))
        for move in self.plan.moves:
            if not isinstance(move, Given):
                steps += self._move(move)
        return tuple(steps)

    def _amount(self, key: Key, value: Fraction) -> str:
        return f"\\({decimal(value)}\\){self._unit(key, value)}"

    def _unit(self, key: Key, value: Fraction) -> str:
        unit = self.wording.unit(key, value)
        return f" {unit}" if unit else ""

    def _move(self, move: Move) -> list[str]:
        if isinstance(move, Compute):
            work = solved_for(
                self.relations[move.relation], move.key, self._shown, LATEX, self.wording.percents
            )
            label = self.wording.label(move.key)
            value, unit = decimal(move.value), self._unit(move.key, move.value)
            if self.wording.language == "en":
                label = label[:1].upper() + label[1:]
            words = STATED if work == value else COMPUTE
            return [self.say(words, label=label, work=work, value=value, unit=unit)]
        if isinstance(move, Letter):
            return self._letter(move)
        return self._system(move) if isinstance(move, System) else []

    def _shown(self, key: Key) -> str:
        value = self.plan.values[key]
        return decimal(value) if value >= 0 else f"({decimal(value)})"

    # -- one letter --------------------------------------------------------------------------------

    def forms(self, move: Letter) -> dict[Key, tuple[Fraction, Fraction]]:
        """Each expressed quantity as (a, b) for a·x + b."""
        forms = {move.key: (Fraction(1), Fraction(0))}
        for key, i in move.expressed:
            forms[key] = self._form(self.relations[i], key, forms)
        return forms

    def _form(
        self, relation: Relation, key: Key, forms: Mapping[Key, tuple[Fraction, Fraction]]
    ) -> tuple[Fraction, Fraction]:
        slope, rest = Fraction(0), relation.constant
        for other, c in relation.terms.items():
            if other != key:
                a, b = forms[other] if other in forms else (Fraction(0), self.plan.values[other])
                slope, rest = slope - c * a, rest - c * b
        return slope / relation.terms[key], rest / relation.terms[key]

    def _letter(self, move: Letter) -> list[str]:
        forms = self.forms(move)
        others = "".join(
            self.say(THEN, label=self.wording.label(key), form=linear(*forms[key]))
            for key, _ in move.expressed
        )
        relation = self.relations[move.relation]
        inside = [(c, k) for k, c in relation.terms.items() if k in forms]
        weight = sum(c for c, _ in inside) or sum(c * forms[k][0] for c, k in inside)
        sign = 1 if weight > 0 else -1
        left = total([(c * sign, _bracket(forms[k], c * sign)) for c, k in inside], Fraction(0), _TERMS)
        outside = [(-c * sign, self._shown(k)) for k, c in relation.terms.items() if k not in forms]
        right = total(outside, relation.constant * sign, LATEX, self.wording.percents)
        slope = sum((c * sign * forms[k][0] for c, k in inside), Fraction(0))
        if slope < 0:  # both sides times -1
            slope = -slope
        rest = slope * move.value
        unit = self._unit(move.key, move.value) if move.key.kind != "part" else ""
        let = self.say(LET, label=self.wording.label(move.key), unit=unit, others=others)
        simple = f"{linear(slope, Fraction(0))}={decimal(rest)}"
        found = self.say(
            SOLVED if slope == 1 else EQUATION,
            equation=f"{left}={right}",
            simple=simple,
            value=decimal(move.value),
        )
        return [let, found]

    # -- a system ----------------------------------------------------------------------------------

    def rows(self, move: System) -> list[tuple[list[Fraction], Fraction]]:
        """Whole-number coefficients of the unknowns, and the right-hand sides."""
        rows = []
        for i in move.relations:
            relation = self.relations[i]
            known = sum(
                (c * self.plan.values[k] for k, c in relation.terms.items() if k not in move.keys),
                Fraction(0),
            )
            row, right = [relation.terms.get(k, Fraction(0)) for k in move.keys], relation.constant - known
            scale = lcm(*(c.denominator for c in row))
            if next(c for c in row if c) < 0:  # an equation begins with a plus
                scale = -scale
            rows.append(([c * scale for c in row], right * scale))
        return rows

    def _system(self, move: System) -> list[str]:
        rows = self.rows(move)
        comma = "，" if self.wording.language == "zh" else ", "
        names = comma.join(
            self.say(SYSTEM_NAME, letter=letter, label=self.wording.label(key) + self._in(key))
            for letter, key in zip(LETTERS, move.keys, strict=False)
        )
        text = r"\\".join(row_text(row, right) for row, right in rows)
        steps = [self.say(SYSTEM_LET, names=names), self.say(SYSTEM, rows=text)]
        if len(rows) == 2 and all(all(row) for row, _ in rows):
            return steps + self._eliminate(rows, move.values)
        values = comma.join(
            f"\\({x}={fraction_latex(v)}\\)" for x, v in zip(LETTERS, move.values, strict=False)
        )
        return [*steps, self.say(COMBINED, values=values)]

    def _in(self, key: Key) -> str:
        unit = self.wording.unit(key)
        if not unit:
            return ""
        return f"（{unit}）" if self.wording.language == "zh" else f" in {unit}"

    def _eliminate(
        self, rows: list[tuple[list[Fraction], Fraction]], values: Sequence[Fraction]
    ) -> list[str]:
        (r1, s1), (r2, s2) = rows
        shared = gcd(int(r1[1]), int(r2[1]))
        a, b = abs(r2[1]) / shared, abs(r1[1]) / shared
        same = r1[1] * r2[1] > 0
        first, second = [c * a for c in r1], [c * b for c in r2]
        sign = -1 if same else 1
        row, right = [p + sign * q for p, q in zip(first, second, strict=True)], s1 * a + sign * s2 * b
        step = self.say(
            ELIMINATE, gone="y", kept="x", a=a, b=b, first=row_text(first, s1 * a), second=row_text(second, s2 * b),
            verb=self.say(SUBTRACT if same else ADD), result=row_text(row, right), value=fraction_latex(values[0]),
        )  # fmt: skip
        x = fraction_latex(values[0])
        put = f"{_times(r1[0])}{x}"
        sign_text = "+" if r1[1] > 0 else "-"
        equation = f"{put}{sign_text}{linear(abs(r1[1]), Fraction(0), 'y')}={decimal(s1)}"
        return [step, self.say(BACK, equation=equation, gone="y", value=fraction_latex(values[1]))]


# a·(form) is written without a sign of multiplication
_TERMS: Final = Notation(decimal, "", LATEX.over)


def _times(factor: Fraction) -> str:
    return "" if factor == 1 else f"{decimal(factor)}\\times "


def _bracket(form: tuple[Fraction, Fraction], factor: Fraction) -> str:
    text = linear(*form)
    return f"({text})" if factor != 1 and (form[1] or form[0] != 1) else text


def linear(slope: Fraction, rest: Fraction, letter: str = "x") -> str:
    """a·x + b in LaTeX.

    >>> linear(Fraction(2), Fraction(-3)), linear(Fraction(-1), Fraction(20))
    ('2x - 3', '20 - x')
    """
    return total([(slope, letter)], rest, _TERMS) if slope else decimal(rest)


def row_text(row: Sequence[Fraction], right: Fraction) -> str:
    """One equation of a system."""
    text = ""
    for c, letter in zip(row, LETTERS, strict=False):
        if c:
            text += (
                ("-" if c < 0 else "+" if text else "") + ("" if abs(c) == 1 else decimal(abs(c))) + letter
            )
    return f"{text}={decimal(right)}"


# -- the cell --------------------------------------------------------------------------------------


def cell(explainer: Explainer, asked: Sequence[Key]) -> str:
    """Python for the plan, a line a quantity; the last line is what is asked."""
    wording, plan = explainer.wording, explainer.plan
    lines: list[str] = []
    for move in plan.moves:
        lines += _code(explainer, move)
    names = [wording.identifier(key) for key in asked]
    lines.append(names[0] if len(names) == 1 else f"({', '.join(names)})")
    body = "\n".join(lines)
    tools = [name for name in ("Eq", "Rational", "solve", "symbols") if name + "(" in body]
    return (f"from sympy import {', '.join(tools)}\n\n" if tools else "") + body


def _code(explainer: Explainer, move: Move) -> list[str]:
    wording = explainer.wording
    name: Callable[[Key], str] = wording.identifier
    relations = explainer.relations
    if isinstance(move, Given):
        return [f"{name(move.key)} = {python_number(move.value)}  # {comment(wording.label(move.key))}"]
    if isinstance(move, Compute):
        work = exact_division(solved_for(relations[move.relation], move.key, name, PYTHON))
        return [f"{name(move.key)} = {work}  # {comment(wording.label(move.key))}"]
    letters = LETTERS[: len(move.keys)] if isinstance(move, System) else "x"
    lines = [f'{", ".join(letters)} = symbols("{" ".join(letters)}")']
    if isinstance(move, Letter):
        forms = explainer.forms(move)
        lines[0] += f"  # {comment(wording.label(move.key))}"
        relation = relations[move.relation]
        terms = [
            (c, f"({_python_linear(*forms[k])})" if k in forms else name(k))
            for k, c in relation.terms.items()
        ]
        left = total(terms, Fraction(0), PYTHON)
        lines.append(f"{name(move.key)} = solve(Eq({left}, {python_number(relation.constant)}), x)[0]")
        return lines
    equations = []
    for i in move.relations:
        terms = [
            (c, letters[move.keys.index(k)] if k in move.keys else name(k))
            for k, c in relations[i].terms.items()
        ]
        equations.append(
            f"    Eq({total(terms, Fraction(0), PYTHON)}, {python_number(relations[i].constant)}),"
        )
    lines[0] += "  # " + comment(
        "; ".join(f"{x} = {wording.label(k)}" for x, k in zip(letters, move.keys, strict=True))
    )
    lines += ["solution = solve([", *equations, f"], [{', '.join(letters)}])"]
    lines += [f"{name(k)} = solution[{x}]" for x, k in zip(letters, move.keys, strict=True)]
    return lines


def _python_linear(slope: Fraction, rest: Fraction) -> str:
    return total([(slope, "x")], rest, PYTHON)


def exact_division(work: str) -> str:
    """A quotient of whole numbers as an exact one: `a / 3` becomes `a * Rational(1, 3)`."""
    top, slash, bottom = work.rpartition(" / ")
    if not slash:
        return work
    if bottom.startswith("Rational("):
        p, q = bottom.removeprefix("Rational(").removesuffix(")").split(", ")
        return f"{top} * Rational({q}, {p})"
    return f"{top} * Rational(1, {bottom})"
