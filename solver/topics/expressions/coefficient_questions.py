"""A coefficient of an expression that is written out, once it is multiplied out and like terms are combined; their sum or product; the constant term of f(g(x)).

Read: one unknown, or the unknown that is named; the expression, or two that are multiplied. Not: expansions with a large power (`binomials`), unknown coefficients.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import sympy as sp
from sympy.core.function import AppliedUndef

from solver.formula import FormulaError, Node, to_latex, to_sympy
from solver.formula.nodes import Apply, Relation, Symbol, with_children
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, table
from solver.topics.declining import declining
from solver.topics.prepared import Prepared
from solver.topics.told import Told, told

_FIND: Final = r"(?:find|what is|determine|compute)"
_E: Final = r"(?:the )?(?:polynomial |expression )?(?P<body>⟨x\d+⟩)"
_COMBINED: Final = r",? (?:is |it is )?(?:simplified|expanded|multiplied out|and the like terms are combined|and like terms are combined)"
_POWER: Final = r"(?:the )?coefficient of (?P<power>⟨[nx]\d+⟩)"
_CONSTANT: Final = r"the constant (?P<constant>coefficient|term)"
_SUM: Final = r"(?:the )?(?P<all>sum|product) of the (?P<nonzero>nonzero )?coefficients(?: of| in)"
_TIMES: Final = (
    r"when (?P<one>⟨x\d+⟩) ,? is multiplied by (?P<other>⟨x\d+⟩) ,? and (?:the )?like terms are combined"
)
TABLE: Final = table(
    {
        "simplified": (
            rf"{_FIND} {_POWER} when {_E}{_COMBINED}",
            rf"{_FIND} {_CONSTANT} when {_E}{_COMBINED}",
            rf"{_FIND} {_SUM} {_E}(?: when{_COMBINED})?",
        ),
        "times": (rf"{_FIND} {_POWER} {_TIMES}", rf"{_FIND} {_CONSTANT} {_TIMES}"),
        "product": (r"expand the product (?P<body>⟨x\d+⟩)",),
        "of_result": (r"what is the (?P<all>product|sum) of the (?P<nonzero>nonzero )?coefficients of the resulting expression ,? including the constant term",),
        "defined": (r"(?:let|if|suppose|given(?: that)?|and)? (?:⟨n\d+⟩ be the polynomial )?(?P<definition>⟨q\d+⟩)", r"let (?P<named>⟨x\d+⟩) be the polynomial (?P<definition>⟨q\d+⟩)"),
        "of_function": (rf"(?:then )?{_FIND} {_CONSTANT} of (?P<what>⟨x\d+⟩)", rf"(?:then )?{_FIND} {_SUM} (?P<what>⟨x\d+⟩)"),
    }
)  # fmt: skip
WORDS: Final = {
    "product": Words("Multiply: \\[\\left({one}\\right)\\left({other}\\right)\\]", "相乘：\\[\\left({one}\\right)\\left({other}\\right)\\]"),
    "known": Words("Here \\({name}={body}\\).", "这里 \\({name}={body}\\)。"),
    "expanded": Words("Multiply out and combine like terms: \\[{expanded}\\]", "展开并合并同类项：\\[{expanded}\\]"),
    "power": Words("The coefficient of \\({power}\\) is \\({value}\\).", "\\({power}\\) 的系数是 \\({value}\\)。"),
    "constant": Words("The constant term is \\({value}\\).", "常数项是 \\({value}\\)。"),
    "sum": Words("The coefficients add to \\({terms}={value}\\).", "系数之和为 \\({terms}={value}\\)。"),
    "product_of": Words("The coefficients multiply to \\({terms}={value}\\).", "系数之积为 \\({terms}={value}\\)。"),
    "code": Words("multiplied out", "展开"),
    "method": Words("computed from values of the expression at whole numbers", "由该式在若干整数处的值计算检验"),
}  # fmt: skip
MAX_DEGREE: Final = 60


@declining
def read(text: Text) -> Reading:
    """One expression and its coefficients."""
    if text.language != "en" or not re.search(r"(?i)coefficient|constant\s+term", text.source):
        return None
    known = told(text.source)
    found = None if known is None else clauses(known.source, TABLE)
    return (
        None
        if known is None or found is None or isinstance(found, str)
        else _task(found, known, text.language)
    )


def _task(found: list[Said], known: Told, say: Language) -> Prepared | None:
    kinds = [s.kind for s in found]
    steps = list[str]()
    if kinds == ["simplified"]:
        asked, body = found[0].values, known.expression(found[0].values["body"])
    elif kinds == ["times"]:
        asked = found[0].values
        one, other = known.expression(asked["one"]), known.expression(asked["other"])
        steps.append(WORDS["product"].say(say, one=latex(one), other=latex(other)))
        body = one * other
    elif kinds == ["product", "of_result"]:
        asked, body = found[1].values, known.expression(found[0].values["body"])
    elif kinds[-1] in ("of_function", "simplified") and set(kinds[:-1]) == {"defined"}:
        asked = found[-1].values
        made = _composed(found[:-1], known, asked.get("what") or asked["body"])
        if made is None:
            return None
        body, steps = made[0], [WORDS["known"].say(say, name=made[1], body=latex(made[0]))]
    else:
        return None
    free = body.free_symbols
    if len(free) != 1 or body.has(sp.E, sp.I, AppliedUndef):
        return None
    (x,) = free
    poly = sp.Poly(sp.expand(body), x)
    if poly.degree() > MAX_DEGREE or not all(c.is_Rational for c in poly.all_coeffs()):
        return None
    steps.append(WORDS["expanded"].say(say, expanded=latex(poly.as_expr())))
    return _asked(asked, poly, body, known, tuple(steps), say)


def _composed(definitions: list[Said], known: Told, what: str) -> tuple[sp.Expr, str] | None:
    """The expression of f(x + 1), f(g(x)) or g(x) by what is defined, and how it is written."""
    bodies: dict[str, tuple[sp.Symbol, Node]] = {}
    for said in definitions:
        for relation in known.relations(said.values["definition"]):
            left, right = relation.sides
            if (
                relation.signs != ("=",)
                or not isinstance(left, Apply)
                or not isinstance(left.argument, Symbol)
                or left.name in bodies
            ):
                return None
            bodies[left.name] = (to_sympy(left.argument), right)
    node = known.node(what)
    return None if isinstance(node, Relation) else (sp.expand(_value(node, bodies, 0)), to_latex(node))


def _value(node: Node, bodies: dict[str, tuple[sp.Symbol, Node]], depth: int) -> sp.Expr:
    """The expression with every defined function put in.

    Raises:
        FormulaError: a function is not defined, or by itself.
    """
    calls: dict[str, Apply] = {}

    def named(part: Node) -> Node:
        if isinstance(part, Apply):
            calls[f"call_{len(calls)}"] = part
            return Symbol(f"call_{len(calls) - 1}")
        return with_children(part, named)

    whole = to_sympy(named(node))
    for name, call in calls.items():
        if call.name not in bodies or depth > 6:
            raise FormulaError("a function that is not known")
        variable, body = bodies[call.name]
        inner = _value(call.argument, bodies, depth + 1)
        whole = whole.subs(sp.Symbol(name), _value(body, bodies, depth + 1).subs(variable, inner))
    return whole


def _asked(
    asked: Mapping[str, str],
    poly: sp.Poly,
    body: sp.Expr,
    known: Told,
    steps: tuple[str, ...],
    say: Language,
) -> Prepared | None:
    values = asked
    x = poly.gen
    name = exact_source(x)
    head = (f"f = Poly(expand({exact_source(body)}), {name})", comment(WORDS["code"].say(say)))
    count = poly.degree() + 1
    points = (
        f"{name} = symbols('{x}')",
        f"f = {exact_source(body)}",
        f"g = Poly(interpolate([(k, f.subs({name}, k)) for k in range({count})], {name}), {name})",
    )
    if "power" in values:
        monomial = known.expression(values["power"])
        exponent = sp.degree(monomial, x) if monomial.free_symbols == {x} else -1
        if exponent < 1 or sp.expand(monomial - x**exponent) != 0:
            return None
        value = poly.nth(exponent)
        steps = (*steps, WORDS["power"].say(say, power=latex(monomial), value=latex(value)))
        return Prepared(
            say,
            steps,
            cell(*head, f"f.nth({exponent})", variables=[str(x)]),
            (*points, f"bool(g.nth({exponent}) == answer)"),
            WORDS["method"],
        )
    if "constant" in values:
        value = poly.nth(0)
        steps = (*steps, WORDS["constant"].say(say, value=latex(value)))
        return Prepared(
            say,
            steps,
            cell(*head, "f.nth(0)", variables=[str(x)]),
            (points[0], points[1], f"bool(f.subs({name}, 0) == answer)"),
            WORDS["method"],
        )
    if "all" not in values:
        return None
    coefficients = [c for c in poly.all_coeffs() if c != 0]
    if values["all"] == "product" and "nonzero" not in values:
        return None
    sign = "+" if values["all"] == "sum" else r"\cdot "
    terms = sign.join(rf"({latex(c)})" if c < 0 else latex(c) for c in coefficients)
    if values["all"] == "sum":
        value = sum(coefficients)
        steps = (*steps, WORDS["sum"].say(say, terms=terms, value=latex(value)))
        return Prepared(
            say,
            steps,
            cell(*head, "sum(f.all_coeffs())", variables=[str(x)]),
            (points[0], points[1], f"bool(f.subs({name}, 1) == answer)"),
            WORDS["method"],
        )
    value = sp.prod(coefficients)
    steps = (*steps, WORDS["product_of"].say(say, terms=terms, value=latex(value)))
    return Prepared(
        say,
        steps,
        cell(*head, "Mul(*[c for c in f.all_coeffs() if c != 0])", variables=[str(x)]),
        (*points, "bool(Mul(*[c for c in g.all_coeffs() if c != 0]) == answer)"),
        WORDS["method"],
    )
