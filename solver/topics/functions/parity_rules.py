"""Whether something made of even and odd functions is even or odd: by the rules for sums, products, and functions of functions.

Read: "let f be even and g odd; is f(g(x)) even, odd or neither?", "the product of two odd functions is always …". Where the rules do not decide
(the sum of an even and an odd function) nothing is answered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from solver.formula import Node, to_latex
from solver.formula.nodes import Apply, Binary, Constant, Negative, Number, Symbol
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.expressions.applied import applied_source
from solver.topics.functions.parity import KINDS
from solver.topics.prepared import Prepared
from solver.topics.told import told
from solver.topics.yes_no import plain_words

_ANY: Final = r"(?:even|odd)(?: function)?,? (?:an )?(?:even|odd)(?: function)?,? or neither(?: \?)?"
TABLE: Final = table(
    {
        "declared": (
            r"(?:let|if|suppose|suppose that)? (?P<names>⟨[xnl]\d+⟩(?:,? and ⟨[xnl]\d+⟩)*) (?:be|is|are) (?:an? |both )?(?P<kind>even|odd) functions?",
        ),
        "asked": (
            rf"is (?P<what>⟨x\d+⟩) (?:an? )?{_ANY}",
            rf"(?:then )?(?:find|determine) (?:if|whether) (?P<what>⟨x\d+⟩) is (?:an? )?{_ANY}",
        ),
        "rule": (rf"(?:the |is the )?(?P<operation>sum|difference|product|quotient) of two (?P<kind>even|odd) functions (?:is )?(?:always )?(?:an? )?{_ANY}",),
        "form": (r"enter odd,? even,? or neither",),
    }
)  # fmt: skip
WORDS: Final = {
    "even": Words("\\({part}\\) stays the same when \\(x\\) is replaced by \\(-x\\): it is even.", "把 \\(x\\) 换成 \\(-x\\) 时 \\({part}\\) 不变：它是偶函数。"),
    "odd": Words("\\({part}\\) changes its sign when \\(x\\) is replaced by \\(-x\\): it is odd.", "把 \\(x\\) 换成 \\(-x\\) 时 \\({part}\\) 变号：它是奇函数。"),
    "code": Words("signs under x -> -x: 1 stays the same, -1 changes", "x 变为 -x 时的符号：1 不变，-1 变号"),
    "answer": Words("The function is \\({answer}\\).", "该函数是 \\({answer}\\)。"),
    "method": Words("tried out with several even and odd functions", "用若干个奇函数、偶函数代入检验"),
}  # fmt: skip


@declining
def read(text: Text) -> Reading:
    """A rule for even and odd functions."""
    if text.language != "en" or not re.search(r"(?i)\b(?:even|odd)\b.*\bneither\b", text.source, re.DOTALL):
        return None
    names = frozenset(re.findall(r"(?<![A-Za-z\\])([A-Za-z])\s*\(", text.source))
    known = told(text.source.replace('"', " "), names)
    found = None if known is None else clauses(known.source, TABLE)
    if known is None or found is None or isinstance(found, str):
        return None
    kinds = dict[str, str]()
    what: Node | None = None
    for said in found:
        if said.kind == "declared":
            for mark in re.findall(r"⟨[xnl]\d+⟩", said.values["names"]):
                for node in known.nodes(mark):
                    name = node.name if isinstance(node, Apply | Symbol) else None
                    if name is None or name in kinds:
                        return None
                    kinds[name] = said.values["kind"].lower()
        elif said.kind == "asked" and what is None:
            what = known.node(said.values["what"])
        elif said.kind == "rule" and what is None and not kinds:
            sign = {"sum": "+", "difference": "-", "product": "*", "quotient": "/"}[
                said.values["operation"].lower()
            ]
            kinds = dict.fromkeys("fg", said.values["kind"].lower())
            x = Symbol("x")
            what = Binary(sign, Apply("f", x), Apply("g", x))
        elif said.kind != "form":
            return None
    return None if what is None or not kinds else _task(what, kinds, text.language)


def _parity(node: Node, kinds: Mapping[str, str], told_of: list[tuple[Node, int]]) -> int | None:
    """1: even, -1: odd, None: not decided by the rules."""
    found: int | None = None
    match node:
        case Number() | Constant():
            return 1
        case Symbol("x"):
            return -1
        case Negative(inner):
            return _parity(inner, kinds, told_of)
        case Binary("+" | "-", left, right):
            one, other = (_parity(s, kinds, told_of) for s in (left, right))
            found = one if one == other else None
        case Binary("*" | "/", left, right):
            one, other = (_parity(s, kinds, told_of) for s in (left, right))
            found = None if one is None or other is None else one * other
        case Binary("^", base, Number(value, _)) if value.denominator == 1:
            below = _parity(base, kinds, told_of)
            found = None if below is None else below ** int(value % 2 or 2)
        case Apply(name, argument):
            put_in = _parity(argument, kinds, told_of)
            outer = kinds.get(name)
            if put_in is None or outer is None and put_in == -1:
                return None
            found = 1 if put_in == 1 or outer == "even" else -1
    if found is not None:
        told_of.append((node, found))
    return found


def _task(what: Node, kinds: Mapping[str, str], say: Language) -> Prepared | None:
    parts = list[tuple[Node, int]]()
    sign = _parity(what, kinds, parts)
    if sign is None:
        return None
    steps = tuple(
        dict.fromkeys(WORDS["even" if s == 1 else "odd"].say(say, part=to_latex(n)) for n, s in parts)
    )
    source = cell(comment(WORDS["code"].say(say)), f"signs = {[s for _, s in parts]}", "signs[-1]")

    def shown(value: Any) -> str | None:
        return KINDS["even" if value == 1 else "odd"].say(say) if value in (1, -1) else None

    def given(answer: str) -> Any:
        words = plain_words(answer)
        return 1 if words.startswith(("even", "偶")) else -1 if words.startswith(("odd", "奇")) else 0

    samples = {"even": ("x**2 + 1", "cos(x)", "1/(x**2 + 3)"), "odd": ("x**3 + x", "sin(x)", "x/(x**2 + 2)")}
    lines = [f"{name} = lambda x, k: [{', '.join(samples[kinds[name]])}][k % 3]" for name in kinds]
    tests = (
        *lines,
        f"whole = lambda x, k: {applied_source(what, lambda name, argument: f'{name}({argument}, k)')}",
        "points = [Rational(p, 7) for p in (2, 5, 9, 11)]",
        "bool(answer in (1, -1) and all(abs(N(whole(-p, k) - answer*whole(p, k), 30)) < 1e-20 for p in points for k in range(3)) and any(abs(N(whole(p, k), 20)) > 1e-9 for p in points for k in range(3)))",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["answer"], shown=shown, given=given)
