"""An arithmetic or geometric sequence from two facts, and the sum of the first n terms of another one that is made of it.

Read: two facts of one sequence (terms, sums, difference, ratio); its n-th term; b_n by a formula in n, a_n, a_{n+1}, with the sum of the first n or of the
first ten terms asked. Telescoping fractions, powers, terms times powers, and sums of these. Not: alternating cases, recurrences, sums whose closed form is
none of these.
"""

from __future__ import annotations

import re
from typing import Any, Final

import sympy as sp

from solver.formula import parse, to_sympy
from solver.latex import latex, values_in
from solver.topics.base import Task, Words
from solver.topics.cells import comment, exact_source
from solver.topics.exams.kinds import Exam, Unfit, kind, task

_A: Final = r"a_?\{?"
_INDEX: Final = r"(?P<{0}>\d{{1,2}})\}}?"
_V: Final = r"-?\d+(?:/\d+)?"


def _fact(n: str) -> str:
    i, v = _INDEX.format(f"i{n}"), rf"(?P<v{n}>{_V})"
    return rf"(?:a_?\{{?{i} ?= ?{v}|S_?\{{?{i.replace(f'i{n}', f's{n}')} ?= ?{v.replace(f'v{n}', f'w{n}')}|a_?\{{?{i.replace(f'i{n}', f'j{n}')} ?\+ ?a_?\{{?{i.replace(f'i{n}', f'k{n}')} ?= ?{v.replace(f'v{n}', f'u{n}')})"


_SEQ: Final = r"\\?\{? ?a_?\{?n\}? ?\\?\}?"
_PART: Final = r"(?:[(（]?(?:[1-3]|I{1,3}|i{1,3}|[a-c]|[①②③])[)）]?[.、]?)?"
_BODY: Final = r"(?P<body>[^,;，。；求设记]{3,80}?)"
COUNT: Final = r"(?P<count>\d{1,3}|n)"
"""Of how many terms: n of them, or a number."""
_FIRST_ZH: Final = rf"前{COUNT}项(?:的|之)?和(?:[TS]_?\{{?(?:n|(?P=count))\}}?)?"
_ZH: Final = {
    "sequence": (
        rf"(?:已知|设|若)?(?:公差(?P<d0>不为0|大于0)的|各项(?:均|都)为(?P<pos>正数?)的)?(?P<kind>等差|等比)数列{_SEQ}(?:的)?(?:公差(?P<d1>不为0|大于0))?(?:,?(?:其|它的)?前n项和(?:为|是|记为)?S_?\{{?n\}}?)?(?:中|满足)?",
        rf"(?:已知|设|若)?(?P<kind>等差|等比)数列{_SEQ}(?:的)?(?:公差(?:d)?(?:为|是|=)(?P<d>-?\d+(?:/\d+)?)|公比(?:q)?(?:为|是|=)(?P<q>-?\d+(?:/\d+)?))",
        rf"(?:已知|设|若|在)?(?:各项(?:均|都)为(?P<pos>正数?)的)?(?P<kind>等差|等比)数列{_SEQ}(?:中|满足),?{_fact('')}",
        r"(?:设|记)?(?:其|它的|数列)?前n项和(?:为|是|记为)?S_?\{?n\}?",
        r"(?:设|记)?S_?\{?n\}?(?:为|是)(?:(?:它|其)的?|等差数列\\?\{?a_?\{?n\}?\\?\}?的|等比数列\\?\{?a_?\{?n\}?\\?\}?的)前n项和",
        r"(?:其|它的)?各项(?:均|都)为(?P<pos>正数)",
    ),
    "fact": (rf"(?:若|且)?{_fact('')}",),
    "step": (r"(?:且)?公差(?:d)?(?:为|是|=)(?P<d>-?\d+(?:/\d+)?)", r"(?:且)?公比(?:q)?(?:为|是|=)(?P<q>-?\d+(?:/\d+)?)", rf"首项(?:为|是)?(?:a_?\{{?1\}}?=)?(?P<first>{_V})"),
    "ask_term": (rf"{_PART}求(?:出)?(?:数列)?{_SEQ}的通项公式(?:a_?\{{?n\}}?)?", rf"{_PART}求(?:出)?a_?\{{?n\}}?"),
    "made": (rf"{_PART}(?:若|设|记|令)?(?:数列\\?\{{?b_?\{{?n\}}?\\?\}}?满足)?b_?\{{?n\}}? ?= ?{_BODY}",),
    "ask_sum": (rf"{_PART}求(?:数列)?\\?\{{?b_?\{{?n\}}?\\?\}}?的?{_FIRST_ZH}",
                rf"{_PART}(?:求|则|那么)?(?:出)?数列\\?\{{ ?{_BODY} ?\\?\}}的?{_FIRST_ZH}(?:为|是|等于|=)?(?:多少)?", r"(?:若|设|记)?(?:数列)?\\?\{?b_?\{?n\}?\\?\}?的?前n项(?:的)?和(?:为|是)T_?\{?n\}?,?求T_?\{?n\}?", r"求T_?\{?n\}?"),
}  # fmt: skip
_EN: Final = {
    "sequence": (
        rf"(?:an?|the|in an?|in the) (?P<kind>arithmetic|geometric) (?:sequence|progression|series) (?:{_SEQ} )?(?:has|with|satisfies|is such that)?(?: (?P<pos>positive) terms)?",
        rf"(?:an?|the|in an?|in the) (?P<kind>arithmetic|geometric) (?:sequence|progression|series) (?:{_SEQ} )?(?:has|with|satisfies|is such that) {_fact('')}",
        rf"(?:let )?{_SEQ} (?:is|be) an? (?P<kind>arithmetic|geometric) (?:sequence|progression)(?: (?:with|such that|in which|satisfying|where))?",
        r"(?:let )?S_?\{?n\}? (?:be|is|denotes?) (?:the )?sum of (?:the|its) first n terms(?: of (?:the|this) sequence)?",
    ),
    "fact": (rf"(?:with |has |in which |such that )?{_fact('')}",),
    "step": (r"(?:with )?(?:a )?common difference(?: of| is| d ?=)? ?(?P<d>-?\d+(?:/\d+)?)", r"(?:with )?(?:a )?common ratio(?: of| is| r ?=| q ?=)? ?(?P<q>-?\d+(?:/\d+)?)", rf"(?:with |its )?first term(?: of| is)? ?(?P<first>{_V})"),
    "ask_term": (rf"{_PART} ?(?:find|determine|write down|state) (?:(?:a formula|an expression) for )?(?:the )?(?:general term|nth term|n-th term|a_?\{{?n\}}?)(?: (?:of )?(?:the sequence )?{_SEQ})?",),
    "made": (rf"{_PART} ?(?:let|define|given(?: that)?|suppose|the sequence \\?\{{?b_?\{{?n\}}?\\?\}}? is defined by)? ?b_?\{{?n\}}? ?= ?{_BODY}",),
    "ask_sum": (rf"{_PART} ?(?:hence )?,? ?(?:find|determine|calculate|work out|evaluate) (?:the )?sum of (?:the )?first {COUNT} terms of (?:the sequence )?(?:\\?\{{? ?b_?\{{?n\}}? ?\\?\}}?)", rf"{_PART} ?(?:hence )?,? ?(?:find|determine|calculate|work out|evaluate) (?:the )?sum of (?:the )?first {COUNT} terms of (?:the sequence )?(?:(?:whose|with) (?:nth|n-th|general) term (?:is )?)?(?:\\?\{{ ?)?{_BODY}(?: ?\\?\}})?", r"(?:find|determine|calculate) (?:the )?(?:sum )?(?:T_?\{?n\}?|of the first n terms|T_?\{?n\}? ?, ?the sum of the first n terms)(?: ?,? ?(?:T_?\{?n\}?)? ?(?:of (?:the sequence )?\\?\{?b_?\{?n\}?\\?\}?)?)?", r"(?:find|determine|calculate) the sum of the first n terms(?: T_?\{?n\}?)?(?: of (?:the sequence )?\\?\{?b_?\{?n\}?\\?\}?)?(?: ?,? T_?\{?n\}?)?"),
}  # fmt: skip
_WORDS: Final = {
    "arithmetic": Words("Let the first term be \\(a_1\\) and the difference \\(d\\). The facts say {facts}, so \\(a_1={a}\\), \\(d={d}\\) and \\(a_n={term}\\).", "设首项为 \\(a_1\\)，公差为 \\(d\\)。由条件 {facts}，解得 \\(a_1={a}\\)，\\(d={d}\\)，所以 \\(a_n={term}\\)。"),
    "geometric": Words("Let the first term be \\(a_1\\) and the ratio \\(q\\). The facts say {facts}, so \\(a_1={a}\\), \\(q={d}\\) and \\(a_n={term}\\).", "设首项为 \\(a_1\\)，公比为 \\(q\\)。由条件 {facts}，解得 \\(a_1={a}\\)，\\(q={d}\\)，所以 \\(a_n={term}\\)。"),
    "made": Words("Put in: \\(b_n={b}\\).", "代入得 \\(b_n={b}\\)。"),
    "telescope": Words("Taken apart it telescopes: \\[b_n={parts}\\] In the sum all but the ends cancel.", "裂项：\\[b_n={parts}\\] 求和时中间各项相消。"),
    "powers": Words("A power times a polynomial in \\(n\\): multiply the sum by the base and subtract; sums of plain powers are geometric, those of polynomials known.", "分组求和：等比部分用求和公式，多项式乘等比的部分用错位相减法。"),
    "sum": Words("So \\({t}_n={sum}\\).", "所以 \\({t}_n={sum}\\)。"),
    "many": Words("For \\(n={n}\\): \\({t}_{{{n}}}={sum}\\).", "当 \\(n={n}\\) 时，\\({t}_{{{n}}}={sum}\\)。"),
    "method_many": Words("computed again from the formula for the sum of the first n terms", "用前 n 项和的公式重新计算"),
    "code": Words("T_n: its first value and its growth", "由 T_n 的差与首项验证"),
    "method": Words("the first twelve sums were added up term by term", "把前 12 项逐项相加比较"),
    "method_term": Words("the terms were written down one by one and the facts counted again", "逐项写出数列，检验条件"),
}  # fmt: skip
N: Final = sp.Symbol("n", positive=True, integer=True)
"""The number of a term."""
MAX_TERMS: Final = 200


@kind(r"等差|等比", "zh", _ZH)
@kind(r"(?i)arithmetic|geometric", "en", _EN)
def made(exam: Exam) -> list[Task]:
    """One sequence, and on wish the sum of another that is made of it."""
    kinds = {s.values["kind"] for s in exam.said if "kind" in s.values}
    if len(kinds) != 1:
        raise Unfit
    if not exam.has("body") or not exam.all("ask_sum"):
        raise Unfit  # the sequence alone is read elsewhere
    is_sum = bool(kinds & {"等差", "arithmetic"})
    a, d = sp.symbols("a_1 d" if is_sum else "a_1 q", real=True)
    facts = _facts(exam, a, d, is_sum=is_sum)
    found = [f for f in sp.solve([sp.expand(one - v) for one, v in facts], [a, d], dict=True) if len(f) == 2]
    if any("pos" in s.values for s in exam.said):
        found = [f for f in found if f[a] > 0 and (is_sum or f[d] > 0)]
    found = [f for f in found if f[a].is_Rational and f[d].is_Rational]
    if len(found) != 1 or found[0][a] == 0 or found[0][d] == 0:
        raise Unfit
    first, step = found[0][a], found[0][d]
    formula = sp.expand(first + (N - 1) * step) if is_sum else sp.powsimp(first * step ** (N - 1))
    say = exam.language
    shown = formula.subs(N, sp.Symbol("n"))
    told = ",\\ ".join(f"{latex(sp.expand(one))}={latex(v)}" for one, v in facts)
    opening = _WORDS["arithmetic" if is_sum else "geometric"].say(say, facts=f"\\({told}\\)", a=latex(first), d=latex(step), term=latex(shown))  # fmt: skip
    tasks = list[Task]()
    for asked in exam.asked:
        if asked.kind == "ask_term":
            source = exact_source(shown)
            tests = tuple(_fact_tests(exam, is_sum=is_sum))
            tasks.append(task(exam, [opening], (source,), tests, _WORDS["method_term"], shown=lambda v: f"a_n={latex(v)}", given=_given, variables="n", letters=("n",)))  # fmt: skip
        else:
            tasks.append(
                sum_task(exam, opening, formula, exam.place("body").values["body"], asked.values.get("count"))
            )
    return tasks


def _facts(exam: Exam, a: sp.Symbol, d: sp.Symbol, *, is_sum: bool) -> list[tuple[sp.Expr, sp.Expr]]:
    """What is told, in the first term and the difference or ratio: two things."""

    def term(k: int) -> sp.Expr:
        return a + (k - 1) * d if is_sum else a * d ** (k - 1)

    facts = list[tuple[sp.Expr, sp.Expr]]()
    for s in exam.said:
        v = s.values
        if "i" in v:
            facts.append((term(int(v["i"])), sp.Rational(v["v"])))
        elif "s" in v:
            facts.append((sum(term(i) for i in range(1, int(v["s"]) + 1)), sp.Rational(v["w"])))
        elif "j" in v:
            facts.append((term(int(v["j"])) + term(int(v["k"])), sp.Rational(v["u"])))
        elif "first" in v:
            facts.append((a, sp.Rational(v["first"])))
        elif "d" in v and is_sum or "q" in v and not is_sum:
            facts.append((d, sp.Rational(v["d" if is_sum else "q"])))
        elif "d" in v or "q" in v:
            raise Unfit
    if len(facts) != 2:
        raise Unfit
    return facts


def _fact_tests(exam: Exam, *, is_sum: bool) -> list[str]:
    """Source that counts the facts again with the answered term."""
    lines = ["term = lambda k: answer.subs(n, k)", "steps = [term(k + 1) - term(k) if True else 0 for k in range(1, 8)]" if is_sum else "steps = [simplify(term(k + 1) / term(k)) for k in range(1, 8)]"]  # fmt: skip
    parts = ["len(set(steps)) == 1"]
    for s in exam.said:
        v = s.values
        if "i" in v:
            parts.append(f"term({v['i']}) == Rational('{v['v']}')")
        elif "s" in v:
            parts.append(f"sum(term(k) for k in range(1, {v['s']} + 1)) == Rational('{v['w']}')")
        elif "j" in v:
            parts.append(f"term({v['j']}) + term({v['k']}) == Rational('{v['u']}')")
        elif "first" in v:
            parts.append(f"term(1) == Rational('{v['first']}')")
        elif "d" in v or "q" in v:
            parts.append(f"steps[0] == Rational('{v.get('d') or v['q']}')")
    return [lines[0], lines[1].replace(" if True else 0", ""), " and ".join(parts)]


def sum_task(exam: Exam, opening: str, formula: sp.Expr, body: str, count: str | None = None) -> Task:
    """The sum of the first terms of `body`, which names the terms of the sequence `formula`; of n terms, where no number is told."""
    written = body
    for pattern, letter in (
        (r"a_?\{ ?n ?\+ ?1 ?\}", "u"),
        (r"a_?\{ ?n ?\+ ?2 ?\}", "v"),
        (r"a_?(?:\{ ?n ?\}|n)", "w"),
    ):
        written = re.sub(pattern, f" {letter} ", written)
    if re.search(r"[aAbSTk]_", written):
        raise Unfit
    places = {"u": formula.subs(N, N + 1), "v": formula.subs(N, N + 2), "w": formula, "n": N}
    value = to_sympy(parse(written), places)
    if not isinstance(value, sp.Expr) or value.free_symbols != {N}:
        raise Unfit
    value = sp.powsimp(sp.simplify(value))
    made = _WORDS["made"].say(exam.language, b=latex(value.subs(N, sp.Symbol("n"))))
    return summed(exam, [opening, made], value, count)


def summed(exam: Exam, steps: list[str], value: sp.Expr, count: str | None, name: str = "T") -> Task:
    """The sum of the first terms `value`, which is in `N`."""
    say, n = exam.language, sp.Symbol("n")
    closed = _closed(value)
    if closed is None:
        raise Unfit
    is_fraction = value.is_rational_function(N) and not value.is_polynomial(N)
    if is_fraction or _has_roots(value):
        parts = sp.apart(value, N) if is_fraction else sp.expand(sp.radsimp(value))
        steps = [*steps, _WORDS["telescope"].say(say, parts=latex(parts.subs(N, n)))]
    elif not value.is_polynomial(N):
        steps = [*steps, _WORDS["powers"].say(say)]
    steps = [*steps, _WORDS["sum"].say(say, sum=latex(closed.subs(N, n)), t=name)]
    b, t = exact_source(value.subs(N, n)), exact_source(closed.subs(N, n))
    if count is not None and count != "n":
        many = int(count)
        if not 2 <= many <= MAX_TERMS:
            raise Unfit
        steps = [*steps, _WORDS["many"].say(say, n=many, sum=latex(closed.subs(N, many)), t=name)]
        lines = (f"b = {b}", f"sum(radsimp(b.subs(n, k)) for k in range(1, {many + 1}))")
        return task(exam, steps, lines, (f"total = {t}", f"simplify(total.subs(n, {many}) - answer) == 0"), _WORDS["method_many"], variables="n", letters=("n",))  # fmt: skip
    grown = (
        f"b = {b}",
        f"total = {t}",
        comment(_WORDS["code"].say(say)),
        "total if simplify(total.subs(n, 1) - b.subs(n, 1)) == 0 and simplify(total - total.subs(n, n - 1) - b) == 0 else None",
    )
    tests = (
        f"b = {b}",
        "all(simplify(answer.subs(n, m) - sum(b.subs(n, k) for k in range(1, m + 1))) == 0 for m in range(1, 13))",
    )
    return task(exam, steps, grown, tests, _WORDS["method"], shown=lambda v: f"{name}_n={latex(v)}" if isinstance(v, sp.Expr) else None, given=_given, variables="n", assumptions="positive=True, integer=True", letters=("n",))  # fmt: skip


def _has_roots(value: sp.Expr) -> bool:
    return any(isinstance(power.exp, sp.Rational) and not power.exp.is_Integer for power in value.atoms(sp.Pow))  # fmt: skip


def _closed(value: sp.Expr) -> sp.Expr | None:
    """The sum from 1 to n where it is a fraction, or powers with fractions as factors."""
    k = sp.Symbol("k", positive=True, integer=True)
    body = value.subs(N, k)
    if value.is_rational_function(N):
        body = sp.apart(body, k)
    try:
        total = sp.summation(body, (k, 1, N)).doit()
    except (NotImplementedError, ValueError, TypeError):
        return None
    if total.has(
        sp.Sum, sp.harmonic, sp.polygamma, sp.gamma, sp.Piecewise, sp.zeta, sp.lerchphi
    ) or total.has(sp.I):
        telescoped = _telescoped(value)
        if telescoped is None:
            return None
        total = telescoped
    total = sp.factor(total) if total.is_rational_function(N) else sp.simplify(sp.expand(total))
    return total if all(sp.simplify(total.subs(N, m) - sum(value.subs(N, j) for j in range(1, m + 1))) == 0 for m in (1, 2, 5)) else None  # fmt: skip


def _telescoped(value: sp.Expr) -> sp.Expr | None:
    """The sum of f(n) − f(n + m), where a fraction, or a quotient of square roots, is one."""
    parts = (sp.apart(value, N) if value.is_rational_function(N) else sp.expand(sp.radsimp(value))).as_ordered_terms()  # fmt: skip
    if len(parts) != 2:
        return None
    for one, other in (parts, parts[::-1]):
        for m in (1, 2):
            if sp.simplify(one.subs(N, N + m) + other) == 0:
                return sum(one.subs(N, j) - one.subs(N, N + j) for j in range(1, m + 1))
    return None


def _given(answer: str) -> Any:
    values = values_in(re.sub(r"^\s*[aTSb]_\{?n\}?\s*=\s*", "", answer.strip()), ("n",))
    return values[0] if values is not None and len(values) == 1 and isinstance(values[0], sp.Expr) else None
