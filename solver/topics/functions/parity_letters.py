"""Letters of a function that is said to be odd or even: f(x) = x³ + (a − 1)x² + ax is odd, find a.

Read: one formula with one or two letters, odd or even, a symmetric domain where it is told with letters; or an odd function that is known for
x ≥ 0 (or x ≤ 0) but for one constant. Asked are letters, an expression in them, or a value. Not: letters that may be anything, several functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, to_latex, to_sympy
from solver.formula.nodes import Apply, Blank, Group, Node, Number, Relation, Symbol, symbols, walk
from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.reader import account
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Opened, Prepared

VOCABULARY: Final = {
    "odd": "odd|odd function|an odd function|奇函数|的奇函数|是奇函数|为奇函数",
    "even": "even|even function|an even function|偶函数|的偶函数|是偶函数|为偶函数",
    "domain": "domain|with domain|whose domain is|on the interval|on|定义域|定义域为|定义域是|其定义域为|定义在|上的",
    "words": "function|defined|defined on|on r|for all real numbers|real|real number|real numbers|constant|a constant|is a constant|constants|where|when|r|value of the constant"
    "|函数|定义在r上|定义在r上的|r上|是r上的|在r上|上|时|当|且当|常数|为常数|是常数|实数|为实数|其中|且|图象|的值为|实数a的值|定义域为r|定义域是r|取值",
}
WORDS: Final = {
    "odd": Words("An odd function has \\({f}(-{x})=-{f}({x})\\) for every \\({x}\\) of its domain.", "奇函数对定义域内任意 \\({x}\\) 都有 \\({f}(-{x})=-{f}({x})\\)。"),
    "even": Words("An even function has \\({f}(-{x})={f}({x})\\) for every \\({x}\\) of its domain.", "偶函数对定义域内任意 \\({x}\\) 都有 \\({f}(-{x})={f}({x})\\)。"),
    "domain": Words("The domain is symmetric about 0: \\({low}+{high}=0\\).", "定义域关于原点对称：\\({low}+{high}=0\\)。"),
    "value": Words("It is told that \\({f}({place})={value}\\): \\[{at}={value}\\]", "由 \\({f}({place})={value}\\) 得 \\[{at}={value}\\]"),
    "powers": Words("So the terms of \\({f}\\) with {which} powers vanish: \\[{equations}\\]", "所以 \\({f}\\) 中{which}次项的系数为 0：\\[{equations}\\]"),
    "at": Words("In particular at \\({x}={p}\\): \\[{before}\\]", "特别地，取 \\({x}={p}\\)：\\[{before}\\]"),
    "found": Words("This gives \\({letters}\\).", "解得 \\({letters}\\)。"),
    "holds": Words("With that \\({f}({x})={body}\\) is {kind} indeed.", "此时 \\({f}({x})={body}\\)，经检验确是{kind}。"),
    "asked": Words("So \\({asked}\\).", "所以 \\({asked}\\)。"),
    "zero": Words("An odd function that is defined at 0 has \\(f(0)=0\\): \\[{before}=0,\\qquad {letter}={value}\\]", "奇函数在 0 处有定义，则 \\(f(0)=0\\)：\\[{before}=0,\\qquad {letter}={value}\\]"),
    "method": Words("the letters were put in, and values at many opposite numbers compared", "代回字母的值，比较多组相反数处的函数值"),
    "code": Words("the conditions for the letters", "关于字母的条件"),
}  # fmt: skip
KIND: Final = {"odd": Words("odd", "奇函数"), "even": Words("even", "偶函数")}
WHICH: Final = {"odd": Words("even", "偶"), "even": Words("odd", "奇")}
POINTS: Final = (sp.S.One, sp.Integer(2), sp.Rational(1, 2), sp.Integer(3))
PROBES: Final = tuple(sp.Rational(p, 7) for p in (1, 3, 5, 8, 11, 16, 23))
MAX_OPERATIONS: Final = 60
MAX_LETTERS: Final = 3
_REALS: Final = re.compile(r"\\math(?:bb|bf|rm)\s*\{?\s*R\s*\}?|(?<![A-Za-z])R(?![A-Za-z])|ℝ")
_CONSTANT: Final = re.compile(
    r"\(\s*[a-z](?:\s*[,、]\s*[a-z])*\s*(?:(?:均|都)?[为是]?(?:常数|实数|待定常数)|∈\s*r)\s*\)|,?\s*(?i:where|and) [a-z] is (?:a )?(?:real )?(?:constant|number)"
)
"""What letters are, said beside the formula."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The name, variable and formula of a function, its parity, and the ends of a domain."""

    name: str
    x: sp.Symbol
    body: sp.Expr
    kind: str
    ends: tuple[sp.Expr, sp.Expr] | None
    values: tuple[tuple[sp.Expr, sp.Expr], ...]
    """Places and what the function is there."""

    @property
    def letters(self) -> tuple[sp.Symbol, ...]:
        """In alphabetical order."""
        free = set(self.body.free_symbols).union(*(end.free_symbols for end in self.ends or ()))
        return tuple(sorted(free - {self.x}, key=str))

    @property
    def difference(self) -> sp.Expr:
        """Zero for every x."""
        mirrored = self.body.subs(self.x, -self.x)
        return mirrored + self.body if self.kind == "odd" else mirrored - self.body


def read(text: Text) -> Reading:
    """One function with letters and its parity."""
    source = _CONSTANT.sub(" ", _REALS.sub(" r ", re.sub(r"\$|\\[()]", " ", text.source)))
    found = account(source, VOCABULARY)
    kinds = [kind for kind in ("odd", "even") if found.has(kind)]
    if len(kinds) != 1:
        return None
    values = list[tuple[Node, Node]]()
    definitions, conditions, ends, asked = list[Relation](), list[Relation](), list[Group](), list[Node]()
    for node in found.nodes:
        match node:
            case Relation(("=",), (Apply(_, Symbol(x)), body)) if (
                x in symbols(body) and len(symbols(body) - {"e"}) > 1
            ):
                definitions.append(node)
            case Relation((">=" | "<=",), (Symbol("x"), Number(value))) if value == 0:
                conditions.append(node)
            case Relation(("=",), (side, Blank())):
                asked.append(side)
            case Group(brackets="[]" | "()") if len(node.items) == 2 and symbols(node):
                ends.append(node)
            case Relation(("=",), (Apply("f" | "g", inner), value)) if not (
                symbols(inner) | symbols(value)
            ) - {"e"}:
                values.append((inner, value))
            case Relation() | Group():
                return None
            case Symbol("r" | "f" | "g") | Apply("f" | "g", Symbol("x")):
                continue
            case _:
                asked.append(node)
    if len(definitions) != 1 or len(ends) > 1 or len(conditions) > 1 or not asked:
        return None
    if found.unread:
        return Unread(found.unread)
    try:
        told = _told(definitions[0], kinds[0], ends, values)
        wanted = [node for node in dict.fromkeys(found.questions) if node in asked] or asked
        if conditions:
            if values:
                return None
            return _half(told, conditions[0], wanted, text)
        return _task(told, wanted, text.language)
    except (FormulaError, NotImplementedError, TypeError, ValueError):
        return None


def _told(definition: Relation, kind: str, ends: list[Group], values: list[tuple[Node, Node]]) -> _Told:
    applied, body = definition.sides
    assert isinstance(applied, Apply) and isinstance(applied.argument, Symbol)
    x = sp.Symbol(applied.argument.name)
    edges = tuple(map(to_sympy, ends[0].items)) if ends else None
    known = tuple((to_sympy(place), to_sympy(value)) for place, value in values)
    return _Told(str(applied.name), x, to_sympy(body), kind, edges, known)  # type: ignore[arg-type]


def _half(told: _Told, condition: Relation, asked: list[Node], text: Text) -> Reading:
    """An odd function that a formula with one constant gives on one side and at 0: the constant is that with f(0) = 0."""
    from solver.topics import read_text  # the table imports this topic

    if told.kind != "odd" or told.ends or len(told.letters) != 1 or len(asked) != 1:
        return None
    (letter,) = told.letters
    at_zero = told.body.subs(told.x, 0)
    values = sp.solve(at_zero, letter)
    if len(values) != 1 or not values[0].is_real:
        return None
    opening = WORDS["zero"].say(
        text.language, before=latex(at_zero), letter=letter, value=exact_latex(values[0])
    )
    if asked[0] == Symbol(str(letter)):
        source = cell(f"solve({exact_source(at_zero)}, {letter})[0]", variables=(str(letter),))
        tests = (f"simplify(({exact_source(at_zero)}).subs({letter}, answer)) == 0",)
        return Prepared(text.language, (opening,), source, tests, WORDS["method"], letters=(str(letter),))
    match asked[0]:
        case Apply("f", inner) if not symbols(inner):
            usual = {
                "en": "f is an odd function. f(x) = {body} for x {sign} 0. Find f({at}).",
                "zh": "f(x)是奇函数,当x{sign}0时,f(x)={body},求f({at})。",
            }[text.language]
            again = usual.format(
                body=f"${latex(told.body.subs(letter, values[0]))}$",
                sign=condition.signs[0],
                at=f"{to_latex(inner)}",
            )
            found = read_text(Text(again, text.language))
            return None if isinstance(found, Unread) else Opened((opening,), found)
    return None


def _conditions(told: _Told, say: Language) -> Iterator[tuple[list[sp.Expr], str]]:
    """Equations for the letters, and the sentence that says where they come from.

    Raises:
        ValueError: they are not enough, or none.
    """
    f, x = told.name, str(told.x)
    if told.ends is not None:
        low, high = told.ends
        upper = rf"\left({latex(high)}\right)" if high.could_extract_minus_sign() else latex(high)
        yield [low + high], WORDS["domain"].say(say, low=latex(low), high=upper)
    for place, value in told.values:
        at = told.body.subs(told.x, place)
        yield [at - value], WORDS["value"].say(say, f=f, place=latex(place), at=latex(at), value=latex(value))
    if told.body.is_polynomial(told.x):
        coefficients = [
            _unsigned(sp.factor(c)) for c in sp.Poly(told.difference, told.x).all_coeffs() if c != 0
        ]
        written = r",\ ".join(f"{latex(c)}=0" for c in coefficients)
        yield coefficients, WORDS["powers"].say(say, f=f, which=WHICH[told.kind].say(say), equations=written)
        return
    minus = "-" if told.kind == "odd" else ""
    for p in POINTS[: len(told.letters) - bool(told.ends) - len(told.values)]:
        equation = told.difference.subs(told.x, p)
        if not equation.free_symbols or equation.has(sp.zoo, sp.nan, sp.oo):
            raise ValueError(p)
        mirrored, direct = latex(told.body.subs(told.x, -p)), latex(told.body.subs(told.x, p))
        before = rf"{f}({latex(-p)})={minus}{f}({latex(p)}):\quad {mirrored}={minus}\left({direct}\right)"
        yield [equation], WORDS["at"].say(say, x=x, p=latex(p), before=before)


def _task(told: _Told, asked: list[Node], say: Language) -> Prepared | None:
    if not 1 <= len(told.letters) <= MAX_LETTERS or told.body.count_ops() > MAX_OPERATIONS:
        return None
    steps, equations = [WORDS[told.kind].say(say, f=told.name, x=told.x)], list[sp.Expr]()
    for found, sentence in _conditions(told, say):
        equations += found
        steps.append(sentence)
    letters = tuple(z for z in told.letters if any(z in equation.free_symbols for equation in equations))
    if not letters:
        return None
    solutions = sp.solve(equations, letters, dict=True)
    fitting = [i for i, solution in enumerate(solutions) if _fits(told, letters, solution)]
    if len(fitting) != 1:
        return None
    solution = solutions[fitting[0]]
    shown = r",\ ".join(f"{z}={exact_latex(sp.simplify(solution[z]))}" for z in letters)
    body = latex(told.body.subs(solution))
    steps += [
        WORDS["found"].say(say, letters=shown),
        WORDS["holds"].say(say, f=told.name, x=told.x, body=body, kind=KIND[told.kind].say(say)),
    ]
    names = ", ".join(map(str, letters))
    given = f"found = solve([{', '.join(map(exact_source, equations))}], [{names}], dict=True)[{fitting[0]}]"
    return _asked(told, given, solution, asked, steps, say)


def _asked(
    told: _Told,
    given: str,
    solution: dict[sp.Symbol, sp.Expr],
    asked: list[Node],
    steps: list[str],
    say: Language,
) -> Prepared | None:
    """The task: with their names where several are asked for, else one value."""
    wanted = [_expression(told, node) for node in asked]
    values = [sp.simplify(w.subs(solution)) for w in wanted]
    if any(v.free_symbols or not v.is_real for v in values):
        return None
    named = [to_latex(node) for node in asked]
    if named != [str(z) for z in solution]:
        shown = r",\ ".join(f"{n}={exact_latex(v)}" for n, v in zip(named, values, strict=True))
        steps.append(WORDS["asked"].say(say, asked=shown))
    parts = [f"simplify(({exact_source(w)}).subs(found))" for w in wanted]
    source = cell(
        comment(WORDS["code"].say(say)),
        given,
        parts[0] if len(parts) == 1 else f"({', '.join(parts)})",
        variables=tuple(map(str, told.letters)),
    )
    known = ", ".join(f"{z}: {exact_source(sp.simplify(v))}" for z, v in solution.items())
    opposite = "+" if told.kind == "odd" else "-"
    tests = (
        f"known = {{{known}}}",
        f"f = ({exact_source(told.body)}).subs(known)",
        f"places = [Rational(k, 7) for k in {tuple(int(7 * p) for p in PROBES)}]",
        f"has_parity = all(abs(N(f.subs({told.x}, -p) {opposite} f.subs({told.x}, p), 25)) < Rational(1, 10**15) for p in places)",
        f"asked = [{', '.join(map(exact_source, wanted))}]",
        "has_parity and len(answer) == len(asked) and all(simplify(sympify(w).subs(known) - v) == 0 for w, v in zip(asked, answer))",
    )
    return Prepared(
        say, tuple(steps), source, tests, WORDS["method"],
        shown=lambda value: _shown(value, named), given=values_in, letters=(*map(str, told.letters), str(told.x)),
    )  # fmt: skip


def _shown(value: Any, names: list[str]) -> str | None:
    values = list(value) if isinstance(value, tuple | sp.Tuple) else [value]
    if len(values) != len(names) or not all(isinstance(v, sp.Expr) for v in values):
        return None
    if len(values) == 1:
        return exact_latex(values[0])
    return r",\ ".join(f"{n}={exact_latex(v)}" for n, v in zip(names, values, strict=True))


def _expression(told: _Told, node: Node) -> sp.Expr:
    """What is asked as an expression of the letters."""
    if isinstance(node, Apply) and node.name == told.name and not symbols(node.argument):
        return told.body.subs(told.x, to_sympy(node.argument))
    if any(isinstance(n, Apply) for n in walk(node)):
        raise ValueError(node)
    value = to_sympy(node)
    if (
        not isinstance(value, sp.Expr)
        or not value.free_symbols <= set(told.letters)
        or not value.free_symbols
    ):
        raise ValueError(value)
    return value


def _fits(told: _Told, letters: tuple[sp.Symbol, ...], solution: dict[sp.Symbol, sp.Expr]) -> bool:
    """Whether the function has its parity with these letters, at places where they were not chosen."""
    if set(solution) != set(letters) or any(v.free_symbols or not v.is_real for v in solution.values()):
        return False
    difference, defined = sp.expand(told.difference.subs(solution)), 0
    if difference.free_symbols - {told.x}:
        return False
    for p in PROBES:
        value = sp.N(difference.subs(told.x, p), 30)
        if value.has(sp.zoo, sp.nan, sp.oo):
            continue
        if abs(value) > sp.Rational(1, 10**15):
            return False
        defined += 1
    if told.ends is not None and not bool(told.ends[0].subs(solution) < told.ends[1].subs(solution)):
        return False
    return defined > len(PROBES) // 2


def _unsigned(coefficient: sp.Expr) -> sp.Expr:
    """What is zero where the coefficient is."""
    return -coefficient / 2 if coefficient.could_extract_minus_sign() else coefficient / 2
