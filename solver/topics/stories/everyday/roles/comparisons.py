"""Amounts that are told by how they compare: so many more or fewer, so many times as many, together so many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from solver.topics.stories.everyday.roles.casting import WORK_OUT, Cast, Part, kind
from solver.topics.stories.school.working import Term, Unfit, Working, num

_A, _B = r"(?:the |mr |mrs |miss |ms )?(?P<a>[a-z]+)", r"(?:the |mr |mrs |miss |ms )?(?P<b>[a-z]+)"
_HAS: Final = r"(?:has|have|had|got|is|are|was|were|weighs|costs|cost|earns|earned|saved|scored|collected|read|reads|picked|sold|sells|made|caught|baked|walked|ran|bought|owns|drinks|ate|planted)"
_MORE_WORDS: Final = r"(?:more|older|taller|heavier|longer|dearer|larger|bigger|wider)"
_LESS_WORDS: Final = r"(?:fewer|less|younger|shorter|lighter|cheaper|smaller|narrower)"
_UNIT: Final = r"(?: (?:years?|[a-z]+))?"
_THING: Final = r"(?: [a-z]+){0,2}?"
_BEHIND: Final = r"(?: (?:does|do|did|has|have|is|are))?"


@kind(
    rf"\b(?:{_MORE_WORDS}|{_LESS_WORDS}|times)\b",
    {
        "more": (rf"{_A} {_HAS} <d>{_UNIT} {_MORE_WORDS}{_THING} than {_B}{_BEHIND}",),
        "less": (rf"{_A} {_HAS} <d>{_UNIT} {_LESS_WORDS}{_THING} than {_B}{_BEHIND}",),
        "times": (rf"{_A} {_HAS} <k> times (?:as (?:many|much|old|heavy|long|tall|far|expensive)(?: [a-z]+){{0,3}}? as|the (?:number|amount|age|weight)(?: of [a-z]+)? (?:of|that)) {_B}{_BEHIND}", rf"{_A} {_HAS} <f> (?:as (?:many|much|old|heavy|long|tall)(?: [a-z]+){{0,3}}? as|of the (?:number|amount) of(?: [a-z]+ (?:of|that))?) {_B}{_BEHIND}"),
        "sum": (r"(?:add up to|adds up to|totals?|sum (?:of [a-z ']+ )?is|total (?:of [a-z ']+ )?is) <s>(?: [a-z]+)?", r"(?:have|had|has|there are|collected|sold|scored|saved|made|picked|weigh|cost|earned|is|are) (?:an? (?:total|sum) of )?<s>(?: [a-z]+){0,2}? (?:altogether|in all|in total|between them|together)", r"(?:together|altogether|in total|in all),? (?:they |there |the (?:\w+ ){1,2})?(?:have|had|are|collected|sold|scored|saved|made|picked|weigh|cost|earned) <s>(?: [a-z]+)?", r"(?:[a-z]+ and [a-z]+|they) (?:together )?(?:have|had|collected|sold|scored|saved|made|picked|weigh|cost|earned|share) (?:a total of )?<s>(?: [a-z]+)?"),
        "people": (r"(?:ages|weights|heights|scores|masses) of (?:the )?<z> [a-z]+",),
        "known": (rf"{_A} {_HAS} <n>{_UNIT}(?: old)?",),
    },
    {
        "one": (r"how old is (?P<x>[a-z]+)(?: now)?", r"how (?:many|much) [a-z ]*?(?:does|do|did) (?:the |mr |mrs |miss |ms )?(?P<x>[a-z]+) (?:have|weigh|earn|cost|save|score|collect|read|pick|sell|make|catch|bake|own|get|buy|plant)(?: [a-z]+)?"),
        "all": (r"how (?:many|much) [a-z ]*?(?:do|did) (?:they|the \d [a-z]+|all \d of them|the [a-z]+) (?:all )?(?:have|weigh|earn|cost|save|score|collect|read|pick|sell|make|catch|bake|own|get|buy|plant)(?: (?:altogether|together|in all|in total))", rf"{WORK_OUT} the (?:total|sum) of (?:their ages|the \d ages)"),
        "apart": (r"how (?:many|much) (?:more|fewer|less) [a-z ]*?(?:does|do|did) (?P<x>[a-z]+) (?:have|weigh|earn|cost|save|score|collect|read|pick|sell|make|catch|bake|own) than (?P<y>[a-z]+)",),
    },
    allowed="more less fewer than times together altogether total sum all",
)  # fmt: skip
def _compared(cast: Cast, work: Working) -> None:
    """Who has how many, each told by another; one of them or their total is known."""
    relations = cast.all("more", "less", "times")
    known, sums = cast.all("known"), cast.all("sum")
    if not relations or len(known) + len(sums) != 1:
        raise Unfit
    names = _names(relations)
    people = cast.maybe("people")
    if people is not None and people["z"].value != len(names):
        raise Unfit
    if known:
        if known[0].words["a"] not in names or "together" in cast.plain or "altogether" in cast.plain:
            raise Unfit
        amounts = _from(known[0].words["a"], known[0]["n"], relations, work)
    else:
        amounts = _from_the_sum(sums[0]["s"], names, relations, work)
    x, y = cast.asked.words.get("x", ""), cast.asked.words.get("y", "")
    if cast.asked.role == "all":
        if not known:
            raise Unfit
        total = amounts[names[0]]
        for name in names[1:]:
            total = total + amounts[name]
        work.give(work.step("all together", total), "", "the total")
        return
    if x not in amounts or y and y not in amounts or not y and amounts[x].made is None:
        raise Unfit
    found = work.step("the difference", amounts[x] - amounts[y]) if y else amounts[x]
    work.give(found, "", "the difference" if y else x.capitalize())


def _names(relations: list[Part]) -> list[str]:
    """All who are compared; each is told by another once, so that all hang together."""
    names = list(dict.fromkeys(name for r in relations for name in (r.words["a"], r.words["b"])))
    if len(names) != len(relations) + 1 or any(name in _NOBODY for name in names):
        raise Unfit
    return names


_NOBODY: Final = frozenset(
    "it they he she them him her that this which who there and is are one other others another each total".split()
)


def _from(name: str, amount: Term, relations: list[Part], work: Working) -> dict[str, Term]:
    """All amounts, from that of one of them."""
    amounts, left = {name: amount}, list(relations)
    while left:
        ready = next((r for r in left if (r.words["a"] in amounts) is not (r.words["b"] in amounts)), None)
        if ready is None:
            raise Unfit
        left.remove(ready)
        a, b = ready.words["a"], ready.words["b"]
        if b in amounts:
            amounts[a] = work.step(f"{a.capitalize()}", _told(ready, amounts[b]))
        else:
            amounts[b] = work.step(f"{b.capitalize()}", _told_back(ready, amounts[a]))
    return amounts


def _told(relation: Part, other: Term) -> Term:
    if relation.role == "more":
        return other + relation["d"]
    if relation.role == "less":
        return other - relation["d"]
    return other * (relation["k"] if "k" in relation.numbers else relation["f"])


def _told_back(relation: Part, one: Term) -> Term:
    if relation.role == "more":
        return one - relation["d"]
    if relation.role == "less":
        return one + relation["d"]
    return one / (relation["k"] if "k" in relation.numbers else relation["f"])


@dataclass(frozen=True, slots=True)
class _Share:
    """So many times the first amount, and so much more."""

    times: Fraction
    more: Fraction


def _from_the_sum(total: Term, names: list[str], relations: list[Part], work: Working) -> dict[str, Term]:
    """All amounts from their sum: as so many times the smallest part, with what is too much taken off."""
    shares = {names[0]: _Share(Fraction(1), Fraction(0))}
    for _ in relations:
        for r in relations:
            a, b = r.words["a"], r.words["b"]
            factor = (r.numbers.get("k") or r.numbers.get("f") or num(1)).value
            more = r["d"].value * (1 if r.role == "more" else -1) if r.role != "times" else Fraction(0)
            if b in shares and a not in shares:
                shares[a] = _Share(shares[b].times * factor, shares[b].more * factor + more)
            elif a in shares and b not in shares and factor:
                shares[b] = _Share(shares[a].times / factor, (shares[a].more - more) / factor)
    if len(shares) != len(names):
        raise Unfit
    base = min(names, key=lambda name: (shares[name].times, shares[name].more))
    scale, shift = shares[base].times, shares[base].more
    told = {n: _Share(s.times / scale, s.more - s.times / scale * shift) for n, s in shares.items()}
    over = sum((share.more for share in told.values()), Fraction(0))
    times = sum((share.times for share in told.values()), Fraction(0))
    rest = total
    if over:
        rest = work.step(f"all together, if each were so many times what {base.capitalize()} has", total - num(over) if over > 0 else total + num(-over))  # fmt: skip
    amounts = {base: work.step(f"{base.capitalize()}", rest / num(times))}
    return _from(base, amounts[base], relations, work)


@kind(
    r"\b(?:pieces|parts|numbers)\b",
    {
        "two": (r"\b2 (?:pieces|parts|sections)",),
        "times": (r"\b(?:one|1|the (?:longer|first|larger|other))(?: (?:piece|part|of them))? (?:is|being|measures) <k> times (?:as long as|the length of|longer than) the (?:other|shorter|second|smaller)(?: (?:one|piece|part))?",),
        "more": (r"\b(?:one|1|the (?:longer|first|larger))(?: (?:piece|part|of them))? (?:is|being) <d> (?:m|cm|km|ft|feet|inches) longer than the (?:other|shorter|second)(?: (?:one|piece|part))?", r"\b(?:one|1|the (?:shorter|second))(?: (?:piece|part|of them))? (?:is|being) <d> (?:m|cm|km|ft|feet|inches) shorter than the (?:other|longer|first)(?: (?:one|piece|part))?"),
        "whole": (r"<t> (?:m|cm|km|ft|feet|inches|metres|meters|kg|g|l)? ?(?:[a-z]+ ){0,3}?(?:rope|ribbon|wire|string|plank|pole|piece of [a-z]+|length of [a-z]+|stick|log|board|pipe|cable|wood)", r"(?:rope|ribbon|wire|string|plank|pole|stick|log|board|pipe|cable|piece of [a-z]+)(?: (?:of length|measuring|that is|which is|is|of))? <t> (?:m|cm|km|ft|feet|inches)(?: long)?", r"<t> (?:m|cm|feet|inches)(?: long)?"),
    },
    {
        "long": (r"how long is the (?:longer|longest|larger|bigger)(?: (?:piece|part|one|of [a-z0-9 ]+))?", rf"{WORK_OUT} the length of the (?:longer|longest|larger)(?: (?:piece|part|one))?"),
        "short": (r"how long is the (?:shorter|shortest|smaller)(?: (?:piece|part|one|of [a-z0-9 ]+))?", rf"{WORK_OUT} the length of the (?:shorter|shortest|smaller)(?: (?:piece|part|one))?"),
    },
)  # fmt: skip
def _two_pieces(cast: Cast, work: Working) -> None:
    """A whole in two pieces, the one so many times as long as the other, or so much longer."""
    whole, times, more = cast.one("whole")["t"], cast.maybe("times"), cast.maybe("more")
    cast.one("two")
    if (times is None) is (more is None) or times is not None and (times["k"].value <= 1 or "longer than" in times.text):  # fmt: skip
        raise Unfit
    if times is not None:
        parts = work.step("the whole in parts as long as the shorter one", times["k"] + num(1), "parts")
        short = work.step("the shorter one", whole / parts)
        long = short * times["k"]
    else:
        assert more is not None
        short = work.step("the shorter one: without what is too much, half of it", (whole - more["d"]) / num(2))  # fmt: skip
        long = short + more["d"]
    if cast.asked.role == "short":
        work.give(short, "", "the shorter one")
    else:
        work.give(work.step("the longer one", long), "", "the longer one")


@kind(
    r"\bthan\b",
    {"amount": (r"<n>",)},
    {"apart": (r"(?:how (?:much|many) (?:farther|further|longer|more|heavier|taller|fewer|less|higher|shorter|lighter|cheaper|dearer|older|colder|warmer)|what fraction (?:of an? [a-z]+ )?(?:more|farther|further|longer|less)|by how much)(?P<x>[a-z' ]*?) than (?P<y>[a-z' ]+)",)},
    allowed="first second",
)  # fmt: skip
def _apart(cast: Cast, work: Working) -> None:
    """Two amounts, each with its name, day or place: by how much they differ."""
    amounts = cast.all("amount")
    if len(amounts) != 2 or len(cast.parts) != 2:
        raise Unfit
    cut = re.compile(r"[.,;]| and | while | but ").finditer(cast.plain, amounts[0].at, amounts[1].at)
    ends = [m.start() for m in cut]
    if not ends:
        raise Unfit
    clauses = [set(re.findall("[a-z]+", text)) for text in (cast.plain[: ends[-1]], cast.plain[ends[-1] :])]
    x, y = (set(re.findall("[a-z]+", cast.asked.words.get(name, ""))) for name in ("x", "y"))
    x, y = x - y - _NOBODY - _EMPTY, y - x - _NOBODY - _EMPTY
    first = (bool(x & (clauses[0] - clauses[1])), bool(y & (clauses[1] - clauses[0])))
    turned = (bool(x & (clauses[1] - clauses[0])), bool(y & (clauses[0] - clauses[1])))
    if all(first) is all(turned) or any(first) and any(turned):
        raise Unfit
    one, other = amounts if all(first) else reversed(amounts)
    fewer = re.search(r"\b(?:fewer|less|shorter|lighter|cheaper|colder)\b", cast.asked.text)
    more, less = (other, one) if fewer else (one, other)
    work.give(work.step("the difference", more["n"] - less["n"]), "", "the difference")


_EMPTY: Final = frozenset(
    "the a an of on in at to for did does do was were he she they his her their than".split()
)
