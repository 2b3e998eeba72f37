"""The polar form of a complex number, and its two square roots.

Read: one number with rational parts or plain roots; for the polar form an angle with an exact name. Not: higher roots.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import Relation, symbols
from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source

VOCABULARY: Final = {
    "polar": "polar form|in polar form|trigonometric form|in trigonometric form|modulus argument form|in modulus argument form|polar|三角形式|的三角形式|化为三角形式|三角式|表示成三角形式",
    "roots": "square roots|square roots of|both square roots|both square roots of|two square roots|two square roots of|平方根|的平方根|的两个平方根",
    "words": "complex numbers?|complex|write|express|convert|into|number|复数|写成|化成|化为|表示成|用|表示|form|在复数范围内|复数范围内|在复数集内|在复数域内",
}
WORDS: Final = {
    "modulus": Words("The modulus: \\[r=|{z}|=\\sqrt{{\\left({x}\\right)^2+\\left({y}\\right)^2}}={r}\\]", "先求模：\\[r=|{z}|=\\sqrt{{\\left({x}\\right)^2+\\left({y}\\right)^2}}={r}\\]"),
    "argument": Words(
        "The angle has \\(\\cos\\theta={c}\\) and \\(\\sin\\theta={s}\\), so \\(\\theta={t}\\).",
        "再求辐角：\\(\\cos\\theta={c}\\)，\\(\\sin\\theta={s}\\)，所以 \\(\\theta={t}\\)。",
    ),
    "square": Words(
        "Let \\(x+yi\\) with real \\(x,y\\) have the square \\({z}\\). Comparing parts and moduli: \\[x^2-y^2={x},\\qquad 2xy={y},\\qquad x^2+y^2=|{z}|={r}\\]",
        "设实数 \\(x,y\\) 满足 \\((x+yi)^2={z}\\)，比较实部、虚部和模：\\[x^2-y^2={x},\\qquad 2xy={y},\\qquad x^2+y^2=|{z}|={r}\\]",
    ),
    "halves": Words(
        "Adding and subtracting gives \\(x^2={xx}\\) and \\(y^2={yy}\\); \\(xy\\) has the sign of \\({y}\\), so the roots are \\({roots}\\).",
        "相加、相减得 \\(x^2={xx}\\)，\\(y^2={yy}\\)；\\(xy\\) 与 \\({y}\\) 同号，所以平方根是 \\({roots}\\)。",
    ),
    "note_polar": Words("modulus and argument", "模与辐角"),
    "note_roots": Words("x from the squares, then y from 2xy", "先由平方求 x，再由 2xy 求 y"),
    "polar": Words("The polar form is \\({answer}\\).", "三角形式是 \\({answer}\\)。"),
    "roots": Words("The square roots are \\({answer}\\).", "平方根是 \\({answer}\\)。"),
    "multiplied": Words("multiplied out again", "重新展开"),
    "squared": Words("squared again; the two are opposite", "重新平方，并且两根互为相反数"),
}  # fmt: skip


def read_form(text: Text) -> ComplexForm | None:
    """The number and what is asked; None where anything else is said."""
    if not re.search(
        r"(?i)polar|trigonometric\s+form|三角|square\s+roots|平方根|argument\s+form", text.source
    ):
        return None
    source = re.sub(r"(?i)modulus\s*[-–]\s*argument", "modulus argument", text.source)
    found = account(source, VOCABULARY)
    kinds = [c for c in dict.fromkeys(found.concepts) if c in ("polar", "roots")]
    nodes = [
        n.sides[1] if isinstance(n, Relation) and symbols(n.sides[0]) == {"z"} else n for n in found.nodes
    ]
    if found.unread or len(kinds) != 1 or len(nodes) != 1 or symbols(nodes[0]) != {"i"}:
        return None
    try:
        value = sp.expand(to_sympy(nodes[0], {"i": sp.I}))
    except FormulaError:
        return None
    task = ComplexForm(nodes[0], value, kinds[0], text.language)
    return task if task.is_readable() else None


@dataclass(frozen=True, slots=True)
class ComplexForm:
    """The polar form or the square roots of `value`."""

    node: Node
    value: sp.Expr
    kind: str
    language: Language

    def _parts(self) -> tuple[sp.Expr, sp.Expr, sp.Expr]:
        x, y = self.value.as_real_imag()
        return x, y, sp.sqrt(sp.expand(x**2 + y**2))

    def _angle(self) -> sp.Expr:
        x, y, _ = self._parts()
        return sp.atan2(y, x)

    def _roots(self) -> tuple[sp.Expr, sp.Expr]:
        x, y, r = self._parts()
        p, q = sp.sqrt((r + x) / 2), sp.sqrt((r - x) / 2)
        root = sp.expand(p + sp.sign(y) * q * sp.I)
        return root, sp.expand(-root)

    def is_readable(self) -> bool:
        """Whether the number is no real one, and angle or roots have exact values without roots of roots."""
        x, y, r = self._parts()
        if y == 0 or not (r.is_real and (x**2).is_Rational and (y**2).is_Rational):
            return False
        if self.kind == "polar":
            turns = self._angle() / sp.pi
            return bool(turns.is_Rational) and 12 % turns.q == 0
        return bool(r.is_Rational) and bool(x.is_Rational) and bool(y.is_Rational)

    def solution(self) -> Solution:
        """Modulus and angle; or the equations for both parts of a root."""
        say, (x, y, r) = self.language, self._parts()
        facts = {"z": to_latex(self.node), "x": sp.latex(x), "y": sp.latex(y), "r": sp.latex(r)}
        if self.kind == "polar":
            c, s = sp.radsimp(x / r), sp.radsimp(y / r)
            steps = (
                WORDS["modulus"].say(say, **facts),
                WORDS["argument"].say(say, c=sp.latex(c), s=sp.latex(s), t=sp.latex(self._angle())),
            )
            lines = [
                f"z = {exact_source(self.value)}",
                comment(WORDS["note_polar"].say(say)),
                "Abs(z), arg(z)",
            ]
            return Solution(steps, cell(*lines))
        squares = {"xx": sp.latex((r + x) / 2), "yy": sp.latex((r - x) / 2)}
        roots = r",\ ".join(map(sp.latex, self._roots()))
        steps = (WORDS["square"].say(say, **facts), WORDS["halves"].say(say, **facts, **squares, roots=roots))
        lines = [
            f"z = {exact_source(self.value)}",
            comment(WORDS["note_roots"].say(say)),
            "x = sqrt((Abs(z) + re(z)) / 2)",
            "root = x + im(z) / (2*x) * I" if x + r != 0 else "root = sqrt(z)",
            "expand(root), expand(-root)",
        ]
        return Solution(steps, cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """r(cos θ + i sin θ), or both roots."""
        found = list(value) if isinstance(value, (tuple, list, sp.Tuple)) else []
        if len(found) != 2:
            return None
        if self.kind == "polar":
            radius = "" if found[0] == 1 else exact_latex(found[0])
            t = exact_latex(found[1])
            answer = rf"{radius}\left(\cos\left({t}\right)+i\sin\left({t}\right)\right)"
        else:
            answer = r",\ ".join(exact_latex(v) for v in found)
        return Conclusion(WORDS[self.kind].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Multiplied out, or squared again."""
        values = values_in(answer)
        if values is None or not all(isinstance(v, sp.Expr) for v in values):
            return None
        claim = WORDS[self.kind].say(self.language, answer=answer)
        shown = [v.subs(sp.Symbol("i"), sp.I) for v in values]
        if any(v.free_symbols for v in shown):
            return CheckPlan(claim, WORDS["multiplied"].say(self.language), "False")
        goal = exact_source(self.value)
        if self.kind == "polar":
            told = "cos" in answer or "e^" in answer
            test = f"len(values) == 1 and simplify(expand(values[0]) - ({goal})) == 0"
            test = test if told else "False"
        else:
            test = f"len(values) == 2 and all(simplify(expand(v**2) - ({goal})) == 0 for v in values) and simplify(values[0] + values[1]) == 0"
        way = WORDS["multiplied" if self.kind == "polar" else "squared"]
        lines = [f"values = {exact_source(shown)}", test]
        return CheckPlan(claim, way.say(self.language), cell(*lines))
