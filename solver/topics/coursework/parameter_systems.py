"""A square linear system with one letter in it: for which values it has no solution, just one, infinitely many; one of these is asked for, or several.

Not: systems with two letters, or the solutions themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.bare_formulas import value as formula_in
from solver.topics.base import Task, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said
from solver.topics.coursework.kinds import lesson, told
from solver.topics.equations.matrices.literals import latex as matrix_latex
from solver.topics.prepared import Prepared

_P: Final = r"(?P<p>\\lambda|\\mu|λ|μ|[abckmpqst])"
_SIDE: Final = r"(?:[^\u3400-\u9fff;?:,=.]|\.(?=\d))+?"
_EQS: Final = rf"(?P<eqs>{_SIDE}={_SIDE}(?: ?(?:,|\\\\| and )(?: ?and )? ?{_SIDE}={_SIDE}){{1,3}})"
_SYSTEM: Final = r"(?:the )?(?:following )?(?:linear )?(?:system|system of equations|system of linear equations|equations|linear system)(?: of equations)?:?"
_KINDS_EN: Final = {
    "none": r"no solutions?|inconsistent",
    "one": r"a unique solution|exactly (?:one|1) solution|only (?:one|1) solution|(?:one|1) solution|unique solutions?",
    "many": r"infinitely many solutions|infinite(?:ly many)? solutions?|more than (?:one|1) solution",
}
_KINDS_ZH: Final = {
    "none": r"无解",
    "one": r"有唯一解|有惟一解|只有唯一解|唯一解",
    "many": r"有无穷多(?:个|组)?解|有无限多(?:个|组)?解|有无数(?:个|组)?解|无穷多(?:个|组)?解",
}
_ONE_OF_EN: Final = "(?:" + "|".join(_KINDS_EN.values()) + ")"
_ONE_OF_ZH: Final = "(?:" + "|".join(_KINDS_ZH.values()) + ")"
_LABEL: Final = r"(?:\(?(?:[a-ci]{1,3}|\d)\) ?)?"
_HOWS: Final = rf"(?P<hows>{_LABEL}{_ONE_OF_EN}(?: ?[,;?]? ?(?:and|or)? ?{_LABEL}{_ONE_OF_EN})*)"
_HOWS_ZH: Final = rf"(?P<hows>{_LABEL}{_ONE_OF_ZH}(?: ?[、,;和及或]* ?{_LABEL}{_ONE_OF_ZH})*)"
_ASK: Final = rf"(?:for|at) (?:which|what) (?:real )?values?(?:\(s\))? of (?:the (?:constant|parameter|real number) )?{_P}"
_FIND_P: Final = rf"{FIND}(?:all |the )*(?:real )?values?(?:\(s\))? of (?:the (?:constant|parameter) )?{_P}"
_BLANK: Final = r"(?:_+|\?)"
TABLE_EN: Final = {
    "system": (rf"(?:consider|given|let|suppose)? ?{_SYSTEM} {_EQS}",),
    "whole": (
        rf"{_ASK} (?:does|will|do|is) {_SYSTEM} {_EQS} (?:have|has)? ?{_HOWS}",
        rf"{_ASK} (?:does|will|do|is) {_SYSTEM} (?:have|has)? ?{_HOWS} ?[?:] ?{_EQS}",
        rf"{_FIND_P} (?:for which|such that|so that|if) {_SYSTEM} {_EQS} (?:has|have|is) {_HOWS}",
        rf"{_FIND_P} that makes? {_SYSTEM} {_EQS} (?:has|have) {_HOWS}",
    ),
    "asked": (
        rf"{_ASK} (?:does|will|do|is) (?:the|this) (?:linear )?system (?:of equations )?(?:have|has)? ?{_HOWS}",
        rf"{_FIND_P} (?:for which|such that|so that|if) (?:the|this) (?:linear )?system (?:of equations )?(?:has|have|is) {_HOWS}",
    ),
}  # fmt: skip
_SYSTEM_ZH: Final = r"(?:下列|以下)?(?:非齐次)?(?:线性)?方程组"
_THIS_ZH: Final = r"(?:(?:该|此|上述|原)?(?:非齐次)?(?:线性)?方程组)?"
_WHICH_ZH: Final = r"(?:取何值|为何值|取什么值|为什么值|等于何值|取哪些值)时"
TABLE_ZH: Final = {
    "system": (rf"(?:设|已知|若|给定|对于|考虑)? ?{_SYSTEM_ZH}:? ?{_EQS}",),
    "whole": (
        rf"(?:问|当|试问|讨论)?(?:参数|常数)? ?{_P} ?{_WHICH_ZH},? ?{_SYSTEM_ZH}:? ?{_EQS} ?{_HOWS_ZH}",
        rf"(?:设|已知|若)? ?{_SYSTEM_ZH} ?{_EQS} ?{_HOWS_ZH},? ?{FIND_ZH}(?:参数|常数)? ?{_P} ?(?:的值|的取值)?{HOW_MUCH_ZH}(?: ?= ?)?{_BLANK}?",
    ),
    "asked": (
        rf"(?:问|当|试问|讨论)*(?:参数|常数)? ?{_P} ?{_WHICH_ZH},? ?{_THIS_ZH}:? ?{_HOWS_ZH}",
        rf"(?:方程组)?{_HOWS_ZH},? ?{FIND_ZH}(?:参数|常数)? ?{_P} ?(?:的值|的取值)?{HOW_MUCH_ZH}(?: ?= ?)?{_BLANK}?",
    ),
    "blank": (
        rf"(?:当)? ?{_P} ?(?:=|满足|为|取值为|≠|\\neq?)? ?{_BLANK} ?时,? ?{_THIS_ZH} ?{_HOWS_ZH}",
        rf"{_THIS_ZH} ?{_HOWS_ZH} ?时,? ?{_P} ?(?:=|满足|为)? ?{_BLANK}",
    ),
}  # fmt: skip
METHOD: Final = Words(
    "the system was solved again with each value, and with others", "对所得的值及其他值分别重新求解方程组"
)
SENTENCES: Final = {
    "one": Words("So just one solution for \\({answer}\\).", "所以 \\({answer}\\) 时有唯一解。"),
    "none": Words("So there is no solution for \\({answer}\\).", "所以 \\({answer}\\) 时无解。"),
    "many": Words("So there are infinitely many solutions for \\({answer}\\).", "所以 \\({answer}\\) 时有无穷多解。"),
    "several": Words("So the values, in the order asked: \\({answer}\\).", "所以依次为 \\({answer}\\)。"),
}  # fmt: skip
MAX_SIDE: Final = 4
_UNEQUAL: Final = r"\\neq?(?![a-z])|≠|!="


@dataclass(frozen=True, slots=True)
class _System:
    """A x = b with the letter p in it; `fates` says what happens at each real value where the determinant is 0."""

    p: sp.Symbol
    A: sp.Matrix
    b: sp.Matrix
    unknowns: tuple[sp.Symbol, ...]
    det: sp.Expr
    ranks: dict[sp.Expr, tuple[int, int]]

    @staticmethod
    def of(text: str, p: sp.Symbol) -> _System | None:
        """The system that stands there; None where it is none, or its determinant has no real zeros that can be named."""
        found = _coefficients(text, p)
        if found is None:
            return None
        A, b, unknowns = found
        det = sp.factor(A.det())
        roots = sp.roots(sp.Poly(det, p)) if det.has(p) else {}
        if not roots or sum(roots.values()) != sp.degree(det, p):
            return None
        real = sorted((r for r in roots if r.is_real), key=float)
        ranks = {r: (A.subs(p, r).rank(), A.row_join(b).subs(p, r).rank()) for r in real}
        return _System(p, A, b, tuple(unknowns), det, ranks)

    def values(self, kind: str) -> list[sp.Expr]:
        """The values with no or many solutions; those without just one."""
        return [
            r for r, (low, high) in self.ranks.items() if kind == "one" or (low < high) == (kind == "none")
        ]

    def named(self) -> tuple[str, str, str]:
        """The letter, the matrix and the right side as source."""
        plain = sp.Symbol("lamda" if self.p.name == "lambda" else self.p.name)
        put = [[e.subs(self.p, plain) for e in row] for row in self.A.tolist()]
        return plain.name, exact_source(put), exact_source([e.subs(self.p, plain) for e in self.b])


@lesson("(?i)system|equations|方程组", en=TABLE_EN, zh=TABLE_ZH)
def parameter(found: list[Said], say: Language) -> Task | None:
    """The values of the letter."""
    equations = [s.values["eqs"] for s in found if "eqs" in s.values]
    letters = {s.values["p"].replace("λ", r"\lambda").replace("μ", r"\mu") for s in found if "p" in s.values}
    asked = [s for s in found if s.kind != "system"]
    if (
        len(equations) != 1
        or len(letters) != 1
        or found[0] is not next(s for s in found if "eqs" in s.values)
    ):
        return None
    if len(asked) != 1 and {s.kind for s in asked} != {"blank"}:
        return None
    names = _KINDS_ZH if say == "zh" else _KINDS_EN
    either = "|".join(f"(?P<{k}>{pattern})" for k, pattern in names.items())
    kinds = [str(m.lastgroup) for s in asked for m in re.finditer(f"(?i){either}", s.values["hows"])]
    system = _System.of(equations[0], formula_in(letters.pop()))
    if system is None or len(set(kinds)) != len(kinds) or not all(map(system.values, kinds)):
        return None
    return _task(system, tuple(kinds), say)


def _steps(system: _System, kinds: tuple[str, ...], say: Language) -> tuple[str, ...]:
    name, A, det = latex(system.p), system.A, latex(system.det)
    listed = r",\ ".join(f"{name}={latex(r)}" for r in system.ranks)
    steps = [told(say, rf"The determinant of the coefficients is \[\det{matrix_latex(A)}={det}\] It is 0 for \({listed}\); for all other values there is just one solution.", rf"系数行列式为 \[{matrix_latex(A).replace('pmatrix', 'vmatrix')}={det}\] 当 \({listed}\) 时它为 0；取其他值时方程组有唯一解。")]  # fmt: skip
    for r, (low, high) in system.ranks.items() if kinds != ("one",) else ():
        fate = told(say, "no solution", "无解") if low < high else told(say, "infinitely many solutions", "有无穷多解")  # fmt: skip
        steps.append(
            told(
                say,
                rf"For \({name}={latex(r)}\) the matrix has rank {low} and the augmented matrix rank {high}: {fate}.",
                rf"\({name}={latex(r)}\) 时，系数矩阵的秩为 {low}，增广矩阵的秩为 {high}：{fate}。",
            )
        )
    return tuple(steps)


def _task(system: _System, kinds: tuple[str, ...], say: Language) -> Task:
    p, A, b = system.named()
    rank = f"A.subs({p}, v).rank() {{}} A.row_join(b).subs({p}, v).rank()"
    lists = {
        "one": "sorted(values)",
        "none": f"sorted(v for v in values if {rank.format('<')})",
        "many": f"sorted(v for v in values if {rank.format('==')})",
    }
    source = cell(
        f"{p} = symbols('{p}')", f"A = Matrix({A})", f"b = Matrix({b})",
        comment(told(say, "where the determinant is 0", "行列式为零的值")),
        f"values = [v for v in roots(Poly(A.det(), {p})) if v.is_real]",
        f"[{', '.join(lists[k] for k in kinds)}]",
    )  # fmt: skip
    name = latex(system.p)

    def shown(value: Any) -> str | None:
        if not isinstance(value, list) or len(value) != len(kinds) or not all(value):
            return None
        signs = [r"\neq " if k == "one" else "=" for k in kinds]
        return r";\ ".join(r",\ ".join(f"{name}{sign}{latex(v)}" for v in members) for members, sign in zip(value, signs, strict=True))  # fmt: skip

    def given(answer: str) -> Any:
        parts = answer.split(";") if len(kinds) > 1 else [answer]
        lists = [_given(part, kind, str(system.p)) for part, kind in zip(parts, kinds, strict=False)]
        return None if len(parts) != len(kinds) or None in lists else lists

    tests = (
        f"{p} = symbols('{p}')", f"unknowns = symbols('{' '.join(map(str, system.unknowns))}')", f"A, b = Matrix({A}), Matrix({b})",
        f"solved = lambda v: linsolve((A.subs({p}, v), b.subs({p}, v)), *unknowns)",
        "kind = lambda v: 'none' if solved(v) == S.EmptySet else 'many' if next(iter(solved(v))).free_symbols else 'one'",
        f"tried = [*range(-9, 10), *{exact_source(list(system.ranks))}]",
        "right = lambda asked, values: values != [] and all((kind(v) == asked) == ((v in values) != (asked == 'one')) for v in [*tried, *values])",
        f"all(right(asked, values) for asked, values in zip({list(kinds)}, answer))",
    )  # fmt: skip
    sentence = SENTENCES["several" if len(kinds) > 1 else kinds[0]]
    return Prepared(say, _steps(system, kinds, say), source, tests, METHOD, sentence, shown=shown, given=given)  # fmt: skip


def _given(answer: str, kind: str, p: str) -> list[sp.Expr] | None:
    """The values of one list that somebody answered; where just one solution is asked for, those that are left out."""
    if (re.search(_UNEQUAL, answer) is not None) != (kind == "one"):
        return None
    found = values_in(re.sub(_UNEQUAL, "=", answer), (p,))
    is_read = found is not None and all(isinstance(v, sp.Expr) and v.is_real for v in found)
    return list(found) if is_read and found is not None else None


def _coefficients(text: str, p: sp.Symbol) -> tuple[sp.Matrix, sp.Matrix, list[sp.Symbol]] | None:
    """Coefficients, right sides and unknowns; None where it is no square system that is linear."""
    parts = [
        t
        for t in re.split(
            r",|\\\\|\band\b", re.sub(r"\\(?:begin|end)\s*\{[a-z]+\*?\}|\\left\\\{|\\right\.|&", " ", text)
        )
        if t.strip()
    ]
    sides = [t.split("=") for t in parts]
    if not 2 <= len(sides) <= MAX_SIDE or any(len(s) != 2 for s in sides):
        return None
    rows = [sp.expand(formula_in(left) - formula_in(right)) for left, right in sides]
    unknowns = sorted(set().union(*(row.free_symbols for row in rows)) - {p}, key=str)
    if len(unknowns) != len(rows) or not any(row.has(p) for row in rows) or any(len(str(u)) == 1 and str(u) in "abckmpqst" for u in unknowns):  # fmt: skip
        return None
    A, b = sp.linear_eq_to_matrix(rows, unknowns)
    return A, b, unknowns
