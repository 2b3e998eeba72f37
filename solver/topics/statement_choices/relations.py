"""Whether an equation or a comparison that stands as an option is true: of numbers, or of all values of its letters.

Not judged (None): sides that have values for different letters (√(ab) = √a·√b), complex numbers, comparisons with letters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, letter, parse, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Binary, Negative, Relation, symbols, walk
from solver.latex import latex
from solver.topics.base import Words
from solver.topics.cells import difference
from solver.topics.statement_choices.judged import Judged

IDENTITY: Final = Words(
    "\\({left}={value}\\), and so is the right-hand side: true.", "\\({left}={value}\\)，右边也等于它，成立。"
)
DIFFERS: Final = Words(
    "\\({left}={value}\\), which is not \\({right}\\): for \\({at}\\) they are \\({a}\\) and \\({b}\\). False.",
    "\\({left}={value}\\)，与 \\({right}\\) 不同：取 \\({at}\\)，两边分别是 \\({a}\\) 和 \\({b}\\)，不成立。",
)
NUMBERS: Final = Words(
    "the left-hand side is \\({a}\\), the right-hand side \\({b}\\): {verdict}.",
    "左边是 \\({a}\\)，右边是 \\({b}\\)，{verdict}。",
)
SEVERAL: Final = Words(
    "the left-hand side stands for \\({a}\\), the right-hand side for \\({b}\\): {verdict}.",
    "左边表示 \\({a}\\)，右边表示 \\({b}\\)，{verdict}。",
)
NO_NUMBER: Final = Words(
    "\\({side}\\) is no real number: false.", "\\({side}\\) 在实数范围内没有意义，不成立。"
)
NO_PRODUCT: Final = Words(
    "the right-hand side is no product: not factorised.", "右边不是积的形式，不是因式分解。"
)
UNFINISHED: Final = Words("the right-hand side can be factorised further, \\({value}\\): not finished.", "右边还能继续分解为 \\({value}\\)，没有分解彻底。")  # fmt: skip
TRUE: Final = Words("true", "成立")
FALSE: Final = Words("false", "不成立")
_SIGN: Final = re.compile(r"\\leq?(?![a-z])|\\geq?(?![a-z])|\\neq?(?![a-z])|\\lt(?![a-z])|\\gt(?![a-z])|<=|>=|≠|[<>=≤≥]")  # fmt: skip
_USUAL: Final = {r"\le": "<=", r"\leq": "<=", "≤": "<=", r"\ge": ">=", r"\geq": ">=", "≥": ">=", r"\ne": "!=", r"\neq": "!=", "≠": "!=", r"\lt": "<", r"\gt": ">"}  # fmt: skip
_BOTH: Final = re.compile(r"^\s*(?:±|\+-|\\pm(?![a-z]))\s*")
_POINTS: Final = (2, 3, 5, -1, -2, sp.Rational(1, 2), -3)
_TINY: Final = 1e-12


def sides_of(option: str) -> tuple[str, str, str] | None:
    """Left side, sign and right side of a text with one relation."""
    bare = option.replace("$", "").strip()
    signs = list(_SIGN.finditer(bare))
    if len(signs) != 1:
        return None
    (sign,) = signs
    left, right = bare[: sign.start()].strip(), bare[sign.end() :].strip()
    return (left, _USUAL.get(sign[0], sign[0]), right) if left and right else None


def judged(option: str, positive: frozenset[str] = frozenset()) -> Judged | None:
    """Whether the relation is true, for all real values of its letters; `positive` ones are greater than zero."""
    parts = sides_of(option)
    if parts is None:
        return None
    left, sign, right = parts
    if _BOTH.match(left) or _BOTH.match(right):
        return _of_several(left, right) if sign == "=" else None
    try:
        nodes = parse(left), parse(right)
        if any(isinstance(n, Relation) for node in nodes for n in walk(node)) or any(
            map(_is_undefined, nodes)
        ):
            return None
        names = symbols(nodes[0]) | symbols(nodes[1])
        if "i" in names:
            return None
        names -= {"e"}  # the constant
        return _of_letters(*nodes, names, positive) if names and sign == "=" else None if names else _of_numbers(*nodes, sign)  # fmt: skip
    except (FormulaError, ArithmeticError, ValueError, TypeError, AttributeError):
        return None


def factorised(option: str) -> Judged | None:
    """Whether the equation is true and its right side a finished product over the rationals."""
    found = judged(option)
    if found is None or not found.holds or (parts := sides_of(option)) is None:
        return found
    left, right = map(parse, (parts[0], parts[2]))
    if isinstance(left, Binary) and left.op in "*^":
        return None
    product = right.operand if isinstance(right, Negative) else right
    if not (isinstance(product, Binary) and product.op in "*^"):
        return Judged(False, NO_PRODUCT, {}, "False", "False")
    whole = sp.factor(to_sympy(right))
    pieces = [to_sympy(n) for n in _factors(product)]
    if any(
        len(sp.factor_list(p)[1]) > 1 or sum(k for _, k in sp.factor_list(p)[1]) > 1
        for p in pieces
        if p.free_symbols
    ):
        count = f"len(factor_list({to_python(left)})[1])"
        return Judged(False, UNFINISHED, {"value": latex(whole)}, f"{count} < 0", "False", found.letters)
    return found


def _factors(node: Node) -> list[Node]:
    if isinstance(node, Binary) and node.op == "*":
        return [*_factors(node.left), *_factors(node.right)]
    if isinstance(node, Binary) and node.op == "^":
        return _factors(node.left)
    return [node]


def _is_undefined(node: Node) -> bool:
    """0^0, and a^0, which sympy takes for 1 whatever a is."""
    return any(
        isinstance(n, Binary)
        and n.op == "^"
        and not symbols(n.right)
        and to_sympy(n.right) == 0
        and (bool(symbols(n.left)) or to_sympy(n.left) == 0)
        for n in walk(node)
    )


def _of_several(left: str, right: str) -> Judged | None:
    """An equation in which ± stands at the beginning of a side: both values, so the sets are compared."""
    found = []
    for side in (left, right):
        bare = _BOTH.sub("", side)
        try:
            node = parse(bare)
            if symbols(node):
                return None
            value = sp.nsimplify(sp.simplify(to_sympy(node)))
        except (FormulaError, ValueError, TypeError):
            return None
        if value.is_real is not True:
            return None
        values = {value, -value} if bare != side else {value}
        source = to_python(node)
        found.append((values, f"{{simplify({source}), simplify(-({source}))}}" if bare != side else f"{{simplify({source})}}"))  # fmt: skip
    (a, one), (b, other) = found
    facts = {"a": _listed(a), "b": _listed(b)}
    squares = " == ".join(f"sorted(float(v) for v in {source})" for source in (one, other))
    return _verdict(a == b, SEVERAL, facts, f"{one} == {other}", squares)


def _listed(values: set[sp.Expr]) -> str:
    return r",\ ".join(latex(v) for v in sorted(values, key=float, reverse=True))


def _of_numbers(left: Node, right: Node, sign: str) -> Judged | None:
    values = []
    for side in (left, right):
        value = sp.simplify(to_sympy(side))
        if value.has(sp.nan, sp.zoo, sp.oo):
            return None
        if value.is_real is False:
            return Judged(
                False, NO_NUMBER, {"side": to_latex(side)}, f"S({to_python(side)}).is_real", "False"
            )
        if value.is_real is not True:
            return None
        values.append(value)
    gap = sp.simplify(values[0] - values[1])
    number = gap.evalf(30)
    if gap != 0 and abs(number) < _TINY:
        return None
    holds = {"=": gap == 0, "!=": gap != 0, "<": number < 0, "<=": number <= 0, ">": number > 0, ">=": number >= 0}[sign]  # fmt: skip
    source = difference(to_python(left), to_python(right))
    said = f"simplify({source}) {'==' if sign == '=' else sign} 0"
    about = f"N({source}, 30)"
    other = {"=": f"abs({about}) < 1e-12", "!=": f"abs({about}) > 1e-12"}.get(sign, f"{about} {sign} 0")
    facts = {"a": latex(values[0]), "b": latex(values[1])}
    if sign not in ("=", "!="):
        facts = {"a": _about(values[0]), "b": _about(values[1])}
    return _verdict(bool(holds), NUMBERS, facts, said, other)


def _about(value: sp.Expr) -> str:
    return latex(value) if value.is_rational else rf"{latex(value)}\approx {float(value):.4g}"


def _verdict(holds: bool, words: Words, facts: dict[str, str], source: str, other: str) -> Judged:
    verdict = TRUE if holds else FALSE
    both = Words(words.en.replace("{verdict}", verdict.en), words.zh.replace("{verdict}", verdict.zh))
    return Judged(holds, both, facts, source, other)


def _of_letters(left: Node, right: Node, names: frozenset[str], positive: frozenset[str]) -> Judged | None:
    """An identity is proved, anything else refuted by values; a side without a value where the other one has one: unknown."""
    exponents = {s for node in (left, right) for n in walk(node) if isinstance(n, Binary) and n.op == "^" for s in symbols(n.right)}  # fmt: skip
    letters = {n: letter(n, real=True) for n in names}
    letters |= {n: letter(n, positive=True) for n in names & positive}
    letters |= {n: letter(n, integer=True, positive=True) for n in exponents}
    bases = names - exponents
    a, b = (to_sympy(node, letters) for node in (left, right))
    refuted: Mapping[str, Any] | None = None
    seen = 0
    for point in _points(sorted(bases), sorted(exponents), positive):
        put = {letters[n]: v for n, v in point.items()}
        x, y = a.subs(put), b.subs(put)
        real = [v.is_real is True and v.is_finite is True for v in (x, y)]
        if real[0] != real[1]:
            return None
        if not real[0]:
            continue
        seen += 1
        if refuted is None and abs((x - y).evalf(30)) > _TINY:
            refuted = point
    if not seen:
        return None
    source = difference(to_python(left), to_python(right))
    proof = f"simplify(powdenest({source}, force=True)) == 0" if exponents else f"simplify({source}) == 0"
    if refuted is None:
        if sp.simplify(a - b) != 0:
            return None
        values = [tuple(p.values()) for p in _points(sorted(bases), sorted(exponents), positive)][:4]
        keys = ", ".join(map(python_name, point))
        other = f"all(abs(N(S({source}).subs(dict(zip([{keys}], v))))) < 1e-9 for v in {_sure(a, b, letters, point, values)})"
        facts = {"left": to_latex(left), "value": latex(sp.simplify(b))}
        return Judged(True, IDENTITY, facts, proof, other, names)
    put = {letters[n]: v for n, v in refuted.items()}
    at = r",\ ".join(f"{latex(letter(n))}={latex(sp.S(v))}" for n, v in refuted.items())
    shown = sp.expand(a) if a.is_polynomial() else sp.simplify(a)
    facts = {"left": to_latex(left), "value": latex(shown), "right": to_latex(right), "at": at, "a": latex(sp.simplify(a.subs(put))), "b": latex(sp.simplify(b.subs(put)))}  # fmt: skip
    chosen = ", ".join(f"{python_name(n)}: {_exact(v)}" for n, v in refuted.items())
    other = f"abs(N(S({source}).subs({{{chosen}}}))) < 1e-9"
    return Judged(False, DIFFERS, facts, proof, other, names)


def _sure(
    a: sp.Expr, b: sp.Expr, letters: Mapping[str, sp.Symbol], names: Mapping[str, Any], points: Sequence[Any]
) -> list[tuple[str, ...]] | str:
    """Those of the points at which both sides have values."""
    kept = []
    for values in points:
        put = {letters[n]: v for n, v in zip(names, values, strict=True)}
        if all(e.subs(put).is_real for e in (a, b)):
            kept.append(values)
    listed = ", ".join("(" + "".join(f"{_exact(v)}, " for v in values).rstrip() + ")" for values in kept)
    return f"[{listed}]"


def _exact(value: Any) -> str:
    value = sp.S(value)
    return str(value) if value.q == 1 else f"Rational({value.p}, {value.q})"


def _points(bases: list[str], exponents: list[str], positive: frozenset[str]) -> list[dict[str, Any]]:
    """Values to try, small ones first, unlike each other, negative ones among them."""
    rows = list[dict[str, Any]]()
    for shift, sign in itertools.product(range(4), (1, -1)):
        row = dict[str, Any]()
        for k, name in enumerate(bases):
            value = sp.S(_POINTS[(shift + k) % len(_POINTS)])
            row[name] = abs(value) if name in positive else value * (sign if k % 2 == 0 else 1)
        for k, name in enumerate(exponents):
            row[name] = sp.S(2 + (shift + k) % 3)
        rows.append(row)
    return rows
