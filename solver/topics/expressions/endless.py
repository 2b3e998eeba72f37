r"""Roots and fractions that go on without end: √(12 − √(12 − …)), 1/(2 + 1/(2 + …)), also with a letter and the value told.

The whole stands inside itself, which gives an equation for its value; that it is the value (that the first steps come near it) is tried out by
computing. Read: one block that is repeated at least twice before the dots. Not: blocks that change (1, 2, 3, …).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.latex import latex
from solver.ports import Language
from solver.reader import Notation
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_DOTS: Final = r"\\(?:c|l|dot|d)?(?:s|ots|dots|dotsb|dotsm|cdots|ldots)(?![A-Za-z])|\.{3}"
_F: Final = r"(?:\$\$?|\\\[|\\\()\s*(?P<formula>[^$]{4,300}?)\s*(?:\$\$?|\\\]|\\\))"
_FIND: Final = r"(?:find|compute|evaluate|determine|what is|calculate)"
_EN: Final = tuple(
    re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"{_FIND}(?: the(?: numerical| exact)? value of)?(?: the expression)? {_F}\s*[.?]?",
        rf"(?:if|given that|suppose(?: that)?) {_F}\s*,? (?:then )?(?:find|what is|solve for|determine)(?: the value of)?\s+\$?(?P<letter>[a-z])\$?\s*[.?]?",
        rf"(?:find|what is|determine) the (?P<sign>positive )?value of \$?(?P<letter>[a-z])\$? (?:for which|such that|so that|if) {_F}\s*[.?]?",
    )
)
_ZH: Final = (
    re.compile(
        rf"(?:若|已知|如果)?\s*{_F}\s*,\s*(?:则|求)\s*\$?(?P<letter>[a-z])\$?\s*(?:的值)?\s*(?:是|为|等于|=)?\s*(?:多少)?\s*[。.?]?",
        re.DOTALL,
    ),
    re.compile(rf"求?\s*{_F}\s*(?:的值)?\s*(?:是|为|等于)?\s*(?:多少)?\s*[。.?]?", re.DOTALL),
)
_INNER: Final = sp.Symbol("y")
WORDS: Final = {
    "inside": Words("Call the value \\(y\\). Behind the first \\({block}\\) the whole stands again, so \\[y={equation}\\]", "设其值为 \\(y\\)。第一层 \\({block}\\) 之后又是它本身，所以 \\[y={equation}\\]"),
    "told": Words("The value is told: \\(y={value}\\). So \\[{value}={equation}\\]", "已知 \\(y={value}\\)，所以 \\[{value}={equation}\\]"),
    "roots": Words("This gives \\({roots}\\).", "解得 \\({roots}\\)。"),
    "sign": Words("All terms are positive, so the value is not negative: \\(y={value}\\).", "各项为正，值非负：\\(y={value}\\)。"),
    "near": Words("The first stages, computed from inside, come nearer and nearer to it: {stages}.", "从内向外计算前几层，越来越接近它：{stages}。"),
    "code": Words("the whole stands inside itself", "整体又出现在它自身之中"),
    "method": Words("computed the first two hundred stages and compared", "计算前二百层并比较"),
}  # fmt: skip
STAGES: Final = 200
MAX_OPERATIONS: Final = 14
"""Of one block: a longer one gives an equation of a high degree."""


@dataclass(frozen=True, slots=True)
class _Endless:
    """The value y as an expression in y itself (and a letter); `told`: what it is said to be."""

    inner: sp.Expr
    block: str
    told: sp.Expr | None
    letter: sp.Symbol | None


@declining
def read(text: Text) -> Reading:
    """One endless expression."""
    if not re.search(_DOTS, text.source) or not re.search(r"\\sqrt|\\c?frac|√", text.source):
        return None
    source = text.source.replace(r"\!", "")
    for pattern in _EN if text.language == "en" else _ZH:
        if (match := pattern.fullmatch(source.strip())) is None:
            continue
        found = _endless(match["formula"], match.groupdict().get("letter"))
        return None if found is None else _task(found, text.language)
    return None


def _endless(formula: str, letter: str | None) -> _Endless | None:
    """The block that is repeated, and what is told of the value."""
    body = re.sub(r"\s+", " ", formula.replace(r"\left", "").replace(r"\right", "")).strip(" .,?")
    body = body.replace(r"\cfrac", r"\frac").replace(r"\dfrac", r"\frac")
    sides = body.split("=")
    long = [k for k, side in enumerate(sides) if re.search(_DOTS, side)]
    if len(sides) > 2 or len(long) != 1:
        return None
    other = sides[1 - long[0]].strip() if len(sides) == 2 else None
    flat = re.sub(r"\s+", "", sides[long[0]])
    found = re.fullmatch(
        rf"(?P<block>.{{3,60}}?)(?P<again>(?:(?P=block)){{1,60}})(?P<rest>.{{0,60}}?)(?:{_DOTS})(?P<end>[}})\]]*)",
        flat,
    )
    if found is None or not found["block"].startswith(found["rest"]) and found["rest"]:
        return None
    block = found["block"]
    closing = "".join("}" if c == "{" else "" for c in _open(block))
    if not closing or _open(block).count("{") * (1 + found["again"].count(block)) + _open(
        found["rest"]
    ).count("{") != found["end"].count("}"):
        return None
    nodes = Notation(frozenset()).read(f"{block} y {closing}")
    if len(nodes) != 1:
        return None
    inner = to_sympy(nodes[0])
    told = None
    if other is not None and other != letter:
        (node,) = Notation(frozenset()).read(other)
        told = to_sympy(node)
    unknown = sp.Symbol(letter) if letter else None
    if (
        not isinstance(inner, sp.Expr)
        or _INNER not in inner.free_symbols
        or inner.count_ops() > MAX_OPERATIONS
    ):
        return None
    extra = inner.free_symbols - {_INNER}
    if other is not None and re.fullmatch("[a-z]", other) and unknown in (None, sp.Symbol(other)):
        # x = √(… x …): the name of the value may stand inside, too
        inner, told, unknown = inner.subs(sp.Symbol(other), _INNER), None, None
        extra = inner.free_symbols - {_INNER}
    if told is None and extra or told is not None and (extra != {unknown} or told.free_symbols):
        return None
    return _Endless(inner, block + r"\ldots" + closing, told, unknown)


def _open(block: str) -> str:
    """The braces that a block leaves open."""
    left = ""
    for sign in block:
        if sign == "{":
            left += "{"
        elif sign == "}":
            left = left[:-1]
    return left


def _stages(inner: sp.Expr, start: float = 1.0) -> list[complex]:
    near = sp.lambdify(_INNER, inner, "math")
    value, found = start, []
    for _ in range(STAGES):
        value = near(value)
        found.append(value)
    return found


def _task(found: _Endless, say: Language) -> Prepared | None:
    steps = [WORDS["inside"].say(say, block=found.block, equation=latex(found.inner))]
    if found.told is None:
        roots = [r for r in sp.solve(sp.Eq(_INNER, found.inner), _INNER) if r.is_real]
        kept = [sp.radsimp(r) for r in roots if r.is_nonnegative]
        if len(kept) != 1:
            return None
        value, inner = kept[0], found.inner
        steps.append(WORDS["roots"].say(say, roots=r",\ ".join(f"y={latex(r)}" for r in roots)))
        if len(roots) > 1:
            steps.append(WORDS["sign"].say(say, value=latex(value)))
        answer = value
    else:
        equation = found.inner.subs(_INNER, found.told)
        steps.append(WORDS["told"].say(say, value=latex(found.told), equation=latex(equation)))
        roots = [r for r in sp.solve(sp.Eq(found.told, equation), found.letter) if r.is_real]
        if len(roots) != 1:
            return None
        answer, value = roots[0], found.told
        inner = found.inner.subs(found.letter, answer)
        steps.append(WORDS["roots"].say(say, roots=f"{latex(found.letter)}={latex(answer)}"))
    try:
        stages = _stages(inner)
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    if abs(stages[-1] - float(value)) > 1e-6 * max(1.0, abs(float(value))):
        return None  # the stages go elsewhere, or nowhere
    steps.append(WORDS["near"].say(say, stages=r", ".join(rf"\({s:.4f}\)" for s in stages[:4])))
    unknown = _INNER if found.told is None else found.letter
    right = found.inner if found.told is None else found.inner.subs(_INNER, found.told)
    left = _INNER if found.told is None else found.told
    keeps = "[s for s in solutions if s.is_nonnegative][0]" if found.told is None else "solutions[0]"
    source = cell(
        comment(WORDS["code"].say(say)),
        f"solutions = [s for s in solve(Eq({exact_source(left)}, {exact_source(right)}), {exact_source(unknown)}) if s.is_real]",
        f"radsimp({keeps})",
        variables=[str(unknown)],
    )
    return Prepared(say, tuple(steps), source, _tests(found), WORDS["method"])


def _tests(found: _Endless) -> tuple[str, ...]:
    inner = exact_source(found.inner)
    head: tuple[Any, ...] = ("y = symbols('y')",)
    if found.told is not None:
        head = (f"y, {found.letter} = symbols('y {found.letter}')",)
        inner = f"({inner}).subs({found.letter}, answer)"
        goal = exact_source(found.told)
    else:
        goal = "answer"
    return (
        *head,
        f"inner = lambdify(y, {inner}, 'math')",
        "stage = 1.0",
        f"for k in range({STAGES}):",
        "    stage = inner(stage)",
        f"abs(stage - float({goal})) < 1e-6*max(1.0, abs(float({goal})))",
    )
