"""An amount of which things take their parts, one of them told by comparison with another: what is left, what is still missing, what all take.

Roles: parts that are told by themselves (with how often they are taken, where each has a price), parts told by how much more or less, or how
many times as much, they are than another one, and the amount that they are taken from: the one with which nothing is compared. Not read:
money that comes in, discounts, choices, anything given back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import FRACTION, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.sheet import Sheet
from solver.topics.stories.school.english.roles.words import (
    FUNCTION,
    Words,
    content,
    is_number,
    prepared,
    root,
    tokens_of,
    unit_of,
)
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num

CHANGING: Final = frozenset(
    "discount refund refunds return returns returned free voucher vouchers coupon coupons tax tip percent every average per share shares shared split splits dozen dozens "
    "again extra back-to without except instead unless neither never none broken damaged interest owe owes owed borrow borrows borrowed lend lends lent lost lose loses loss "
    "profit steal stolen swap swapped exchange exchanged change-d "
    "doubled doubles tripled halved halves or rather ratio difference grew grows grow refilled refill refills delivered deliver delivers delivery arrive arrives arrived "
    "join joins joined born adds added add pours-in inherited donated if-only nearly almost about approximately least most ago older younger ages weekly monthly daily double-d cashback deposit fee "
    "budgeted sells-for saw thinks thought looked considered tempted usually normally originally instalments installments twice-a".split()
)  # fmt: skip
_NOTES: Final = frozenset("note bill banknote notes bills banknotes cheque".split())
_COMES_IN: Final = frozenset("won win receive receives received found finds find earn earns earned earning wage wages salary allowance gain gains gained gave gives give given collected collects inherited".split())
_BUYS: Final = frozenset("buy buys bought buying purchase purchases purchased purchasing pay pays paid paying spend spends spent spending order orders ordered ordering get gets got getting choose chooses chose take takes took picks picked pick".split())  # fmt: skip
_ALL: Final = frozenset("both all everything each total altogether together two".split())
_MORE: Final = "more|dearer|longer|further|farther|heavier|higher|taller|bigger|larger|greater|pricier|costlier"
_LESS: Final = "less|fewer|cheaper|shorter|lighter|lower|smaller|nearer"
_W: Final = "[a-zà-ÿ'-]+ "
_THAN: Final = re.compile(rf"(?P<q>{NUMBER}|{MONEY}|{FRACTION}) (?:(?!more |less |fewer |of ){_W}){{0,2}}?(?P<s>{_MORE}|{_LESS}) (?P<b>(?:(?!than |and |he |she |they ){_W}){{0,6}}?)than ")
_BARE: Final = re.compile(  # "costs $8.50 more", "is 3 m shorter": than what was told last
    rf"(?P<q>{NUMBER}|{MONEY}) (?:(?!more |less |fewer |of ){_W}){{0,1}}?(?P<s>more expensive|cheaper|dearer|pricier|shorter|longer|heavier|lighter|(?<=costs . )(?:more|less)|(?<=cost . )(?:more|less)|(?<=is . )(?:more|less)|(?<=was . )(?:more|less)|(?<=for . )(?:more|less)) (?=[.,] |and |but |how |what )"
)
_TIMES: Final = re.compile(
    rf"(?P<q>{NUMBER}|{FRACTION}) (?:times )?(?:of )?(?:as (?:much|many|long|expensive|far|heavy|dear|high|big|large|costly|tall) (?P<b>(?:(?!as |again ){_W}){{0,3}}?)as |the (?:price|cost|number|amount|length|weight|mass|time|distance|quantity|sum|volume|fee) (?:of |for |on |that )?|what |(?P<z>that (?:much|many|amount|number|price|sum|distance)|(?:that|this|it) (?=[,.] )|as (?:much|many|long|far)(?= (?:, |\. |on |for |in |at |to |and |{_W}(?:on|in|at) ))) ?)"
)
_THAT: Final = re.compile(r"(?:(?:that|this|it)(?! (?:of|for|on|cost|price|which)\b)|hers|his(?= [.,])|theirs|mine|yours) ")
_FIRST: Final = re.compile(r"(?:the|her|his) (?:first|other|previous)(?: one| piece)? ")
_LEFT: Final = re.compile(
    r"\bleft\b|\bremain|\bstill\b|\bchange\b|\bbalance\b|\bleftover\b|\bunsold\b|\bunread\b|\bunused\b|\bunspent\b|\bkeep\b|\bget back\b|\bfree\b|\bnot (?:yet )?been\b|\bto go\b|\bleave\b.* with\b|\bhome with\b|\bnot (?:yet )?[a-z]+\b|\bhand back\b|\bhanded back\b|\bgiven back\b"
)
_NEED: Final = re.compile(r"\b(?:more|further)\b.*\b(?:need|needs|needed|must|has to|have to|to go|to reach|to finish|short|require|requires|to win|missing|lacking|should|to get)\b|\b(?:still|yet) (?:need|needs|to|has to|have to|must|missing)\b|\bshort of\b")
_TOTAL: Final = re.compile(r"\b(?:altogether|in total|in all|total|together|both)\b|\bhow much (?:money )?(?:does|did|do|will|would|must) (?:he|she|they|i|you|[a-z]+) (?:spend|pay)\b")
_LAST: Final = re.compile(r"\b(?:third|(?:the|her|his) last|final|fourth|letter-[b-e]x|no-(?:iii|iv))\b")
_HAS: Final = frozenset("has had have with note bill notes bills banknote started starts start begins began budget card saved savings full holds hold order orders needs total contains contained out worth wallet purse lasts long altogether all account".split())
_MEASURES: Final = frozenset(map(root, "price cost amount number length weight mass sum time distance value total money".split()))
_TO: Final = frozenset("to for from with at in on of by the than".split())
_TELLS: Final = frozenset("cost costs costing at for is was are were of needs takes uses worth with weighs lasts priced".split())
_RISES: Final = frozenset("gives gave get gets put puts".split())
_DET: Final = frozenset("a an the one his her their its this that each every another".split())


@dataclass(frozen=True)
class _Amount:
    """An amount as it is told: where, its value in the unit of the story, the words of its own clause."""

    at: int
    term: Term
    words: Words
    each: bool
    noun: Words
    sentence: int
    sure: bool
    """A note that is handed over."""


@dataclass
class _Compared:
    """A part told by comparison: where, how, the words of what it is, what it is compared with."""

    at: int
    sign: int
    by: Term
    subject: Words
    base: Words
    that: bool
    first: bool
    which: bool
    sentence: int
    end: int


@dataclass
class _Story:
    made: Sheet
    tokens: list[str]
    asked: list[bool]
    work: Working
    unit: str = ""
    used: set[str] = field(default_factory=set)
    notes: dict[int, Term] = field(default_factory=dict)
    """How many notes are handed over, by where it is told what one is worth."""
    counted: bool = False
    parts: int = 0

    def number(self, letter: str) -> Term:
        if letter in self.used:
            raise Unfit
        self.used.add(letter)
        return num(self.made.values[letter])

    def sentence(self, at: int) -> tuple[int, int]:
        start = at
        while start > 0 and self.tokens[start - 1] != ".":
            start -= 1
        return start, self.tokens.index(".", at)


def read(text: Text) -> Exercise | None:
    """The problem, when every number of it has a role and what is asked follows."""
    made = prepared(text.source)
    if made is None or made.clocks or made.percents or not 2 <= made.numbers <= 8:
        return None
    found = Exercise.worked("en", lambda work: _solve(_Story(made, *tokens_of(made), work)))
    return found if found is not None and found.value > 0 else None


def _solve(story: _Story) -> None:
    tokens = story.tokens
    if not any(story.asked):
        raise Unfit
    story.unit = _smallest(story)
    compared = _comparisons(story)
    if not compared:
        raise Unfit
    taken = {c.at for c in compared}
    _check(story, taken)
    amounts = _amounts(story, taken)
    counts = _counts(story, taken, amounts, compared)
    whole = _whole(story, amounts, compared)
    items = [a for a in amounts if a is not whole]
    _answer(story, whole, items, compared, counts)


def _check(story: _Story, taken: set[int]) -> None:
    tokens = story.tokens
    for i, word in enumerate(tokens):
        behind = tokens[i + 1] if i + 1 < len(tokens) else ""
        if word in ("in", "into") and behind in (".", ",", "and", "but") and not story.asked[i] or word == "pumped":
            raise Unfit  # what is pumped in, what came in
        if not story.made.currency and word in ("bought", "buys", "bought", "purchased") and i > min(taken):
            raise Unfit
        if word == "sale" and (tokens[i - 1] == "on" or behind == "price"):
            raise Unfit
        if word in ("delivered", "arrived", "arrive") and story.asked[i]:
            continue
        if word == "off" and story.made.currency:
            raise Unfit
        if word in CHANGING or word.endswith("n't") or word in ("not", "no") and not story.asked[i]:
            if word in ("deliver", "order") or word == "free" and story.asked[i]:
                continue
            raise Unfit
        if word in ("than",) and not any(0 < i - at <= 6 for at in taken):
            raise Unfit
        if word == "back" and not story.asked[i]:
            raise Unfit
        if word in ("half", "twice", "double", "triple", "third", "quarter") and word != "third":
            raise Unfit


# ---- comparisons


def _comparisons(story: _Story) -> list[_Compared]:
    tokens = story.tokens
    text = " ".join(tokens) + " "
    starts = _starts(tokens)
    found = []
    for match in [*_THAN.finditer(text), *_BARE.finditer(text), *_TIMES.finditer(text)]:
        at = starts[match.start("q")]
        than = "s" in match.re.groupindex
        fraction = bool(re.fullmatch(FRACTION, match["q"]))
        by = story.number(match["q"])
        sign = 0 if not than else 1 if re.fullmatch(_MORE, match["s"].split()[0]) else -1
        if than and not fraction:
            by = _in_unit(story, at, by)
        if not than and not fraction and tokens[at + 1] != "times":
            raise Unfit
        if than and fraction:
            by, sign = num(1 + sign * by.value), 0
        if than and tokens[at + 1] == "times":
            raise Unfit  # "3 times more than": four times as much, or three times?
        end = starts[match.end()] if match.end() in starts else len(tokens)
        first, last = story.sentence(at)
        if "who" in tokens[max(first, at - 3) : at]:
            raise Unfit  # compared within a comparison
        bare = match.re is _BARE
        base = [] if bare else _phrase(tokens, end, last)
        that = bare or not than and match["z"] is not None or bool(_THAT.match(" ".join(tokens[end:last]) + " "))
        one = bool(_FIRST.match(" ".join(tokens[end:last]) + " "))
        begin = _clause_start(tokens, first, at)
        which = tokens[begin:at] and (tokens[begin] == "which" or begin + 1 < at and tokens[begin] in ("it", "this", "that") and begin == first) and _of_the_last(tokens, first, begin)
        subject = content(tokens[begin:at]) | content(("" if bare else match["b"] or "").split())
        found.append(_Compared(at, sign, by, subject, content(base), that, one, bool(which), first, end + len(base)))
    found.sort(key=lambda c: c.at)
    return found


def _of_the_last(tokens: Sequence[str], first: int, begin: int) -> bool:
    """Whether "which" or "it" is what the last amount was for."""
    if begin == first:
        return True
    number = next((i for i in range(begin - 1, first - 1, -1) if is_number(tokens[i])), None)
    return number is not None and not {"and", "then", "also"} & set(tokens[number:begin])


def _starts(tokens: Sequence[str]) -> dict[int, int]:
    at, found = 0, {}
    for i, word in enumerate(tokens):
        found[at] = i
        at += len(word) + 1
    return found


def _clause_start(tokens: Sequence[str], first: int, at: int) -> int:
    """Where the clause of a number begins: behind the last number, comma, "and", "but", "while", or where "that" or "which" begins it."""
    i = at - 1
    while i >= first:
        if tokens[i] in ("which",):
            return i
        if tokens[i] in ("and", "but", "while", "then", "if", "when", ":") or is_number(tokens[i]):
            return i + 1
        if tokens[i] == "," and not _sets_scene(tokens, first, i):
            return i + 1
        i -= 1
    return first


def _sets_scene(tokens: Sequence[str], first: int, comma: int) -> bool:
    """Whether a comma closes "on Monday", "in the morning", "on a pair of sandals": what follows belongs to it."""
    start = comma - 1
    while start >= first and tokens[start] not in (",", "and", "but", "while", "then") and not is_number(tokens[start]):
        start -= 1
    return comma - start <= 7 and tokens[start + 1] in ("on", "in", "during", "at", "by", "after", "for", "her", "his", "the", "my", "their")


def _phrase(tokens: Sequence[str], at: int, last: int) -> list[str]:
    """What something is compared with."""
    found = []
    while at < last and tokens[at] not in (",", "and", "but", "while", "if", "then", "how", "what") and not is_number(tokens[at]):
        found.append(tokens[at])
        at += 1
    return found


# ---- amounts


def _in_unit(story: _Story, at: int, value: Term) -> Term:
    """The value in the unit of the story."""
    tokens = story.tokens
    if re.fullmatch(MONEY, tokens[at]):
        unit = story.made.currency
    else:
        unit = unit_of(tokens[at + 1]) or ""
    if not story.unit or not unit:
        if unit and not story.unit:
            story.unit = unit
        return value
    if unit == story.unit:
        return value
    if unit in SCALES and story.unit in SCALES and SCALES[unit][0] == SCALES[story.unit][0]:
        factor = SCALES[unit][1] / SCALES[story.unit][1]
        return story.work.step(f"in {story.unit}", value * num(factor), story.unit)
    raise Unfit


def _smallest(story: _Story) -> str:
    """The unit of the story: money, or the smallest unit of measure that is told or asked for."""
    if any(re.fullmatch(MONEY, w) for w in story.tokens):
        return story.made.currency
    named = [u for i, w in enumerate(story.tokens) if (u := unit_of(w)) and (is_number(story.tokens[i - 1]))]
    kinds: dict[str, list[str]] = {}
    for u in named:
        kinds.setdefault(SCALES[u][0], []).append(u)
    if not kinds:
        return ""
    kind = max(kinds, key=lambda k: len(kinds[k]))
    return min(kinds[kind], key=lambda u: SCALES[u][1])


def _amounts(story: _Story, taken: set[int]) -> list[_Amount]:
    tokens = story.tokens
    money = any(re.fullmatch(MONEY, w) for w in tokens)
    found = []
    for i, word in enumerate(tokens):
        if i in taken or not is_number(word):
            continue
        if re.fullmatch(FRACTION, word):
            raise Unfit
        if story.asked[i] and any(story.made.values[tokens[f[0]]] == story.made.values[word] for f in found) and tokens[i - 1] in ("the", "of", "his", "her", "these"):
            story.used.add(word)
            continue
        bare = re.fullmatch(NUMBER, word) and (tokens[i + 1] in FUNCTION or is_number(tokens[i + 1]))
        if money and not re.fullmatch(MONEY, word) and not bare:
            continue
        if not money and story.unit and not bare and unit_of(tokens[i + 1]) is None:
            continue
        if not money and story.unit and unit_of(tokens[i + 1]) and SCALES[unit_of(tokens[i + 1])][0] != SCALES[story.unit][0]:  # type: ignore[index]
            continue
        first, last = story.sentence(i)
        begin = _clause_start(tokens, first, i)
        end = i + 1
        while end < last and tokens[end] not in (",", "and", "but", "while", "then", "which", "that", "who", "if", "how", "what") and not is_number(tokens[end]):
            end += 1
        each = tokens[i + 1 : i + 2] in (["each"], ["apiece"]) or tokens[i + 1 : i + 3] in (["a", "piece"],) or "each" in tokens[begin:i]
        if found and found[-1][2] > begin:  # what stands between two amounts belongs to one of them
            before = found[-1]
            if tokens[i - 1] in _TELLS:
                found[-1] = (before[0], before[1], begin, *before[3:])
            else:
                begin = i
        found.append((i, begin, end, each, first))
    amounts = []
    for i, begin, end, each, first in found:
        noun = [] if money else _noun(tokens, i)
        term = _in_unit(story, i, story.number(tokens[i]))
        amounts.append(_Amount(i, term, content([*tokens[begin:i], *tokens[i + 1 : end]]), each, frozenset(noun), first, tokens[i + 1] in _NOTES))
    return amounts


def _noun(tokens: Sequence[str], at: int) -> list[str]:
    found = []
    for word in tokens[at + 1 : at + 5]:
        if unit_of(word) and not found:
            return []
        if word in FUNCTION or is_number(word):
            break
        found.append(root(word))
    return found


def _counts(story: _Story, taken: set[int], amounts: Sequence[_Amount], compared: Sequence[_Compared]) -> dict[int, Term]:
    """How often things are taken that have a price, by where the number stands; numbers of parts are used up."""
    tokens = story.tokens
    rest = [i for i, w in enumerate(tokens) if is_number(w) and i not in taken and not any(a.at == i for a in amounts)]
    parts = len(amounts) - 1 + len(compared)
    found = {}
    notes = story.notes
    for i in rest:
        value = story.made.values[tokens[i]]
        noun = frozenset(_noun(tokens, i)) or frozenset(content(tokens[i + 1 : i + 4]))
        things = [c for c in (*amounts, *compared) if noun & (c.words if isinstance(c, _Amount) else c.subject)]
        if value in (parts, parts + 1) and ((len(things) != 1 or unit_of(tokens[i + 1])) and not (story.made.currency and things) or tokens[i + 2] in ("are", "have", "had", "were", "want")):
            story.used.add(tokens[i])
            continue
        if tokens[i + 1] != "." and any(a.at == i + 1 for a in amounts) and tokens[i + 2] in ("bills", "notes", "banknotes"):
            notes[i + 1] = story.number(tokens[i])
            continue
        found[i] = story.number(tokens[i])
    return found


# ---- roles


def _score(words: Words, base: Words) -> int:
    return len(words & base)


def _whole(story: _Story, amounts: Sequence[_Amount], compared: Sequence[_Compared]) -> _Amount | None:
    """The amount that the parts are taken from."""
    sure = [a for a in amounts if a.sure]
    if len(sure) == 1:
        return sure[0]
    named = set()
    for c in compared:
        base = _base_of(story, c, amounts, compared, None)
        if isinstance(base, _Amount):
            named.add(base.at)
    rest = [a for a in amounts if a.at not in named]
    if not rest:
        return None
    if len(rest) == 1:
        return rest[0]
    signs = [a for a in rest if set(_clause(story, a)) & _HAS]
    if len(signs) != 1:
        raise Unfit
    return signs[0]


def _clause(story: _Story, a: _Amount) -> list[str]:
    first, last = story.sentence(a.at)
    begin = _clause_start(story.tokens, first, a.at)
    return [w for w in story.tokens[begin : min(last, a.at + 4)]]


def _base_of(story: _Story, c: _Compared, amounts: Sequence[_Amount], compared: Sequence[_Compared], whole: _Amount | None) -> _Amount | _Compared | None:
    """What a part is compared with."""
    before = [a for a in amounts if a.at < c.at and a is not whole]
    if c.that:
        if not before:
            raise Unfit
        return before[-1]
    others = [*(a for a in amounts if a is not whole and not (c.which and before and a is before[-1])), *(o for o in compared if o is not c)]
    common = frozenset.intersection(*(_words(o) for o in others)) if len(others) > 1 else frozenset()
    scores = [_score(_words(o) - common, c.base - common - _MEASURES) for o in others]
    seen = content(w for i, w in enumerate(story.tokens) if not c.at < i < c.end)
    scores = [s if not c.base - seen - _MEASURES - _words(o) else 0 for o, s in zip(others, scores, strict=True)]
    top = max(scores, default=0)
    if not top and c.first and 1 <= len(before) <= 2:
        return before[-1]
    if not top:
        return None
    hits = [o for o, s in zip(others, scores, strict=True) if s == top]
    if len(hits) > 1:
        raise Unfit
    return hits[0]


def _words(one: _Amount | _Compared) -> Words:
    return one.words if isinstance(one, _Amount) else one.subject


def _answer(story: _Story, whole: _Amount | None, items: list[_Amount], compared: list[_Compared], counts: dict[int, Term]) -> None:
    tokens, work, unit = story.tokens, story.work, story.unit
    if not items or len(items) + len(compared) > 5:
        raise Unfit
    if not (re.fullmatch(MONEY, tokens[items[0].at]) or story.made.currency or unit):
        nouns = [a.noun for a in (*items, *([whole] if whole else []))]
        full = [n for n in nouns if n]
        if len(full) > 1 and not frozenset.intersection(*full):
            raise Unfit
    text = " ".join(w for w, a in zip(tokens, story.asked, strict=True) if a)
    values: dict[int, Term] = {a.at: a.term for a in items}
    open_ = list(compared)
    for _ in range(len(compared) + 1):
        for c in list(open_):
            base = _base_of(story, c, items, compared, None)
            if base is None:
                base = _turned(story, c, items, values)
                values[c.at] = base
                open_.remove(c)
            elif base.at in values:
                a = values[base.at]
                made = a + c.by if c.sign > 0 else a - c.by if c.sign < 0 else a * c.by
                values[c.at] = work.step("the part that is compared", made, unit)
                open_.remove(c)
    if open_:
        raise Unfit
    if any(v.value <= 0 for v in values.values()):
        raise Unfit
    _one_doer(story, whole, text)
    _nothing_comes_in(story, whole, items, compared, text)
    total = _total(story, items, compared, values, counts, text, whole)
    if set(story.made.values) - story.used:
        raise Unfit
    _asked_of_all(story, items, compared, text, whole)
    story.counted, story.parts = bool(counts), len(items) + len(compared)
    _ask(story, whole, total, text)


def _nothing_comes_in(story: _Story, whole: _Amount | None, items: list[_Amount], compared: list[_Compared], text: str) -> None:
    """Money is earned, found or given only where the whole amount is told, or it is what is saved for something."""
    if _NEED.search(text):
        return
    for i, word in enumerate(story.tokens):
        if word not in _COMES_IN or story.asked[i]:
            continue
        start, end = story.sentence(i)
        parts = [t for t in (*items, *compared) if start <= t.at < end]
        if story.made.currency and parts or not story.made.currency and word not in ("gave", "gives", "give", "given") and parts:
            raise Unfit


def _one_doer(story: _Story, whole: _Amount | None, text: str) -> None:
    """Where it is somebody's own amount, nobody else takes parts of it."""
    tokens = story.tokens
    if whole is None:
        return
    first, last = story.sentence(whole.at)
    owners = story.made.names & ({*text.split()} | set(tokens[first:last]))
    if not owners:
        return
    for i, word in enumerate(tokens):
        if word in story.made.names - owners and tokens[i + 1] not in FUNCTION and not is_number(tokens[i + 1]) and tokens[i - 1] not in _TO:
            raise Unfit


def _turned(story: _Story, c: _Compared, items: list[_Amount], values: dict[int, Term]) -> Term:
    """ "€32, which is €11 more than the toaster": the toaster from the kettle."""
    work, unit = story.work, story.unit
    before = [a for a in items if a.at < c.at]
    named = [a for a in items if a.words & c.subject]
    known = before[-1] if c.which and before else named[0] if len(named) == 1 and not c.which else None
    if known is None or not c.base or any(a.words & c.base - _MEASURES for a in items if a is not known):
        raise Unfit
    a = values[known.at]
    made = a - c.by if c.sign > 0 else a + c.by if c.sign < 0 else a / c.by
    return work.step("what it is compared with", made, unit)


def _total(story: _Story, items: list[_Amount], compared: list[_Compared], values: dict[int, Term], counts: dict[int, Term], text: str, whole: _Amount | None) -> Term:
    """What all parts take together, each as often as it is taken."""
    work, unit = story.work, story.unit
    things = [*items, *compared]
    common = frozenset.intersection(*(_words(t) for t in things))
    times: dict[int, Term] = {}
    for at, count in counts.items():
        noun = frozenset(_noun(story.tokens, at))
        unit_here = unit_of(story.tokens[at + 1])
        if not noun and unit_here and story.tokens[at + 2] == "of":
            noun = frozenset(content(story.tokens[at + 3 : at + 5]))
        hits = [t for t in things if noun & (_words(t) - common)]
        if len(hits) != 1 or hits[0].at in times or not story.made.currency:
            raise Unfit
        thing = hits[0]
        if isinstance(thing, _Amount) and not thing.each and not _single(story, thing, noun):
            raise Unfit
        times[thing.at] = count
    if any(a.each and a.at not in times for a in items):
        raise Unfit
    total: Term | None = None
    for t in sorted(things, key=lambda t: t.at):
        part = values[t.at]
        if t.at in times:
            part = work.step("all of one kind", part * times[t.at], unit)
        total = part if total is None else total + part
    assert total is not None
    return work.step("all parts together", total, unit)


def _single(story: _Story, a: _Amount, noun: Words) -> bool:
    """Whether a price is of one thing: "a pen costs $2"."""
    tokens = story.tokens
    first, _ = story.sentence(a.at)
    begin = _clause_start(tokens, first, a.at)
    for i in range(begin, a.at):
        if root(tokens[i]) in noun:
            return any(w in ("a", "an", "one", "each", "every", "per") for w in tokens[max(begin, i - 3) : i]) and tokens[i] == tokens[i].rstrip("s")
    return False


def _asked_of_all(story: _Story, items: list[_Amount], compared: list[_Compared], text: str, whole: _Amount | None) -> None:
    """The question is about all parts, not one of them; and all that has a price is bought."""
    things = [*items, *compared]
    common = frozenset.intersection(*(_words(t) for t in things))
    around = whole.words if whole is not None else frozenset()
    asked = content(text.split())
    if whole is not None and whole.sure:
        around = frozenset()
    own = [_words(t) - common - around - (frozenset(map(root, story.made.names)) & around) for t in things]
    hit = [bool(o & asked) for o in own]
    if any(hit) and not all(hit) and not set(text.split()) & {"both", "all", "everything", "two"}:
        raise Unfit
    if not story.made.currency or _NEED.search(text):
        return
    buying: list[bool] = [False] * len(things)
    any_buys = everything = False
    for start, end in _sentences(story.tokens):
        said = story.tokens[start:end]
        if set(said) & (_BUYS - {"take", "takes", "took", "get", "gets", "got"}):
            if whole is not None and start <= whole.at < end and not any(start <= t.at < end for t in things) and not content(said) & frozenset().union(*own):
                pass
            else:
                any_buys = True
            named = content(said)
            for i, t in enumerate(things):
                if start <= t.at < end or own[i] & named:
                    buying[i] = True
            if set(said) & _ALL or "these" in said:
                everything = True
    if set(text.split()) & _ALL or everything:
        return
    if any_buys and not all(buying):
        raise Unfit
    if not any_buys and not re.search(r"\b(?:cost|used|lent|left|bill|rent|change)\b", " ".join(story.tokens)):
        raise Unfit


def _sentences(tokens: Sequence[str]) -> list[tuple[int, int]]:
    found, start = [], 0
    for i, word in enumerate(tokens):
        if word == ".":
            found.append((start, i))
            start = i + 1
    return found


def _ask(story: _Story, whole: _Amount | None, total: Term, text: str) -> None:
    work, unit = story.work, story.unit
    if re.search(r"\b(?:each|average|fraction|percent|times|fewer|less|difference)\b", re.sub(r"\bone of each\b|\bfor each\b", "", text)):
        raise Unfit
    _new_words(story, text)
    gifts = {"give", "gives", "gave", "get", "gets", "got", "given"} & {w for w, a in zip(story.tokens, story.asked, strict=True) if not a}
    after = not gifts and re.search(r"\b(?:now|then|afterwards)\b|\bafter (?:paying|buying|these|both|all|the)\b", " ".join([*(story.tokens[-25:]), text]))
    left = after or _LEFT.search(text) or _NEED.search(text) or whole is not None and _LAST.search(text)
    if whole is not None and left:
        if re.search(r"\bmore\b", text) and not _NEED.search(text):
            raise Unfit
        if _TOTAL.search(re.sub(r"\bboth\b|\btotal\b", "", text)) and not _LEFT.search(text):
            raise Unfit
        held = whole.term
        if whole.at in story.notes:
            held = work.step("what is handed over", held * story.notes[whole.at], unit)
        rest = held - total
        if rest.value < 0:
            raise Unfit
        _give(story, work.step("what is left", rest, unit), text)
        return
    if whole is None and not left and not story.counted and story.made.currency and story.parts == 2 and _TOTAL.search(text) and not re.search(r"\bmore\b", text):
        _give(story, total, text)
        return
    raise Unfit


_NEUTRAL: Final = frozenset(
    map(
        root,
        "money dollar euro pound cent change item thing purchase payment payments buying paying shop till cashier people day trip journey way drive read walk run ride cover travel need "
        "have left remain remaining stay finish still balance amount sum wallet purse card pocket rest buy buys bought pay paid spend spent shopping afterwards end evening week stock mass weight "
        "length distance time complete do done go get receive cost visit both all win reach goal target third fourth last final far saving savings letter-cx letter-dx no-iii unsold sell sold use used bring took take add see work".split(),
    )
)  # fmt: skip


def _new_words(story: _Story, text: str) -> None:
    """The question speaks of nothing new."""
    told = content(w for w, a in zip(story.tokens, story.asked, strict=True) if not a)
    told |= content(_told_in_question(story))
    text = re.sub(r"\b(left|remains?|remaining|over) (?:for|to) .*", lambda m: m[1] if not story.made.names & set(m[0].split()) else m[0], text)
    text = re.sub(r"\b(left|remains?|remaining|over|still) (?:in|on|at|inside|of) (?:the|his|her|their|my|our|this) (?:[a-z'-]+ ?){1,2}$", lambda m: m[1], text)
    if content(text.split()) - told - _NEUTRAL:
        raise Unfit


def _told_in_question(story: _Story) -> list[str]:
    """The words of a question's own clauses with numbers: "how much change from $20 if I buy a sandwich for $6"."""
    found: list[str] = []
    for start, end in _sentences(story.tokens):
        numbers = [i for i in range(start, end) if is_number(story.tokens[i]) and story.asked[i]]
        if numbers:
            found += story.tokens[min(numbers) : end]
    return found


def _give(story: _Story, found: Term, text: str) -> None:
    work, unit = story.work, story.unit
    named = {u for w in text.split() if (u := unit_of(w)) and unit in SCALES and SCALES[u][0] == SCALES[unit][0]}
    if len(named) == 1:
        (shown,) = named
        factor = SCALES[unit][1] / SCALES[shown][1]
        if factor != 1:
            found = work.step(f"in {shown}", found * num(factor) if factor > 1 else found / num(1 / factor), shown)
            unit = shown
    if not unit and found.value.denominator != 1:
        raise Unfit
    work.give(found, unit, "what is asked for")
