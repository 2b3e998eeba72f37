"""Two vectors in coordinates and a letter in a combination of them: for which k is a + kb perpendicular to a − b?

Read: two named vectors with numbers or the letter as components, two combinations of them, perpendicular or parallel. Not: lengths (`vector_lengths`), three vectors.
"""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.formula.nodes import symbols
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task
from solver.topics.exams.component_vectors import tied
from solver.topics.exams.kinds import Exam, Unfit, kind

_HAT: Final = r"(?:\\(?:mathbf|vec|hat|bm|boldsymbol|overrightarrow|bold) ?)?\{? ?"
_PART: Final = r"[^(),，。;=]{1,14}?"


def _named(name: str, x: str, y: str) -> str:
    pair = rf"\( ?(?P<{x}>{_PART}) ?, ?(?P<{y}>{_PART}) ?\)"
    column = (
        rf"\\begin ?\{{[pb]?matrix\}} ?(?P<{x}_>{_PART}) ?\\\\ ?(?P<{y}_>{_PART}) ?\\end ?\{{[pb]?matrix\}}"
    )
    return rf"{_HAT}(?P<{name}>(?-i:[a-z]))\}}? ?= ?(?:{pair}|{column})"


_TERM: Final = r"(?:[-+−]? ?(?:\d+(?:/\d+)?|\\[dt]?frac ?\{? ?\d+ ?\}? ?\{? ?\d+ ?\}?|\( ?[^()⊥∥]{1,9}\))? ?(?:(?-i:[a-z])|λ|μ|\\lambda|\\mu)? ?(?:\\(?:mathbf|vec|hat|bm|boldsymbol|overrightarrow|bold) ?)?\{? ?(?-i:[a-z])(?![a-z]) ?\}?)"
_COMBINED: Final = rf"(?:\( ?{_TERM}(?: ?{_TERM}){{0,2}} ?\)|{_TERM}(?: ?{_TERM}){{0,2}})"
_ONE: Final = rf"(?:the )?(?:vectors? )?(?P<one>{_COMBINED})"
_OTHER: Final = rf"(?:the )?(?:vector )?(?P<other>{_COMBINED})"
_WORD: Final = r"(?P<tie>perpendicular|orthogonal|normal|parallel|at right angles)"
_LETTER: Final = (
    r"(?:the )?(?:real )?(?:number|constant|scalar)? ?(?P<letter>(?-i:[a-z])(?![a-z])|λ|μ|\\lambda|\\mu)"
)
_TIED: Final = rf"(?:{_ONE} ?(?:is|are|be|must be) {_WORD} ?to {_OTHER}|{_ONE.replace('one', 'left')} ?and {_OTHER.replace('other', 'right')} ?(?:are|be) {_WORD.replace('tie', 'both')}(?: to each other| vectors)?|{_ONE.replace('one', 'first')} ?(?P<sign>⊥|∥) ?{_OTHER.replace('other', 'second')})"
_VECTORS: Final = rf"(?:(?:given|consider|let|suppose)(?: that)? )?(?:the )?(?:two )?(?:plane )?(?:vectors? )?{_named('a', 'p', 'q')} ?(?:,? and (?:the )?(?:vector )?|, ?){_named('b', 'r', 's')}(?: are given)?"
_EN: Final = {
    "vectors": (_VECTORS, rf"you are given {_VECTORS}", rf"{_VECTORS} are such that {_TIED}"),
    "tie": (rf"(?:the )?(?:vectors )?{_TIED}", rf"for which {_TIED}"),
    "letter": (rf"where {_LETTER} is an? (?:real )?(?:number|constant|scalar)", rf"{_LETTER} is an? (?:real )?(?:number|constant|scalar)(?: such that)?"),
    "ask": (
        rf"{FIND}(?:the )?(?:possible )?(?:values? of )?{_LETTER}(?: (?:for which|such that|so that|if|when|that makes?|given that) (?:the )?{_TIED})?",
        rf"for (?:what|which) (?:real )?values? of {_LETTER},? (?:will |is |are |do )(?:the )?(?:vectors? )?(?:(?P<x>{_COMBINED}) ?(?:be )?{_WORD} ?to (?:the vector )?(?P<y>{_COMBINED})|(?P<u>{_COMBINED}) ?and (?P<v>{_COMBINED}) ?(?:be )?{_WORD.replace('tie', 'both')}(?: to each other)?)",
    ),
}  # fmt: skip
_ONE_ZH: Final = rf"(?:向量)?(?P<one>{_COMBINED})"
_OTHER_ZH: Final = rf"(?:向量)?(?P<other>{_COMBINED})"
_LETTER_ZH: Final = r"(?:实数|常数)?(?P<letter>[a-z]|λ|μ|\\lambda|\\mu)"
_ZH: Final = {
    "vectors": (rf"(?:已知|设|若|给定)?(?:两个)?(?:平面)?(?:向量)?{_named('a', 'p', 'q')},?(?:与|和)?(?:向量)?{_named('b', 'r', 's')}",),
    "tie": (
        rf"(?:若|且|使|使得|如果|当)?{_ONE_ZH}(?P<sign>⊥|∥|//){_OTHER_ZH}",
        rf"(?:若|且|使|使得|如果|当)?{_ONE_ZH}(?:与|和){_OTHER_ZH}(?:互相|相互)?(?P<tie>垂直|平行|共线)",
    ),
    "letter": (rf"(?:其中)?{_LETTER_ZH}(?:∈R|\\in ?R|为实数|是实数)",),
    "ask": (rf"{FIND_ZH}{_LETTER_ZH}(?:的值)?{HOW_MUCH_ZH}", rf"(?:当|问)?{_LETTER_ZH}(?:为|取)(?:何|什么)值时?"),
}  # fmt: skip
_PERPENDICULAR: Final = ("perpendicular", "orthogonal", "normal", "at right angles", "⊥", "垂直")
_PAIRS: Final = (("one", "other"), ("left", "right"), ("first", "second"), ("x", "y"), ("u", "v"))


@kind(r"⊥|∥|//|垂直|平行|共线", "zh", _ZH)
@kind(r"(?i)perpendicular|orthogonal|parallel|right angles|⊥|∥", "en", _EN)
def combined(exam: Exam) -> list[Task]:
    """Two vectors, one tie between combinations of them."""
    told, asked = exam.one("vectors").values, exam.one("ask").values
    if len({_plain(s.values["letter"]) for s in exam.said if "letter" in s.values}) != 1:
        raise Unfit
    letter = _plain(asked["letter"])
    ties = [(s.values, pair) for s in exam.said for pair in _PAIRS if pair[0] in s.values]
    if len(ties) != 1 or told["a"] == told["b"] or letter in (told["a"], told["b"]):
        raise Unfit
    (values, (one, other)) = ties[0]
    t = sp.Symbol("t", real=True)
    a, b = (
        tuple(_number(told.get(n) or told[f"{n}_"], letter, t) for n in names)
        for names in (("p", "q"), ("r", "s"))
    )
    sides = []
    for written in (values[one], values[other]):
        x, y = _factors(written, told["a"], told["b"], letter, t)
        sides.append((x * a[0] + y * b[0], x * a[1] + y * b[1], sp.S.Zero))
    if not any(c.has(t) for side in sides for c in side):
        raise Unfit
    word = next(values[n].lower() for n in ("sign", "tie", "both") if n in values)
    shown = sp.Symbol({"λ": r"\lambda", "μ": r"\mu"}.get(letter, letter))
    u, v = (tuple(map(sp.expand, side)) for side in sides)
    return tied(exam, shown, t, u, v, "perpendicular" if word in _PERPENDICULAR else "parallel")


def _plain(written: str) -> str:
    bare = re.sub(r"\\(?:mathbf|vec|hat|bm|boldsymbol|overrightarrow|bold)|[{}\s]", "", written)
    return bare.replace("−", "-").replace(r"\lambda", "λ").replace(r"\mu", "μ")


def _number(written: str, letter: str, t: sp.Symbol) -> sp.Expr:
    node = parse(written.replace("−", "-").replace(r"\lambda", "λ").replace(r"\mu", "μ"))
    if not symbols(node) <= {letter}:
        raise Unfit
    value = to_sympy(node, {letter: t})
    if not isinstance(value, sp.Expr):
        raise Unfit
    return value


def _factors(written: str, a: str, b: str, letter: str, t: sp.Symbol) -> tuple[sp.Expr, sp.Expr]:
    """How often each vector stands in a combination."""
    bare = re.sub(
        r"\\[dt]?frac(\d)(\d)",
        r"\1/\2",
        _plain(re.sub(r"(\\[dt]?frac ?)\{ ?(\d) ?\} ?\{ ?(\d) ?\}", r"\1\2\3", written)),
    )
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    found, at = {a: sp.S.Zero, b: sp.S.Zero}, 0
    for term in re.finditer(rf"([-+]?)(\([^()]*\)|\d+(?:/\d+)?)?({re.escape(letter)})?({a}|{b})", bare):
        if term.start() != at or (at and not term[1]):
            raise Unfit
        at = term.end()
        factor = _number(term[2], letter, t) if term[2] else sp.S.One
        found[term[4]] += (-factor if term[1] == "-" else factor) * (t if term[3] else 1)
    if at != len(bare) or at == 0:
        raise Unfit
    return found[a], found[b]
