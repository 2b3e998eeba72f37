"""A logarithm expressed by others that have letters: lg 2 = a, lg 3 = b, log₅ 12 in terms of a and b.

Read: logarithms (or powers: 10^a = 2) of positive rational numbers that are named by letters, and one logarithm that is to be expressed. Not:
logarithms of letters, bases that are different letters, givens that do not determine it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final

import sympy as sp

from solver.formula import to_sympy
from solver.formula.nodes import Binary, Blank, Call, Node, Relation, Symbol, symbols
from solver.latex import latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.declining import declining
from solver.topics.prepared import Prepared

VOCABULARY: Final = {
    "express": "express|in terms of|terms of|write|用|试用|来表示|表示|表示为|用含|的式子|的式子表示|的代数式|的代数式表示|含|式子表示|express the value of",
    "words": "logarithm|logarithms|对数",
}
WORDS: Final = {
    "named": Words("Write \\(L(n)\\) for \\({base}\\). What is given says {known}.", "记 \\(L(n)={base}\\)。由已知条件得 {known}。"),
    "change": Words("By change of base \\[{asked}=\\frac{{{top}}}{{{bottom}}}\\]", "由换底公式 \\[{asked}=\\frac{{{top}}}{{{bottom}}}\\]"),
    "parts": Words("The logarithm of a product is the sum of the logarithms: \\[{whole}={sum}={value}\\]", "积的对数等于对数的和：\\[{whole}={sum}={value}\\]"),
    "so": Words("So \\[{asked}={value}\\]", "所以 \\[{asked}={value}\\]"),
    "code": Words("logarithms of the primes, as letters", "各质数的对数，用字母表示"),
    "method": Words("computed to forty digits with the numbers that the letters stand for", "用字母所代表的数值计算到四十位进行比较"),
}  # fmt: skip
MAX_NUMBER: Final = 10**9


@declining
def read(text: Text) -> Reading:
    """Letters for logarithms, and one more logarithm."""
    if not re.search(r"(?i)log|lg|ln|\^", text.source):
        return None
    found = account(text.source, VOCABULARY)
    named, asked, mentioned = list[tuple[str, Node, Node]](), list[Node](), set[str]()
    for node in found.nodes:
        if (given := _given(node)) is not None:
            named.append(given)
        elif isinstance(node, Symbol):
            mentioned.add(node.name)
        elif isinstance(node, Relation) and len(node.sides) == 2 and isinstance(node.sides[1], Blank):
            asked.append(node.sides[0])
        else:
            asked.append(node)
    letters = {letter for letter, *_ in named}
    if not named or len(letters) != len(named) or len(asked) != 1 or not isinstance(asked[0], Call) or mentioned - letters:  # fmt: skip
        return None
    if asked[0].name != "log" or symbols(asked[0].arguments[0]):
        return None
    if found.unread:
        return Unread(found.unread)
    decadic = not re.search(r"ln", text.source)
    base = _letter_base(named, asked[0])
    if base and base not in letters | mentioned:
        e = Symbol("e")
        asked_of_e = Call("log", (asked[0].arguments[0],))
        task = _task([(a, n, e) for a, n, _ in named], asked_of_e, text.language, False, mentioned)
        return task and replace(
            task, steps=tuple(s.replace(r"\ln ", rf"\log_{{{base}}} ") for s in task.steps)
        )
    return _task(named, asked[0], text.language, decadic, mentioned)


def _letter_base(named: list[tuple[str, Node, Node]], asked: Call) -> str:
    """The letter that is the base of all the logarithms; empty where there is none. Their laws are those of any base, of e as well."""
    bases = {base for *_, base in named} | set(asked.arguments[1:])
    base = next(iter(bases))
    if len(bases) == 1 and len(asked.arguments) == 2 and isinstance(base, Symbol) and base.name not in "ei":
        return base.name
    return ""


def _given(node: Node) -> tuple[str, Node, Node] | None:
    """The letter, the number and the base of `lg 2 = a`, `a = lg 2` or `10^a = 2`; the base of ln is the number e."""
    if not isinstance(node, Relation) or node.signs != ("=",):
        return None
    for one, other in (node.sides, node.sides[::-1]):
        match one, other:
            case (Call("log", (number, *base)), Symbol(letter)) if not symbols(number):
                return letter, number, base[0] if base else Symbol("e")
            case (Binary("^", base_node, Symbol(letter)), number) if not symbols(base_node) and not symbols(number):  # fmt: skip
                return letter, number, base_node
    return None


@dataclass(frozen=True, slots=True)
class _Number:
    """A positive number as a product of powers of primes (and of e)."""

    value: sp.Expr
    powers: tuple[tuple[sp.Expr, sp.Rational], ...]


def _number(node: Node, *, decadic: bool) -> _Number:
    if node == Symbol("e"):
        return _Number(sp.Integer(10), ((sp.Integer(2), sp.S.One), (sp.Integer(5), sp.S.One))) if decadic else _Number(sp.E, ((sp.E, sp.S.One),))  # fmt: skip
    value = to_sympy(node)
    exponent = sp.S.One
    if isinstance(value, sp.Pow) and value.exp.is_Rational and not value.is_Rational:
        value, exponent = value.base, value.exp
    if not value.is_Rational or value <= 0 or max(value.p, value.q) > MAX_NUMBER:
        raise ValueError(value)
    powers = {sp.Integer(p): sp.Integer(k) * exponent for p, k in sp.factorint(value).items()}
    return _Number(value**exponent, tuple(sorted(powers.items(), key=lambda item: item[0])))


def _task(named: list[tuple[str, Node, Node]], asked: Call, language: Language, decadic: bool, mentioned: set[str]) -> Prepared | None:  # fmt: skip
    givens = [(sp.Symbol(letter), _number(n, decadic=decadic), _number(b, decadic=decadic)) for letter, n, b in named]  # fmt: skip
    target = _number(asked.arguments[0], decadic=decadic)
    base = _number(asked.arguments[1] if len(asked.arguments) > 1 else Symbol("e"), decadic=decadic)
    unit = givens[0][2]
    if not unit.powers or not base.powers:
        return None
    primes = sorted({p for _, n, b in givens for p, _ in (*n.powers, *b.powers)} | {p for p, _ in (*target.powers, *base.powers)}, key=float)  # fmt: skip
    logs = {p: sp.Symbol(f"L_{i}") for i, p in enumerate(primes)}

    def log(number: _Number) -> sp.Expr:
        return sum((k * logs[p] for p, k in number.powers), sp.S.Zero)

    equations = [log(n) - letter * log(b) for letter, n, b in givens] + [log(unit) - 1]
    solved = sp.solve(equations, list(logs.values()), dict=True)
    if len(solved) != 1:
        return None
    top, bottom = (sp.simplify(log(number).subs(solved[0])) for number in (target, base))
    value = sp.factor(sp.cancel(top / bottom)) if bottom != 1 else sp.expand(top)
    letters = {letter for letter, *_ in givens if not mentioned or str(letter) in mentioned}
    if value.free_symbols - set(logs.values()) != value.free_symbols or not value.free_symbols <= letters:
        return None
    known = {p: sp.simplify(x.subs(solved[0])) for p, x in logs.items()}
    steps = _steps(target, base, unit, known, value, (top, bottom), language)
    source, tests = _sources(target, base, unit, known, value, givens)
    names = tuple(sorted(map(str, letters)))
    return Prepared(language, steps, source, tests, WORDS["method"], shown=lambda v: _shown(v, letters), given=lambda a: _claimed(a, names), letters=names)  # fmt: skip


def _log(number: _Number | sp.Expr, base: _Number) -> str:
    value = number.value if isinstance(number, _Number) else number
    inside = latex(value) if value.is_Integer else rf"\left({latex(value)}\right)"
    if base.value == 10:
        return rf"\lg {inside}"
    return rf"\ln {inside}" if base.value == sp.E else rf"\log_{{{latex(base.value)}}} {inside}"


def _sum(number: _Number, unit: _Number) -> str:
    terms = []
    for p, k in number.powers:
        size = "" if abs(k) == 1 else latex(abs(k))
        terms.append(("-" if k < 0 else "+") + size + _log(p, unit))
    return "".join(terms).removeprefix("+")


def _steps(
    target: _Number, base: _Number, unit: _Number, known: dict[sp.Expr, sp.Expr], value: sp.Expr, ends: tuple[sp.Expr, sp.Expr], say: Language
) -> tuple[str, ...]:  # fmt: skip
    joint = "，" if say == "zh" else ", "
    facts = joint.join(
        rf"\({_log(p, unit)}={latex(v)}\)" for p, v in known.items() if v.free_symbols or v != 1
    )
    asked = _log(target, base)
    steps = [WORDS["named"].say(say, base=_log(sp.Symbol("n"), unit), known=facts)]
    if base.value != unit.value:
        steps.append(WORDS["change"].say(say, asked=asked, top=_log(target, unit), bottom=_log(base, unit)))
    for number, total in zip((target, base), ends, strict=True):
        if (len(number.powers) > 1 or number.powers and number.powers[0][1] != 1) and total != 1:
            steps.append(
                WORDS["parts"].say(say, whole=_log(number, unit), sum=_sum(number, unit), value=latex(total))
            )
    steps.append(WORDS["so"].say(say, asked=asked, value=_neat(value)))
    return tuple(steps)


def _sources(
    target: _Number, base: _Number, unit: _Number, known: dict[sp.Expr, sp.Expr], value: sp.Expr, givens: list[tuple[sp.Symbol, _Number, _Number]]
) -> tuple[str, tuple[str, ...]]:  # fmt: skip
    primes = [p for p, _ in (*target.powers, *base.powers)]
    table = ", ".join(f"{exact_source(p)}: {exact_source(known[p])}" for p in dict.fromkeys(primes))

    def total(number: _Number) -> str:
        return " + ".join(f"{exact_source(k)}*L[{exact_source(p)}]" for p, k in number.powers) or "0"

    whole = f"({total(target)}) / ({total(base)})" if base.value != unit.value else total(target)
    names = [str(letter) for letter, *_ in givens]
    lines = (f"L = {{{table}}}", comment(WORDS["code"].en), f"factor(cancel({whole}))" if sp.fraction(value)[1] != 1 else f"expand({whole})")  # fmt: skip
    numbers = ", ".join(f"{letter}: log({exact_source(n.value)})/log({exact_source(b.value)})" for letter, n, b in givens)  # fmt: skip
    tests = (
        f"{', '.join(names)} = symbols('{' '.join(names)}')",
        f"wanted = log({exact_source(target.value)})/log({exact_source(base.value)})",
        f"abs(N(sympify(answer).subs({{{numbers}}}) - wanted, 40)) < Rational(1, 10**30) and not sympify(answer).has(log)",
    )
    return cell(*lines, variables=names), tests


def _shown(value: Any, letters: set[sp.Symbol]) -> str | None:
    return _neat(value) if isinstance(value, sp.Expr) and value.free_symbols <= letters else None


def _neat(value: sp.Expr) -> str:
    """A fraction without a minus sign in front of its numerator: (2a + b)/(1 − a)."""
    top, bottom = sp.fraction(value)
    if bottom == 1 or not top.could_extract_minus_sign():
        return latex(value)
    positive = [term for term in (-bottom).as_ordered_terms() if not term.could_extract_minus_sign()]
    rest = [term for term in (-bottom).as_ordered_terms() if term.could_extract_minus_sign()]
    below = "".join(("" if i == 0 else " " if latex(t).startswith("-") else " + ") + latex(t) for i, t in enumerate((*positive, *rest)))  # fmt: skip
    return rf"\frac{{{latex(-top)}}}{{{below}}}"


def _claimed(answer: str, letters: tuple[str, ...]) -> Any:
    values = values_in(re.sub(r"^[^=]*=", "", answer), letters)
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
