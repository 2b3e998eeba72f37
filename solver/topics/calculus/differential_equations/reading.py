r"""Read a differential equation with its conditions: y′, \frac{dy}{dx}, d^2y/dx^2, f″(x), x dx + y dy = 0; y(0) = 1, y|_{x=0} = 1."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import Node, to_sympy
from solver.formula.nodes import (
    Apply,
    Binary,
    Blank,
    Call,
    Group,
    Relation,
    Symbol,
    symbols,
    walk,
    with_children,
)
from solver.reader import account
from solver.reader.account import Account
from solver.reader.scan import Notation
from solver.topics.calculus.differential_equations.equation import Condition, Equation

VOCABULARY: Final[Mapping[str, str]] = {
    "ode": "differential equations?|ordinary differential equations?|ode|odes|de|initial value problem|initial-value problem|ivp|boundary value problem|cauchy problem|problem|微分方程|常微分方程|方程|初值问题|定解问题|微分方程式",
    "solve": "solve|求解|求解方程|solution|solutions|function|functions|unknown function|the function y|explicitly|explicit|解|的解|函数|未知函数|求函数",
    "general": "general solution|general solutions|general|complete solution|all solutions|all|every|any|arbitrary|general integral|通解|的通解|全部解|所有解|所有的解|一般解",
    "particular": "particular solution|a particular solution|particular|one particular solution|the particular solution|特解|的特解|一个特解|的一个特解",
    "conditions": "initial conditions?|the initial condition|boundary conditions?|initial values?|subject to|the condition|conditions?|under|初始条件|初始条件为|满足初始条件|初值条件为|初值条件|初值|边界条件|初始值|条件|下|的条件",
    "through": "passes through|passing through|pass through|through|goes through|the point|point|through the point|whose graph passes through|whose graph|curve|graph|solution curve|过点|经过点|通过点|过|经过|曲线|积分曲线|图像",
    "kind": "first-order|first order|second-order|second order|homogeneous|inhomogeneous|nonhomogeneous|non-homogeneous|constant coefficients|with constant coefficients"
    "|一阶|二阶|齐次|非齐次|常系数|齐次方程|线性|线性方程|线性微分方程|linear",
    "separable": "separable|separation of variables|separating variables|separating the variables|separate variables|separation|variables|variable|可分离变量|可分离变量的|分离变量法|分离变量|变量可分离",
    "factor": "integrating factor|an integrating factor|integrating factors|积分因子|积分因子法|常数变易法",
    "undetermined": "undetermined coefficients|method of undetermined coefficients|characteristic equation|auxiliary equation|待定系数法|特征方程|特征方程法|特征根法",
    "method": "method|by using|use|by the method of|method of|方法|用|利用|法|运用",
    "": "terms of|in terms of|function of|as a function of|a function of|解得|试解|求下列",
}  # fmt: skip
_D: Final = r"(?:\\mathrm\s*\{\s*d\s*\}|\\mathrm\s+d|\{\\rm\s+d\}|\\text\s*\{d\}|d)\s*"
_LEIBNIZ: Final = (
    re.compile(rf"\\[dt]?frac\s*\{{\s*{_D}(\^\s*\{{?2\}}?\s*)?([a-zA-Z])(?:\(\s*[a-z]\s*\))?\s*\}}\s*\{{\s*{_D}([a-z])\s*(?:\^\s*\{{?2\}}?\s*)?\}}"),
    re.compile(r"(?<![A-Za-z\\])d(\^\{?2\}?\s*)?([a-zA-Z])(?:\(\s*[a-z]\s*\))?\s*/\s*d([a-z])(?:\^\{?2\}?)?(?![A-Za-z0-9^])"),
)  # fmt: skip
_PRIME: Final = re.compile(r"\^\s*\{\s*((?:\\prime\s*|'|′)+)\}|\^\s*(\\prime)(?![a-z])|\\prime(?![a-z])")
_AT: Final = re.compile(
    r"(?:\\left\.)?\s*([a-zA-Z]'*)\s*(?:\\left\.|\\[bB]igg?[lr]?|\\right)?\s*(?:\||\\vert|\\mid)\s*_\s*\{?\s*([a-z])\s*=\s*([^{}|=,，$]+?|\\frac\{[^{}]*\}\{[^{}]*\})\s*\}?(?=\s*=)"
)
_DOTTED: Final = re.compile(r"\\(d?)dot\s*\{?\s*([a-z])\s*\}?")
_UNKNOWN: Final = re.compile(r"(?<![A-Za-z\\])(?:[xt](?=[a-zA-Z]'))?([a-zA-Z])\s*'{1,3}")
_DIFFERENTIAL: Final = re.compile(r"(?<![A-Za-z\\])(?:\\,|\\;)*(?:\\mathrm\s*\{\s*d\s*\}\s*|d)([xyt])(?![A-Za-z])|(?<=[xyt0-9)}])\s*d([xyt])(?![A-Za-z])")  # fmt: skip
SMALL: Final = 10**6


@dataclass(frozen=True, slots=True)
class Posed:
    """What a problem says: the equation, its conditions, and which words stand around them."""

    equation: Equation
    conditions: tuple[Condition, ...]
    found: Account
    names: bool
    """Whether the function is named apart from the equation ("find y")."""


def in_primes(source: str) -> tuple[str, str, str] | None:
    """The text with all derivatives as primes, the unknown function and the variable ("" where it is not said)."""
    variable, name = "", ""
    text = source.replace("″", "''").replace("′", "'").replace("’", "'").replace("”", "''")
    text = _PRIME.sub(lambda m: "'" * max(1, len(re.findall(r"\\prime|'|′", m[1] or m[2] or m[0]))), text)
    text = _DOTTED.sub(lambda m: m[2] + ("''" if m[1] else "'"), text)
    for pattern in _LEIBNIZ:
        for m in pattern.finditer(text):
            if (variable and m[3] != variable) or (name and m[2] != name):
                return None
            name, variable = m[2], m[3]
        text = pattern.sub(lambda m: f" {m[2]}{chr(39) * (2 if m[1] else 1)} ", text)
    text = _AT.sub(lambda m: f" {m[1]}({m[3]})", text)
    primed = set(_UNKNOWN.findall(text))
    if not primed:
        return _of_differentials(text)
    if len(primed) != 1 or (name and primed != {name}):
        return None
    (name,) = primed
    return re.sub(rf"(?<![A-Za-z\\])([xt])({name}'+)", r"\1*\2", text), name, variable


def _of_differentials(text: str) -> tuple[str, str, str] | None:
    """`x dx + y dy = 0`: dx becomes 1 and dy becomes y′."""
    found = {m[1] or m[2] for m in _DIFFERENTIAL.finditer(text)}
    if len(found) != 2 or "y" not in found or re.search(r"\\int|∫|积分|integra(?!ting)", text):
        return None
    (variable,) = found - {"y"}

    def factor(m: re.Match[str]) -> str:
        starts = re.search(r"(?:^|[-+=($\[])\s*$|[^\x00-\x7f]\s*$|[A-Za-z]{3,}\s*$", m.string[: m.start()])
        return (" " if starts else "*") + ("1 " if (m[1] or m[2]) == variable else "y' ")

    changed = _DIFFERENTIAL.sub(factor, text)
    return changed, "y", variable


def posed(source: str) -> Posed | Account | None:
    """The equation and its conditions; what was read where there are unread words; None where it is none."""
    source = re.sub(
        r"(?:\\[,;! ]|\\q?quad(?![a-z])|\s)*[(,]?\s*\$?[xt]\s*>\s*0\$?\s*\)?", " ", source
    )  # where ln x is ln |x|
    prepared = in_primes(source)
    if prepared is None:
        return None
    text, name, variable = prepared
    found = account(text, VOCABULARY, Notation(functions=frozenset({name})))
    primed = [n for n in found.nodes if any(_is_derivative(p, name) for p in walk(n))]
    if not primed:
        return None
    if found.unread:
        return found
    return _posed(found, name, variable)


def _is_derivative(node: Node, name: str) -> bool:
    return isinstance(node, Apply) and node.name in (f"{name}'", f"{name}''", f"{name}'''")


def _number(node: Node) -> sp.Expr | None:
    if symbols(node) - {"e"} or any(isinstance(p, Apply | Group | Relation | Blank) for p in walk(node)):
        return None
    value = to_sympy(node)
    return value if isinstance(value, sp.Expr) and value.is_real and value.is_finite else None


def _posed(found: Account, name: str, variable: str) -> Posed | None:
    equations: list[Relation] = []
    conditions: list[Condition] = []
    said: dict[str, sp.Expr] = {}
    names, mentioned = False, set[str]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (Apply(applied, argument), right)) if (
                applied.rstrip("'") == name and (at := _number(argument)) is not None
            ):
                if (value := _number(right)) is None:
                    return None
                conditions.append(Condition(len(applied) - len(name), at, value))
            case Relation(("=",), (Symbol(letter), right)) if (value := _number(right)) is not None:
                if letter in said:
                    return None
                said[letter] = value
            case Relation(("=",), _) if any(_is_derivative(p, name) for p in walk(node)):
                equations.append(node)
            case Group("()", (first, second)) if found.has("through"):
                a, b = _number(first), _number(second)
                if a is None or b is None:
                    return None
                conditions.append(Condition(0, a, b))
            case Symbol(letter) if letter == name:
                names = True
            case Apply(applied, Symbol(letter)) if applied == name:
                names = True
                mentioned.add(letter)
            case Symbol(letter):
                mentioned.add(letter)
            case _:
                return None
    if len(equations) != 1:
        return None
    equation = _equation(equations[0], name, variable)
    if equation is None or mentioned - {equation.variable}:
        return None
    if said:
        if set(said) != {equation.name, equation.variable}:
            return None
        conditions.append(Condition(0, said[equation.variable], said[equation.name]))
    return Posed(equation, tuple(conditions), found, names)


def _equation(node: Relation, name: str, variable: str) -> Equation | None:
    arguments = {
        p.argument.name
        for p in walk(node)
        if isinstance(p, Apply) and p.name.rstrip("'") == name and isinstance(p.argument, Symbol)
    }
    if not variable:
        # y' alone is read as y'(x): the letter x counts where it stands on its own
        letters = _bare(node, name) - {name, "e"}
        usual = "t" if name == "x" else "x"
        if letters - {"x", "t"} or len(letters) > 1:
            return None
        variable = next(iter(letters), usual)
    if variable == name or arguments - {variable, "x"}:
        return None
    orders = {len(p.name) - len(name) for p in walk(node) if isinstance(p, Apply)}
    if max(orders, default=0) not in (1, 2):
        return None
    if any(isinstance(p, Apply) and not symbols(p.argument) for p in walk(node)):
        return None  # a value at one place is no equation for a function
    marks = {0: name, 1: "D_1", 2: "D_2"}

    def plain(n: Node) -> Node:
        if isinstance(n, Apply):
            order = len(n.name) - len(name)
            if order == 0 and not (isinstance(n.argument, Symbol) and n.argument.name == variable):
                return Binary("*", Symbol(name), plain(n.argument))
            return Symbol(marks[order])
        return with_children(n, plain)

    tree = plain(node)
    if symbols(tree) - {name, variable, "e", "D_1", "D_2"}:
        return None
    if any(isinstance(p, Group | Blank) or isinstance(p, Call) and p.name not in _CALLS for p in walk(tree)):
        return None
    assert isinstance(tree, Relation)
    left, right = (to_sympy(side) for side in tree.sides)
    return _normal(left - right, name, variable, max(orders))


_CALLS: Final = frozenset("sin cos tan cot sec csc ln log sqrt atan asin acos sinh cosh tanh exp".split())


def _bare(node: Node, name: str) -> frozenset[str]:
    """Letters of the equation, without the argument of the derivatives where it is x, which may not be written."""
    return symbols(_without(node, name))


def _without(node: Node, name: str) -> Node:
    if isinstance(node, Apply) and "'" in node.name and node.argument == Symbol("x"):
        return Symbol(name)
    return with_children(node, lambda n: _without(n, name))


def _normal(difference: Any, name: str, variable: str, order: int) -> Equation | None:
    y, first, second = sp.symbols([name, "D_1", "D_2"])
    if any(abs(n.p) > SMALL or n.q > SMALL for n in difference.atoms(sp.Rational)):
        return None
    highest = second if order == 2 else first
    a = sp.simplify(sp.diff(difference, highest))
    if a == 0 or a.has(first, second):
        return None
    rest = sp.expand(difference.subs(highest, 0)) if order == 2 else difference.subs(highest, 0)
    if order == 1:
        rate = sp.factor(sp.simplify(-rest / a)) if a != 1 else -rest
        if a != 1 and rate.has(sp.exp):
            rate = sp.powsimp(sp.simplify(-rest / a))
        return Equation(name, variable, 1, rate)
    divided = sp.expand(sp.simplify(rest / a)) if a != 1 else rest
    b, c = sp.diff(divided, first), sp.diff(divided, y)
    if not (b.is_Rational and c.is_Rational):
        return None
    rate = sp.expand(-(divided - b * first - c * y))
    return None if rate.has(y, first) else Equation(name, variable, 2, rate, b, c)
