"""What a problem gives and asks for, as far as its lines of work are judged by it.

Formulas are read here; stories and all else are the topics' (`solver.verify.stories`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

import sympy as sp

from solver.formula import Node
from solver.formula.nodes import (
    Apply,
    Call,
    Derivative,
    Group,
    Integral,
    Limit,
    Number,
    Relation,
    Symbol,
    symbols,
    walk,
)
from solver.ports import Language
from solver.verify.asked_forms import asks_for
from solver.verify.lines import Claim, Line, is_solved, parsed, read_line
from solver.verify.matrix_problem import matrix_problem
from solver.verify.meaning import Names
from solver.verify.posed import Form, Posed
from solver.verify.question import (
    asked_node,
    asks_at_a_place,
    asks_else,
    asks_for_zeros,
    asks_of_expression,
)
from solver.verify.rewriting import Notes

_CALCULUS: Final = re.compile(
    r"deriv|differentia|integra|\blim\b|limit|\\lim|\\int|∫|\bln\b|\\ln|e\^|d/d[a-z]|导|积分|极限|slope|tangent|切线",
    re.IGNORECASE,
)
_DERIVATIVE: Final = re.compile(
    r"deriv|differentia(?!l equation)|\bf'|\by'|dy/dx|d/d[a-z]|\\frac\{d|求导|导数|导函数|微分", re.IGNORECASE
)
_INTEGRAL: Final = re.compile(r"integra|antideriv|primitive|\\int|∫|积分|原函数", re.IGNORECASE)
_LIMIT: Final = re.compile(r"\blim\b|limit|\\lim|极限", re.IGNORECASE)
_MATRIX: Final = re.compile(
    r"matri|determinant|\\det|\bdet\b|\[\s*\[|\[[^\[\];]+;[^\[\]]+\]|\\begin\{[pbvBV]?matrix|矩阵|行列式",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    r"\b(?:solve|rearrange|make)\b.*?\b(?:for|make)\s+\$?([a-zA-Z])\b(?!\w)|\bmake\s+\$?([a-zA-Z])\$? the subject|\b(?:express|write|find|give|isolate)\s+\$?([a-zA-Z])\$?\s+(?:in terms|as a function)\b"
    r"|(?:解出|求出|表示|关于)\s*\$?([a-zA-Z])\b",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"(?:with respect to|关于|对)\s*\$?([a-z])\b|d/d([a-z])|\\frac\{d\}\{d([a-z])\}")
_ELSE: Final = re.compile(
    r"\b(?:prove|show that|vertex|intercepts?|tangent|slope|area|volume|maximum|minimum|domain|range|focus|cent(?:er|re)|radius|sketch|graph|asymptotes?|inverse function)\b"
    r"|证明|求证|顶点|焦点|切线|斜率|面积|体积|最大|最小|最值|定义域|值域|半径|圆心|图象|图像|反函数",
    re.IGNORECASE,
)
"""What is asked of the formulas is something else than is judged here."""
_SECOND: Final = re.compile(r"second derivative|f''|y''|二阶导", re.IGNORECASE)


def pose(text: str, language: Language) -> Posed | None:
    """The problem; None where its formulas do not say what is to be done (a story, or nothing that is known here).

    >>> pose("Solve 2x + 3 = 7", "en").sort, pose("求导 y = x^2 sin x", "zh").sort
    ('condition', 'derivative')
    """
    matrices = bool(_MATRIX.search(text))
    about = _ABOUT.search(text)
    variable = next((g for g in about.groups() if g), "x") if about else "x"
    notes = Notes(variable, bool(_CALCULUS.search(text)), matrices)
    line = _whole(text, notes)
    if not line.claims or line.unread or _ELSE.search(text):
        return None
    base = Posed(
        "expression", text, language, notes=notes, variable=variable, held=dict(line.values), form=_form(text)
    )
    nodes = [n for c in line.claims for s in c.sides for n in walk(s)]
    if matrices and line.values:
        return matrix_problem(base, line)
    if any(isinstance(n, Integral) for n in nodes) or _INTEGRAL.search(text):
        return _integral(base, line)
    if any(isinstance(n, Limit) for n in nodes):
        return _limit(base, line, nodes)
    if _LIMIT.search(text) and (found := _approached(base, line)) is not None:
        return found
    if any(isinstance(n, Derivative) for n in nodes) or _DERIVATIVE.search(text):
        return _derivative(base, line)
    if (valued := _valued(base, text)) is not None:
        return valued
    return _relations(base, line) if any(c.signs for c in line.claims) else _expression(base, line)


_GIVEN: Final = re.compile(
    r"(?:,|，|。|\.|;|；)?\s*(?:其中|当|\bwhen\b|\bwhere\b|\bif\b|\bfor\b|\bat\b)\s*([^，。;；]*[=<>≤≥][^，。;；]*?)(?:时|的值)?[.。]?\s*$",
    re.IGNORECASE,
)


def _valued(base: Posed, text: str) -> Posed | None:
    """`Evaluate x² − 3 when x = 2`, `先化简，再求值：…，其中 x=2`."""
    match = _GIVEN.search(text)
    if match is None:
        return None
    said = read_line(match[1], base.notes).claims
    values = [c for c in said if is_solved(c) and not symbols(c.sides[1])]
    line = _whole(text[: match.start()], base.notes)
    if not said or not line.claims or any(c.signs for c in line.claims):
        return None
    found = _expression(base, line)
    if found is not None and not values and all(c.signs and "=" not in c.signs for c in said):
        return replace(found, claims=said)  # simplify … for x > 0
    given = {c.sides[0].name: Names().value(c.sides[1]) for c in values if isinstance(c.sides[0], Symbol)}
    if (
        found is None
        or any(v is None for v in given.values())
        or not given.keys() & symbols(found.node or Symbol(""))
    ):
        return None
    return replace(found, given=given)


def _whole(text: str, notes: Notes) -> Line:
    """The claims of a problem that may stand in several lines."""
    parts = (
        [read_line(part, notes) for part in re.split(r"\n+", text.strip())]
        if r"\begin" not in text
        else [read_line(text, notes)]
    )
    claims = _with_ranges([c for part in parts for c in part.claims])
    if any(c.signs for c in claims):
        claims = [c for c in claims if c.signs]
    values = {k: v for part in parts for k, v in part.values.items()}
    return Line(text, tuple(claims), values, tuple(u for part in parts for u in part.unread))


_WITHIN: Final = re.compile(r"\b(?:on|in|over|within|interval|from)\b|∈|区间|范围|在")


def _with_ranges(claims: list[Claim]) -> list[Claim]:
    """`on [0, 4π]`, `x ∈ (0, 2π)` as relations beside an equation in one letter."""
    equations = [c for c in claims if c.signs]
    letters = sorted({n for c in equations for s in c.sides for n in symbols(s)} - {"e", "i"})
    found: list[Claim] = []
    for claim in claims:
        node = claim.sides[0]
        if (
            not claim.signs
            and isinstance(node, Group)
            and len(node.items) == 2
            and len(letters) == 1
            and _WITHIN.search(claim.before)
        ):
            low, high = node.items
            signs = ("<=" if node.brackets[0] == "[" else "<", "<=" if node.brackets[1] == "]" else "<")
            claim = replace(claim, sides=(low, Symbol(letters[0]), high), signs=signs)
        found.append(claim)
    return found


def _form(text: str) -> Form:
    forms: tuple[Form, ...] = ("factor", "expand", "simplify", "value")
    return next((form for form in forms if asks_for(form, text)), "")


def _relations(base: Posed, line: Line) -> Posed | None:
    relations = [c for c in line.claims if c.signs]
    defined, rest = _definitions(relations)
    names = Names(functions=defined)
    if not rest:
        return _of_functions(replace(base, names=names), relations)
    letters = sorted(
        set().union(*(symbols(s) for c in rest for s in c.sides)) - {"e", "i"} - set(names.letters)
    )
    if not letters:
        return replace(
            base, node=rest[0].sides[0], value=names.value(rest[0].sides[0]), names=names, form="value"
        )
    asked = _FOR.search(base.text)
    wanted = next((g for g in asked.groups() if g), None) if asked else None
    if len(letters) == 1 or len(rest) == 1:
        unknown = wanted if wanted in letters else "x" if "x" in letters else letters[0]
        return _sought(replace(base, sort="condition", claims=tuple(rest), unknowns=(unknown,), names=names))
    if all(set(c.signs) == {"="} for c in rest):
        return _sought(replace(base, sort="system", claims=tuple(rest), unknowns=tuple(letters), names=names))
    return None


def _sought(posed: Posed) -> Posed:
    """Relations, and whether it is their unknowns that are asked for."""
    return replace(posed, asks_else=asks_else(posed.text, posed.unknowns))


def _zeros(base: Posed, node: Node) -> Posed | None:
    """Where an expression is zero, as an equation; None where there is no letter to be found."""
    letters = sorted(symbols(node) - {"e", "i"})
    claim = Claim((node, Number(Fraction(0), "0")), ("=",))
    return (
        replace(base, sort="condition", claims=(claim,), unknowns=(letters[0],))
        if len(letters) == 1
        else None
    )


def _of_functions(base: Posed, relations: list[Claim]) -> Posed | None:
    """`If f(x) = x² − 3x, find f(2)`, or the zeros of f; where something else is asked of f only the tutor tells the end."""
    asked = asked_node(base.text)
    value = base.names.value(asked) if asked is not None else None
    if isinstance(value, sp.Expr) and not value.free_symbols:
        return replace(base, node=asked, value=value, form="value")
    body = relations[0].sides[1]
    if len(relations) == 1 and asks_for_zeros(base.text):
        return _zeros(base, body)
    own = base.names.value(body)
    return replace(base, node=body, value=own, asks_else=True) if isinstance(own, sp.Expr) else None


def _definitions(claims: list[Claim]) -> tuple[dict[str, tuple[sp.Symbol, Any]], list[Claim]]:
    """`f(x) = …` among the relations as functions, and the others."""
    functions: dict[str, tuple[sp.Symbol, Any]] = {}
    rest = []
    for claim in claims:
        left = claim.sides[0]
        if claim.signs == ("=",) and isinstance(left, Apply) and isinstance(left.argument, Symbol):
            body = Names(functions=functions).value(claim.sides[1])
            if body is not None:
                functions[left.name] = (sp.Symbol(left.argument.name), body)
                continue
        rest.append(claim)
    return functions, rest


def _expression(base: Posed, line: Line) -> Posed | None:
    claim = max(line.claims, key=lambda c: len(c.text))
    node = claim.sides[0]
    value = Names().value(node, line.values)
    words = len(re.findall(r"[A-Za-z]{4,}|[\u3400-\u9fff]{2,}", base.text))
    if value is None or not isinstance(value, sp.Expr) or words > 12 or isinstance(node, Symbol | Number):
        return None
    if _leaves_numbers(line.text, claim):
        return None
    if asks_for_zeros(base.text) and not isinstance(node, Call) and (zeros := _zeros(base, node)) is not None:
        return zeros
    form = base.form or ("value" if not value.free_symbols else "simplify")
    return replace(base, node=node, value=value, form=form, asks_else=asks_of_expression(base.text))


_NOT_GIVEN: Final = re.compile(
    r"^\s*(?:[(（]?\d+[)）.、:：]|\d+\s*[.、])|\bto\s+\d+\s+(?:decimal|significant)|保留\s*\d|精确到\s*[\d.]+|nearest\s+[\d.]+|\d+\s*(?:marks?|points?|分)\b"
)


def _leaves_numbers(text: str, claim: Claim) -> bool:
    """Whether numbers of the problem stand outside of the expression: then a story is told, and the expression is a part of it."""
    digits = [sum(c.isdigit() for c in t) for t in (_NOT_GIVEN.sub("", text), claim.text)]
    return digits[0] > digits[1] > 0 and "\\begin" not in text


def _derivative(base: Posed, line: Line) -> Posed | None:
    for claim in line.claims:
        node = claim.sides[-1]
        name = ""
        if claim.signs == ("=",):
            left = claim.sides[0]
            name = left.name if isinstance(left, Symbol | Apply) else ""
            if isinstance(left, Derivative):
                node = left
        inner = node.body if isinstance(node, Derivative) else node
        body = Names().value(inner)
        if not isinstance(body, sp.Expr) or isinstance(inner, Symbol) and inner.name in "yf":
            continue
        letters = sorted(s.name for s in body.free_symbols)
        variable = (
            base.variable
            if base.variable in letters or not letters
            else "x"
            if "x" in letters
            else "t"
            if "t" in letters
            else letters[0]
        )
        x = sp.Symbol(variable)
        order = node.order if isinstance(node, Derivative) else 2 if _SECOND.search(base.text) else 1
        named = dict.fromkeys({"f", "y", name.rstrip("'")} - {""}, (x, body))
        return replace(base, sort="derivative", node=inner, value=sp.diff(body, x, order), variable=variable,
                       names=Names(functions=named), notes=replace(base.notes, variable=variable),
                       asks_else=asks_at_a_place(base.text))  # fmt: skip
    return None


def _integral(base: Posed, line: Line) -> Posed | None:
    nodes = [n for c in line.claims for s in c.sides for n in walk(s)]
    found = next((n for n in nodes if isinstance(n, Integral)), None)
    whole = next((s for c in line.claims for s in c.sides if found is not None and found in walk(s)), None)
    if found is None:
        inner = max(line.claims, key=lambda c: len(c.text)).sides[-1]
        letters = sorted(symbols(inner) - {"e", "i"})
        variable = "x" if "x" in letters or not letters else letters[0]
        if isinstance(inner, Relation) or re.search(r"from\s+\S+\s+to\s|从|到", base.text):
            return None
        found = Integral(inner, Symbol(variable))
    elif whole is not None and not isinstance(whole, Integral):
        return None
    variable = found.variable.name
    value = Names().value(found if found.lower is not None else found.body)
    if value is None:
        return None
    return replace(
        base,
        sort="integral",
        node=found,
        value=value,
        variable=variable,
        notes=replace(base.notes, variable=variable),
    )


_APPROACHING: Final = re.compile(
    r"(?:as|当)?\s*\$?([a-z])\$?\s*(?:->|→|\\to\b|approaches|tends to|goes to|趋[于向近]+)\s*\$?(-?(?:\d+|∞|\\infty|infinity|oo))",
    re.IGNORECASE,
)


def _approached(base: Posed, line: Line) -> Posed | None:
    """ "the limit of … as x approaches 2"."""
    match = _APPROACHING.search(base.text)
    if match is None:
        return None
    target = parsed(match[2].lower())
    body = max((c for c in line.claims if not c.signs), key=lambda c: len(c.text), default=None)
    if target is None or body is None:
        return None
    whole = Limit(body.sides[0], Symbol(match[1]), target)
    return _limit(base, Line(base.text, (replace(body, sides=(whole,)),)), [whole])


def _limit(base: Posed, line: Line, nodes: list[Node]) -> Posed | None:
    found = next(n for n in nodes if isinstance(n, Limit))
    whole = next(s for c in line.claims for s in c.sides if found in walk(s))
    value = Names().value(whole)
    if value is None:
        return None
    value = value.doit()
    if value.has(sp.Limit, sp.AccumBounds):
        return None
    variable = found.variable.name
    return replace(
        base,
        sort="limit",
        node=whole,
        value=value,
        variable=variable,
        notes=replace(base.notes, variable=variable),
    )
