"""Integrals of functions of one variable: definite, improper and indefinite, and areas under a curve.

Read: `\\int …` alone or with words, "the integral of … from … to …", antiderivatives, the area between a curve and
the x-axis or another curve (see `between`). Not: several variables of integration, integrals inside larger formulas.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, Node, python_name, to_latex, to_python, to_sympy
from solver.formula.nodes import Apply, Blank, Constant, Group, Integral, Relation, Symbol, symbols, walk
from solver.latex import latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.reader.account import Account
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.calculus.integrals import convergence
from solver.topics.calculus.integrals.between import read_between
from solver.topics.calculus.integrals.definite import Definite
from solver.topics.calculus.integrals.rewriting import retold, rewritten
from solver.topics.calculus.integrals.rules import antiderivative, is_closed, powered, with_bars
from solver.topics.calculus.integrals.strips import by_strips
from solver.topics.calculus.integrals.unknown import UnknownLetter, read_unknown
from solver.topics.calculus.integrals.ways import clearer, ways
from solver.topics.cells import cell, comment, exact_source
from solver.topics.methods import Another

VOCABULARY: Final = {
    "integral": "integrals?|integral of|integrate|integration|definite integral|improper integral|value of the integral"
    "|definite integral of|积分|定积分|反常积分|广义积分|的积分|的定积分|积分的值|定积分的值",
    "indefinite": "antiderivatives?|anti-derivative|anti derivative|indefinite integral|indefinite integrals|general antiderivative"
    "|primitive|primitive function|most general antiderivative|不定积分|原函数|全体原函数|所有原函数|一个原函数",
    "area": "area|area under|area of|面积|图形的面积|曲边梯形的面积|围成的面积|围成图形的面积|围成的图形的面积|所围图形的面积|所围成的图形的面积",
    "shape": "region|under|below|bounded by|bounded|enclosed|enclosed by|curve|the curve|graph|graph of|parabola|line|lines|above"
    "|函数|曲线|抛物线|直线|图形|围成|所围成|围成的|轴|下方|变量|区间",
    "axis": "axis|-axis|x-axis|the x-axis|与轴|和轴|轴所围成的图形",
    "from": "from|between|从",
    "to": "to|到|至",
    "over": "over|on|over the interval|on the interval|in the interval|interval|在区间|在|区间",
    "method": "use|integration by parts|by parts|parts|method|technique|rule|formula|substitution|a suitable substitution|suitable|appropriate|an appropriate substitution|change of variables?|by substitution|u substitution|the substitution|integrating by parts|twice|newton leibniz formula|fundamental theorem of calculus|fundamental theorem|compute exactly|in exact form|form|simplified|simplest form"
    "|用|利用|运用|采用|使用|应用|换元法|换元|换元积分法|凑微分法|凑微分|第一类换元法|第二类换元法|第一换元法|第二换元法|三角换元|三角换元法|分部积分|分部积分法|分部|变量代换|变量替换|代换|作代换|做代换|牛顿莱布尼茨公式|牛顿|莱布尼茨|微积分基本定理|基本定理|公式|法|方法|下列积分|下列定积分|这个定积分",
    "hint": "the substitution|substitution|代换|作代换|换元|令|设|let|letting|put|putting",
    "wrt": "with respect to|in terms of|关于|对",
    **convergence.VOCABULARY,
}
WORDS: Final = {
    "constant": Words(
        "All antiderivatives differ by a constant \\(C\\) only.", "所有原函数之间只相差一个常数 \\(C\\)。"
    ),
    "code": Words("an antiderivative", "求一个原函数"),
    "method": Words(
        "the answer was differentiated and compared with the integrand", "对答案求导，与被积函数比较"
    ),
    "claim": Words("Hence \\({problem}={answer}\\).", "所以 \\({problem}={answer}\\)。"),
}


def read(text: Text) -> Reading:
    """One integral, written or said, or the area between curves."""
    if (strips := by_strips(text)) is not None:
        return strips
    text = Text(retold(text.source), text.language, text.values)
    between = read_between(text)
    if between is not None and not isinstance(between, Unread):
        return between
    if isinstance(unknown := read_unknown(text), UnknownLetter):
        return unknown
    plain = _read_integral(text)
    return between if between is not None and (plain is None or isinstance(plain, Unread)) else plain


def _read_integral(text: Text) -> Reading:
    """One integral, written or said."""
    source = rewritten(text.source)
    found = account(source, VOCABULARY)
    formulas = [_asked(n) for n in found.nodes]
    formulas = [n for n in formulas if not _is_substitution(n, formulas, found)]
    written = any(isinstance(n, Integral) for n in formulas)
    if not written and not (found.has("integral") or found.has("indefinite") or found.has("area")):
        return None
    if found.unread:
        return Unread(found.unread)
    if any(re.search(r"(?<![A-Za-z])[aA]\s*$", source[: f.start]) for f in found.formulas):
        return None  # "a x^2": an article or a letter? `scan` takes it for an article
    try:
        asked = _written(formulas, found, text.language) if written else _said(found, text.language)
        return convergence.tested(asked, found, text.language)
    except FormulaError:
        return None


def _asked(node: Node) -> Node:
    """The integral of `∫… = ?` or `I = ∫…`; otherwise the node."""
    if isinstance(node, Relation) and node.signs == ("=",):
        left, right = node.sides
        if isinstance(left, Integral) and isinstance(right, Blank):
            return left
        if isinstance(right, Integral) and isinstance(left, Symbol) and left.name not in symbols(right):
            return right
    return node


def _is_substitution(node: Node, formulas: list[Node], found: Account) -> bool:
    """The hint `u = x^2` or `x = sin t` of "use the substitution …": it says how, not what."""
    integral = next((n for n in formulas if isinstance(n, Integral)), None)
    match node:
        case Relation(("=",), (Symbol(new), expression)) if integral is not None and found.has("hint"):
            names = symbols(expression) - {"e"}
            old = integral.variable.name
            return names == {old} != {new} or (new == old and len(names) == 1 and not names & {old})
        case Relation(("=",), (expression, Symbol(new))) if integral is not None and found.has("hint"):
            return symbols(expression) - {"e"} == {integral.variable.name} != {new}
    return False


def _written(formulas: list[Node], found: Account, language: Language) -> Reading:
    node, roles = formulas[0], [c for c in found.concepts if c in ("from", "to", "wrt")]
    if isinstance(node, Integral) and len(formulas) == 3 and roles == ["from", "to"] and node.lower is None:
        node = Integral(node.body, node.variable, formulas[1], formulas[2])
    elif len(formulas) != 1 or roles or found.has("area"):
        return None
    if not isinstance(node, Integral) or any(
        isinstance(n, Integral | Apply | Group | Relation) for n in walk(node.body)
    ):
        return None
    if (node.lower is None) != (node.upper is None):
        return None
    return _task(node.body, node.variable.name, node.lower, node.upper, "definite", language)


def _said(found: Account, language: Language) -> Reading:
    """Each formula gets the role that the words before it give: body, lower, upper, interval, variable."""
    role, roles = "", dict[str, Node]()
    for concept in found.concepts:
        if concept in ("from", "to", "over", "wrt"):
            role = concept
        if not concept.startswith("#"):
            continue
        node = found.nodes[int(concept[1:])]
        if isinstance(node, Group) and len(node.items) == 2 and not {"from", "to"} & set(roles):
            roles["from"], roles["to"] = node.items
            role = ""
            continue
        at = _line(node)
        if found.has("area") and role != "from" and at is not None and role != "to":
            role = "to" if "from" in roles else "from"
        place, role = (role if role in ("from", "to", "wrt") else "body"), ("to" if role == "from" else "")
        if place in roles:
            return None
        roles[place] = at if at is not None and place in ("from", "to") else node
    return _from_roles(roles, found, language)


def _line(node: Node) -> Node | None:
    """The 2 of `x = 2`."""
    match node:
        case Relation(("=",), (Symbol("x" | "t"), right)) if not symbols(right) - {"e"}:
            return right
    return None


def _from_roles(roles: dict[str, Node], found: Account, language: Language) -> Reading:
    body, lower, upper = roles.get("body"), roles.get("from"), roles.get("to")
    if isinstance(body, Relation):
        match body:
            case Relation(("=",), (Symbol() | Apply(_, Symbol()), right)):
                body = right
            case _:
                return None
    if body is None or (lower is None) != (upper is None):
        return None
    if any(isinstance(n, Integral | Apply | Relation | Group) for n in walk(body)):
        return None
    variable = roles.get("wrt")
    names = sorted(symbols(body) - {"e"})
    name = (
        variable.name
        if isinstance(variable, Symbol)
        else names[0]
        if len(names) == 1
        else "x"
        if "x" in names
        else None
    )
    if name is None or (variable is not None and not isinstance(variable, Symbol)):
        return None
    kind = "area" if found.has("area") else "definite"
    if kind == "area" and (lower is None or found.has("integral")):
        return None
    if found.has("indefinite") and lower is not None:
        return None
    return _task(body, name, lower, upper, kind, language)


def _task(
    body: Node, name: str, lower: Node | None, upper: Node | None, kind: str, language: Language
) -> Reading:
    if (
        name in ("e", "i")
        or "i" in symbols(body)
        or any(isinstance(n, Constant) and n.name == "I" for n in walk(body))
    ):
        return None
    f = to_sympy(body)
    if not isinstance(f, sp.Expr) or f.has(sp.oo, sp.nan, sp.zoo):
        return None
    if lower is None or upper is None:
        return Indefinite(body, name, language)
    a, b = to_sympy(lower), to_sympy(upper)
    if not (a.is_extended_real and b.is_extended_real) or f.free_symbols - {sp.Symbol(name)} or a == b:
        return None
    task = Definite(body, name, a, b, kind, language)
    return task if kind == "definite" or task.is_an_area() else None


@dataclass(frozen=True, slots=True)
class Indefinite:
    """All antiderivatives of `body`; other letters are constants."""

    body: Node
    variable: str
    language: Language

    def problem(self) -> str:
        """As LaTeX."""
        return to_latex(Integral(self.body, Symbol(self.variable)))

    def methods(self) -> tuple[str, ...]:
        """Those that lead to an antiderivative."""
        return tuple(ways(to_sympy(self.body), sp.Symbol(self.variable), self.language))

    def by(self, method: str) -> Task:
        """The antiderivative by one of `methods`."""
        return Another(self, method, lambda: self._told(self._way(method)))

    def _way(self, method: str) -> tuple[tuple[str, ...], bool]:
        steps, _ = ways(to_sympy(self.body), sp.Symbol(self.variable), self.language)[method]
        return steps, False

    def solution(self) -> Solution:
        """Rule by rule, then the cell."""
        f, x = to_sympy(self.body), sp.Symbol(self.variable)
        found = antiderivative(f, x, self.language)
        if (way := clearer(found, f, x, self.language)) is not None:
            return self._told((way[0], False))
        return self._told((found[0], found[2]) if found else ((), False))

    def _told(self, way: tuple[tuple[str, ...], bool]) -> Solution:
        (steps, by_rules), say = way, self.language
        manual = ", manual=True" if by_rules else ""
        if (tree := powered(to_sympy(self.body), sp.Symbol(self.variable))) is not None:
            return Solution((*steps, WORDS["constant"].say(say)), self._substituted(tree))
        source = cell(
            f"f = {to_python(self.body)}",
            comment(WORDS["code"].say(say)),
            f"integrate(f, {python_name(self.variable)}{manual})",
            variables=symbols(self.body) - {"e"} | {self.variable},
        )
        return Solution((*steps, WORDS["constant"].say(say)), source)

    def _substituted(self, tree: Any) -> str:
        """The cell that integrates in the new letter, and puts the old one back."""
        u = next(n for n in "utvw" if n not in symbols(self.body))
        inner = tree.substep.integrand.xreplace({tree.u_var: sp.Symbol(u)})
        return cell(
            f"inner = {exact_source(tree.u_func)}",
            comment(WORDS["code"].say(self.language)),
            f"integrate({exact_source(inner)}, {u}).subs({u}, inner)",
            variables=symbols(self.body) - {"e"} | {self.variable, u},
        )

    def conclude(self, value: Any) -> Conclusion | None:
        """F + C; logarithms with bars."""
        if not isinstance(value, sp.Expr) or not is_closed(value):
            return None
        answer = latex(with_bars(value, to_sympy(self.body), sp.Symbol(self.variable))) + " + C"
        sentence = WORDS["claim"].say(self.language, problem=self.problem(), answer=answer)
        return Conclusion(sentence, answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Differentiate the answer, and compare at points where the integrand is real."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Expr):
            return None
        known = {sp.Symbol(n) for n in symbols(self.body) | {self.variable}}
        given = values[0].subs(dict.fromkeys(values[0].free_symbols - known, 0))
        x = python_name(self.variable)
        others = sorted(python_name(s.name) for s in known - {sp.Symbol(self.variable)} if s.name != "e")
        fixed = "".join(f", {n}: Rational({3 + k}, 2)" for k, n in enumerate(others))
        source = cell(
            f"f = {to_python(self.body)}",
            f"F = {exact_source(given)}",
            "points = [Rational(top, 7) for top in (-23, -9, -5, -2, 2, 5, 9, 23)]",
            f"before = [N(f.subs({{{x}: point{fixed}}}), 30) for point in points]" if known else "",
            f"after = [N(diff(F, {x}).subs({{{x}: point{fixed}}}), 30) for point in points]",
            "gaps = [abs(one - other) / (1 + abs(one)) for one, other in zip(before, after) if one.is_Float or one.is_Integer or one.is_Rational]",
            "all(gap < 1e-12 for gap in gaps) if gaps else None",
            variables={s.name for s in known} - {"e"},
            assumptions="real=True",
        )
        claim = WORDS["claim"].say(self.language, problem=self.problem(), answer=answer)
        return CheckPlan(claim, WORDS["method"].say(self.language), source)
