"""The probability of what is drawn from a pack of 52 cards (or 54, where it is said), and how many hands there are.

Read: one card of some suits, ranks or colours, or no such; several without or with putting back, all, none, at least one or exactly so many of a kind, one kind
first and another second; hands with a number of a kind. Not: conditional chances, games and their names for hands, a pack whose jokers are left open.
"""

from __future__ import annotations

import re
from math import comb
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.base import Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.discrete.packs import DECK, JOKERS, RANKS, SUITS, Drawn, Kind, chinese
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
    "hands": Words("So there are \\({value}\\) such hands.", "所以这样的牌共有 \\({value}\\) 手。"),
    "all_of": Words("only such cards", "全是这种牌"),
    "exactly": Words("exactly \\({j}\\) of the kind", "恰有 \\({j}\\) 张这种牌"),
    "code": Words("good cards and all cards", "符合的牌数与总牌数"),
    "chance": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
    "number": Words("The number is \\({answer}\\).", "共有 \\({answer}\\) 种。"),
    "method": Words("every card of the pack was written down, and the draws were counted one after the other", "列出整副牌，按先后逐张计数"),
}  # fmt: skip
_NAMES: Final = {"ace": "A", "king": "K", "queen": "Q", "jack": "J", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}  # fmt: skip
_RANK: Final = r"(?P<rank>aces?|kings?|queens?|jacks?|(?:10|[2-9])s?|twos?|threes?|fours?|fives?|six(?:es)?|sevens?|eights?|nines?|tens?)"
_SUIT: Final = r"(?P<suit>hearts?|spades?|diamonds?|clubs?)"
_COLOUR: Final = r"(?P<colour>red|black)"
_KIND: Final = re.compile(
    rf"(?:an?\s+|the\s+)?(?:{_RANK}\s+of\s+{_SUIT}|{_COLOUR}\s+{_RANK.replace('P<rank>', 'P<rank2>')}|{_COLOUR.replace('P<colour>', 'P<colour2>')}(?:\s+cards?)?|{_COLOUR.replace('P<colour>', 'P<colour3>')}\s+(?P<face2>face|picture|court)\s+cards?"
    rf"|{_SUIT.replace('P<suit>', 'P<suit2>')}|(?P<face>face|picture|court)\s+cards?|{_RANK.replace('P<rank>', 'P<rank3>')})"
)
_NUMBER: Final = r"(?:\d+|an?|one|two|three|four|five|six|seven)"
_COUNTS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_PACK: Final = r"(?:(?:an?|the)\s+)?(?:(?:standard|regular|ordinary|normal|full|well|shuffled|well-shuffled|complete|fair|52[\s-]card|52|single|usual)\s+)*(?:deck|pack)(?:\s+of\s+(?:(?:52|playing|standard)\s+)*cards|\s+of\s+52)?(?:\s+without\s+jokers)?"
_DRAW: Final = r"(?:drawn|dealt|selected|chosen|picked|taken)"
_HOW: Final = r"(?P<how>(?:\s*,?\s*(?:at\s+random|randomly|in\s+succession|in\s+a\s+row|one\s+after\s+(?:the\s+other|another)|one\s+by\s+one|without\s+(?:replacement|replacing\s+(?:it|them|the\s+first(?:\s+card)?))|with\s+replacement|simultaneously|at\s+once|at\s+the\s+same\s+time|together))*)"
_FROM: Final = rf"(?:\s+(?:from|out\s+of)\s+{_PACK})"
_OPENED: Final = re.compile(
    rf"(?:(?:if|suppose(?:\s+that)?|from\s+{_PACK}\s*,)\s+)?(?P<k>{_NUMBER})\s+(?:single\s+)?cards?\s+(?:is|are)\s+(?:randomly\s+)?{_DRAW}{_HOW}{_FROM}?{_HOW.replace('P<how>', 'P<how2>')}\s*[.,;]\s*(?P<rest>.+)"
)
_BACK: Final = re.compile(rf"a\s+card\s+is\s+{_DRAW}{_FROM}?\s*(?:and\s+replaced|,?\s*(?:and\s+)?put\s+back|,?\s*(?:and\s+)?replaced)\s*,?\s*(?:and\s+)?(?:then\s+)?(?:another|a\s+second)(?:\s+(?:one|card))?\s+is\s+{_DRAW}\s*[.,;]\s*(?P<rest>.+)")  # fmt: skip
_ASK: Final = r"(?:what\s+is|find|determine|calculate|compute)\s+the\s+(?:probability|chance)\s+"
_ASKED: Final = re.compile(rf"{_ASK}(?:(?:that|of)\s+)?(?P<event>.+?){_FROM}?{_HOW}\s*[.?]?")
_HANDS: Final = re.compile(rf"how\s+many\s+(?:different\s+)?(?P<k>\d+|five|two|three|four|six|seven)[\s-]card\s+(?:poker\s+)?hands\s+(?:(?:can\s+be\s+(?:dealt|drawn|made|formed)|are\s+there|are\s+possible)(?:\s+(?:from|with|using)\s+{_PACK})?|(?P<what>(?:contain|have|consist\s+of).+?))\s*[.?]?")  # fmt: skip


def read(text: Text) -> Prepared | None:
    """A question for a chance or a number of hands."""
    if not re.search(r"(?i)\bcards?\b|deck|扑克|纸牌", text.source):
        return None
    if text.language == "zh":
        found = chinese(re.sub(r"[\s$]", "", text.source))
    else:
        found = _english(" ".join(in_digits(re.sub(r"[$]", "", text.source)).lower().split()))
    return None if found is None else _task(found, text.language)


def _english(source: str) -> Drawn | None:
    if (hands := _HANDS.fullmatch(source)) is not None:
        count = _COUNTS.get(hands["k"]) or int(hands["k"])
        if hands["what"] is None:
            return Drawn(count, False, DECK, (), "all", hands=True) if count <= 13 else None
        return _contained(count, hands["what"])
    back = _BACK.fullmatch(source)
    opened = back or _OPENED.fullmatch(source)
    count = 2 if back else _COUNTS.get(opened["k"]) or int(opened["k"]) if opened else 1
    asked = _ASKED.fullmatch(opened["rest"] if opened else source)
    if asked is None or not re.search(r"\b(?:deck|pack|52)\b", source) and not (opened and re.search(r"spade|heart|diamond|club", source)):  # fmt: skip
        return None
    how = source if not opened else " ".join(filter(None, (asked["how"], *((opened["how"], opened["how2"]) if not back else ()))))  # fmt: skip
    with_back = back is not None or "with replacement" in how
    event = re.sub(r"^(?:drawing|getting|selecting|choosing|picking|obtaining)\s+", "", asked["event"])
    if event.startswith("not drawing "):
        event = event.replace("not drawing ", "not ", 1)
    if not opened and (match := re.fullmatch(rf"(?P<k>{_NUMBER})\s+(?P<kind>.+)", event)) and _kind(match["kind"]) and match["k"] not in ("a", "an", "one") and not match["k"].isdigit():  # fmt: skip
        count, event = _COUNTS[match["k"]], f"all are {match['kind']}"
        if count > 1 and "replac" not in source:
            return None  # put back or not?
    if "replac" in source and not with_back and "without" not in source:
        return None
    return _event(event, count, with_back)


def _kind(text: str) -> Kind | None:
    match = _KIND.fullmatch(text.strip())
    if match is None:
        return None
    found, groups = DECK, match.groupdict()
    for name, value in groups.items():
        if value is None:
            continue
        if name.startswith("rank"):
            word = value if value.isdigit() else re.sub(r"(?:(?<=x)es|s)$", "", value)
            found &= frozenset(c for c in DECK if c[0] == _NAMES.get(word, word))
        elif name.startswith("suit"):
            found &= frozenset(c for c in DECK if c[1] == value.rstrip("s") + "s")
        elif name.startswith("face"):
            found &= frozenset(c for c in DECK if c[0] in "JQK")
        else:
            red = frozenset(c for c in DECK if c[1] in ("hearts", "diamonds"))
            found &= red if value == "red" else DECK - red
    return found or None


def _either(text: str) -> tuple[tuple[str, Kind], ...] | None:
    """`a heart or a king` as its parts."""
    parts = re.split(r"\s*,?\s+or\s+(?:it\s+is\s+)?|\s*,\s+", re.sub(r"^either\s+", "", text))
    kinds = [(part.strip(), _kind(part)) for part in parts]
    return tuple((n, k) for n, k in kinds if k) if all(k for _, k in kinds) else None


_SUBJECT: Final = r"(?:(?:it|the\s+card(?:\s+(?:drawn|chosen|selected))?|this\s+card)\s+is\s+|(?:the\s+card\s+)?(?:drawn\s+)?is\s+)?"


def _event(event: str, count: int, back: bool) -> Drawn | None:
    if count == 1:
        match = re.fullmatch(rf"{_SUBJECT}(?P<neg>(?:not|neither)\s+)?(?P<what>.+)", event)
        if match is None:
            return None
        negated = match["neg"] or ""
        what = re.sub(r"\s+nor\s+", " or ", match["what"]) if negated.startswith("neither") else match["what"]
        if both := re.fullmatch(r"(?:both\s+)?(.+?)\s+and\s+(.+)", what):
            one, other = _kind(both[1]), _kind(both[2])
            return None if one is None or other is None or negated or not one & other else Drawn(1, False, one & other, ((what, one & other),), "all")  # fmt: skip
        parts = _either(what)
        if parts is None or negated.startswith("neither") and len(parts) < 2:
            return None
        kind = frozenset().union(*(k for _, k in parts))
        if negated:
            return Drawn(1, False, DECK - kind, ((f"not {what}", DECK - kind),), "all")
        return Drawn(1, False, kind, parts, "all")
    order = re.fullmatch(r"(?:the\s+)?first(?:\s+card)?\s+is\s+(?P<a>.+?)\s+and\s+(?:the\s+)?second(?:\s+card)?\s+is\s+(?P<b>.+)", event)  # fmt: skip
    if order is not None:
        first, second = _kind(order["a"]), _kind(order["b"])
        return None if count != 2 or first is None or second is None else Drawn(2, back, first, ((order["a"], first), (order["b"], second)), "order", second=second)  # fmt: skip
    cards = r"(?:(?:of\s+)?(?:the\s+|these\s+)?(?:\d+|two|three|four|five)?\s*(?:drawn\s+)?cards?\s+|of\s+them\s+|will\s+be\s+)*(?:drawn\s+)?(?:are|is|will\s+be)\s+"
    forms = (
        (rf"(?:both|all(?:\s+(?:two|three|four|five|\d+))?)\s+{cards}(?P<what>.+)", "all"),
        (rf"(?:neither|none)\s+{cards}(?P<what>.+)", "none"),
        (rf"at\s+least\s+(?:one|1)\s+(?:{cards})?(?P<what>.+?)(?:\s+is\s+drawn)?", "some"),
        (rf"exactly\s+(?P<j>\d+|one|two|three|four)\s+(?:{cards})?(?P<what>.+?)(?:\s+(?:is|are)\s+drawn)?", "exact"),
    )  # fmt: skip
    for form, wanted in forms:
        if (match := re.fullmatch(form, event)) is not None and (fits := _kind(match["what"])) is not None:
            if wanted == "all" and event.startswith("both") and count != 2:
                return None
            told = re.search(r"all\s+(two|three|four|five|\d+)", event)
            if told and (_COUNTS.get(told[1]) or int(told[1])) != count:
                return None
            wanted = str(_COUNTS.get(match["j"]) or int(match["j"])) if wanted == "exact" else wanted
            return Drawn(count, back, fits, ((match["what"], fits),), wanted)
    return None


def _contained(count: int, what: str) -> Drawn | None:
    match = re.fullmatch(r"(?:contain|have|consist\s+of)\s+(?P<how>only|exactly\s+(?P<j>\w+)|at\s+least\s+one|no)\s+(?P<kind>.+)", what)  # fmt: skip
    kind = _kind(match["kind"]) if match else None
    if match is None or kind is None:
        return None
    j = match["j"]
    wanted = {"only": "all", "no": "none"}.get(match["how"]) or ("some" if j is None else str(_COUNTS.get(j) or (int(j) if j.isdigit() else 99)))  # fmt: skip
    return Drawn(count, False, kind, ((match["kind"], kind),), wanted, hands=True)


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
    if found.wanted != "order" and found.parts:
        steps.append(_counted(found, say))
    if found.wanted == "order":
        told = _in_order(found, say)
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


def _in_order(found: Drawn, say: Language) -> _Told | None:
    assert found.second is not None
    n, a, b = len(found.deck), len(found.kind), len(found.second)
    both = len(found.kind & found.second)
    if not found.back and both:
        if not found.kind <= found.second:
            return None
        b -= 1
    rest = n if found.back else n - 1
    value = sp.Rational(a * b, n * rest)
    name = _name(found.parts[1][0], b, say)
    return [WORDS["order"].say(say, a=a, n=n, rest=rest, b=b, second=name, value=latex(value))], [f"Rational({a}, {n})*Rational({b}, {rest})"]  # fmt: skip


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
