"""A whole of which parts go one after the other: shares of it, shares of what is left, at last the rest, or the rest in a ratio.

Asked: one of the parts, what is left in the end, the whole, what part of the whole something is. Every number has one place, every share
says what it is of. Not read: shares of a part, anything that comes back, two wholes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.patterns import STRICT
from solver.topics.stories.school.english.methods.ratio_told import one_form
from solver.topics.stories.school.english.methods.rests_words import (
    ALL_OF_IT,
    ANCHOR,
    CHANGING,
    COUNTED,
    EXTREME,
    HARMLESS,
    JOINT,
    LEFT_ASKED,
    NOT_SO,
    PART_ASKED,
    PLAIN,
    RATIO,
    REMAINS,
    REST,
    SILENT,
    TO_DO,
    WHOLE_ASKED,
    WHOLE_SAID,
)
from solver.topics.stories.school.english.methods.sheet import Sheet, sheet
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num


@dataclass
class _Part:
    """A part of the whole: the words that tell it, and how much of the whole (or, where that is told, how much) it is."""

    words: frozenset[str]
    size: Term
    at: int = 0  # which part of a ratio without names


@dataclass
class _Story:
    made: Sheet
    work: Working
    noun: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()  # the words among which the whole was told
    unit: str = ""
    whole: Term | None = None
    known: tuple[Term, frozenset[str]] | None = None
    parts: list[_Part] = field(default_factory=list)
    rest: Term = field(default_factory=lambda: num(1))
    closed: bool = False  # everything has its place
    used: set[str] = field(default_factory=set)

    def number(self, letter: str) -> Term:
        """A number of the problem; each has one place."""
        if letter in self.used:
            raise Unfit
        self.used.add(letter)
        return num(self.made.values[letter])


def read(text: Text) -> Exercise | None:
    """The problem, when every word and number of it has a place."""
    source = text.source
    for pattern, plain in PLAIN:
        source = pattern.sub(plain, source)
    made = sheet(source)
    if made is None or made.clocks or not made.sentences or not made.sentences[-1].asks:
        return None
    if sum(s.asks for s in made.sentences) != 1 or not 2 <= made.numbers <= 7:
        return None
    if not re.search(FRACTION, made.text) or not REST.search(made.text):
        return None
    work = Working("en")
    story = _Story(made, work)
    try:
        _solve(story)
    except Unfit:
        return None
    answer = work.answer
    return Exercise.of(work) if answer is not None and answer.made is not None and answer.value > 0 else None


def _solve(story: _Story) -> None:
    told = [s.text for s in story.made.sentences[:-1]]
    question = story.made.sentences[-1].text
    cut = re.search(r"\b(?:how (?:many|much|far|long|big|heavy)|what|find|calculate|work out) ", question)
    if cut is None:
        raise Unfit
    if question[: cut.start()].strip(" ,"):
        told.append(question[: cut.start()])
    asked = question[cut.start() :]
    segments = [piece for sentence in told for piece in _segments(sentence)]
    _find_amount(story, segments)
    if story.whole is not None:
        story.rest = story.whole
    for segment in segments:
        _tell(story, segment)
    for match in COUNTED.finditer(asked):
        _counted(story, match[1])
    if set(re.findall(ANY, asked)) - story.used:
        raise Unfit
    if set(story.made.values) - story.used or not story.parts:
        raise Unfit
    _ask(story, asked)


def _segments(sentence: str) -> list[str]:
    """The sentence in pieces of one share, one rest or one ratio each."""
    anchors = [m.start() for m in ANCHOR.finditer(sentence)]
    joints = list(JOINT.finditer(sentence))
    cuts = []
    for before, at in pairwise(anchors):
        of_others = re.search(r"\bof $", sentence[:before]) and re.match(FRACTION, sentence[at:])
        if re.match(f"{NUMBER} ", sentence[at:]) or of_others and ", " in sentence[before:at]:
            continue  # "the others are men and women in the ratio 2 : 1", "of those who did not, 1/3 …"
        between = [j for j in joints if before < j.start() and j.end() <= at]
        if not between:
            if REST.match(sentence, at):
                continue  # "1/3 of the rest"
            raise Unfit
        cuts.append(between[-1])
    pieces, start = [], 0
    for cut in cuts:
        pieces.append(sentence[start : cut.start()])
        start = cut.end()
    return [*pieces, sentence[start:]]


def _find_amount(story: _Story, segments: list[str]) -> None:
    """The one number that is no share: the whole where it comes first, else what a part is."""
    shares = [i for i, s in enumerate(segments) if re.search(FRACTION, s) or RATIO.search(s)]
    if not shares:
        raise Unfit
    for i, segment in enumerate(segments):
        plain = RATIO.sub(" ", segment)
        counted = {m.start(1) for m in COUNTED.finditer(plain)} if RATIO.search(segment) else set()
        for match in re.finditer(f"{NUMBER}|{MONEY}", plain):
            if match.start() in counted:
                continue
            if i > shares[0] and re.search(f"{FRACTION} of (?:the |his |her |its )?$", plain[: match.start()]) is None and i > shares[-1]:  # fmt: skip
                if story.known is not None or story.whole is not None:
                    raise Unfit
                left = REST.search(plain) or REMAINS.search(plain)
                story.known = (story.number(match[0]), frozenset() if left else _words(plain))
                story.unit = _unit_behind(story, plain, match)
                continue
            if i > shares[0] or story.whole is not None or story.known is not None:
                raise Unfit
            story.whole = story.number(match[0])
            story.context = _words(plain)
            story.unit = _unit_behind(story, plain, match)
            behind = plain[match.end() :].split()
            behind = behind[1:] if behind and behind[0] in SCALES else behind
            stop = next((j for j, w in enumerate(behind) if w in (",", "in", "on", "to", "is", "are", "has", "and", "for", "at", "was", "were")), len(behind))  # fmt: skip
            story.noun = frozenset(one_form(w) for w in behind[: min(stop, 4)] if w not in STRICT)
            if MONEY[1] <= match[0] <= MONEY[3] or not story.noun:
                before = plain[: match.start()].split()[-4:]
                story.noun |= frozenset(one_form(w) for w in before if w not in STRICT and not re.fullmatch(ANY, w))  # fmt: skip
    story.noun |= {story.unit} - {""}


def _counted(story: _Story, letter: str) -> None:
    """So many pieces: as many as the ratio has parts."""
    if story.number(letter).value != sum(bool(p.at) for p in story.parts):
        raise Unfit


def _unit_behind(story: _Story, text: str, match: re.Match[str]) -> str:
    if MONEY[1] <= match[0] <= MONEY[3]:
        return story.made.currency
    behind = text[match.end() :].split()
    return behind[0] if behind and behind[0] in SCALES else ""


def _words(said: str) -> frozenset[str]:
    """The words of a piece that tell a part."""
    said = REST.sub(" ", RATIO.sub(" ", said))
    return frozenset(
        one_form(w)
        for w in said.split()
        if re.fullmatch("[a-zà-ÿ'-]+", w) and w not in STRICT and not re.fullmatch(SILENT, w)
    )


def _check(said: str) -> None:
    said = NOT_SO.sub(" ", REST.sub(" ", RATIO.sub(" ", said)))
    if any(w in CHANGING or w in STRICT and w not in HARMLESS for w in said.split()):
        raise Unfit


def _tell(story: _Story, said: str) -> None:
    """One piece of the story: a share, the rest, a ratio, or nothing but the whole."""
    _check(said)
    shares = re.findall(FRACTION, said)
    ratio = RATIO.search(said)
    rest = REST.search(said)
    work, unit = story.work, story.unit if story.whole is not None else ""
    if len(REST.findall(said)) > 1 or len(RATIO.findall(said)) > 1:
        raise Unfit
    if story.closed:
        if shares or ratio or rest and story.known is None:
            raise Unfit
        return
    if ratio and not shares:
        if not (rest or story.parts and ALL_OF_IT.search(said)):
            raise Unfit
        _divide(story, said, ratio)
        return
    if len(shares) > 1 or ratio:
        raise Unfit
    if not shares:
        if rest is None or story.known is not None and re.search(f"{NUMBER}|{MONEY}", said):
            return
        label = _words(said)
        if story.parts and label:
            story.parts.append(_Part(label, story.rest))
            story.closed = True
        return
    (letter,) = shares
    fraction = story.number(letter)
    if not 0 < fraction.value < 1:
        raise Unfit
    base = said[said.index(letter) + 1 :].strip()
    of_rest = rest is not None and (rest.start() < said.index(letter) or base.startswith("of "))
    if of_rest and not story.parts:
        raise Unfit
    if not of_rest and base.startswith(("of those", "of these", "of the others")):
        raise Unfit
    if not of_rest and base.startswith("of ") and story.parts and _words(base[3:].split(" who ")[0]) & frozenset().union(*(p.words for p in story.parts)) - story.noun:  # fmt: skip
        raise Unfit  # a share of a part
    if not of_rest:
        _of_the_whole(story, base)
    whole = story.rest if of_rest else story.whole if story.whole is not None else num(1)
    label = _words(said) - (story.noun if _words(said) - story.noun else frozenset())
    if not label:
        raise Unfit
    size = work.step("this part" if story.whole is not None else "what part of the whole this is", whole * fraction, unit)  # fmt: skip
    story.parts.append(_Part(label, size))
    story.rest = work.step("what is left" if story.whole is not None else "what part of the whole is left", story.rest - size, unit)  # fmt: skip
    if story.rest.value <= 0:
        raise Unfit


_ITS: Final = re.compile(
    rf"of (?:(?:all |all of )?(?:it|them|this|his|her|its|their|{NUMBER}|{MONEY})|an? {NUMBER}) "
)
_HEAD: Final = re.compile(r"of (?:all )?(?:the |an? )?((?:[a-zà-ÿ'-]+ ){1,2}?)(?=(?:is|are|was|were|in|on|at|to|for|of|who|that|which|,|has|had|have|[a-z]+ed|[a-z]+s) |$|(?:[a-z]+ ))")  # fmt: skip


def _of_the_whole(story: _Story, base: str) -> None:
    """The share is one of what was spoken of."""
    if not base.startswith("of ") or _ITS.match(f"{base} "):
        return
    said = _HEAD.match(f"{base} ")
    if said is None:
        raise Unfit
    words = _words(said[1])
    if not story.context:
        story.context = _words(base)
    elif not words & story.context:
        raise Unfit


def _divide(story: _Story, said: str, ratio: re.Match[str]) -> None:
    """The rest in a ratio, its parts by names or only by their order."""
    counts = [story.number(c) for c in re.findall(NUMBER, ratio[0])]
    if any(c.value <= 0 for c in counts):
        raise Unfit
    names = _names(said[: ratio.start()], len(counts)) or _names(said[ratio.end() :], len(counts))
    total = counts[0]
    for one in counts[1:]:
        total = total + one
    unit = story.unit if story.whole is not None else ""
    shares = story.work.step("how many equal shares the ratio has", total)
    each = story.work.step("one of these shares", story.rest / shares, unit)
    for i, count in enumerate(counts):
        words = names[i] if names else frozenset()
        story.parts.append(_Part(words, each * count if count.value != 1 else each, i + 1))
    for match in COUNTED.finditer(RATIO.sub(" ", said)):
        _counted(story, match[1])
    story.closed = True


def _names(said: str, count: int) -> list[frozenset[str]]:
    """The names of the parts of a ratio: "red, blue and green ones"."""
    found = re.search(r"((?:(?:[a-zà-ÿ'-]+ ){1,3}, ){0,3}(?:[a-zà-ÿ'-]+ ){1,4}(?:, )?and (?:[a-zà-ÿ'-]+ ){1,3})", said)  # fmt: skip
    if found is None:
        return []
    listed = [_words(one) for one in re.split(r", and |, |\band ", found[1])]
    listed = listed[-count:]
    if len(listed) != count or not all(listed):
        return []
    common = frozenset[str].intersection(*listed)
    return [one - common for one in listed] if all(one - common for one in listed) else []


# -- what is asked ------------------------------------------------------------------------------------------


def _ask(story: _Story, question: str) -> None:
    for word in question.split():
        if word in CHANGING or word in STRICT and word not in HARMLESS and not re.fullmatch(r"still|left|remain\w*|yet|not|n't|how|what|much|many|first|total|all|altogether|whole|long\w*|short\w*|large\w*|larger|small\w*|bigger|biggest|percent|fraction|one", word):  # fmt: skip
            raise Unfit
    if re.search(
        r"\b(?:than|difference|together|each|both|or|neither|so far)\b|\band\b(?! (?:what|how))", question
    ):
        raise Unfit
    if PART_ASKED.search(question):
        part = _asked_part(story, question)
        term = part.size / story.whole if story.whole is not None else part.size
        story.work.give(story.work.step("what part of the whole it is", term), "", "the part of the whole")
        return
    if story.whole is None:
        _from_known(story, question)
        return
    if not _same_kind(story, question):
        raise Unfit
    term, says = _what(story, question)
    made = story.work.step(says, term, story.unit)
    if not story.unit and made.value.denominator != 1:
        raise Unfit
    story.work.give(made, story.unit, says)


def _same_kind(story: _Story, question: str) -> bool:
    """Whether it is asked in the unit in which it is told."""
    words = set(question.split())
    units = {w for w in words if w in SCALES and len(w) > 1}
    money = words & {"dollars", "pounds", "euros", "yuan", "cents"}
    if money:
        return story.unit in money
    if "money" in words:
        return story.unit == story.made.currency != ""
    return not units or units == {story.unit}


def _what(story: _Story, question: str) -> tuple[Term, str]:
    if WHOLE_SAID.search(question):
        raise Unfit  # it is told
    if LEFT_ASKED.search(question):
        if story.closed or not _all_names_whole(story, question):
            raise Unfit
        return story.rest, "what is left in the end"
    part = _asked_part(story, question)
    return part.size, "what is asked for"


def _all_names_whole(story: _Story, question: str) -> bool:
    """Whether a question for what is left names no part by more than what was done to all parts."""
    done = frozenset(one_form(w) for w in TO_DO.findall(question))
    words = _words(question) - story.noun - done
    own = [p.words & words for p in story.parts]
    return not words or all(own) or not any(own)


def _asked_part(story: _Story, question: str) -> _Part:
    extreme = EXTREME.search(question)
    unnamed = [p for p in story.parts if p.at]
    if extreme is not None:
        if not unnamed or len({p.size.value for p in unnamed}) != len(unnamed):
            raise Unfit
        large = extreme[1].startswith(("long", "larg", "big", "great"))
        return (max if large else min)(unnamed, key=lambda p: p.size.value)
    if LEFT_ASKED.search(question):
        raise Unfit
    words = _words(question)
    common = [p.words for p in story.parts if p.words]
    shared = frozenset[str].intersection(*common) if len(common) > 1 else frozenset[str]()
    scores = [(len(p.words & words - shared - story.noun), i) for i, p in enumerate(story.parts)]
    best = max(score for score, _ in scores)
    hits = [i for score, i in scores if score == best]
    if best == 0 or len(hits) != 1:
        raise Unfit
    part = story.parts[hits[0]]
    others = frozenset[str]().union(*(p.words for p in story.parts if p is not part))
    if (words - shared - story.noun) & (others - part.words):
        raise Unfit  # it names two of them
    return part


def _from_known(story: _Story, question: str) -> None:
    """The whole from what a part is."""
    if story.known is None or not WHOLE_ASKED.search(question) or LEFT_ASKED.search(question):
        raise Unfit
    value, words = story.known
    if not words:
        if story.closed:
            raise Unfit
        whole = story.work.step("the whole: what is left is so much of it", value / story.rest, story.unit)
        story.work.give(whole, story.unit, "the whole")
        return
    scores = [(len(p.words & words), i) for i, p in enumerate(story.parts)]
    best = max(score for score, _ in scores)
    hits = [i for score, i in scores if score == best]
    if best == 0 or len(hits) != 1:
        raise Unfit
    part = story.parts[hits[0]]
    whole = story.work.step("the whole: this is so much of it", value / part.size, story.unit)
    if not story.unit and whole.value.denominator != 1:
        raise Unfit
    story.work.give(whole, story.unit, "the whole")
