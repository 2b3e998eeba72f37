"""Direct proportion told in one pair of quantities, and numbers from what was done to them. Not read: inverse proportion, three quantities."""

from __future__ import annotations

from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_X: Final = r"[a-z]+(?: of [a-z]+(?: [a-z]+)?)?"
_SAME: Final = r"(?:(?:at|if) (?:that|this|the same) (?:constant )?(?:rate|speed|price) ?,? )?"


@made(
    r"\bhow (?:many|much)\b",
    "en",
    {
        "pair": (
            r"it takes <a> (?P<x>[a-z]+)(?P<of> of [a-z]+(?: [a-z]+)?)? to make <b> (?P<y>[a-z]+)",
            r"(?:<who:word>|he|she) paid \\? ?<a>(?P<x> dollars?)? for <b> (?P<y>[a-z]+)",
            r"(?:at [a-z' ]+ , )?<b> (?P<y>[a-z]+) cost \\? ?<a>(?P<x> dollars?)",
            r"(?:<who:word>|he|she) can (?:walk|run|bike|read|type|drive) <a> (?P<x>[a-z]+) in <b> (?P<y>[a-z]+)",
            r"(?:each )?<a> (?P<x>inch|inches|cm|centimeters?) on a map represents? <b> (?P<y>miles|kilometers|km)",
        ),
        "ask": (
            r"how many (?P<x>[a-z]+)(?P<of> of [a-z]+(?: [a-z]+)?)? will it take to make <c> (?P<y>[a-z]+)",
            rf"{_SAME}how much (?:would|will) (?:he|she|<who2:word>) pay(?: , in dollars)? ,? for <c> (?P<y>[a-z]+)",
            r"how much(?: , in dollars)? ,? will <c> (?P<y>[a-z]+) cost(?: at [a-z' ]+)?",
            rf"{_SAME}how many (?P<y>[a-z]+) (?:would|will) it take (?:him|her|<who3:word>) (?P<turned>to) (?:walk|run|bike|read|type|drive) <c> (?P<x>[a-z]+)",
            r"how many (?P<x>inches|cm|centimeters) apart on the map are 2 cities whose actual distance apart is <c> (?P<y>miles|kilometers|km)",
        ),
    },
)  # fmt: skip
def _rates(found: list[Said]) -> Solved:
    pairs, asks = every(found, "pair"), every(found, "ask")
    if len(pairs) != 1 or len(asks) != 1 or len(found) != 2 or found[-1] is not asks[0]:
        raise Unclear
    pair, ask = pairs[0], asks[0]
    a, b, c = pair.number("a"), pair.number("b"), ask.number("c")
    x, y = (_one(pair.values.get(k) or "dollar") for k in "xy")
    p, q = (_one(ask.values.get(k) or "dollar") for k in "xy")
    if min(a, b, c) <= 0 or (x, y) != (p, q) or ask.values.get("of") not in (None, pair.values.get("of")):
        raise Unclear
    turned = ask.values.get("turned") is not None
    by, of = (a, b) if turned else (b, a)
    value = of * c / by
    steps = (
        rf"The two quantities grow together: \({exact_latex(a)}\) and \({exact_latex(b)}\) belong to each other, so for \({exact_latex(c)}\) it is \(\frac{{{exact_latex(c)}}}{{{exact_latex(by)}}}={exact_latex(c / by)}\) times as much.",
        rf"\[{exact_latex(of)}\cdot {exact_latex(c / by)}={exact_latex(value)}\]",
    )
    lines = (f"Rational('{of}') * Rational('{c}') / Rational('{by}')",)
    return answered(value, steps, lines, (f"claimed / Rational('{c}') == Rational('{of}') / Rational('{by}')",), "Compare the two ratios.")  # fmt: skip


def _one(word: str) -> str:
    word = word.strip()
    return {"inches": "inch", "feet": "foot"}.get(word, word.rstrip("s") if not word.endswith("ss") else word)


_TIMES: Final = {"doubled": 2, "tripled": 3, "halved": sp.Rational(1, 2), "quadrupled": 4}


@made(
    r"\bresult is\b|\bnew value\b",
    "en",
    {
        "told": (
            r"(?:if |when )?(?P<x>[a-z]|a number) is (?P<times>doubled|tripled|halved|quadrupled) and then (?P<way>increased|decreased) by <b> , the result is <c>",
            r"(?:if |when )?(?P<x>[a-z]|a number) is (?P<times>doubled|tripled|quadrupled) , the new value is <b> (?P<more>more|less) than (?P<x2>[a-z])",
        ),
        "ask": (r"(?:what is|find) (?:the value of )?(?:the original )?(?P<x>[a-z]|number)",),
    },
)  # fmt: skip
def _undone(found: list[Said]) -> Solved:
    if [s.kind for s in found] != ["told", "ask"]:
        raise Unclear
    told, asked = found[0].values, found[1].values["x"]
    name = told["x"]
    if asked not in (name, name.removeprefix("a ")) or told.get("x2") not in (None, name):
        raise Unclear
    times, b = _TIMES[told["times"]], found[0].number("b")
    letter = name if len(name) == 1 else "x"
    x = sp.Symbol(letter)
    if "c" in told:
        c = found[0].number("c")
        change = b if told["way"] == "increased" else -b
        left, right = times * x + change, c
    else:
        left, right = times * x, x + (b if told["more"] == "more" else -b)
    value = sp.solve(left - right, x)[0]
    steps = (
        rf"As an equation: \({sp.latex(left)}={sp.latex(right)}\).",
        rf"Solved for \({letter}\): \({letter}={exact_latex(value)}\).",
    )
    lines = (f"{letter} = Symbol('{letter}')", f"solve(Eq({left}, {right}), {letter})[0]")
    checked = (f"{letter} = claimed", f"simplify(({left}) - ({right})) == 0")
    return answered(value, steps, lines, checked, "Put the number into what is said of it.")
