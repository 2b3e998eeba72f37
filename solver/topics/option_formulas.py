"""Options that are formulas: which one is equivalent to an expression, or in which order several numbers stand.

Read: "which expression is equivalent to E", 与 E 相等的是, with one option equal to it; numbers a = …, b = …, c = … with options a < b < c, and the order asked for.
Not: identities that hold for some values only, orders with equal numbers, letters whose values are not told.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_python, to_sympy
from solver.formula.nodes import symbols
from solver.latex import latex
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.declining import UNDOABLE

_LETTERS: Final = "ABCDEF"
_D: Final = r"\s*\$?\s*"
_SIGNED: Final = rf"(?:(?:for|if|given|assume|where|when)(?: that)? (?:all )?(?:positive {_D}[a-z]{_D}(?: and {_D}[a-z]{_D})?|{_D}[a-z] ?> ?0{_D}(?:(?:,| and) ?{_D}[a-z] ?> ?0{_D})?),? )"
_THING: Final = r"(?:(?:algebraic )?expressions?|of the following(?: expressions?)?|of these(?: expressions)?|choice|of the expressions below)"
_EQUAL: Final = r"(?:equivalent to|equal to|the same as|an equivalent form of)"
_EQUIVALENT: Final = (
    re.compile(rf"(?i)(?P<signed>{_SIGNED})?which {_THING} (?:is|are) {_EQUAL}:? (?:the expression )?(?P<body>.+?)(?P<behind>,? for (?:all )?{_D}[a-z] ?(?:>|≠|!=|\\ne) ?-?\d+{_D})?\s*\??"),
    re.compile(r"(?:下列|以下)(?:各?式子?|代数式|选项)?(?:中)?,?与(?P<body>.+?)(?:相等|等价)的(?:式子|代数式|一项)?(?:是|为)?\s*\(?[\s_?]*\)?"),
)  # fmt: skip
_ORDER: Final = re.compile(
    r"\s*(?:已知|设|若|if|let|given(?: that)?)?(?P<told>.+?)[,，;]?\s*(?:,\s*)?(?:则|那么|then)?\s*(?:(?P<names>(?:\$?\s*[a-z]\s*\$?\s*[,，、]?\s*){2,4}的?大小(?:关系)?)?\s*(?:是|为)?|which (?:of (?:the following|these) )?(?:is|are) (?:true|correct)\s*\??|which (?:statement )?(?:is )?true\??)\s*\(?[\s_?]*\)?\s*",
    re.IGNORECASE,
)
_CHAIN: Final = re.compile(r"[a-z](?:\s*[<>]\s*[a-z]){1,3}")
_WORDS: Final = {
    "same": Words("Option {letter}, \\({option}\\), is the same: the difference from \\({body}\\) is 0.", "选项 {letter}：\\({option}\\) 与 \\({body}\\) 的差恒为 0。"),
    "other": Words("Option {letter}, \\({option}\\), is not: with {place} it gives \\({value}\\) instead of \\({right}\\).", "选项 {letter}：\\({option}\\) 不相等，取 {place} 时得 \\({value}\\)，而原式得 \\({right}\\)。"),
    "value": Words("\\({name}={value}\\approx {decimal}\\)", "\\({name}={value}\\approx {decimal}\\)"),
    "sign": Words("\\({name}={value}\\) lies {where}.", "\\({name}={value}\\)，{where}。"),
    "order": Words("So \\({order}\\).", "所以 \\({order}\\)。"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)，故选 \\({answer}\\)。"),
    "claim": Words("option \\({answer}\\)", "选项 \\({answer}\\)"),
    "method": Words("the values at other places were compared", "在另外的点处比较各式的值"),
    "near": Words("every number was computed to 40 digits and compared", "把各数算到 40 位再比较"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """The option whose index the cell gives; `tests` judge the index `answer`."""

    steps: tuple[str, ...]
    source: str
    tests: tuple[str, ...]
    count: int
    method: Words
    language: Language
    letters: tuple[str, ...] = ()

    def solution(self) -> Solution:
        """Every option looked at."""
        return Solution(self.steps, self.source)

    def conclude(self, value: Any) -> Conclusion | None:
        """The letter."""
        if not isinstance(value, int | sp.Integer) or not 0 <= value < self.count:
            return None
        letter = _LETTERS[int(value)]
        return Conclusion(_WORDS["answer"].say(self.language, answer=letter), letter)

    def check(self, answer: str) -> CheckPlan | None:
        """The tests with the option put in."""
        named = re.fullmatch(r"\\?(?:text|mathrm)?\s*\{?\(?([A-F])\)?\}?\.?", answer.strip())
        if named is None or _LETTERS.index(named[1]) >= self.count:
            return None
        source = cell(f"answer = {_LETTERS.index(named[1])}", *self.tests, variables=self.letters, assumptions="positive=True" if self.letters else "")  # fmt: skip
        return CheckPlan(_WORDS["claim"].say(self.language, answer=named[1]), self.method.say(self.language), source)  # fmt: skip


def read_options(text: Text, stem: str, options: tuple[str, ...]) -> Chosen | None:
    """A stem and its options, where it is one of the two kinds."""
    try:
        return _read(text, stem, options)
    except UNDOABLE:
        return None


def _read(text: Text, stem: str, options: tuple[str, ...]) -> Chosen | None:
    for form in _EQUIVALENT:
        if (match := form.fullmatch(" ".join(stem.split()))) is not None:
            return _equivalent(match, options, text.language)
    bare = [_bare(o) for o in options]
    if all(_CHAIN.fullmatch(o) for o in bare) and (told := _ORDER.fullmatch(stem)) is not None:
        return _ordered(told["told"], bare, text.language)
    return None


def _bare(option: str) -> str:
    plain = re.sub(r"\\(?:lt|gt)(?![a-z])", lambda m: "<" if "l" in m[0] else ">", option)
    return re.sub(r"[\s$]+", " ", plain).strip()


def _equivalent(match: re.Match[str], options: tuple[str, ...], say: Language) -> Chosen | None:
    nodes = [parse(_bare(s).strip("$ ")) for s in (match["body"], *options)]
    names = sorted({name for node in nodes for name in symbols(node)} - {"e", "π"})
    if not 1 <= len(names) <= 3 or {"i"} & set(names):
        return None
    signed = (match.groupdict().get("signed") or "").replace("$", " ")
    positive = set(re.findall(r"(?<![a-z])([a-z])(?![a-z])", re.sub(r"(?i)\b(?:for|if|all|and|positive|given|that|assume|where|when)\b", " ", signed)))  # fmt: skip
    locals_ = {n: sp.Symbol(n, positive=True) if n in positive else sp.Symbol(n, real=True) for n in names}
    body, *found = (to_sympy(node, locals_) for node in nodes)
    if not all(isinstance(f, sp.Expr) for f in (body, *found)):
        return None
    place = dict(zip(locals_.values(), (sp.Integer(4), sp.Integer(9), sp.Integer(25)), strict=False))
    same = [sp.simplify(f - body) == 0 for f in found]
    if sum(same) != 1:
        return None
    shown = r",\ ".join(f"{latex(s)}={v}" for s, v in place.items())
    steps = list[str]()
    for n, (option, equal) in enumerate(zip(found, same, strict=True)):
        word = "same" if equal else "other"
        value, right = option.subs(place), body.subs(place)
        if not equal and sp.simplify(value - right) == 0:
            return None
        steps.append(_WORDS[word].say(say, letter=_LETTERS[n], option=latex(option), body=latex(body), place=rf"\({shown}\)", value=latex(value), right=latex(right)))  # fmt: skip
    expressions = f"[{', '.join(map(to_python, nodes[1:]))}]"
    head = (f"body = {to_python(nodes[0])}", f"options = {expressions}")
    kinds = "positive=True" if positive >= set(names) else "real=True"
    source = cell(*head, "[simplify(option - body) == 0 for option in options].index(True)", variables=tuple(names), assumptions=kinds)  # fmt: skip
    points = ", ".join(f"{n}: p + {k}" for k, n in enumerate(names))
    tests = (
        *head,
        f"places = [{{{points}}} for p in (Rational(3, 7), Rational(11, 5), 5)]",
        "[all(abs(N((option - body).subs(place), 30)) < Rational(1, 10**20) for place in places) for option in options] == [n == answer for n in range(len(options))]",
    )
    return Chosen(tuple(steps), source, tests, len(options), _WORDS["method"], say, tuple(names))


def _ordered(told: str, options: list[str], say: Language) -> Chosen | None:
    found = account(told, {})
    values: dict[str, sp.Expr] = {}
    for relation in found.relations:
        if relation.signs != ("=",) or len(symbols(relation.sides[0])) != 1 or symbols(relation.sides[1]) - {"e", "π"}:  # fmt: skip
            return None
        (name,) = symbols(relation.sides[0])
        value = to_sympy(relation.sides[1])
        if name in values or to_sympy(relation.sides[0]) != sp.Symbol(name) or not value.is_real:
            return None
        values[name] = value
    if found.unread or len(values) != len(found.nodes) or not 2 <= len(values) <= 4:
        return None
    names = sorted(values, key=lambda n: sp.N(values[n], 40))
    gaps = [sp.N(values[b] - values[a], 30) for a, b in itertools.pairwise(names)]
    if min(gaps) < sp.Rational(1, 10**12):
        return None
    chains = []
    for option in options:
        letters, signs = re.findall("[a-z]", option), set(re.findall("[<>]", option))
        if len(signs) != 1 or sorted(letters) != sorted(values):
            return None
        chains.append(letters if signs == {"<"} else letters[::-1])
    if chains.count(names) != 1:
        return None
    steps = [_WORDS["value"].say(say, name=n, value=latex(v), decimal=sp.N(v, 4)) for n, v in values.items()]
    steps.append(_WORDS["order"].say(say, order="<".join(names)))
    numbers = ", ".join(f'"{n}": {exact_source(v)}' for n, v in values.items())
    body = (f"numbers = {{{numbers}}}", f"options = {chains}")
    source = cell(*body, comment(_WORDS["near"].say(say)), "options.index(sorted(numbers, key=lambda n: N(numbers[n], 40)))")  # fmt: skip
    tests = (*body, "chain = [numbers[n] for n in options[answer]]", "all(bool(chain[k] < chain[k + 1]) for k in range(len(chain) - 1))")  # fmt: skip
    return Chosen(tuple(steps), source, tests, len(options), _WORDS["near"], say)
