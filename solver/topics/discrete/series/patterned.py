r"""Sums and products with dots whose terms are built alike: in every place of the term the numbers go on evenly, or by a factor.

1·2² + 2·3² + … + 19·20², 1/2 + 2/2² + 3/2³ + …, (751 − 745) + (748 − 742) + … + (496 − 490), 100 − 99 + 98 − … + 2 − 1. At least three terms before the
dots; the last terms have to fit, and say how many there are. Endless sums only where they are known to converge. Not: terms of different build.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

import sympy as sp

from solver.formula import Node, to_sympy
from solver.formula.nodes import Negative, Number, symbols, with_children
from solver.latex import latex
from solver.ports import Language
from solver.reader import Notation
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

_F: Final = r"(?:\$\$|\$|\\\[)\s*(?P<sum>[^$?]{8,300}?)\s*[?.,]?\s*(?:\$\$|\$|\\\])"
_EN: Final = re.compile(
    rf"(?:find|compute|evaluate|calculate|what\s+is|simplify)\s+(?:the\s+)?(?:value\s+of\s+)?(?:the\s+)?(?:following\s+)?(?:infinite\s+)?(?:sum|expression|product|series|value|alternating\s+sum|sum\s+of)?\s*(?:of\s+)?:?\s*{_F}\s*[.?]?",
    re.IGNORECASE | re.DOTALL,
)
_ZH: Final = re.compile(rf"(?:计算|求|求和)\s*[:：]?\s*{_F}\s*(?:的值)?\s*[。.?]?", re.DOTALL)
_DOTS: Final = re.compile(r"\\(?:c|l|d)?dots[bmic]?(?![A-Za-z])|\.{3}")
K: Final = sp.Symbol("k", integer=True, positive=True)
MAX_COUNT: Final = 5_000
WORDS: Final = {
    "term": Words("The terms are built alike: the \\(k\\)-th one is \\[{term}\\]", "各项的构成相同，第 \\(k\\) 项为 \\[{term}\\]"),
    "count": Words("The last one, \\({last}\\), belongs to \\(k={n}\\).", "最后一项 \\({last}\\) 对应 \\(k={n}\\)。"),
    "sum": Words("So the sum is \\[\\sum_{{k=1}}^{{{n}}}{term}={value}\\]", "所以和为 \\[\\sum_{{k=1}}^{{{n}}}{term}={value}\\]"),
    "product": Words("So the product is \\[\\prod_{{k=1}}^{{{n}}}{term}={value}\\]", "所以积为 \\[\\prod_{{k=1}}^{{{n}}}{term}={value}\\]"),
    "code": Words("the terms in order", "依次计算各项"),
    "method": Words("added the terms one by one, and compared the first ones with those that are written", "逐项相加，并与题中写出的各项比较"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """The terms before the dots and behind them (values), what joins them, and the k-th term."""

    first: tuple[sp.Expr, ...]
    last: tuple[sp.Expr, ...]
    term: sp.Expr
    is_product: bool


@declining
def read(text: Text) -> Reading:
    """One sum or product with dots."""
    if not _DOTS.search(text.source):
        return None
    match = (_EN if text.language == "en" else _ZH).fullmatch(text.source.strip())
    if match is None:
        return None
    row = _row(match["sum"])
    return None if row is None else _task(row, text.language)


def _row(formula: str) -> _Row | None:
    parts = [p.strip() for p in _DOTS.split(formula)]
    if len(parts) != 2 or "=" in formula:
        return None
    sign = re.search(r"(\+|-|\\times|\\cdot|\*)\s*$", parts[0])
    if sign is None:
        return None
    is_product = sign[1] not in "+-"
    joint = r"\\times(?![A-Za-z])|\\cdot(?![A-Za-z])|\*" if is_product else r"[-+]"
    first = _split(parts[0][: sign.start()], joint)
    behind = (
        re.sub(rf"^\s*(?:{joint})\s*", "", parts[1]) if is_product else re.sub(r"^\s*\+\s*", "", parts[1])
    )
    last = _split(behind, joint) if behind.strip(" .") else []
    if first is None or last is None or len(first) < 3:
        return None
    nodes = [_node(s) for s in (*first, *last)]
    heads = nodes[: len(first)]
    if any(symbols(n) for n in nodes):
        return None
    values = tuple(to_sympy(n) for n in nodes)
    term = _by_build(heads) if _of_one_build(heads) else None
    term = term if term is not None else _by_values(values[: len(first)], bool(last))
    if term is None or any(
        sp.simplify(term.subs(K, k) - v) != 0 for k, v in enumerate(values[: len(first)], start=1)
    ):
        return None
    return _Row(values[: len(first)], values[len(first) :], term, is_product)


def _split(source: str, joint: str) -> list[str] | None:
    """The terms between the joints outside brackets, a minus kept with its term."""
    depth, terms, current = 0, list[str](), ""
    tokens = re.findall(rf"{joint}|[{{(\[]|[}})\]]|\\[A-Za-z]+|[^\\]", source, re.DOTALL)
    for token in tokens:
        if token in "{([":
            depth += 1
        elif token in "})]":
            depth -= 1
        elif (
            depth == 0
            and re.fullmatch(joint, token)
            and current.strip()
            and not current.rstrip().endswith("^")
        ):
            terms.append(current)
            current = "-" if token == "-" else ""
            continue
        current += token
    terms.append(current)
    return [t.strip() for t in terms] if depth == 0 and all(t.strip(" -") for t in terms) else None


def _node(source: str) -> Node:
    (node,) = Notation(frozenset()).read(source)
    return node


def _numbers(node: Node) -> list[Number]:
    from solver.formula.nodes import walk

    return [n for n in walk(node) if isinstance(n, Number)]


def _skeleton(node: Node) -> Node:
    from fractions import Fraction

    return Number(Fraction(0), "0") if isinstance(node, Number) else with_children(node, _skeleton)


def _unsigned(node: Node) -> tuple[int, Node]:
    return (-1, node.operand) if isinstance(node, Negative) else (1, node)


def _of_one_build(nodes: list[Node]) -> bool:
    return len({_skeleton(_unsigned(n)[1]) for n in nodes}) == 1


def _going_on(values: list[sp.Rational]) -> sp.Expr | None:
    """The k-th number of a row that goes on evenly or by a factor; None for anything else."""
    steps = {b - a for a, b in itertools.pairwise(values)}
    if len(steps) == 1:
        return values[0] + (K - 1) * steps.pop()
    if all(v != 0 for v in values):
        factors = {b / a for a, b in itertools.pairwise(values)}
        if len(factors) == 1:
            return values[0] * factors.pop() ** (K - 1)
    return None


def _by_build(nodes: list[Node]) -> sp.Expr | None:
    signs = [_unsigned(n)[0] for n in nodes]
    bare = [_unsigned(n)[1] for n in nodes]
    places = [[sp.Rational(n.value.numerator, n.value.denominator) for n in _numbers(b)] for b in bare]
    names = [sp.Symbol(f"place_{j}") for j in range(len(places[0]))]
    rules = [_going_on([row[j] for row in places]) for j in range(len(names))]
    sign = _sign(signs)
    if any(r is None for r in rules) or sign is None or not names:
        return None
    counter = iter(range(len(names)))
    from solver.formula.nodes import Symbol

    def named(node: Node) -> Node:
        return Symbol(f"place_{next(counter)}") if isinstance(node, Number) else with_children(node, named)

    whole = to_sympy(named(bare[0]))
    if not isinstance(whole, sp.Expr):
        return None
    return sign * whole.subs(dict(zip(names, rules, strict=True)))


def _sign(signs: list[int]) -> sp.Expr | None:
    if all(s == 1 for s in signs):
        return sp.S.One
    if all(s == (-1) ** k for k, s in enumerate(signs)):
        return (-1) ** (K - 1)
    return None


def _by_values(values: tuple[sp.Expr, ...], is_finite: bool) -> sp.Expr | None:
    """(pk + q) r^k through the values, where one more value than is needed agrees (two without a last term)."""
    if not all(v.is_Rational for v in values) or len(values) < (4 if is_finite else 5):
        return None
    p, q = sp.symbols("p q")
    for r in dict.fromkeys(
        (sp.S.One, -sp.S.One, *(sp.Rational(s, n) for n in (2, 3, 4, 5, 10) for s in (1, -1)))
    ):
        found = sp.solve([p + q - values[0] / r, 2 * p + q - values[1] / r**2], [p, q])
        term = (found[p] * K + found[q]) * r**K
        if all(term.subs(K, k) == v for k, v in enumerate(values, start=1)):
            return term
    return None


def _task(row: _Row, say: Language) -> Prepared | None:
    term = row.term
    steps = [WORDS["term"].say(say, term=latex(term))]
    if row.last:
        count = _count(row)
        if count is None:
            return None
        steps.append(WORDS["count"].say(say, last=latex(row.last[-1]), n=count))
        exact = [term.subs(K, k) for k in range(1, count + 1)]
        value = sp.Mul(*exact) if row.is_product else sp.Add(*exact)
        name = "product" if row.is_product else "sum"
        steps.append(WORDS[name].say(say, n=count, term=latex(term), value=latex(value)))
        source = cell(
            comment(WORDS["code"].say(say)),
            f"terms = [{exact_source(term)} for k in map(Integer, range(1, {count} + 1))]",
            "Mul(*terms)" if row.is_product else "sum(terms)",
        )
        known = f"[{', '.join(exact_source(v) for v in (*row.first, *row.last))}]"
        places = [*range(len(row.first)), *range(count - len(row.last), count)]
        tests = (
            f"term = lambda k: {exact_source(term)}",
            f"written, places = {known}, {places}",
            "total = 1" if row.is_product else "total = 0",
            f"for k in range({count}, 0, -1):",
            "    total = total*term(Integer(k))"
            if row.is_product
            else "    total = total + term(Integer(k))",
            "bool(all(simplify(term(Integer(p + 1)) - w) == 0 for w, p in zip(written, places)) and simplify(total - answer) == 0)",
        )
        return (
            Prepared(say, tuple(steps), source, tests, WORDS["method"])
            if sp.simplify(value).is_Rational
            else None
        )
    if row.is_product:
        return None
    value = sp.summation(term, (K, 1, sp.oo))
    if not value.is_Rational or value.has(sp.Sum):
        return None
    steps.append(WORDS["sum"].say(say, n=r"\infty", term=latex(term), value=latex(value)))
    source = cell(
        "k = symbols('k', integer=True, positive=True)",
        comment(WORDS["code"].say(say)),
        f"summation({exact_source(term)}, (k, 1, oo))",
    )
    endless = (
        f"term = lambda k: {exact_source(term)}",
        f"written = [{', '.join(exact_source(v) for v in row.first)}]",
        "bool(all(term(Integer(k + 1)) == w for k, w in enumerate(written)) and abs(N(sum(term(Integer(k)) for k in range(1, 400)) - answer, 30)) < 1e-9)",
    )
    return Prepared(say, tuple(steps), source, endless, WORDS["method"])


def _count(row: _Row) -> int | None:
    """The index of the last term, where all that are written behind the dots fit and it is the only one."""
    term, found = row.term, list[int]()
    near = sp.lambdify(K, term, "math")
    goal = float(row.last[-1])
    for n in range(len(row.first) + len(row.last), MAX_COUNT + 1):
        try:
            if abs(near(n) - goal) > 1e-9 * max(1.0, abs(goal)):
                continue
        except (OverflowError, ZeroDivisionError):
            return None
        if all(sp.simplify(term.subs(K, n - len(row.last) + 1 + j) - v) == 0 for j, v in enumerate(row.last)):
            found.append(n)
            if len(found) > 1:
                return None
    return found[0] if found else None
