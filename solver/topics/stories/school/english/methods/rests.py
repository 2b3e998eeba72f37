"""A whole of which parts go one after the other: shares of it, shares of what is left, at last the rest, or the rest in a ratio.

Asked: one of the parts, what is left in the end, the whole, what part of the whole something is. Every number has one place, every share
says what it is of. Not read: shares of a part, anything that comes back, two wholes.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.rests_asked import ask
from solver.topics.stories.school.english.methods.rests_told import Part, Parts, words_of
from solver.topics.stories.school.english.methods.rests_words import (
    ALL_OF_IT,
    ANCHOR,
    CHANGING,
    COUNTED,
    HARMLESS,
    HEAD,
    ITS,
    JOINT,
    NOT_SO,
    PLAIN,
    RATIO,
    REMAINS,
    REST,
)
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.sheet import sheet
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Unfit, num


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
    if not re.search(FRACTION, made.text) or not any(REST.search(s.text) for s in made.sentences):
        return None
    later = [share.start() for share in re.finditer(FRACTION, made.text)][1:]
    if any(_OF_SOME.match(made.text, at) for at in later):
        return None
    found = Exercise.worked("en", lambda work: _solve(Parts(made, work)))
    return found if found is not None and found.value > 0 else None


_OF_SOME: Final = re.compile(
    rf"{FRACTION} ?of (?:the |those |these )?[a-z-]+ (?:(?:who|that|which) (?:(?:is|are|was|were|had|have|did|do|came|come|stayed|stay) )(?!not\b|n't)|present\b|there\b|attending\b)"
)
"""A later share of those of whom something is said: who are they, the whole or a part?"""


def _solve(story: Parts) -> None:
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
    ask(story, asked)


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


def _find_amount(story: Parts, segments: list[str]) -> None:
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
                story.known = (story.number(match[0]), frozenset() if left else words_of(plain))
                story.unit = _unit_behind(story, plain, match)
                continue
            if i > shares[0] or story.whole is not None or story.known is not None:
                raise Unfit
            story.whole = story.number(match[0])
            behind_share = re.search(FRACTION, plain[: match.start()])
            story.context = words_of(plain[match.start() :] if behind_share else plain)
            story.unit = _unit_behind(story, plain, match)
            behind = plain[match.end() :].split()
            behind = behind[1:] if behind and behind[0] in SCALES else behind
            stop = next((j for j, w in enumerate(behind) if w in (",", "in", "on", "to", "is", "are", "has", "and", "for", "at", "was", "were")), len(behind))  # fmt: skip
            story.noun = frozenset(one_form(w) for w in behind[: min(stop, 4)] if w not in STRICT)
            if MONEY[1] <= match[0] <= MONEY[3] or not story.noun:
                before = plain[: match.start()].split()[-4:]
                story.noun |= frozenset(one_form(w) for w in before if w not in STRICT and not re.fullmatch(ANY, w))  # fmt: skip
    story.noun |= {story.unit} - {""}


def _counted(story: Parts, letter: str) -> None:
    """So many pieces: as many as the ratio has parts."""
    if story.number(letter).value != sum(bool(p.at) for p in story.parts):
        raise Unfit


def _unit_behind(story: Parts, text: str, match: re.Match[str]) -> str:
    if MONEY[1] <= match[0] <= MONEY[3]:
        return story.made.currency
    behind = text[match.end() :].split()
    return behind[0] if behind and behind[0] in SCALES else ""


def _check(said: str) -> None:
    said = NOT_SO.sub(" ", REST.sub(" ", RATIO.sub(" ", said)))
    if any(w in CHANGING or w in STRICT and w not in HARMLESS for w in said.split()):
        raise Unfit


def _tell(story: Parts, said: str) -> None:
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
        label = words_of(said)
        if story.parts and label:
            story.parts.append(Part(label, story.rest))
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
    if not of_rest and base.startswith("of ") and story.parts and words_of(base[3:].split(" who ")[0]) & frozenset().union(*(p.words for p in story.parts)) - story.noun:  # fmt: skip
        raise Unfit  # a share of a part
    if not of_rest:
        _of_the_whole(story, base)
        ahead = _AHEAD.search(said[: said.index(letter)])
        if ahead is not None and not ITS.match(f"of {ahead[1] or ahead[2]}"):
            _of_the_whole(story, f"of {ahead[1] or ahead[2]}")
    whole = story.rest if of_rest else story.whole if story.whole is not None else num(1)
    label = words_of(said) - (story.noun if words_of(said) - story.noun else frozenset())
    if not label:
        raise Unfit
    size = work.step("this part" if story.whole is not None else "what part of the whole this is", whole * fraction, unit)  # fmt: skip
    story.parts.append(Part(label, size))
    story.rest = work.step("what is left" if story.whole is not None else "what part of the whole is left", story.rest - size, unit)  # fmt: skip
    if story.rest.value <= 0:
        raise Unfit


def _of_the_whole(story: Parts, base: str) -> None:
    """The share is one of what was spoken of."""
    if not base.startswith("of ") or ITS.match(f"{base} "):
        return
    said = HEAD.match(f"{base} ")
    if said is None:
        raise Unfit
    words = words_of(said[1])
    if not story.context:
        story.context = words_of(base)
    elif not words & story.context:
        raise Unfit


def _divide(story: Parts, said: str, ratio: re.Match[str]) -> None:
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
        story.parts.append(Part(words, each * count if count.value != 1 else each, i + 1))
    for match in COUNTED.finditer(RATIO.sub(" ", said)):
        _counted(story, match[1])
    story.closed = True


_AHEAD: Final = re.compile(
    r"\b(?:of|among|amongst|out of) ((?:(?:all|the|these|those|his|her|its|their) )*(?:[a-z'-]+ ){1,3}), ?$|\b(?:among|amongst) ((?:[a-z'-]+ ){1,3})$"
)
_COMPARED: Final = re.compile(
    r"ratio (?:of|between) (?:the )?((?:[a-zà-ÿ'-]+ ){1,3}?)(?:to|and) (?:the )?((?:[a-zà-ÿ'-]+ ){1,3}?)(?:to (?:the )?((?:[a-zà-ÿ'-]+ ){1,3}?))?(?=among|in|is|was|of|for|are|$)"
)


def _names(said: str, count: int) -> list[frozenset[str]]:
    """The names of the parts of a ratio: "red, blue and green ones"."""
    compared = _COMPARED.search(said)
    if compared is not None:
        listed = [words_of(one) for one in compared.groups() if one]
        return listed if len(listed) == count and all(listed) else []
    found = re.search(r"((?:(?:[a-zà-ÿ'-]+ ){1,3}, ){0,3}(?:[a-zà-ÿ'-]+ ){1,4}(?:, )?and (?:[a-zà-ÿ'-]+ ){1,3})", said)  # fmt: skip
    if found is None:
        return []
    listed = [words_of(one) for one in re.split(r", and |, |\band ", found[1])]
    listed = listed[-count:]
    if len(listed) != count or not all(listed):
        return []
    common = frozenset[str].intersection(*listed)
    return [one - common for one in listed] if all(one - common for one in listed) else []
