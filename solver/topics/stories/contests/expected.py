"""What a game of one flip brings on average, the chance that something does not happen, and rows of Pascal's triangle."""

from __future__ import annotations

import re
from math import comb
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.topics.clauses import Said
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_SIDE: Final = r"(?:on |up )?(?:an? )?(?P<{0}>heads?|tails?|(?:its )?edge)"
_YOU: Final = r"(?:we|you|i)"
_LANDS: Final = r"(?:lands?|comes up)"


def _s(name: str) -> str:
    return _SIDE.replace("{0}", name)


@made(
    r"\bexpected\b",
    "en",
    {
        "coin": (
            rf"(?:suppose )?(?:that )?(?:{_YOU} have )?an? (?:weighted|unfair|biased) coin (?:in which heads comes up|{_LANDS} on heads|{_LANDS} heads) with (?:a )?probability (?:of )?<p:chance>(?: ,)?(?: and)?(?: on)? tails with (?:a )?probability (?:of )?<q:chance>(?: , and on its edge with probability <e:chance>)?",
        ),
        "pays": (
            rf"(?:suppose )?(?:that )?{_YOU} (?P<way>win|lose|gain) \\? ?<n>(?: dollars?)? if {_YOU} flip {_s('side')}(?: on a coin toss)?",
            rf"(?P<way>win|lose|gain) \\? ?<n>(?: dollars?)? if {_YOU} flip {_s('side')}(?: on a coin toss)?",
            rf"if (?:{_YOU} flip|it {_LANDS}) {_s('side')} ,? {_YOU} (?P<way>win|lose|gain) \\? ?<n>(?: dollars?)?",
        ),
        "ask": (r"what (?:is|are) the expected (?:value|winnings)(?: ,? in dollars ,?)?(?: (?:of (?:a|1) coin flip|of (?:our|my|your) winnings(?: after 1 flip| from 1 flip)?|from 1 flip))?",),
    },
)  # fmt: skip
def _flip(found: list[Said]) -> Solved:
    coin, pays, ask = every(found, "coin"), every(found, "pays"), every(found, "ask")
    if len(ask) != 1 or found[-1] is not ask[0] or len(coin) > 1 or len(found) != len(coin) + len(pays) + 1:
        raise Unclear
    half = sp.Rational(1, 2)
    chances = {"head": half, "tail": half}
    if coin:
        chances = {"head": coin[0].number("p"), "tail": coin[0].number("q")}
        if "e" in coin[0].values:
            chances["edge"] = coin[0].number("e")
    gains = {}
    for said in pays:
        side = said.values["side"].replace("its ", "").rstrip("s")
        if side in gains or side not in chances:
            raise Unclear
        gains[side] = said.number("n") * (-1 if said.values["way"] == "lose" else 1)
    if set(gains) != set(chances) or sum(chances.values()) != 1 or min(chances.values()) <= 0:
        raise Unclear
    value = sum(chances[s] * gains[s] for s in gains)
    terms = "+".join(
        rf"{exact_latex(chances[s])}\cdot "
        + (exact_latex(gains[s]) if gains[s] >= 0 else f"({exact_latex(gains[s])})")
        for s in gains
    )
    steps = (
        "The expected value is each gain times its probability, added up; what is lost counts as negative.",
        rf"\[{terms}={exact_latex(value)}\]",
    )
    rows = ", ".join(f"(Rational('{chances[s]}'), Rational('{gains[s]}'))" for s in gains)
    lines = (f"cases = [{rows}]", "sum(chance*gain for chance, gain in cases)")
    parts = sp.ilcm(*(c.q for c in chances.values()))
    checked = (
        f"cases = [{rows}]",
        f"sum(int(chance*{parts})*gain for chance, gain in cases) == claimed*{parts}",
    )
    return answered(
        value,
        steps,
        lines,
        checked,
        f"Imagine {parts} flips that come out exactly as they should, and add up all gains.",
    )


_IDLE_WORDS: Final = frozenset("a an the will it that is of be randomly thrown given certain chosen this his her its does do".split())  # fmt: skip


@made(
    r"\bnot\b",
    "en",
    {
        "told": (r"the probability (?:of|that) (?P<event>[a-z ]+?) is <p:chance>",),
        "ask": (r"what is the probability (?:of|that) (?P<event>[a-z ]+)",),
    },
)  # fmt: skip
def _complement(found: list[Said]) -> Solved:
    if [s.kind for s in found] != ["told", "ask"]:
        raise Unclear
    told, asked = (re.findall("[a-z]+", s.values["event"]) for s in found)
    p = found[0].number("p")
    negations = [w for w in asked if w in ("not", "never", "no")]
    if negations != ["not"] or {"not", "never", "no", "or", "and"} & set(told) or {"or", "and"} & set(asked) or not 0 <= p <= 1:  # fmt: skip
        raise Unclear
    a, b = set(told) - _IDLE_WORDS, set(asked) - _IDLE_WORDS - {"not"}
    if not b or a != b:
        raise Unclear
    value = 1 - p
    steps = (
        rf"Either it happens or it does not, so both chances add up to 1: \[1-{exact_latex(p)}={exact_latex(value)}\]",
    )
    return answered(value, steps, (f"1 - Rational('{p}')",), (f"claimed + Rational('{p}') == 1",), "Both chances have to add up to 1.")  # fmt: skip


_ORDINALS: Final = {w: i + 1 for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())}  # fmt: skip
_NTH: Final = rf"(?P<{{0}}>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))"


def _nth(name: str) -> str:
    return _NTH.replace("{0}", name)


def _place(word: str) -> int:
    return _ORDINALS.get(word) or int(re.sub(r"\D", "", word))


@made(
    r"pascal",
    "en",
    {
        "start": (rf"in the row of pascal's triangle that starts (?:with )?(?:a )?1 (?:,|and then|followed by)(?: a)? <n> ,? what is the (?:{_nth('k')}|(?P<next>next)) (?:number|element|entry)",),
        "zeroth": (r"\( ?note that we are counting the top row with a single 1 as the 0th row ?\.? ?\)?", r"note that we are counting the top row with a single 1 as the 0th row|\)"),
        "like": (rf"in pascal's triangle , the {_nth('r')} row has <e> elements , and the sum of these elements is <s>",),
        "sum": (rf"what is the sum of the (?:elements|numbers|entries) (?:in|of) the {_nth('r')} row(?: of pascal's triangle)?",),
    },
)  # fmt: skip
def _pascal(found: list[Said]) -> Solved:
    kinds = {s.kind: s for s in found if s.kind != "zeroth"}
    if len(kinds) != sum(s.kind != "zeroth" for s in found):
        raise Unclear
    if set(kinds) == {"start"}:
        said = kinds["start"]
        n = said.number("n")
        k = 3 if "next" in said.values else _place(said.values["k"])
        if n.q != 1 or not 2 <= n <= 500 or not 1 <= k <= n + 1:
            raise Unclear
        n = int(n)
        value = comb(n, k - 1)
        steps = (
            rf"The row that starts 1, {n} is the row of the binomial coefficients \(\binom{{{n}}}{{0}}=1,\ \binom{{{n}}}{{1}}={n},\ \ldots\)",
            rf"Its number in place {k} is \(\binom{{{n}}}{{{k - 1}}}={value}\).",
        )
        checked = (
            "row = [1]",
            f"for _ in range({n}):",
            "    row = [1] + [a + b for a, b in zip(row, row[1:])] + [1]",
            f"row[{k - 1}] == claimed",
        )
        return answered(
            value,
            steps,
            (f"binomial({n}, {k - 1})",),
            checked,
            "Write the triangle down to that row by adding.",
        )
    if set(kinds) == {"like", "sum"}:
        r, told = _place(kinds["sum"].values["r"]), kinds["like"].values
        shift = int(told["e"]) - 1 - _place(told["r"])
        if 2 ** (int(told["e"]) - 1) != int(told["s"]) or shift not in (0, -1) or not 0 <= r <= 500:
            raise Unclear
        n = r + shift
        value = 2**n
        steps = (
            r"The row with \(n+1\) elements adds up to \(2^n\).",
            rf"This one has \({n + 1}\) elements: \(2^{{{n}}}={value}\).",
        )
        return answered(
            value,
            steps,
            (f"Integer(2)**{n}",),
            (f"sum(binomial({n}, k) for k in range({n + 1})) == claimed",),
            "Add the binomial coefficients of the row.",
        )
    raise Unclear
