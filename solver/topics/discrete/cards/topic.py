"""The probability of what is drawn from a pack of 52 cards (or 54, where it is said), and how many hands there are.

Read (`english`, `chinese`): one card of some suits, ranks or colours, or no such; several without or with putting back, all, none, at least one or exactly so many
of a kind, one kind first and another second, all of one suit or colour; hands with a number of a kind. Not: conditional chances, games and their names for hands, a
pack whose jokers are left open.
"""

from __future__ import annotations

import re
from math import comb
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.cards.chinese import chinese
from solver.topics.discrete.cards.english import english
from solver.topics.discrete.cards.packs import JOKERS, RANKS, SUITS, Drawn, Kind
from solver.topics.prepared import Prepared

WORDS: Final = {
    "deck": Words("The pack has \\({n}\\) cards, all equally likely: 4 suits with 13 ranks each{jokers}.", "共有 \\({n}\\) 张牌，每张被抽到的可能性相同：4 种花色，每种 13 张{jokers}。"),
    "jokers": Words(", and two jokers", "，另有大王、小王各一张"),
    "kind": Words("Of these, \\({m}\\) are {name}.", "其中{name}有 \\({m}\\) 张。"),
    "union": Words("Of these, \\({parts}\\) are {names}{both}: together \\({sum}={m}\\).", "其中{names}分别有 \\({parts}\\) 张{both}，共 \\({sum}={m}\\) 张。"),
    "both": Words("; \\({k}\\) is counted twice", "，有 \\({k}\\) 张重复"),
    "one": Words("So the probability is \\[P=\\frac{{{m}}}{{{n}}}{reduced}\\]", "所以概率为 \\[P=\\frac{{{m}}}{{{n}}}{reduced}\\]"),
    "choices": Words("The order does not matter: there are \\(\\binom{{{n}}}{{{k}}}={all}\\) ways to draw \\({k}\\) cards.", "不计顺序，取 \\({k}\\) 张共有 \\(\\mathrm{{C}}_{{{n}}}^{{{k}}}={all}\\) 种取法。"),
    "good": Words("Of these, {product} have {what}.", "其中{what}的有 {product} 种。"),
    "none": Words("None of the kind: {product} ways. The others have at least one, so \\[P=1-\\frac{{{bad}}}{{{all}}}={value}\\]", "一张也没有的取法有 {product} 种，其余的至少有一张，所以 \\[P=1-\\frac{{{bad}}}{{{all}}}={value}\\]"),
    "value": Words("So \\[P=\\frac{{{good}}}{{{all}}}={value}\\]", "所以 \\[P=\\frac{{{good}}}{{{all}}}={value}\\]"),
    "back": Words("The card is put back, so each draw has the same chance \\(\\frac{{{m}}}{{{n}}}\\), whatever came before: \\[P={shown}={value}\\]", "每次放回后再抽，各次抽到的概率都是 \\(\\frac{{{m}}}{{{n}}}\\)，互不影响：\\[P={shown}={value}\\]"),
    "order": Words("The first card is one of \\({a}\\) of \\({n}\\). Then \\({rest}\\) cards are left, and \\({b}\\) of them are {second}: \\[P=\\frac{{{a}}}{{{n}}}\\times\\frac{{{b}}}{{{rest}}}={value}\\]", "第一张有 \\({a}\\) 张可选（共 \\({n}\\) 张）；之后剩 \\({rest}\\) 张，其中{second}有 \\({b}\\) 张：\\[P=\\frac{{{a}}}{{{n}}}\\times\\frac{{{b}}}{{{rest}}}={value}\\]"),
    "pairs": Words("Two cards can come in \\({n}\\times {rest}={all}\\) equally likely orders. The first is one of \\({a}\\), the second one of \\({b}\\), but not the same card, of which both have \\({both}\\): \\({a}\\times {b}-{both}={good}\\) of them fit. \\[P=\\frac{{{good}}}{{{all}}}={value}\\]", "依次抽两张共有 \\({n}\\times {rest}={all}\\) 种等可能的结果。第一张有 \\({a}\\) 张可选，第二张有 \\({b}\\) 张可选，但不能是同一张（有 \\({both}\\) 张两者都算）：符合的有 \\({a}\\times {b}-{both}={good}\\) 种。\\[P=\\frac{{{good}}}{{{all}}}={value}\\]"),
    "groups": Words("All of the drawn cards are {names} in \\({product}={good}\\) of these ways.", "其中所抽的牌全是{names}的取法有 \\({product}={good}\\) 种。"),
    "or": Words(", or all are ", "，或全是"),
    "other": Words("In all other cases they are not: \\[P=1-\\frac{{{good}}}{{{all}}}={value}\\]", "其余情形都不是，所以 \\[P=1-\\frac{{{good}}}{{{all}}}={value}\\]"),
    "hands": Words("So there are \\({value}\\) such hands.", "所以这样的牌共有 \\({value}\\) 手。"),
    "all_of": Words("only such cards", "全是这种牌"),
    "exactly": Words("exactly \\({j}\\) of the kind", "恰有 \\({j}\\) 张这种牌"),
    "code": Words("good cards and all cards", "符合的牌数与总牌数"),
    "chance": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "number": Words("The number is \\({answer}\\).", "共有 \\({answer}\\) 种。"),
    "method": Words("every card of the pack was written down, and the draws were counted one after the other", "列出整副牌，按先后逐张计数"),
}  # fmt: skip


def read(text: Text) -> Prepared | None:
    """A question for a chance or a number of hands."""
    if not re.search(r"(?i)\bcards?\b|deck|扑克|纸牌", text.source):
        return None
    in_chinese = text.language == "zh"
    found = chinese(re.sub(r"[\s$]", "", text.source)) if in_chinese else english(text.source)
    return None if found is None else _task(found, text.language)


def _good(found: Drawn) -> tuple[tuple[tuple[int, int], ...], int, str]:
    """The choices whose product says how many of the unordered draws fit, this number, and the words for it."""
    n, m, k = len(found.deck), len(found.kind), found.count
    if found.wanted in ("all", "none"):
        size = m if found.wanted == "all" else n - m
        return ((size, k),), comb(size, k), "all_of"
    j = int(found.wanted)
    return ((m, j), (n - m, k - j)), comb(m, j) * comb(n - m, k - j), "exactly"


_Told = tuple[list[str], list[str]]
"""Steps and lines of the cell."""


def _task(found: Drawn, say: Language) -> Prepared | None:
    n, k = len(found.deck), found.count
    if not 1 <= k <= 13 or not found.kind or found.wanted.isdigit() and int(found.wanted) > k:
        return None
    steps = [WORDS["deck"].say(say, n=n, jokers=WORDS["jokers"].say(say) if n == 54 else "")]
    if found.wanted not in ("order", "alike", "unlike") and found.parts:
        steps.append(_counted(found, say))
    told: _Told | None
    if found.wanted == "order":
        told = _in_order(found, say)
    elif found.wanted in ("alike", "unlike"):
        told = _in_groups(found, say)
    elif k == 1 and not found.hands:
        m, value = len(found.kind), sp.Rational(len(found.kind), n)
        reduced = "" if value.q == n else f"={latex(value)}"
        told = [WORDS["one"].say(say, m=m, n=n, reduced=reduced)], [f"good, cards = {m}, {n}", "Rational(good, cards)"]  # fmt: skip
    else:
        told = _put_back(found, say) if found.back else _at_once(found, say)
    if told is None:
        return None
    more, lines = told
    source = cell(comment(WORDS["code"].say(say)), *lines)
    sentence = WORDS["number" if found.hands else "chance"]
    return Prepared(say, (*steps, *more), source, _tests(found), WORDS["method"], sentence)


def _in_order(found: Drawn, say: Language) -> _Told:
    assert found.second is not None
    n, a, b = len(found.deck), len(found.kind), len(found.second)
    both = 0 if found.back else len(found.kind & found.second)
    rest = n if found.back else n - 1
    value = sp.Rational(a * b - both, n * rest)
    if both and not found.kind <= found.second:
        step = WORDS["pairs"].say(say, n=n, rest=rest, all=n * rest, a=a, b=b, both=both, good=a * b - both, value=latex(value))  # fmt: skip
        return [step], [f"good = {a}*{b} - {both}", f"Rational(good, {n}*{rest})"]
    b -= both // a
    name = _name(found.parts[1][0], b, say)
    return [WORDS["order"].say(say, a=a, n=n, rest=rest, b=b, second=name, value=latex(value))], [f"Rational({a}, {n})*Rational({b}, {rest})"]  # fmt: skip


def _in_groups(found: Drawn, say: Language) -> _Told:
    """All of one suit, of one colour, or of one of two kinds; or not so."""
    n, k, sizes = len(found.deck), found.count, [len(kind) for _, kind in found.parts]
    total, good = comb(n, k), sum(comb(m, k) for m in sizes)
    ways = "+".join(_choices(m, k, say) for m in sizes)
    names = WORDS["or"].say(say).join(_name(name, m, say) for (name, _), m in zip(found.parts, sizes, strict=True))  # fmt: skip
    unlike = found.wanted == "unlike"
    chance = sp.Rational(good, total)
    steps = [
        WORDS["choices"].say(say, n=n, k=k, all=total),
        WORDS["groups"].say(say, names=names, product=ways, good=good),
        WORDS["other" if unlike else "value"].say(say, good=good, all=total, value=latex(1 - chance if unlike else chance)),
    ]  # fmt: skip
    source = " + ".join(f"binomial({m}, {k})" for m in sizes)
    return steps, [f"good = {source}", f"{'1 - ' if unlike else ''}good/binomial({n}, {k})"]


def _put_back(found: Drawn, say: Language) -> _Told:
    n, m, k = len(found.deck), len(found.kind), found.count
    p = sp.Rational(m, n)
    if found.wanted == "some":
        value, shown = 1 - (1 - p) ** k, rf"1-\left({latex(1 - p)}\right)^{{{k}}}"
        line = f"1 - (1 - p)**{k}"
    else:
        j = {"all": k, "none": 0}.get(found.wanted)
        j = int(found.wanted) if j is None else j
        value = comb(k, j) * p**j * (1 - p) ** (k - j)
        line = f"binomial({k}, {j})*p**{j}*(1 - p)**{k - j}"
        one, other = rf"\left({latex(p)}\right)^{{{j}}}", rf"\left({latex(1 - p)}\right)^{{{k - j}}}"
        shown = one if j == k else other if j == 0 else rf"{_choices(k, j, say)}{one}{other}"
    return [WORDS["back"].say(say, m=m, n=n, shown=shown, value=latex(value))], [
        f"p = Rational({m}, {n})",
        line,
    ]


def _at_once(found: Drawn, say: Language) -> _Told | None:
    n, m, k = len(found.deck), len(found.kind), found.count
    total = comb(n, k)
    steps = [WORDS["choices"].say(say, n=n, k=k, all=total)]
    if found.wanted == "some":
        bad = comb(n - m, k)
        if found.hands:
            return None
        product = rf"\({_choices(n - m, k, say)}={bad}\)"
        steps.append(WORDS["none"].say(say, product=product, bad=bad, all=total, value=latex(1 - sp.Rational(bad, total))))  # fmt: skip
        return steps, [f"1 - binomial({n - m}, {k})/binomial({n}, {k})"]
    pairs, good, key = _good(found)
    if found.parts:
        what = (
            WORDS["exactly"].say(say, j=0) if found.wanted == "none" else WORDS[key].say(say, j=found.wanted)
        )
        product = r"\times ".join(_choices(a, b, say) for a, b in pairs)
        steps.append(WORDS["good"].say(say, product=rf"\({product}={good}\)", what=what))
    source = "*".join(f"binomial({a}, {b})" for a, b in pairs)
    if found.hands:
        return [*steps, WORDS["hands"].say(say, value=good)], [source]
    steps.append(WORDS["value"].say(say, good=good, all=total, value=latex(sp.Rational(good, total))))
    return steps, [f"good = {source}", f"good/binomial({n}, {k})"]


def _choices(n: int, k: int, say: Language) -> str:
    return rf"\mathrm{{C}}_{{{n}}}^{{{k}}}" if say == "zh" else rf"\binom{{{n}}}{{{k}}}"


def _counted(found: Drawn, say: Language) -> str:
    if len(found.parts) == 1:
        name, kind = found.parts[0]
        return WORDS["kind"].say(say, m=len(kind), name=_name(name, len(kind), say))
    sizes = [len(kind) for _, kind in found.parts]
    twice = sum(sizes) - len(found.kind)
    names = ("、" if say == "zh" else " and ").join(_name(n, len(k), say) for n, k in found.parts)
    total = "+".join(map(str, sizes)) + (f"-{twice}" if twice else "")
    both = WORDS["both"].say(say, k=twice) if twice else ""
    parts = ("、" if say == "zh" else r"\) and \(").join(map(str, sizes))
    return WORDS["union"].say(say, parts=parts, names=names, both=both, sum=total, m=len(found.kind))


def _name(name: str, size: int, say: Language) -> str:
    if say == "zh":
        return name
    bare = re.sub(r"^(?:an?|the)\s+", "", name)
    if size == 1 or bare.startswith("not "):
        return bare
    plural = re.sub(r"\b(ace|king|queen|jack|card|seven|eight|nine|ten|two|three|four|five|heart|spade|diamond|club|\d)\b(?!s)(?!\s+(?:of|card))", r"\1s", bare)  # fmt: skip
    return f"{plural} cards" if plural in ("red", "black") else plural


def _tests(found: Drawn) -> tuple[str, ...]:
    """The draws one after the other: a table of how many of the kind have come."""
    head = (
        "deck = [(rank, suit) for rank in range(1, 14) for suit in range(4)]"
        + (" + [(14, 4), (14, 5)]" if len(found.deck) == 54 else ""),
        f"kind = {exact_source(sorted(_numbers(found.kind)))}",
    )
    if found.wanted == "order":
        assert found.second is not None
        again = "True" if found.back else "a != b"
        return (
            *head,
            f"second = {exact_source(sorted(_numbers(found.second)))}",
            f"pairs = [(a, b) for a in deck for b in deck if {again}]",
            "answer == Rational(sum(a in kind and b in second for a, b in pairs), len(pairs))",
        )
    if found.wanted in ("alike", "unlike"):
        sizes = [len(kind) for _, kind in found.parts]
        return (
            f"groups, cards = {sizes}, {len(found.deck)}",
            f"alike = sum(prod(Rational(m - i, cards - i) for i in range({found.count})) for m in groups)",
            f"answer == {'1 - ' if found.wanted == 'unlike' else ''}alike",
        )
    j = {"all": "came == draws", "none": "came == 0", "some": "came > 0"}.get(found.wanted) or f"came == {found.wanted}"  # fmt: skip
    n = "len(deck)" if found.back else "(len(deck) - drawn)"
    taken, left = ("0", "0") if found.back else ("came", "(drawn - came)")
    total = f"binomial(len(deck), {found.count})" if found.hands else "1"
    return (
        *head,
        f"draws, chances = {found.count}, {{0: Integer(1)}}",
        "for drawn in range(draws):",
        "    after = {}",
        "    for came, chance in chances.items():",
        f"        good = Rational(len(kind) - {taken}, {n})",
        f"        bad = Rational(len(deck) - len(kind) - {left}, {n})",
        "        after[came + 1] = after.get(came + 1, 0) + chance*good",
        "        after[came] = after.get(came, 0) + chance*bad",
        "    chances = after",
        f"answer == {total}*sum(chance for came, chance in chances.items() if {j})",
    )


def _numbers(kind: Kind) -> list[tuple[int, int]]:
    jokers = {("big", "joker"): (14, 4), ("small", "joker"): (14, 5)}
    return [jokers[c] if c in JOKERS else (RANKS.index(c[0]) + 1, SUITS.index(c[1])) for c in kind]
