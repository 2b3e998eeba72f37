"""What English sentences draw of a pack: clause by clause, then the event. Nothing is solved here.

Near ones that are left: "given that", words in brackets that change the pack, several cards of which it is not said whether they are put back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from solver.reader.numerals import in_digits
from solver.topics.clauses import Said, clauses, table
from solver.topics.discrete.cards.packs import COLOURS, DECK, RANKS, SUITS, Drawn, Kind

_WORDS: Final = "ace two three four five six seven eight nine ten jack queen king".split()
_RANKS: Final = dict(zip(_WORDS, RANKS, strict=True)) | {n: n for n in RANKS if n.isdigit()}
_FACES: Final = frozenset(c for c in DECK if c[0] in "JQK")
_NAMED: Final = {
    **{word: frozenset(c for c in DECK if c[0] == rank) for word, rank in _RANKS.items()},
    **{suit.removesuffix("s"): frozenset(c for c in DECK if c[1] == suit) for suit in SUITS},
    **COLOURS,
    **dict.fromkeys(("face", "picture", "court"), _FACES),
}
"""The cards of a word."""
_NUMBER: Final = r"(?:\d+|an?|one)"
_PACK: Final = r"(?:(?:an?|the)\s+)?(?:(?:standard|regular|ordinary|normal|full|well|shuffled|well-shuffled|complete|fair|52[\s-]card|52|single|usual)\s+)*(?:deck|pack)(?:\s+of\s+(?:(?:52|playing|standard)\s+)*cards|\s+of\s+52)?(?:\s+without\s+jokers|\s*\((?![^()]*\b(?:without|no|not|removed?|except|missing|jokers?|extra|only|but|out|fewer|more|less)\b)[^()]*\))?(?:\s+of\s+52\s+cards)?"
_DRAW: Final = r"(?:drawn|dealt|selected|chosen|picked|taken|flipped\s+over)"
_HOW: Final = r"(?:\s*,?\s*(?:at\s+random|randomly|in\s+succession|in\s+a\s+row|one\s+after\s+(?:the\s+other|another)|1\s+after\s+(?:the\s+other|another)|one\s+by\s+one|1\s+by\s+1|without\s+(?:replacement|replacing\s+(?:it|them|the\s+first(?:\s+card)?))|with\s+replacement|simultaneously|at\s+once|at\s+the\s+same\s+time|together))*"
_FROM: Final = rf"(?:\s+(?:from|out\s+of)\s+{_PACK})"
TABLE: Final = table(
    {
        "pack": (
            r"a standard deck of (?:52 )?cards has 13 ranks \([^()]*\) and 4 suits \([^()]*\) ,? such that there is exactly 1 card for any given rank and suit",
            r"2 of the suits \([^()]*\) are black and the other 2 suits \([^()]*\) are red",
            r"the deck is (?:randomly arranged|shuffled)",
        ),
        "taken": (
            rf"(?:when\s+|from\s+{_PACK} ,\s*)?(?P<k>{_NUMBER})\s+(?:single\s+)?cards?\s+(?:is|are)\s+(?:randomly\s+|at\s+random\s+)?{_DRAW}{_HOW}{_FROM}?{_HOW}",
            rf"(?:<who:word>|i|you)\s+(?:draws?|picks?|chooses?)\s+(?P<k>{_NUMBER})\s+cards?(?:\s+at\s+random)?{_FROM}",
        ),
        "again": (rf"a\s+card\s+is\s+{_DRAW}{_FROM}?\s*(?:and\s+replaced|,?\s*(?:and\s+)?put\s+back|,?\s*(?:and\s+)?replaced)\s*,?\s*(?:and\s+)?(?:then\s+)?(?:another|a\s+second)(?:\s+(?:one|1|card))?\s+is\s+{_DRAW}",),
        "ask": (r"(?:what\s+is|find|determine|calculate|compute)\s+the\s+(?:probability|chance)\s+(?:(?:that|of)\s+)?(?P<event>[a-z0-9 ,()'/-]+)",),
    }
)  # fmt: skip
_HANDS: Final = re.compile(rf"how\s+many\s+(?:different\s+)?(?P<k>\d+)[\s-]card\s+(?:poker\s+)?hands\s+(?:(?:can\s+be\s+(?:dealt|drawn|made|formed)|are\s+there|are\s+possible)(?:\s+(?:from|with|using)\s+{_PACK})?|(?P<what>(?:contain|have|consist\s+of).+?))\s*[.?]?")  # fmt: skip


def english(text: str) -> Drawn | None:
    """What is drawn, and what of it is asked."""
    source = " ".join(in_digits(re.sub(r"\\(heart|spade|diamond|club)suit(?![A-Za-z])", r" \1 ", text).replace("$", "")).lower().split())  # fmt: skip
    source = re.sub(r"\b(heart|spade|diamond|club) s\b", r"\1s", source)
    if (hands := _HANDS.fullmatch(source)) is not None:
        return _hands(int(hands["k"]), hands["what"])
    found = clauses(source, TABLE)
    return None if isinstance(found, str) else _asked(found, source)


def _hands(count: int, what: str | None) -> Drawn | None:
    if what is None:
        return Drawn(count, False, DECK, (), "all", hands=True)
    match = re.fullmatch(r"(?:contain|have|consist\s+of)\s+(?P<how>only|exactly\s+(?P<j>\d+)|at\s+least\s+1|no)\s+(?P<kind>.+)", what)  # fmt: skip
    kind = None if match is None else kind_of(match["kind"])
    if match is None or kind is None:
        return None
    wanted = {"only": "all", "no": "none"}.get(match["how"]) or match["j"] or "some"
    return Drawn(count, False, kind, ((match["kind"], kind),), wanted, hands=True)


def _asked(found: Sequence[Said], source: str) -> Drawn | None:
    kinds = [said.kind for said in found]
    taken = [said for said in found if said.kind in ("taken", "again")]
    if kinds.count("ask") != 1 or kinds[-1] != "ask" or len(taken) > 1:
        return None
    if re.search(r"\b(?:deck|pack|52)\b", source) is None and not (taken and re.search(r"spade|heart|diamond|club", source)):  # fmt: skip
        return None
    back = "again" in kinds or "with replacement" in source
    if "replac" in source and not back and "without" not in source:
        return None
    event = found[-1].values["event"].strip()
    event = re.fullmatch(rf"(?P<event>.+?){_FROM}?{_HOW}\s*", event)["event"]  # type: ignore[index]  # it always fits
    event = re.sub(r"^(?:drawing|getting|selecting|choosing|picking|obtaining)\s+", "", event)
    event = re.sub(r"^not drawing ", "not ", event)
    if taken:
        count = 2 if "again" in kinds else _count(taken[0].values["k"])
    elif (several := re.fullmatch(r"(?P<k>[2-7]) (?P<kind>.+s)", event)) and kind_of(several["kind"]):
        if "replac" not in source:
            return None  # put back or not?
        count, event = int(several["k"]), f"all are {several['kind']}"
    elif (top := re.match(r"the top (?:(\d) cards|card)", event)) is not None:
        count = int(top[1] or 1)
    else:
        count = 1
    event = re.sub(r"\s*\(or both\)|(?<=face card)\s*\((?:an? )?jack ?, (?:an? )?queen ?,? or (?:an? )?king\)", "", event)  # fmt: skip
    return _of_one(event) if count == 1 else _of_several(event, count, back)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else 1


def kind_of(text: str) -> Kind | None:
    """The cards of a name: "an ace", "red cards", "the 7 of hearts", "black face cards"; None where it is none.

    >>> len(kind_of("red face cards")), kind_of("the 7 of hearts") == {("7", "hearts")}, kind_of("a one-eyed jack")
    (6, True, None)
    """
    listed = re.fullmatch(r"(?:an? )?(?P<parity>odd|even) numbers? ?\((?P<list>[\d , and]+)\)", text.strip())
    if listed is not None:
        numbers, odd = re.findall(r"\d+", listed["list"]), listed["parity"] == "odd"
        fits = all(n in RANKS and int(n) % 2 == odd for n in numbers)
        return frozenset(c for c in DECK if c[0] in numbers) if fits else None
    bare = re.sub(r"\s+cards?$", "", re.sub(r"^(?:an?|the)\s+", "", text.strip()))
    words = re.sub(r"^(\S+)\s+of\s+(\S+)$", r"\1 \2", bare).split()
    found = DECK
    for word in words:
        singular = (word, word.removesuffix("s").removesuffix("'"), word.removesuffix("es"))
        found &= next((_NAMED[w] for w in singular if w in _NAMED), frozenset())
    return found if words and found else None


def _either(text: str) -> tuple[tuple[str, Kind], ...] | None:
    """`a heart or a king` as its parts."""
    parts = re.split(
        r"\s*,?\s+or\s+(?:it\s+is\s+)?|\s*,\s+(?![^()]*\))", re.sub(r"^either\s+", "", text.strip())
    )
    kinds = [(part.strip(), kind_of(part)) for part in parts]
    return tuple((n, k) for n, k in kinds if k) if all(k for _, k in kinds) else None


def _union(parts: Sequence[tuple[str, Kind]]) -> Kind:
    return frozenset().union(*(kind for _, kind in parts))


_SUBJECT: Final = r"(?:(?:it|the\s+(?:top\s+|drawn\s+)?card(?:\s+(?:drawn|chosen|selected))?|this\s+card)\s+is\s+|(?:the\s+card\s+)?(?:drawn\s+)?is\s+)?"


def _of_one(event: str) -> Drawn | None:
    match = re.fullmatch(rf"{_SUBJECT}(?P<neg>(?:not|neither)\s+)?(?P<what>.+)", event)
    if match is None:
        return None
    negated = match["neg"] or ""
    what = re.sub(r"\s+nor\s+", " or ", match["what"]) if negated.startswith("neither") else match["what"]
    if both := re.fullmatch(r"(?:both\s+)?(.+?)\s+and\s+(.+)", what):
        one, other = kind_of(both[1]), kind_of(both[2])
        return None if one is None or other is None or negated or not one & other else Drawn(1, False, one & other, ((what, one & other),), "all")  # fmt: skip
    parts = _either(what)
    if parts is None or negated.startswith("neither") and len(parts) < 2:
        return None
    kind = _union(parts)
    if negated:
        return Drawn(1, False, DECK - kind, ((f"not {what}", DECK - kind),), "all")
    return Drawn(1, False, kind, parts, "all")


_CARDS: Final = r"(?:(?:of\s+)?(?:the\s+|these\s+)?\d*\s*(?:drawn\s+)?cards?\s+|of\s+them\s+|will\s+be\s+)*(?:drawn\s+)?(?:are|is|will\s+be)\s+"
_THEY: Final = r"(?:they|(?:all )?(?:the )?(?:top )?(?P<n>\d+)? ?cards|all (?P<n2>\d+)|both(?: of them| (?:of the )?cards)?|all of them) are\s+"
_FORMS: Final = tuple((re.compile(form), wanted) for form, wanted in (
    (rf"(?:(?P<both>both)|all(?:\s+(?P<n>\d+))?)\s+{_CARDS}(?P<what>.+)", "all"),
    (rf"{_THEY}(?:(?P<both>both)\s+|all\s+)?(?P<what>.+)", "all"),
    (rf"(?:neither|none)\s+{_CARDS}(?P<what>.+)", "none"),
    (rf"at\s+least\s+1\s+(?:{_CARDS})?(?P<what>.+?)(?:\s+is\s+drawn)?", "some"),
    (rf"exactly\s+(?P<j>\d+)\s+(?:{_CARDS})?(?P<what>.+?)(?:\s+(?:is|are)\s+drawn)?", "exact"),
))  # fmt: skip
_IN_ORDER: Final = re.compile(r"(?:the\s+)?first(?:\s+card)?\s+is\s+(?P<a>.+?)\s+and\s+(?:the\s+)?second(?:\s+card)?\s+is\s+(?P<b>.+)")  # fmt: skip
_ALIKE: Final = re.compile(rf"{_THEY}(?P<no>not\s+)?all\s+(?:of\s+)?the\s+same\s+(?:(?P<colour>colou?r)|suit)")  # fmt: skip
_EITHER_BOTH: Final = re.compile(r"(?:they|both(?: of them| cards)?) are\s+either\s+both\s+(?P<a>.+?)\s+or\s+both\s+(?P<b>.+)")  # fmt: skip


def _of_several(event: str, count: int, back: bool) -> Drawn | None:
    if (order := _IN_ORDER.fullmatch(event)) is not None:
        first, second = kind_of(order["a"]), kind_of(order["b"])
        return None if count != 2 or first is None or second is None else Drawn(2, back, first, ((order["a"], first), (order["b"], second)), "order", second=second)  # fmt: skip
    if (alike := _ALIKE.fullmatch(event)) is not None:
        names = COLOURS if alike["colour"] else SUITS
        groups = tuple((name, _NAMED[name.removesuffix("s")]) for name in names)
        return _alike(groups, count, back, alike["n"] or alike["n2"], "unlike" if alike["no"] else "alike")
    if (either := _EITHER_BOTH.fullmatch(event)) is not None:
        one, other = kind_of(either["a"]), kind_of(either["b"])
        return None if one is None or other is None or count != 2 else _alike(((either["a"], one), (either["b"], other)), 2, back, None, "alike")  # fmt: skip
    for form, wanted in _FORMS:
        match = form.fullmatch(event)
        if match is None or (parts := _either(match["what"])) is None:
            continue
        told = match.groupdict()
        several = told.get("n") or told.get("n2") or ("2" if told.get("both") else None)
        if several is not None and int(several) != count or wanted == "all" and "either" in event:
            return None  # each of them either, or all the one or all the other?
        return Drawn(count, back, _union(parts), parts, str(int(match["j"])) if wanted == "exact" else wanted)
    return None


def _alike(groups: tuple[tuple[str, Kind], ...], count: int, back: bool, told: str | None, wanted: str) -> Drawn | None:  # fmt: skip
    """All of one of these groups, which must share no card."""
    whole = _union(groups)
    if back or told is not None and int(told) != count or sum(len(k) for _, k in groups) != len(whole):
        return None
    return Drawn(count, False, whole, groups, wanted)
