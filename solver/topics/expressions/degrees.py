"""The degree of a polynomial made of others whose degrees are known: sums, products, powers, one put into the other.

Where two parts of a sum have the same degree their leading terms may cancel, and nothing is answered. Also: the degree of a factor, from that of the product.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import sympy as sp

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import Apply, Binary, Constant, Negative, Number, Relation, Symbol, symbols, walk
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import clauses, table
from solver.topics.declining import declining
from solver.topics.expressions.applied import applied_source
from solver.topics.prepared import Prepared
from solver.topics.told import Told, told

_NUMBER: Final = r"(?P<degree>\d+|⟨x\d+⟩|one|two|three|four|five|six|seven|eight|nine|ten)"
_ORDINAL: Final = r"(?P<ordinal>linear|quadratic|cubic|quartic|quintic|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_NAMES: Final = r"(?P<names>⟨[xnl]\d+⟩(?:,? and ⟨[xnl]\d+⟩)*)"
TABLE: Final = table(
    {
        "declared": (
            rf"(?:let|if|suppose|suppose that|where|that)? {_NAMES} (?:be|is|are) (?:both )?(?:an? )?polynomials? (?:in ⟨n\d+⟩ )?(?:of|that has|with) degree {_NUMBER}",
            rf"(?:let|if|suppose|suppose that|where|that)? {_NAMES} (?:be|is|are) (?:both )?(?:an? )?{_ORDINAL}(?:-degree)? polynomials?(?: in ⟨n\d+⟩)?",
            rf"(?:given that )?the degree of {_NAMES} is {_NUMBER}",
        ),
        "open": (
            rf"(?:let|if|suppose|suppose that|where|that)? {_NAMES} (?:be|is|are) (?:both )?(?:an? )?polynomials?(?: in ⟨n\d+⟩)?",
        ),
        "equation": (r"(?:such that|that|suppose|suppose that|let|where|if)? (?P<equation>⟨q\d+⟩)",),
        "asked": (
            r"(?:then )?(?:what is|find|determine|compute) the degree of (?:the )?(?:polynomial )?(?P<what>⟨[xn]\d+⟩)(?: given that the degree of (?P<names>⟨[xn]\d+⟩) is (?P<degree>\d+|⟨x\d+⟩))?",
        ),
    }
)  # fmt: skip
_WORDS: Final = {w: k for k, w in enumerate("zero one two three four five six seven eight nine ten".split())} | {
    w: k for k, w in enumerate("_ linear quadratic cubic quartic quintic".split())
} | {w: k for k, w in enumerate("_ first second third fourth fifth sixth seventh eighth ninth tenth".split())}  # fmt: skip
MAX_DEGREE: Final = 100
WORDS: Final = {
    "known": Words("\\({part}\\) has degree {degree}.", "\\({part}\\) 的次数是 {degree}。"),
    "sum": Words("In \\({part}\\) the part with the larger degree decides: degree {degree}.", "在 \\({part}\\) 中次数较大的部分决定次数：{degree} 次。"),
    "product": Words("Degrees of factors add: \\({part}\\) has degree {degree}.", "相乘时次数相加：\\({part}\\) 的次数是 {degree}。"),
    "power": Words("A power multiplies the degree: \\({part}\\) has degree {degree}.", "乘方使次数成倍：\\({part}\\) 的次数是 {degree}。"),
    "inside": Words("A polynomial of a polynomial multiplies the degrees: \\({part}\\) has degree {degree}.", "多项式复合时次数相乘：\\({part}\\) 的次数是 {degree}。"),
    "both": Words("Both sides have the same degree, so \\({equation}\\) and \\({name}\\) has degree {degree}.", "两边次数相等，即 \\({equation}\\)，所以 \\({name}\\) 的次数是 {degree}。"),
    "code": Words("with powers of x of these degrees", "用相应次数的幂代替"),
    "answer": Words("The degree is \\({answer}\\).", "次数是 \\({answer}\\)。"),
    "method": Words("took polynomials of these degrees and computed", "取这些次数的具体多项式计算检验"),
}  # fmt: skip


class _Open(ValueError):
    """The degree is not settled."""


@declining
def read(text: Text) -> Reading:
    """Polynomials of known degrees, and what is made of them."""
    if text.language != "en" or not re.search(r"(?i)\bdegree\b", text.source):
        return None
    names = frozenset(re.findall(r"(?<![A-Za-z\\])([a-zA-Z])\s*\(\s*[a-z]", text.source))
    known = told(text.source, names)
    found = None if known is None else clauses(known.source, TABLE)
    if known is None or found is None or isinstance(found, str):
        return None
    degrees: dict[str, int] = {}
    open_names = set[str]()
    equations, asked = list[Relation](), list[Node]()
    for said in found:
        values = said.values
        if said.kind == "asked":
            asked.append(known.node(values["what"]))
        if "names" in values:
            for name in _names(values["names"], known):
                if said.kind == "open":
                    open_names.add(name)
                elif name in degrees:
                    return None
                else:
                    degrees[name] = _degree(values, known)
        if said.kind == "equation":
            equations += known.relations(values["equation"])
    if len(asked) != 1 or any(not 0 <= d <= MAX_DEGREE for d in degrees.values()):
        return None
    return _task(asked[0], degrees, equations, text.language)


def _names(marks: str, known: Told) -> list[str]:
    found = list[str]()
    for mark in re.findall(r"⟨[xnl]\d+⟩", marks):
        for node in known.nodes(mark):
            if not isinstance(node, Apply | Symbol):
                raise FormulaError("a polynomial's name was expected")
            found.append(node.name)
    return found


def _degree(values: Mapping[str, str], known: Told) -> int:
    word = (values.get("degree") or values.get("ordinal") or "").lower()
    if word.startswith("⟨"):
        value = known.expression(word)
        if not value.is_Integer:
            raise FormulaError("a whole number was expected")
        return int(value)
    return int(word) if word.isdigit() else _WORDS[word]


def _of(
    node: Node, degrees: Mapping[str, int], steps: list[tuple[str, Node, int]], *, at_most: bool = False
) -> int:
    """The degree of an expression in x (or t); `at_most`: what it is if no leading terms cancel.

    Raises:
        _Open: leading terms may cancel, or a degree is not known.
    """
    match node:
        case Number() | Constant():
            return 0
        case Symbol():
            return 1
        case Negative(inner):
            return _of(inner, degrees, steps, at_most=at_most)
        case Apply(name, argument) if name in degrees:
            degree = degrees[name] * _of(argument, degrees, steps, at_most=at_most)
            steps.append(("known" if isinstance(argument, Symbol) else "inside", node, degree))
        case Binary("+" | "-", left, right):
            one, other = (_of(s, degrees, steps, at_most=at_most) for s in (left, right))
            if one == other and _has_names(node):
                if not at_most:
                    raise _Open
                return one
            if one == other:
                return _of_written(node)
            degree = max(one, other)
            if _has_names(node):
                steps.append(("sum", node, degree))
        case Binary("*", left, right):
            degree = sum(_of(s, degrees, steps, at_most=at_most) for s in (left, right))
            if _has_names(node):
                steps.append(("product", node, degree))
        case Binary("^", base, Number(value, _)) if value.denominator == 1 and value >= 1:
            degree = _of(base, degrees, steps, at_most=at_most) * int(value)
            if _has_names(node):
                steps.append(("power", node, degree))
        case _:
            raise _Open
    return degree


def _of_written(node: Node) -> int:
    value = to_sympy(node)
    (x,) = value.free_symbols
    return int(sp.degree(sp.expand(value), x))


def _has_names(node: Node) -> bool:
    return any(isinstance(n, Apply) for n in walk(node))


def _task(
    what: Node, degrees: Mapping[str, int], equations: list[Relation], say: Language
) -> Prepared | None:
    steps = list[tuple[str, Node, int]]()
    if not equations:
        if (
            isinstance(what, Symbol)
            or len({n.name for n in walk(what) if isinstance(n, Symbol)}) != 1
            or not _has_names(what)
        ):
            return None
        used = {n.name for n in walk(what) if isinstance(n, Apply)}
        if not used <= set(degrees):
            return None
        degree = _of(what, degrees, steps)
        shown = tuple(dict.fromkeys(WORDS[k].say(say, part=to_latex(n), degree=d) for k, n, d in steps))
        return _prepared(shown, what, degrees, degree, say)
    if len(equations) != 1 or equations[0].signs != ("=",):
        return None
    name = what.name if isinstance(what, Apply | Symbol) else None
    left, right = equations[0].sides
    sides = [left, right]
    of_name = [s for s in sides if any(isinstance(n, Apply) and n.name == name for n in walk(s))]
    if name is None or name in degrees or len(of_name) != 1 or len(symbols(left) | symbols(right)) != 1:
        return None
    (side,) = of_name
    other = right if side is left else left
    goal = _of(other, degrees, steps)
    for degree in range(MAX_DEGREE + 1):
        trial = list[tuple[str, Node, int]]()
        if _of(side, {**degrees, name: degree}, [], at_most=True) < goal:
            continue
        if _of(side, {**degrees, name: degree}, trial) == goal:
            shown = tuple(
                dict.fromkeys(WORDS[k].say(say, part=to_latex(n), degree=d) for k, n, d in (*steps, *trial))
            )
            final = WORDS["both"].say(say, equation=rf"{goal}={goal}", name=name, degree=degree)
            return _prepared((*shown, final), side, {**degrees, name: degree}, degree, say, goal=goal)
    return None


def _prepared(
    steps: tuple[str, ...],
    what: Node,
    degrees: Mapping[str, int],
    degree: int,
    say: Language,
    goal: int | None = None,
) -> Prepared:
    (variable,) = {n.name for n in walk(what) if isinstance(n, Symbol)}
    used = sorted({n.name for n in walk(what) if isinstance(n, Apply)})
    powers = [f"{n}_of = lambda v: 2*v**{degrees[n]}" for n in used]
    whole = applied_source(
        what, lambda name, argument: f"{name}_of({argument})", lambda node: exact_source(to_sympy(node))
    )
    lines = (comment(WORDS["code"].say(say)), *powers, f"whole = {whole}")
    if goal is None:
        source = cell(*lines, f"degree(expand(whole), {variable})", variables=[variable])
    else:
        source = cell(*lines, f"degree(expand(whole), {variable}) - {goal - degree}", variables=[variable])
    others = [f"{n}_of = lambda v: " + " + ".join(f"{(3 * k + 5 * i) % 7 + 1}*v**{k}" for k in range(degrees[n] + 1)) for i, n in enumerate(used)]  # fmt: skip
    tests = (
        f"{variable} = symbols('{variable}')",
        *others,
        f"whole = Poly({whole}, {variable})",
        f"bool(whole.degree() == {degree if goal is None else goal} and answer == {degree})"
        if goal is not None
        else "bool(whole.degree() == answer)",
    )
    return Prepared(say, steps, source, tests, WORDS["method"], WORDS["answer"])
