"""Two real unknowns in one complex equation, or one complex unknown with its modulus: real and imaginary parts compared.

Read: (x + yi)(1 + 2i) = 5 + 5i, a + bi = (1 + i)(2 - i), (1 + i)x + (1 - i)y = 4, z + |z| = 2 + 8i. Only where one pair of real
numbers fits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_python, to_sympy
from solver.formula.nodes import Call, Relation, Symbol, symbols, walk
from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment, difference, exact_source
from solver.topics.equations.solutions import COMBINATIONS, asked_of, assignments, concluded

VOCABULARY: Final = {
    **COMBINATIONS,
    "modulus": "modulus|absolute value|magnitude|模|的模|模长",
    "words": "complex numbers?|complex|satisfies|equation|complex equation|solve|solve for|复数|满足|方程|等式|成立",
}
WORDS: Final = {
    "parts": Words(
        "{start}Compare real and imaginary parts of \\({equation}\\): \\[{real}=0,\\qquad {imaginary}=0\\]",
        "{start}比较 \\({equation}\\) 两边的实部与虚部：\\[{real}=0,\\qquad {imaginary}=0\\]",
    ),
    "let": Words("Let \\(z=x+yi\\) with real \\(x,y\\). ", "设 \\(z=x+yi\\)（\\(x,y\\) 为实数）。"),
    "solved": Words("The only real solution: \\({solution}\\).", "唯一的实数解：\\({solution}\\)。"),
    "asked": Words("So \\({asked}={value}\\).", "所以 \\({asked}={value}\\)。"),
    "cell": Words("both parts are 0", "实部与虚部都等于 0"),
    "answer": Words("So \\({answer}\\).", "所以 \\({answer}\\)。"),
    "method": Words("put back into the equation", "代回原方程"),
}  # fmt: skip
_NAMES: Final = (
    r"\$?(?<![A-Za-z\d)}^*/+=-])[a-hj-y]\$?\s*(?:,\s*and|,|、|and|和)\s*\$?[a-hj-y](?![A-Za-z\d(+*/^=-])\$?"
)
_REAL: Final = (
    rf"(?i:[,(]?\s*(?:where|with|for|and|if)\s+(?:the\s+)?{_NAMES}\s+(?:are|being)\s+(?:both\s+)?real(?:\s+numbers)?\s*\)?)",
    rf"(?i:[,(]?\s*(?:where|with|for)\s+real\s+(?:numbers\s+)?{_NAMES}\s*\)?)",
    rf"(?i:\breal\s+numbers\s+(?={_NAMES}))",
    rf"[,(]?\s*(?:其中)?\s*{_NAMES}\s*(?:均|都)?(?:为|是)实数\s*\)?",
    r"[,(]?\s*(?:其中)?\s*\$?(?<![A-Za-z\d)}}^*/+=-])[a-hj-y]\s*[,、]\s*[a-hj-y]\s*(?:∈|\\in)\s*\\?(?:mathbb\{?|mathbf\{?)?[Rℝ]\}?\$?\s*\)?",
    r"实数(?=\s*\$?[a-z]\$?\s*[,、和])",
    r"[,(]?\s*(?:其中)?\s*\$?i\$?\s*(?:为|是)虚数单位\s*\)?",
)  # fmt: skip

_ONE_REAL: Final = (
    r"[,(]?\s*(?:其中)?\s*\$?(?<![A-Za-z\d)}^*/+=-])[a-hj-y]\s*(?:∈|\\in)\s*\\?(?:mathbb\{?|mathbf\{?)?[Rℝ]\}?\$?\s*\)?",
    r"[,(]?\s*(?:其中)?\s*\$?(?<![A-Za-z\d)}^*/+=-])[a-hj-y]\$?\s*(?:为|是)实数\s*\)?",
    r"(?i:[,(]?\s*(?:where|with|and|if)\s+\$?(?<![A-Za-z\d)}^*/+=-])[a-hj-y]\$?\s+is\s+(?:a\s+)?real(?:\s+number)?\s*\)?)",
)  # fmt: skip


def read_two_reals(text: Text) -> Reading:
    """The equation and the question; None when it is not one."""
    source = text.source.replace(r"\(", "$").replace(r"\)", "$")
    said = set[int]()  # how many letters are said to be real
    for letters, patterns in ((2, _REAL), (1, _ONE_REAL)):
        for pattern in patterns:
            source, count = re.subn(pattern, " , ", source)
            said |= {letters} if count and "虚数" not in pattern else set()
    found = account(source, VOCABULARY)
    if len(found.relations) != 1 or found.relations[0].signs != ("=",):
        return None
    equation = found.relations[0]
    names = tuple(sorted(symbols(equation) - {"i"}))
    if "i" not in symbols(equation) or "e" in names or len(names) not in (1, 2):
        return None
    with_modulus = any(isinstance(n, Call) and n.name == "Abs" for n in walk(equation))
    if names == ("z",) and not with_modulus:
        return None  # linear in z: `topic` has that
    if names != ("z",) and (len(names) not in said or "z" in names or "w" in names):
        return None
    if found.unread:
        return Unread(found.unread)
    asked = asked_of(found)
    if asked is None or any(symbols(a) - set(names) - {"i"} for a in asked) or any("_" in n for n in names):
        return None
    if found.has("modulus"):
        if asked not in ((), (Symbol("z"),)) or names != ("z",):
            return None
        asked = (Call("Abs", (Symbol("z"),)),)
    try:
        task = TwoReals(equation, names, asked or tuple(map(Symbol, names)), text.language)
        return task if task.is_determined() else None
    except (FormulaError, NotImplementedError, sp.PolynomialError):
        return None


@dataclass(frozen=True, slots=True)
class TwoReals:
    """`asked` of the real `names` (or of z) in the complex `equation`."""

    equation: Relation
    names: tuple[str, ...]
    asked: tuple[Node, ...]
    language: Language

    def _reals(self) -> list[sp.Symbol]:
        return [sp.Symbol(n, real=True) for n in (("x", "y") if self.names == ("z",) else self.names)]

    def _known(self) -> dict[str, sp.Expr]:
        found = self._reals()
        return {"z": found[0] + found[1] * sp.I} if self.names == ("z",) else {s.name: s for s in found}

    def _parts(self) -> tuple[sp.Expr, sp.Expr]:
        """Real and imaginary part of left − right, both without denominators."""
        left, right = (to_sympy(s, self._known()) for s in self.equation.sides)
        value = sp.expand_complex(sp.numer(sp.together(left - right)))
        real, imaginary = value.as_real_imag()
        return sp.expand(real), sp.expand(imaginary)

    def _solutions(self) -> list[dict[sp.Symbol, sp.Expr]]:
        """All real pairs that satisfy the equation."""
        found = sp.solve(list(self._parts()), self._reals(), dict=True)
        kept = []
        for s in found:
            if set(s) != set(self._reals()) or not all(v.is_real for v in s.values()):
                continue
            known = {n: v.subs(s) for n, v in self._known().items()}
            left, right = (to_sympy(side, known) for side in self.equation.sides)
            if sp.simplify(sp.expand_complex(left - right)) == 0:
                kept.append(s)
        return kept

    def is_determined(self) -> bool:
        """Whether exactly one pair fits."""
        return len(self._solutions()) == 1

    def _values(self) -> list[sp.Expr]:
        known = {n: v.subs(self._solutions()[0]) for n, v in self._known().items()}
        return [sp.simplify(sp.expand_complex(to_sympy(a, known))) for a in self.asked]

    def solution(self) -> Solution:
        """Parts, the pair, what is asked."""
        say, found, (real, imaginary) = self.language, self._solutions()[0], self._parts()
        start = WORDS["let"].say(say) if self.names == ("z",) else ""
        steps = [
            WORDS["parts"].say(
                say,
                start=start,
                equation=to_latex(self.equation),
                real=sp.latex(real),
                imaginary=sp.latex(imaginary),
            ),
            WORDS["solved"].say(say, solution=assignments({k.name: v for k, v in found.items()})),
        ]
        for a, value in zip(self.asked, self._values(), strict=True):
            if not isinstance(a, Symbol) or self.names == ("z",):
                steps.append(WORDS["asked"].say(say, asked=to_latex(a), value=sp.latex(value)))
        names = [s.name for s in self._reals()]
        x = ", ".join(names)
        lines = [
            f'{x} = symbols("{" ".join(names)}", real=True)',
            *(["z = x + y*I"] if self.names == ("z",) else []),
            comment(WORDS["cell"].say(say)),
            f"equations = {exact_source([real, imaginary])}",
            f"pairs = [s for s in solve(equations, [{x}], dict=True) if all(v.is_real for v in s.values())]",
            f"pairs = [s for s in pairs if simplify(expand_complex(({difference(*map(to_python, self.equation.sides))}).subs(s))) == 0]",
            f"[{', '.join(f'simplify(expand_complex(sympify({to_python(a)}).subs(pairs[0])))' for a in self.asked)}]",
        ]
        return Solution(tuple(steps), cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """One value alone, several with their names."""
        return concluded(self.asked, value, WORDS["answer"], self.language)

    def check(self, answer: str) -> CheckPlan | None:
        """The pair in the equation, with ordinary complex arithmetic; and what is asked of it."""
        values = values_in(answer)
        if values is None or len(values) != len(self.asked):
            return None
        found = self._solutions()[0]
        lines = [
            f"{s.name} = {exact_source(v) if not v.is_Integer else f'Integer({v})'}" for s, v in found.items()
        ]
        if self.names == ("z",):
            lines.append("z = x + y*I")
        lines += [
            f"holds = simplify(expand_complex({difference(*map(to_python, self.equation.sides))})) == 0",
            f"asked = [{', '.join(map(to_python, self.asked))}]",
            f"holds and all(simplify(expand_complex(a - b)) == 0 for a, b in zip(asked, {exact_source(list(values))}))",
        ]
        claim = WORDS["answer"].say(self.language, answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), cell(*lines))
