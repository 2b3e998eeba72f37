"""Chances of cards from a deck of 52: all of a kind, the first and the second, not all alike. Not read: hands of poker, cards put back, other decks."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import comb
from typing import Final

import sympy as sp

from solver.latex import exact_latex
from solver.reader.numerals import in_digits
from solver.topics.clauses import Said
from solver.topics.discrete.packs import DECK, RANKS, SUITS, Card
from solver.topics.stories.contests.kinds import Solved, Unclear, answered, every, made

_RANKS: Final = {"ace": "A", "jack": "J", "queen": "Q", "king": "K"} | {n: n for n in RANKS if n.isdigit()}
_SUITS: Final = {suit.removesuffix("s"): suit for suit in SUITS}
_FROM: Final = r"from (?:a|the) (?:well-shuffled )?(?:standard )?(?:52-card )?(?:deck|deck of(?: 52)?(?: playing)? cards)(?: \([^()]*\))?(?: of 52 cards)?"
_TAKEN: Final = r"(?:at random |randomly )?(?:drawn|dealt|chosen|selected|picked|flipped over)(?: at random| randomly)?(?: ,? without replacement ?,?)?"


@made(
    r"\bcards?\b",
    "en",
    {
        "deck": (
            r"a standard deck of (?:52 )?cards has 13 ranks \([^()]*\) and 4 suits \([^()]*\) ,? such that there is exactly 1 card for any given rank and suit",
            r"2 of the suits \([^()]*\) are black and the other 2 suits \([^()]*\) are red",
            r"the deck is (?:randomly arranged|shuffled)",
        ),
        "taken": (
            rf"(?:when |if )?(?P<k>an?|1|\d+) cards? (?:is|are) {_TAKEN} {_FROM}",
            rf"(?:if )?(?:<who:word>|i|you) (?:draws?|picks?|chooses?) (?P<k>an?|1|\d+) cards? (?:at random )?{_FROM}",
        ),
        "ask": (r"(?:what is|find) the probability that (?P<event>[a-z0-9 ,()'/-]+)",),
    },
)  # fmt: skip
def _cards(found: list[Said]) -> Solved:
    taken, ask = every(found, "taken"), every(found, "ask")
    if len(ask) != 1 or found[-1] is not ask[0] or len(taken) > 1 or not taken and not every(found, "deck"):
        raise Unclear
    event = re.sub(r"\s+", " ", ask[0].values["event"]).strip()
    event = re.sub(r" ?\((?:or both|(?:an? )?[a-z]+ ?, ?[a-z]+ ?,? or [a-z]+)\)", "", event)
    k = None
    if taken:
        k = 1 if taken[0].values["k"] in ("a", "an") else int(taken[0].values["k"])
    elif (top := re.match(r"the top (?:(\d) cards|card)", event)) is not None:
        k = int(top[1] or 1)
    if k is None or not 1 <= k <= 5:
        raise Unclear
    return _of(event, k)


def _of(event: str, k: int) -> Solved:
    them = rf"(?:they|both(?: of (?:them|the cards))?|both cards|the cards|all(?: of them)?|all {k} cards|all {k}|the top {k} cards|the {k} cards)"
    if k == 2 and (
        both := re.fullmatch(r"the first(?: card)? is (.+) and the second(?: card)? is (.+)", event)
    ):
        return _sequence(_kind(both[1]), _kind(both[2]))
    if k > 1 and (
        alike := re.fullmatch(rf"{them} are (?P<no>not )?all (?:of )?the same (?P<what>colou?r|suit)", event)
    ):
        return _alike(alike["what"], k, negated=bool(alike["no"]))
    if k == 2 and (either := re.fullmatch(rf"{them} are either both (?P<a>.+) or both (?P<b>.+)", event)):
        return _all([_kind(either["a"]), _kind(either["b"])], k)
    if k > 1 and (
        all_ := re.fullmatch(rf"{them} are (?:(?:both|all) )?(?P<a>(?!not |either |neither ).+)", event)
    ):
        if k != 2 and re.match(r"both", event):
            raise Unclear
        return _all([_kind(all_["a"])], k)
    if k == 1 and (
        one := re.fullmatch(
            r"(?:it|the card|the top card|the drawn card)(?: drawn)? is (?P<a>(?!not |either ).+)", event
        )
    ):
        return _all([_kind(one["a"])], 1)
    raise Unclear


def _kind(words: str) -> frozenset[Card]:
    """The cards of a kind: "an ace", "red", "face cards", "a queen or a diamond".

    Raises:
        Unclear: no such kind.
    """
    parts = re.split(r" or (?=an? |the )| or ", words.strip())
    found = frozenset[Card]()
    for part in parts:
        test = _single(re.sub(r"^(?:an?|the) ", "", part.strip()))
        found |= {c for c in DECK if test(c)}
    return found


def _single(word: str) -> Callable[[Card], bool]:
    listed = re.fullmatch(r"(?:odd|even) numbers? ?\(([\d , and]+)\)", word)
    if listed is not None:
        numbers = set(re.findall(r"\d+", listed[1]))
        return lambda c: c[0] in numbers
    word = re.sub(r" cards?$", "", re.sub(r" s$", "s", word))
    stem = word.removesuffix("s")
    if stem in _SUITS:
        return lambda c: c[1] == _SUITS[stem]
    if stem in ("red", "black"):
        return lambda c: (c[1] in ("diamonds", "hearts")) == (stem == "red")
    if stem in ("face", "face card"):
        return lambda c: c[0] in ("J", "Q", "K")
    name = in_digits(stem).removesuffix("'")
    if name in _RANKS:
        return lambda c: c[0] == _RANKS[name]
    if (
        (of := re.fullmatch(r"(\w+?)s? of (\w+?)s?", word)) is not None
        and of[1] in _RANKS
        and of[2] in _SUITS
    ):
        return lambda c: c == (_RANKS[of[1]], _SUITS[of[2]])
    raise Unclear


def _all(kinds: list[frozenset[Card]], k: int) -> Solved:
    """All cards of one of these kinds."""
    if any(a & b for i, a in enumerate(kinds) for b in kinds[:i]):
        raise Unclear
    sizes = [len(kind) for kind in kinds]
    good, all_ = sum(comb(n, k) for n in sizes), comb(52, k)
    value = sp.Rational(good, all_)
    ways = "+".join(rf"\binom{{{n}}}{{{k}}}" for n in sizes)
    steps = (
        rf"Of the 52 cards, {' and '.join(str(n) for n in sizes)} are of the kind that is asked for; \({k}\) of 52 can be taken in \(\binom{{52}}{{{k}}}={all_}\) equally likely ways.",
        rf"Of these, \({ways}={good}\) fit, so the probability is \[\frac{{{good}}}{{{all_}}}={exact_latex(value)}\]",
    )
    lines = (" + ".join(f"binomial({n}, {k})" for n in sizes).join("()") + f" / binomial(52, {k})",)
    one_by_one = " + ".join("*".join(f"Rational({n - i}, {52 - i})" for i in range(k)) for n in sizes)
    return answered(value, steps, lines, (f"{one_by_one} == claimed",), "Take the cards one after the other and multiply the chances.")  # fmt: skip


def _alike(what: str, k: int, *, negated: bool) -> Solved:
    groups, each = (2, 26) if what.startswith("col") else (4, 13)
    good, all_ = groups * comb(each, k), comb(52, k)
    same = sp.Rational(good, all_)
    value = 1 - same if negated else same
    last = (
        rf"What is asked for is the opposite: \[1-{exact_latex(same)}={exact_latex(value)}\]"
        if negated
        else "That is what is asked for."
    )
    steps = (
        rf"\({k}\) of 52 cards can be taken in \(\binom{{52}}{{{k}}}={all_}\) equally likely ways; all of the same {what}: \({groups}\cdot\binom{{{each}}}{{{k}}}={good}\).",
        rf"So they are all of the same {what} with probability \(\frac{{{good}}}{{{all_}}}={exact_latex(same)}\).",
        last,
    )
    source = f"{groups}*binomial({each}, {k}) / binomial(52, {k})"
    again = "*".join(f"Rational({each - i}, {52 - i})" for i in range(1, k))
    minus = "1 - " if negated else ""
    return answered(value, steps, (f"{minus}{source}",), (f"{minus}{again} == claimed",), f"The first card is free; each next one has to be of its {what}.")  # fmt: skip


def _sequence(first: frozenset[Card], second: frozenset[Card]) -> Solved:
    both = len(first & second)
    good = len(first) * len(second) - both
    value = sp.Rational(good, 52 * 51)
    steps = (
        r"The first two cards can be dealt in \(52\cdot 51=2652\) equally likely ways.",
        rf"The first can be one of \({len(first)}\), the second one of \({len(second)}\)"
        + (
            rf", but not the same card: \({len(first)}\cdot {len(second)}-{both}={good}\)."
            if both
            else rf": \({len(first)}\cdot {len(second)}={good}\)."
        ),
        rf"The probability is \[\frac{{{good}}}{{2652}}={exact_latex(value)}\]",
    )
    lines = (f"Rational({len(first)}*{len(second)} - {both}, 52*51)",)
    a, b = (sorted(s) for s in (first, second))
    checked = (
        f"first, second = {a}, {b}",
        "Rational(len([1 for a in first for b in second if a != b]), 52*51) == claimed",
    )
    return answered(value, steps, lines, checked, "Every pair of such cards was listed.")
