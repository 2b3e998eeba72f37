"""Related rates: the relation is differentiated with respect to time, and the moment's numbers are put in.

Read: an equation in letters with rates such as dx/dt = 3, and stories of `figures`. Not: rates that change with time,
accelerations, letters without values.
"""

from __future__ import annotations

import re

import sympy as sp

from solver.formula import FormulaError
from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.calculus.related_rates.figures import told
from solver.topics.calculus.related_rates.formulas import given
from solver.topics.calculus.related_rates.moving import Moment, completed
from solver.topics.calculus.related_rates.words import WORDS
from solver.topics.cells import cell, comment, exact_source
from solver.topics.prepared import Prepared


def read(text: Text) -> Reading:
    """One rate at one moment."""
    if not re.search(r"(?i)\brates?\b|how\s+fast|d\s*t\b|\}\{\s*dt|速|多快|变化率|增长率", text.source):
        return None
    try:
        found = given(text) or told(text)
        if found is None or isinstance(found, Unread):
            return found
        known = completed(found)
    except (FormulaError, TypeError, ValueError, NotImplementedError, AttributeError):
        return None
    if known is None or (found.speed and known[1] == 0):
        return None
    return _task(found, *known, text.language)


def _task(moment: Moment, known: dict[sp.Symbol, sp.Expr], rate: sp.Expr, say: Language) -> Prepared:
    letters = sorted(moment.relation.free_symbols, key=str)
    primes = {v: sp.Symbol(f"{v.name}'") for v in letters}
    asked = latex(moment.asked)
    steps = list(moment.opening)
    if moment.names:
        comma = "，" if say == "zh" else ", "
        names = comma.join(
            rf"\({latex(v)}\)" + ("为" if say == "zh" else " is ") + n for v, n in moment.names.items()
        )
        steps.append(WORDS["names"].say(say, names=names))
    else:
        steps.append(WORDS["primes"].say(say, asked=asked))
    left, right = moment.shown
    steps.append(WORDS["relation"].say(say, left=latex(left), right=latex(right)))
    sides = [sum((side.diff(v) * primes[v] for v in letters), sp.S.Zero) for side in (left, right)]
    steps.append(WORDS["derived"].say(say, left=latex(sides[0]), right=latex(sides[1])))
    for letter in letters:
        if letter not in moment.values and letter in known:
            steps.append(WORDS["found"].say(say, letter=latex(letter), value=latex(known[letter])))
    numbers = {**known, **{primes[v]: r for v, r in moment.rates.items()}}
    facts = [rf"\({latex(v)}={latex(known[v])}\)" for v in letters if v in known and any(s.diff(w).has(v) for s in moment.shown for w in letters)]  # fmt: skip
    facts += [rf"\({latex(v)}'={latex(r)}\)" for v, r in moment.rates.items()]
    put = [sp.simplify(side.subs(numbers)) for side in sides]
    steps.append(
        WORDS["put"].say(
            say, known=("，" if say == "zh" else ", ").join(facts), left=latex(put[0]), right=latex(put[1])
        )
    )
    steps.append(WORDS["solve"].say(say, asked=asked, rate=latex(rate)))
    answer = abs(rate) if moment.speed else rate
    if answer != rate:
        steps.append(WORDS["falls"].say(say, speed=latex(answer)))
    unit = (f" {moment.unit}" if say == "en" else moment.unit) if moment.unit else ""
    sentence = Words(*(form.replace("{unit}", unit) for form in (WORDS["sentence"].en, WORDS["sentence"].zh)))
    return Prepared(
        say,
        tuple(steps),
        _cell(moment, known, say),
        moment.tests or _tests(moment, known),
        WORDS["measured" if moment.tests else "method"],
        sentence=sentence,
    )


def _named(letter: sp.Symbol) -> str:
    return f"d{letter.name}"


def _cell(moment: Moment, known: dict[sp.Symbol, sp.Expr], say: Language) -> str:
    letters = sorted(moment.relation.free_symbols, key=str)
    terms = " + ".join(f"diff(relation, {exact_source(v)})*{_named(v)}" for v in letters)
    numbers = ", ".join(
        [f"{exact_source(v)}: {exact_source(known[v])}" for v in letters if v in known]
        + [f"{_named(v)}: {exact_source(r)}" for v, r in moment.rates.items()]
    )
    last = f"solve(changes.subs({{{numbers}}}), {_named(moment.asked)})[0]"
    return cell(
        f"relation = {exact_source(moment.relation)}",
        comment(WORDS["code"].say(say)),
        f"changes = {terms}",
        f"abs({last})" if moment.speed else last,
        variables=[v.name for v in letters] + [_named(v) for v in letters],
    )


def _tests(moment: Moment, known: dict[sp.Symbol, sp.Expr]) -> tuple[str, ...]:
    """A difference quotient over a very short time, found with the relation alone."""
    others = [v for v in sorted(moment.relation.free_symbols, key=str) if v != moment.asked]
    free = {v: sp.S.One for v in others if v not in known}  # the rate does not depend on these
    values = {**known, **free}
    start = values.get(moment.asked)
    if start is None:
        start = sp.solve(moment.relation.subs(values), moment.asked)[0]
    names = ", ".join(exact_source(v) for v in [*others, moment.asked])
    moved = ", ".join(
        f"number({exact_source(values[v])}) + number({exact_source(moment.rates[v])})*h" for v in others
    )
    answer = "abs((later(h) - later(-h))/(2*h))" if moment.speed else "(later(h) - later(-h))/(2*h)"
    return (
        "import mpmath",
        "from sympy.utilities.lambdify import lambdify",
        "mpmath.mp.dps = 50",
        f"{names}{',' if len(others) == 0 else ''} = symbols('{' '.join(v.name for v in [*others, moment.asked])}')",
        "number = lambda value: mpmath.mpf(str(N(value, 50)))",
        f"relation = lambdify(({names}), {exact_source(moment.relation)}, 'mpmath')",
        "h = mpmath.mpf(10)**-15",
        f"later = lambda h: mpmath.findroot(lambda v: relation({moved}, v), number({exact_source(start)}))",
        f"abs({answer} - number(answer)) < mpmath.mpf(10)**-12*(1 + abs(number(answer)))",
    )
