"""One set inside another, and the numbers that a letter may be for that: A = {x | x² − 5x + 6 = 0}, B = {x | ax − 6 = 0}, B ⊆ A.

Read: A a list, an equation or an interval with numbers; B an equation of degree one or an interval, with one letter; B ⊆ A, also said as A ∪ B = A or
A ∩ B = B. Not: B of higher degree, both sets with letters, A ⊆ B, proper subsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.formula.nodes import Group, Relation
from solver.latex import latex, values_in
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, exact_source
from solver.topics.equations.real_sets import links, read_set, set_latex
from solver.topics.prepared import Prepared

WORDS: Final = {
    "known": Words("\\({A}={set}\\).", "\\({A}={set}\\)。"),
    "inside": Words("\\({said}\\) says that every element of \\({B}\\) lies in \\({A}\\); the empty set always does.", "\\({said}\\) 即 \\({B}\\subseteq {A}\\)：\\({B}\\) 的每个元素都属于 \\({A}\\)，空集也满足。"),
    "empty": Words("\\({B}\\) is empty when \\({condition}\\): then the inclusion holds.", "当 \\({condition}\\) 时，\\({B}=\\varnothing\\)，满足条件。"),
    "never": Words("\\({B}\\) is never empty.", "\\({B}\\) 不可能是空集。"),
    "root": Words("If \\({x}={root}\\) is the element of \\({B}\\): \\({equation}=0\\), so \\({p}={value}\\).", "若 \\({B}\\) 的元素是 \\({x}={root}\\)，代入得 \\({equation}=0\\)，所以 \\({p}={value}\\)。"),
    "no_root": Words("\\({x}={root}\\) cannot be the element of \\({B}\\): \\({equation}=0\\) has no solution.", "\\({x}={root}\\) 不可能是 \\({B}\\) 的元素：\\({equation}=0\\) 无解。"),
    "ends": Words("If \\({B}\\) is not empty, \\({condition}\\), and its ends must lie within those of \\({A}\\): \\({inside}\\). Together: \\({p}\\in {part}\\).", "当 \\({B}\\ne\\varnothing\\) 时，\\({condition}\\)，且端点满足 \\({inside}\\)，解得 \\({p}\\in {part}\\)。"),
    "together": Words("All cases together: \\({p}\\in {whole}\\).", "综上，\\({p}\\in {whole}\\)。"),
    "answer": Words("So \\({answer}\\).", "所以答案是 \\({answer}\\)。"),
    "method": Words("the inclusion was tried for the numbers found and for many others", "对所得的值和其他许多值逐一检验包含关系"),
}  # fmt: skip
_D: Final = r"\$?\s*"
_BRACES: Final = r"\\?\{\s*(?:(?P<x{n}>[a-z])\s*(?:\\mid|\\vert|\||∣|:|;)\s*)?(?P<body{n}>[^{{}}|;]*(?:\{{[^{{}}]*\}}[^{{}}|;]*)*?)\\?\}}"
_SET: Final = r"(?:集合|set)?\s*\$?\s*(?P<name{n}>[A-Z])\s*=\s*"
_SAID: Final = r"(?:(?P<sub>[A-Z])\s*(?:\\subseteq|⊆)\s*(?P<super>[A-Z])|(?P<u1>[A-Z])\s*(?:\\cup|∪)\s*(?P<u2>[A-Z])\s*=\s*(?P<u3>[A-Z])|(?P<i1>[A-Z])\s*(?:\\cap|∩)\s*(?P<i2>[A-Z])\s*=\s*(?P<i3>[A-Z])|(?P<w1>[A-Z])\s*\$?\s*(?:is\s+a\s+subset\s+of|是)\s*\$?\s*(?P<w2>[A-Z])\s*\$?\s*(?:的子集)?)"
_ASKED: Final = r"(?:求|find|determine|what\s+(?:is|are))\s*(?:the\s+)?(?:set\s+of\s+)?(?:all\s+)?(?:the\s+)?(?:possible\s+)?(?:real\s+)?(?:values?|numbers?|range)?\s*(?:of|for)?\s*(?:the\s+)?(?:real\s+)?(?:numbers?|parameter|constant)?\s*(?:实数|常数)?\s*\$?\s*(?P<p>[a-z])\s*\$?\s*(?:的?所有)?(?:的?(?:可能的?|所有)*(?:取值范围|取值|值|范围)?(?:的集合|组成的集合|构成的集合)?)?"
_BETWEEN: Final = (
    r"[\s,;.。$]*(?:且|若|如果|当|已知|设|and|if|given\s+that|where|suppose(?:\s+that)?)?[\s,;$]*"
)


def _pattern() -> re.Pattern[str]:
    sets = [(_SET + _BRACES).replace("{n}", n).replace("{{", "{").replace("}}", "}") for n in "12"]
    return re.compile(
        rf"\s*(?:已知|设|let|given(?:\s+that)?|suppose|consider)?\s*(?:the\s+)?(?:two\s+)?(?:sets?\s+)?{_D}{sets[0]}{_BETWEEN}{sets[1]}{_BETWEEN}{_SAID}{_BETWEEN}(?:则|then)?\s*{_ASKED}\s*\$?\s*(?:是|为|=)?\s*[.。?]?\s*",
        re.IGNORECASE,
    )


_PATTERN: Final = _pattern()


@dataclass(frozen=True, slots=True)
class _Braces:
    """The elements of a listed set, or the conditions for x: an equation (`body` = 0), or bounds (low, high, strict low, strict high)."""

    name: str
    elements: tuple[sp.Expr, ...] = ()
    body: sp.Expr | None = None
    bounds: tuple[sp.Expr | None, sp.Expr | None, bool, bool] | None = None

    @property
    def letters(self) -> set[sp.Symbol]:
        """Symbols other than x."""
        parts = [*self.elements, *([self.body] if self.body is not None else []), *(e for e in (self.bounds or ())[:2] if e is not None)]  # fmt: skip
        return set().union(*(p.free_symbols for p in parts)) - {X}


X: Final = sp.Symbol("x", real=True)


def read(text: Text) -> Reading:
    """Two sets in braces, one within the other."""
    source = " ".join(text.source.split())
    if len(source) > 300 or not re.search(r"subset|⊆|\\cup|∪|\\cap|∩|子集", source):
        return None
    match = _PATTERN.fullmatch(re.sub(r"\\(?:left|right|,|;|:|!| )", " ", source))
    if match is None:
        return None
    try:
        first, second = (_braces(match, n) for n in "12")
    except (FormulaError, TypeError, ValueError):
        return None
    if first is None or second is None or first.name == second.name:
        return None
    sets = {s.name: s for s in (first, second)}
    order = _order(match)
    if order is None or set(order) != set(sets):
        return None
    inner, outer = sets[order[0]], sets[order[1]]
    p = sp.Symbol(match["p"], real=True)
    if inner.letters != {p} or outer.letters:
        return None
    said = re.sub(r"\s+", " ", _said(match)).strip()
    return _by_roots(inner, outer, p, said, text.language) or _by_ends(inner, outer, p, said, text.language)


def _said(match: re.Match[str]) -> str:
    inner, outer = _order(match) or ("", "")
    if match["u1"]:
        return rf"{match['u1']}\cup {match['u2']}={match['u3']}"
    if match["i1"]:
        return rf"{match['i1']}\cap {match['i2']}={match['i3']}"
    return rf"{inner}\subseteq {outer}"


def _order(match: re.Match[str]) -> tuple[str, str] | None:
    """The names of the inner and the outer set."""
    if match["sub"]:
        return match["sub"], match["super"]
    if match["w1"]:
        return match["w1"], match["w2"]
    one, other, same = (match["u1"], match["u2"], match["u3"]) if match["u1"] else (match["i1"], match["i2"], match["i3"])  # fmt: skip
    if same not in (one, other) or one == other:
        return None
    rest = other if same == one else one
    return (rest, same) if match["u1"] else (same, rest)


def _braces(match: re.Match[str], n: str) -> _Braces | None:
    name, body, x = match[f"name{n}"], match[f"body{n}"].strip().rstrip("\\"), match[f"x{n}"]
    if x is None:
        node = parse("{" + body + "}")
        if not isinstance(node, Group):
            return None
        return _Braces(name, tuple(to_sympy(item) for item in node.items))
    if x != "x":
        return None
    body = re.sub(r"[,，]\s*x\s*(?:∈|\\in)\s*\\?(?:mathbb|mathbf)?\s*\{?\s*R\s*\}?\s*$", "", body)
    node = parse(body)
    if not isinstance(node, Relation):
        return None
    real = {name: sp.Symbol(name, real=True) for name in "abcdkmnptx"}
    if node.signs == ("=",):
        return _Braces(name, body=sp.expand(to_sympy(node.sides[0], real) - to_sympy(node.sides[1], real)))
    low: sp.Expr | None = None
    high: sp.Expr | None = None
    strict = [False, False]
    for left, sign, right in links(node):
        one, other = to_sympy(left, real), to_sympy(right, real)
        if sign in (">", ">="):
            one, other, sign = other, one, sign.replace(">", "<")
        if other == X and X not in one.free_symbols and low is None:
            low, strict[0] = one, sign == "<"
        elif one == X and X not in other.free_symbols and high is None:
            high, strict[1] = other, sign == "<"
        else:
            return _outer_by_inequality(name, node, real)
    return None if low is None and high is None else _Braces(name, bounds=(low, high, strict[0], strict[1]))


def _outer_by_inequality(name: str, node: Relation, real: dict[str, sp.Symbol]) -> _Braces | None:
    """x² − 3x − 10 ≤ 0 as an interval."""
    if len(node.signs) != 1:
        return None
    body = to_sympy(node.sides[0], real) - to_sympy(node.sides[1], real)
    if body.free_symbols != {X} or not body.is_polynomial(X):
        return None
    sign = node.signs[0]
    found = sp.solve_univariate_inequality({"<": body < 0, "<=": body <= 0, ">": body > 0, ">=": body >= 0}[sign], X, relational=False)  # fmt: skip
    if not isinstance(found, sp.Interval):
        return None
    ends = (None if found.start == -sp.oo else found.start, None if found.end == sp.oo else found.end)
    return _Braces(name, bounds=(*ends, bool(found.left_open), bool(found.right_open)))


def _by_roots(inner: _Braces, outer: _Braces, p: sp.Symbol, said: str, say: Language) -> Prepared | None:
    """B has at most one element."""
    if inner.body is None or outer.bounds is not None:
        return None
    elements = _elements(outer)
    poly = inner.body.as_poly(X)
    if elements is None or poly is None or poly.degree() != 1 or sp.degree(inner.body, p) != 1:
        return None
    slope, constant = poly.all_coeffs()
    shown = rf"\{{{', '.join(map(latex, elements))}\}}"
    steps = [WORDS["known"].say(say, A=outer.name, set=shown), WORDS["inside"].say(say, said=said, A=outer.name, B=inner.name)]  # fmt: skip
    values = list[sp.Expr]()
    empty = [v for v in sp.solve(slope, p) if constant.subs(p, v) != 0] if p in slope.free_symbols else []
    if p in slope.free_symbols and any(constant.subs(p, v) == 0 for v in sp.solve(slope, p)):
        return None  # every number would be an element
    for v in empty:
        steps.append(WORDS["empty"].say(say, B=inner.name, condition=f"{latex(p)}={latex(v)}"))
        values.append(v)
    if not empty:
        steps.append(WORDS["never"].say(say, B=inner.name))
    for root in elements:
        equation = sp.expand(inner.body.subs(X, root))
        found = [v for v in sp.solve(equation, p) if slope.subs(p, v) != 0]
        key = "root" if found else "no_root"
        steps.append(WORDS[key].say(say, x="x", B=inner.name, root=latex(root), equation=latex(equation), p=latex(p), value=latex(found[0]) if found else ""))  # fmt: skip
        values += found
    values = sorted(set(values), key=float)
    if not values:
        return None
    name = p.name
    source = cell(
        f"A = {exact_source(list(elements))}",
        f"equation = {exact_source(inner.body)}",
        f"values = {exact_source(empty)} + [v for root in A for v in solve(equation.subs(x, root), {name})]",
        "sorted(set(values))",
        variables=("x", name),
        assumptions="real=True",
    )
    tests = (
        f"x, {name} = symbols('x {name}', real=True)",
        f"A, equation = {exact_source(list(elements))}, {exact_source(inner.body)}",
        f"inside = lambda v: set(solve(equation.subs({name}, v), x)) <= set(A) if equation.subs({name}, v) != 0 else False",
        "claimed = list(answer)",
        "others = [Rational(k, 12) for k in range(-240, 241) if Rational(k, 12) not in claimed]",
        f"len(claimed) == {len(values)} == len(set(claimed)) and all(inside(v) for v in claimed) and not any(inside(v) for v in others)",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"], WORDS["answer"], _list, _list_given)


def _elements(outer: _Braces) -> tuple[sp.Expr, ...] | None:
    if outer.body is not None:
        if outer.body.free_symbols != {X} or not outer.body.is_polynomial(X):
            return None
        found = sorted(sp.real_roots(outer.body), key=float) if sp.degree(outer.body, X) <= 3 else []
        return tuple(dict.fromkeys(found)) or None
    return outer.elements or None


def _by_ends(inner: _Braces, outer: _Braces, p: sp.Symbol, said: str, say: Language) -> Prepared | None:
    """B is an interval."""
    if inner.bounds is None or outer.bounds is None:
        return None
    low, high, open_low, open_high = inner.bounds
    start, end, open_start, open_end = outer.bounds
    if any(e is not None and sp.degree(e, p) > 1 for e in (low, high)) or (low is None) and start is not None or (high is None) and end is not None:  # fmt: skip
        return None
    known = sp.Interval(
        -sp.oo if start is None else start, sp.oo if end is None else end, open_start, open_end
    )
    steps = [WORDS["known"].say(say, A=outer.name, set=set_latex(known)), WORDS["inside"].say(say, said=said, A=outer.name, B=inner.name)]  # fmt: skip
    empty: sp.Set = sp.S.EmptySet
    filled: sp.Set = sp.S.Reals
    condition = ""
    if low is not None and high is not None:
        strict = open_low or open_high
        relation = low >= high if strict else low > high
        empty = _where(relation, p)
        filled = sp.S.Reals - empty
        if empty is not sp.S.EmptySet:
            steps.append(WORDS["empty"].say(say, B=inner.name, condition=f"{latex(low)}{'≥' if strict else '>'}{latex(high)}".replace("≥", r"\ge ")))  # fmt: skip
        condition = f"{latex(low)}{'<' if strict else chr(92) + 'le '}{latex(high)}"
    part, told = filled, list[str]()
    for inside, outside, is_open, opens, sign in ((low, start, open_start, open_low, 1), (high, end, open_end, open_high, -1)):  # fmt: skip
        if inside is None or outside is None:
            continue
        strictly = is_open and not opens
        small, large = (outside, inside) if sign > 0 else (inside, outside)
        part = sp.Intersection(part, _where(small < large if strictly else small <= large, p))
        told.append(f"{latex(small)}{'<' if strictly else chr(92) + 'le '}{latex(large)}")
    whole = sp.Union(empty, part)
    shown, piece = set_latex(whole), set_latex(part)
    if shown is None or piece is None or whole is sp.S.EmptySet:
        return None
    steps.append(WORDS["ends"].say(say, B=inner.name, A=outer.name, condition=condition or r"\text{always}" if say == "en" else condition or r"\text{恒成立}", inside=r",\ ".join(told), p=latex(p), part=piece))  # fmt: skip
    steps.append(WORDS["together"].say(say, p=latex(p), whole=shown))
    name = p.name
    conditions = [f"{exact_source(outside)} {'<' if is_open and not opens else '<='} {exact_source(inside)}" if sign > 0 else f"{exact_source(inside)} {'<' if is_open and not opens else '<='} {exact_source(outside)}"
                  for inside, outside, is_open, opens, sign in ((low, start, open_start, open_low, 1), (high, end, open_end, open_high, -1)) if inside is not None and outside is not None]  # fmt: skip
    lines = [f"solve_univariate_inequality({c}, {name}, relational=False)" for c in conditions]
    source = cell(
        f"inside = Intersection({', '.join(lines)})" if len(lines) > 1 else f"inside = {lines[0]}",
        f"empty = {exact_source(empty)}",
        "Union(empty, inside)",
        variables=(name,),
        assumptions="real=True",
    )
    inner_source = f"Interval({exact_source(low) if low is not None else '-oo'}, {exact_source(high) if high is not None else 'oo'}, {open_low}, {open_high})"
    tests = (
        f"{name} = symbols('{name}', real=True)",
        "places = [Rational(k, 12) for k in range(-240, 241)]",
        f"inner = lambda {name}: {inner_source}",
        f"known = {exact_source(known)}",
        "all(bool(inner(place).is_subset(known)) == (answer.contains(place) == True) for place in places)",
    )
    return Prepared(say, tuple(steps), source, tests, WORDS["method"], WORDS["answer"], lambda v: set_latex(v) if isinstance(v, sp.Set) else None, lambda a: read_set(a, name))  # fmt: skip


def _where(relation: Any, p: sp.Symbol) -> sp.Set:
    if relation in (True, sp.true):
        return sp.S.Reals
    if relation in (False, sp.false):
        return sp.S.EmptySet
    return sp.solve_univariate_inequality(relation, p, relational=False)


def _list(value: Any) -> str | None:
    if not isinstance(value, list | tuple) or not value or any(not isinstance(v, sp.Expr) for v in value):
        return None
    return r",\ ".join(map(latex, value))


def _list_given(answer: str) -> Any:
    bare = (
        re.sub(r"\\?[{}]|\\(?:left|right)", "", answer)
        if "frac" not in answer and "sqrt" not in answer
        else answer
    )
    return values_in(re.sub(r"[a-z]\s*=", "", bare))
