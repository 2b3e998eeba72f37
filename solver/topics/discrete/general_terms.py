"""Sums of a sequence that is known by its n-th term or by its first and last terms, and the sequence of which S_n is told by a_n.

Read: a_n = n·2^n with the sum of the first n or ten terms; 1·2 + 2·2² + … + n·2^n, whose last term is the n-th one; S_n = 2a_n − 3 with a_n, S_n or one of
them asked. Not: recurrences, sums without a closed form, alternating cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.latex import latex, values_in
from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Task, Words
from solver.topics.cells import exact_source
from solver.topics.discrete.sums_of_made_terms import COUNT, N, summed
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_AN: Final = r"a_?\{? ?n ?\}?"
_SN: Final = r"[ST]_?\{? ?n ?\}?"
_SEQ: Final = rf"(?:\\?\{{ ?{_AN} ?\\?\}}|{_AN})"
_RANGE: Final = r"(?:[(（,，]? ?(?:其中)?n ?(?:∈|\\in) ?(?:\\mathbf|\\mathbb)?\{? ?N ?\}? ?(?:\^?\{?[*+]\}?|_\+|_\{\+\})? ?[)）]?)?"
_BODY: Final = r"(?P<body>[^=,;，。；求设记一-鿿]{1,80}?)"
_BODY_EN: Final = r"(?P<body>(?:\\[a-z]+|(?<![a-z])n(?![a-z])|[^=,;?A-Za-z]){1,80}?)"
_SIDE: Final = rf"(?:\\[dt]?frac|{_SN}|{_AN}|[-+*/\d .(){{}}]){{1,24}}?"
_RULE: Final = rf"(?=[^=]*=[^=]*)(?P<left>{_SIDE}) ?= ?(?P<right>{_SIDE}) ?{_RANGE}"
_ASK_ONE: Final = r"(?P<which>[aS])_?\{? ?(?P<at>\d{1,2}|n) ?\}?"
_DOTS: Final = r"(?:…|\.{3,}|⋯|\\dots)"
_SERIES: Final = rf"(?:{_SN} ?= ?)?(?P<first>(?:\\[dt]?frac|\\cdot|\\times|[^=,;，。；一-鿿A-Za-z\\]){{2,80}}?) ?\+ ?{_DOTS} ?\+ ?(?P<last>[^=,;，。；一-鿿]*n[^=,;，。；一-鿿]*?)"
_PART: Final = r"(?:[(（](?:[1-3]|I{1,3}|i{1,3}|[a-c])[)）] ?|[①②③] ?)?"
_SUM_ZH: Final = rf"前{COUNT}项(?:的|之)?和(?:{_SN})?(?:为|是|等于)?"
_ZH: Final = {
    "term": (rf"(?:已知|设|若|在)?(?:数列)?(?:{_SEQ})?(?:的)?(?:中,?|满足:?)?(?:通项(?:公式)?(?:为|是)?)?:?{_AN} ?= ?{_BODY} ?{_RANGE}",),
    "rule": (rf"(?:已知|设|若)?(?:数列{_SEQ}的?)?(?:前n项(?:的|之)?和(?:为|是|记为)?)?(?:{_SN}[,，]?(?:且|且满足|满足|并且)?:?)?(?:对任意(?:的)?n(?:∈|\\in)N\^?\*?都?有)?{_RULE}",),
    "idle": (rf"(?:设|记)?(?:数列{_SEQ}|其|它)?(?:的)?前n项(?:的|之)?和(?:为|是|记为|记作){_SN}", rf"(?:已知|设|若|记)?{_SN}(?:为|是|表示)(?:数列{_SEQ}|其)的?前n项(?:的|之)?和"),
    "ask_sum": (rf"{_PART}(?:求|则)(?:数列)?(?:{_SEQ})?(?:其|它)?(?:的)?{_SUM_ZH}{HOW_MUCH_ZH}", rf"{_PART}(?:求|则)(?:数列)?\\?\{{ ?{_BODY} ?\\?\}}的?{_SUM_ZH}{HOW_MUCH_ZH}"),
    "ask_one": (rf"{_PART}{FIND_ZH}(?:数列{_SEQ}的)?(?:通项公式)?{_ASK_ONE}(?:的值)?{HOW_MUCH_ZH}", rf"{_PART}{FIND_ZH}(?:数列)?(?:{_SEQ})?的?(?P<general>通项公式|通项){HOW_MUCH_ZH}", rf"{_PART}{FIND_ZH}(?:它的|其)?(?:第<at>项)(?:a_?\{{?\d+\}}?)?{HOW_MUCH_ZH}"),
    "ask_series": (rf"(?:求和|求|计算|求数列的和):?{_SERIES}(?:的和|的值)?",),
}  # fmt: skip
_EN: Final = {
    "term": (rf"(?:the |a )?(?:(?:nth|n-th|general) term (?:of (?:a|the) (?:sequence|series) )?(?:is (?:given by )?)?|sequence (?:{_SEQ} )?(?:is )?(?:given by |defined by |has (?:nth|n-th|general) term )?)?(?:{_AN} ?= ?)?{_BODY_EN}",),
    "rule": (
        rf"(?:the |a )?sequence (?:{_SEQ} )?(?:has|with) (?:the )?(?:partial sums?|sum of the first n terms) {_RULE}",
        rf"(?:the )?sum (?:{_SN} )?of (?:the )?first n terms of (?:a|the) sequence (?:{_SEQ} )?(?:is|satisfies|is given by) {_RULE}",
        rf"(?:and |with |where )?(?:it )?(?:satisfies )?{_RULE}",
    ),
    "idle": (rf"(?:let )?{_SN} (?:be|is|denotes?) (?:the )?sum of (?:the )?first n terms of (?:a|the) sequence(?: {_SEQ})?",),
    "ask_sum": (rf"{_PART}{FIND}(?:the )?sum of (?:the |its )?first {COUNT} terms(?: of (?:the|this) (?:sequence|series))?", rf"{_PART}{FIND}(?:the )?sum of (?:the )?first {COUNT} terms of (?:the|a) (?:sequence|series) (?:with|whose|that has) (?:the )?(?:general|nth|n-th) term (?:is )?{_BODY_EN}"),
    "ask_one": (rf"{_PART}{FIND}(?:the )?(?:value of |general term )?{_ASK_ONE}", rf"{_PART}{FIND}(?:a formula for )?the (?P<general>general|nth|n-th) term"),
    "ask_series": (rf"{FIND}(?:an expression for )?(?:the )?(?:sum )?(?:of )?(?:the )?(?:series )?:?{_SERIES}", rf"sum (?:the )?series:? ?{_SERIES}"),
}  # fmt: skip
_WORDS: Final = {
    "term": Words("The \\(n\\)-th term is \\({b}\\).", "通项为 \\({b}\\)。"),
    "first": Words("With \\(n=1\\), where \\(S_1=a_1\\): \\(a_1={rule}\\), so \\(a_1={a}\\).", "当 \\(n=1\\) 时，\\(S_1=a_1\\)，即 \\(a_1={rule}\\)，得 \\(a_1={a}\\)。"),
    "next": Words("For \\(n\\ge 2\\) \\(a_n=S_n-S_{{n-1}}={k}(a_n-a_{{n-1}})\\), so \\(a_n={q}a_{{n-1}}\\): a geometric sequence with ratio \\({q}\\).", "当 \\(n\\ge 2\\) 时，\\(a_n=S_n-S_{{n-1}}={k}(a_n-a_{{n-1}})\\)，即 \\(a_n={q}a_{{n-1}}\\)，所以是公比为 \\({q}\\) 的等比数列。"),
    "general": Words("So \\(a_n={an}\\) and \\(S_n={sn}\\).", "所以 \\(a_n={an}\\)，\\(S_n={sn}\\)。"),
    "at": Words("So \\({name}={value}\\).", "所以 \\({name}={value}\\)。"),
    "method": Words("the first terms were added up one after the other and the relation looked at", "逐项相加，验证前若干项满足条件"),
}  # fmt: skip


@kind(r"数列|求和|求.*…|(?:…|\.{3}).*n", "zh", _ZH)
@kind(r"(?i)sequence|series|…|\.{3}", "en", _EN)
def sums(exam: Exam) -> list[Task]:
    """What is told of the terms decides."""
    if exam.all("rule"):
        if exam.all("term", "ask_series") or exam.has("body"):
            raise Unfit
        return [_by_sums(exam, asked.values) for asked in exam.asked]
    if len(exam.asked) != 1 or exam.all("ask_one"):
        raise Unfit
    (asked,) = exam.asked
    value = (
        _of_series(asked.values) if asked.kind == "ask_series" else _in_n(exam.place("body").values["body"])
    )
    told = _WORDS["term"].say(exam.language, b=latex(value.subs(N, sp.Symbol("n"))))
    return [summed(exam, [told], value, asked.values.get("count"), "S")]


def _in_n(written: str) -> sp.Expr:
    value = to_sympy(parse(written), {"n": N})
    if not isinstance(value, sp.Expr) or value.free_symbols != {N}:
        raise Unfit
    return value


def _of_series(values: Any) -> sp.Expr:
    """The n-th term of a series of which it is the last one: the terms before it say that it is."""
    value = _in_n(values["last"])
    first = to_sympy(parse(values["first"]))
    for many in range(2, 6):
        if sp.simplify(sum(value.subs(N, k) for k in range(1, many + 1)) - first) == 0:
            terms = re.split(r"\+(?![^(){}]*[)}])", values["first"])
            if len(terms) == many and all(sp.simplify(to_sympy(parse(t)) - value.subs(N, k)) == 0 for k, t in enumerate(terms, 1)):  # fmt: skip
                return value
    raise Unfit


def _by_sums(exam: Exam, asked: Any) -> Task:
    """S_n = k·a_n + c: a geometric sequence with ratio k/(k − 1)."""
    a = sp.Symbol("w")
    rule = _sum_in_terms(exam.one("rule").values, a)
    k, c = rule.coeff(a, 1), rule.coeff(a, 0)
    if k in (0, 1) or c == 0:
        raise Unfit
    first, q = c / (1 - k), k / (k - 1)
    say, n = exam.language, sp.Symbol("n")
    term, total = first * q ** (n - 1), k * first * q ** (n - 1) + c
    term = sp.powsimp(term) if q > 0 else term
    steps = [
        _WORDS["first"].say(say, rule=latex(rule.subs(a, sp.Symbol("a_1"))), a=latex(first)),
        _WORDS["next"].say(say, k=_factor(k), q=_factor(q)),
        _WORDS["general"].say(say, an=latex(term), sn=latex(sp.powsimp(total))),
    ]
    at = asked.get("at", "n")
    which = asked.get("which", "a")
    found = term if which == "a" else sp.powsimp(total)
    follows = f"rule = lambda v: {exact_source(k)} * v + ({exact_source(c)})"
    if at == "n":
        tests = (
            f"term = lambda m: {'answer.subs(n, m)' if which == 'a' else 'answer.subs(n, m) - (answer.subs(n, m - 1) if m > 1 else 0)'}",
            follows,
            "all(simplify(sum(term(j) for j in range(1, m + 1)) - rule(term(m))) == 0 for m in range(1, 9))",
        )
        return task(exam, steps, (exact_source(found),), tests, _WORDS["method"], shown=lambda v: f"{which}_n={latex(v)}", given=_given, variables="n", letters=("n",))  # fmt: skip
    place = int(at)
    value = found.subs(n, place)
    steps.append(_WORDS["at"].say(say, name=f"{which}_{{{place}}}", value=latex(value)))
    counted = (
        "terms = []",
        f"while len(terms) < {place}:",
        f"    terms.append((sum(terms) - ({exact_source(c)})) / (S({exact_source(k)}) - 1))",
        f"answer == {'terms[-1]' if which == 'a' else 'sum(terms)'}",
    )
    return task(exam, steps, (f"({exact_source(found)}).subs(n, {place})",), counted, _WORDS["method"], variables="n")  # fmt: skip


def _sum_in_terms(told: Mapping[str, str], a: sp.Symbol) -> sp.Expr:
    """S_n as k·a_n + c, from one equation between both."""
    total = sp.Symbol("v")
    sides = []
    for side in ("left", "right"):
        written = re.sub(_SN, " v ", re.sub(_AN, " w ", told[side]))
        sides.append(to_sympy(parse(written), {"w": a, "v": total}))
    difference = sp.expand(sides[0] - sides[1])
    if difference.free_symbols != {a, total} or not difference.is_polynomial(a, total) or sp.Poly(difference, a, total).total_degree() != 1:  # fmt: skip
        raise Unfit
    (rule,) = sp.solve(difference, total)
    return sp.expand(rule)


def _factor(value: sp.Expr) -> str:
    return latex(value) if value > 0 else f"({latex(value)})"


def _given(answer: str) -> Any:
    values = values_in(re.sub(r"^\s*[aTSb]_\{?n\}?\s*=\s*", "", answer.strip()), ("n",))
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
