"""Vectors written with i, j, k and a letter in one component: perpendicular, parallel, or with a given dot product."""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.latex import exact_latex, values_in
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, shown_number, task

_HAT: Final = r"(?:\\(?:mathbf|vec|hat|bm|boldsymbol|overrightarrow|bold)\s*)?\{?\s*"
_TERM: Final = r"[-+]?\s*(?:\([^()]{1,12}\)|[\da-hk-zλ/]|\\lambda(?![a-z]))*\s*\{?\s*\\?(?:mathbf|vec|hat|bm|boldsymbol)?\s*\{?\s*\\?(?:imath|jmath|[ijk])\s*\}?\s*\}?\s*"


def _v(name: str) -> str:
    return rf"{_HAT}(?P<{name}>[a-z])\s*\}}?"


def _c(name: str) -> str:
    return rf"(?P<{name}>(?:{_TERM}){{2,3}})"


_TIE: Final = r"(?P<tie>perpendicular|orthogonal|parallel)(?: to each other| vectors)?"
_EN: Final = {
    "vectors": (
        rf"(?:(?:if|given)(?: that)? )?(?:the )?(?:vectors? )?{_v('a')} ?= ?{_c('u')}(?:,? and (?:the vector )?|, ?){_v('b')} ?= ?{_c('v')}(?:,? ?are {_TIE})?",
        rf"(?:the )?vectors {_c('u')} ?and {_c('v')} ?are {_TIE}",
    ),
    "tie": (r"(?:are|is) (?P<tie>perpendicular|orthogonal|parallel)(?: to each other| vectors)?", r"(?:for which )?(?:the vectors )?(?:[a-z] and [a-z] )?(?:are|is) (?P<tie>perpendicular|orthogonal|parallel)(?: to each other)?"),
    "dot": (rf"{_v('c')}(?:[·*.]|\\cdot) ?{_v('d')} ?= ?<w>",),
    "ask": (rf"{FIND}(?:the )?(?:possible )?(?:values? of )?(?P<letter>[a-z](?![a-z])|λ|\\lambda)(?: (?:for which|such that|so that|if) (?:the )?(?:vectors )?{_v('c')} ?and {_v('d')} ?are {_TIE})?(?: if| such that)?",),
}  # fmt: skip
_ZH: Final = {
    "vectors": (rf"(?:已知)?(?:向量)?{_v('a')}={_c('u')},(?:向量)?{_v('b')}={_c('v')}",),
    "tie": (rf"(?:若)?{_v('c')}(?P<tie>⊥|∥|//|与){_v('d')}(?P<how>垂直|平行|共线)?",),
    "ask": (rf"{FIND_ZH}(?:实数)?(?P<letter>[a-z]|λ|\\lambda)(?:的值)?{HOW_MUCH_ZH}",),
}  # fmt: skip
_WORDS: Final = {
    "told": Words("In components: \\({a}\\) and \\({b}\\).", "用坐标表示：\\({a}\\)，\\({b}\\)。"),
    "perpendicular": Words("Perpendicular vectors have the dot product 0: \\[{dot}=0\\]", "互相垂直，数量积为 0：\\[{dot}=0\\]"),
    "dot": Words("The dot product is \\[{dot}={w}\\]", "数量积为 \\[{dot}={w}\\]"),
    "parallel": Words("The components of parallel vectors have one ratio: \\[{equations}\\]", "互相平行，对应坐标成比例：\\[{equations}\\]"),
    "so": Words("So \\({p}={value}\\).", "所以 \\({p}={value}\\)。"),
    "method": Words("the answer was put into the vectors and the angle between them looked at", "把答案代入向量，检验两向量的夹角"),
}  # fmt: skip


def _plain_letters(written: str) -> str:
    bare = re.sub(r"\\(?:mathbf|vec|hat|bm|boldsymbol|math|overrightarrow|bold)|\\(?=[ijk])|math(?=\W|$)|[{}\s]", "", written)  # fmt: skip
    return bare.replace(r"\lambda", "λ").replace("lambda", "λ")


def _components(written: str, letter: str) -> tuple[sp.Expr, ...]:
    units = "ij" if letter == "k" else "ijk"
    bare = _plain_letters(written).replace("λ", "w")
    found = dict.fromkeys("ijk", sp.S.Zero)
    at = 0
    for term in re.finditer(rf"([-+]?)(\([^()]*\)|[\dw/a-hl-z{letter}]*)([{units}])", bare):
        if term.start() != at or found[term[3]] != 0:
            raise Unfit
        at = term.end()
        factor = to_sympy(parse(term[2])) if term[2] else sp.S.One
        found[term[3]] = -factor if term[1] == "-" else factor
    if at != len(bare):
        raise Unfit
    return tuple(found.values())


@kind(r"\\(?:vec|mathbf|boldsymbol|overrightarrow)|向量", "zh", _ZH)
@kind(r"(?i)vector|perpendicular|orthogonal|parallel|\\hat|\\vec|[\da-z]j\b", "en", _EN)
def components(exam: Exam) -> list[Task]:
    """Two vectors and one letter."""
    told, asked = exam.one("vectors"), exam.one("ask")
    letter = "w" if "λ" in asked.values["letter"] or "lambda" in asked.values["letter"] else asked.values["letter"]  # fmt: skip
    u, v = (_components(told.values[name], letter) for name in "uv")
    p = sp.Symbol(letter)
    if {s for c in (*u, *v) for s in c.free_symbols} != {p} or letter in ("i", "j"):
        raise Unfit
    ties = [s for s in exam.said if "tie" in s.values]
    dots = exam.all("dot")
    named = {told.values.get("a"), told.values.get("b")}
    if any(
        s.values.get(n, next(iter(named))) not in named for s in exam.all("tie", "dot", "ask") for n in "cd"
    ):
        raise Unfit
    if any(s.values.get("c") == s.values.get("d") for s in dots) or len(ties) + len(dots) != 1:
        raise Unfit
    t = sp.Symbol("t", real=True)
    u, v = (tuple(c.subs(p, t) for c in vector) for vector in (u, v))
    shown = sp.Symbol(r"\lambda" if letter == "w" else letter)
    word, aim = "dot", sp.S.Zero
    if dots:
        aim = dots[0].number("w")
    else:
        word = ties[0].values.get("how") or ties[0].values["tie"].lower()
        word = {"⊥": "perpendicular", "垂直": "perpendicular", "orthogonal": "perpendicular", "perpendicular": "perpendicular"}.get(word, "parallel")  # fmt: skip
    return tied(exam, shown, t, u, v, word, aim)


def tied(
    exam: Exam,
    shown: sp.Symbol,
    t: sp.Symbol,
    u: tuple[sp.Expr, ...],
    v: tuple[sp.Expr, ...],
    word: str,
    aim: sp.Expr = sp.S.Zero,
) -> list[Task]:
    """The values of `t` for which `u` and `v`, in three components, are "perpendicular", "parallel", or have the "dot" product `aim`; `shown` is the letter's name."""
    say = exam.language
    dot = sum(a * b for a, b in zip(u, v, strict=True))
    if word == "parallel":
        equations = [u[i] * v[k] - u[k] * v[i] for i, k in ((0, 1), (0, 2), (1, 2))]
        equations = [e for e in map(sp.expand, equations) if e != 0]
    else:
        equations = [dot - aim]
    sets = [sp.solveset(e, t, sp.S.Reals) for e in equations]
    found = sp.Intersection(*sets) if sets else sp.S.EmptySet
    if not isinstance(found, sp.FiniteSet) or not 1 <= len(found) <= 2:
        raise Unfit
    values = sorted(found, key=lambda n: float(n))
    if any(all(c.subs(t, n) == 0 for c in vector) for n in values for vector in (u, v)):
        raise Unfit  # the zero vector has no direction
    steps = [
        _WORDS["told"].say(say, a=exact_latex(tuple(c.subs(t, shown) for c in u)), b=exact_latex(tuple(c.subs(t, shown) for c in v))),
        _WORDS[word].say(say, dot=exact_latex(sp.expand(dot).subs(t, shown)), w=exact_latex(aim), equations=",\\ ".join(f"{exact_latex(e.subs(t, shown))}=0" for e in equations)),
        _WORDS["so"].say(say, p=exact_latex(shown), value=r",\ ".join(map(exact_latex, values))),
    ]  # fmt: skip
    body = "[" + ", ".join(map(exact_source, equations)) + "]"
    lines = (
        f"equations = {body}",
        "found = set.intersection(*(set(solve(e, t)) for e in equations))",
        "sorted(found)",
    )
    uu, vv = exact_source(u), exact_source(v)
    angle = f"Matrix({uu}).subs(t, n)", f"Matrix({vv}).subs(t, n)"
    tie = {
        "parallel": f"Matrix([{angle[0]}.T, {angle[1]}.T]).rank() == 1",
        "perpendicular": f"({angle[0]} + {angle[1]}).norm() == ({angle[0]} - {angle[1]}).norm()",
        "dot": f"simplify({angle[0]}.norm()**2 + {angle[1]}.norm()**2 + {exact_source(2 * aim)} - ({angle[0]} + {angle[1]}).norm()**2) == 0",
    }[word]
    tests = (f"len(answer) == {len(values)} and all({tie} for n in answer)",)
    return [task(exam, steps, lines, tests, _WORDS["method"], shown=_shown, given=_given, variables="t", assumptions="real=True", letters=("t",))]  # fmt: skip


def _shown(value: Any) -> str | None:
    if not isinstance(value, list | tuple):
        return None
    parts = [shown_number(v) for v in value]
    return r",\ ".join(p for p in parts if p) if parts and all(parts) else None


def _given(answer: str) -> Any:
    values = values_in(re.sub(r"(?:[a-z]|\\lambda|λ)\s*=", "", answer.replace(r"\pm", "±")))
    return sorted(set(values)) if values and all(isinstance(v, sp.Expr) for v in values) else None
