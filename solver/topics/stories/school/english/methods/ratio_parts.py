"""A whole of which a part is told as a fraction or percentage, and the rest in a ratio: in open words.

Asked: one of the parts, how many more of one than of the other, the whole. What is in the ratio is the rest only where that is said, or
where all kinds are listed. Every number has one place. Not read: parts of parts, ratios that change, anything added.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.ratio_asked import ask
from solver.topics.stories.school.english.methods.ratio_told import Told, distinct, matches, words_of
from solver.topics.stories.school.english.methods.ratio_words import (
    APART,
    CHANGING,
    EITHER,
    EVERY,
    FEW,
    HARMLESS,
    IN,
    JOINT,
    JOINT_SAID,
    KINDS,
    NO_NAME,
    OF,
    PLAIN,
    REST,
    UNNAMED,
    VERB,
)
from solver.topics.stories.school.english.nouns import one_form
from solver.topics.stories.school.english.sheet import sheet
from solver.topics.stories.school.english.words import STRICT
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Unfit, Working, num
from solver.topics.stories.word_problems.english.lexicon import opposite
from solver.topics.stories.word_problems.wording import singular


def read(text: Text) -> Exercise | None:
    """The problem, when every word and number of it has a place."""
    source, listed = _NO_OTHERS.subn(" ", text.source)
    if "ratio" not in source and "every" not in source:
        return None
    for pattern, plain in PLAIN:
        source = pattern.sub(plain, source)
    source = _NOT_SO.sub(_the_rest, source)
    made = sheet(source)
    if made is None or made.clocks or sum(s.asks for s in made.sentences) != 1 or not made.sentences[-1].asks:
        return None
    found = Exercise.worked("en", lambda work: _solve(Told(made, listed=bool(listed)), work))
    return found if found is not None and found.value >= 0 else None


_TOGETHER: Final = frozenset("child pupil student person member player singer dancer kid camper participant passenger guest visitor swimmer runner youngster".split())  # fmt: skip
_NOT_SO: Final = re.compile(
    r"\b(?P<t>[Tt])(?:hose|he ones|he [a-z]+) (?:who|that) (?:do|did|are|were|is|was|have|had) (?:not|n't) (?P<v>[a-z]+)(?: [a-z]+){0,2}? (?=come|came|go|went|travel|are|were|have|had|play|take|took|use|choose|chose|get|prefer)"
)


def _the_rest(match: re.Match[str]) -> str:
    """ "Those who do not walk", where it was told how many walk."""
    if not re.search(rf"\b{match['v']}", match.string[: match.start()]):
        return match[0]
    return f"{match['t']}he rest "


_NO_OTHERS: Final = re.compile(
    r"(?<=[.!]) ?There (?:are|were|is|was) (?:no|not any) others?(?: [a-z]+){0,2}(?: [a-z]+ (?:the|this|his|her) [a-z]+)?\."
)


def _solve(told: Told, work: Working) -> None:
    sentences = [s.text for s in told.made.sentences]
    found = [
        (i, m)
        for i, s in enumerate(sentences)
        for m in (
            *OF.finditer(s),
            *IN.finditer(s),
            *EITHER.finditer(s),
            *EVERY.finditer(s),
            *UNNAMED.finditer(s),
        )
    ]
    if any(m.re is EITHER for _, m in found):
        found = [(i, m) for i, m in found if m.re is EITHER]
    found = [
        (i, m)
        for i, m in found
        if not any(n is not m and i == j and n.start() < m.start() < n.end() for j, n in found)
    ]
    if (
        len(found) != 1
        or found[0][0] == len(sentences) - 1
        and sentences[-1].find("how") < found[0][1].start()
    ):
        raise Unfit
    told.sentence, match = found[0]
    _ratio(told, match.groupdict())
    question = sentences[-1]
    cut = re.search(r"\b(?:how (?:many|much|long|old|heavy)|what|find|calculate|work out) ", question)
    if cut is None:
        raise Unfit
    before = [_told_apart(told, s) for s in (*sentences[:-1], question[: cut.start()])]
    for i, sentence in enumerate(before):
        _tell(told, sentence, i)
    if set(told.made.values) - told.used or told.whole is not None and told.noun & told.shared:
        raise Unfit
    _check_words(before)
    if bool(told.shares) != _is_rest(told, sentences) or told.whole is not None and not _of_the_whole(told):
        raise Unfit
    ask(told, work, question[cut.start() :])


def _of_the_whole(told: Told) -> bool:
    """Whether the share is one of the whole that is told: of pupils, where there are pupils."""
    if told.said[0] == "piece-a" and not told.shares:
        return True
    if told.joint is not None:
        return not told.noun or not told.base or bool(told.base & told.noun)
    heads = [singular(said.split()[-1]) for said in told.said]
    if not told.shares and len(heads) == 2 and opposite(heads[0]) == heads[1]:
        place = re.search(
            r"\b(?:in|of|at) (?:an?|the) ([a-z]+) .*\b(?:in|of|at) (?:the|this|that) \1\b", told.made.text
        )
        return bool(told.noun & _TOGETHER) and place is not None  # boys and girls are all singers of a choir
    return bool(told.shares) and (not told.noun or not told.base or bool(told.base & told.noun))


def _ratio(told: Told, group: dict[str, str | None]) -> None:
    if group.get("c"):
        told.ratio = [told.number(c) for c in re.findall(NUMBER, group["r"] or "")]
        told.said = [f"piece-{'abcd'[i]}" for i in range(len(told.ratio))]
        if told.number(group["c"] or "").value != len(told.ratio):
            raise Unfit
    elif group.get("r"):
        told.ratio = [told.number(c) for c in re.findall(NUMBER, group["r"] or "")]
        told.said = [group.get(k) or "" for k in "xyz" if group.get(k)]
    elif group["m"]:
        told.ratio = [told.number(group["m"]), told.number(group["n"] or "")]
        told.said = [group["x"] or "", group["y"] or ""]
    else:
        told.ratio = [told.number(group["k"] or ""), told.number(group["l"]) if group["l"] else num(1)]
        told.said = [group["v"] or "", group["w"] or ""]
    told.said = [re.sub(r" ones? ?$", "", s) for s in told.said]
    names = [name for s in told.said if (name := _trimmed(s))]
    told.said = (
        names if len(names) == len(told.ratio) else [n for s in told.said if (n := _trimmed(s) or _doing(s))]
    )
    told.names = [words_of(s) for s in told.said]
    if len(told.names) != len(told.ratio) or any(t.value <= 0 for t in told.ratio):
        raise Unfit


def _trimmed(said: str) -> str:
    """A name without the verb in front of it."""
    words = said.split()
    at = max((i for i, w in enumerate(words) if w in NO_NAME or len(w) > 4 and w.endswith("ed")), default=-1)
    return " ".join(words[at + 1 :])


def _doing(said: str) -> str:
    """A name that is nothing but what these do: "jumped"."""
    last = said.split()[-1]
    return "" if last in NO_NAME else last


def _told_apart(told: Told, sentence: str) -> str:
    """The sentence without what it tells of how much more one part is than another."""
    found = APART.search(sentence)
    if found is None:
        return sentence
    x, letter, y = (found[k] or found[j] for k, j in (("x", "v"), ("d", "k"), ("y", "w")))
    one, other = (matches(told, words_of(_trimmed(said) or said)) for said in (x, y))
    if len(one) != 1 or len(other) != 1 or one == other or told.apart is not None:
        raise Unfit
    told.apart = one[0], other[0], told.number(letter)
    unit = (found["u"] or "").strip()
    told.unit = told.made.currency if MONEY[1] <= letter <= MONEY[3] else unit if unit in SCALES else ""
    return sentence[: found.start()] + sentence[found.end() :]


def _tell(told: Told, sentence: str, number: int) -> None:
    """The shares, the whole and the known part of a sentence."""
    tokens = sentence.split()
    for at, token in enumerate(tokens):
        if token in told.used or not re.fullmatch(ANY, token):
            continue
        if not FRACTION[1] <= token <= FRACTION[3]:
            _tell_amount(told, tokens, at)
        elif _is_joint(told, " ".join(tokens[:at]), number):
            if told.joint is not None or told.shares:
                raise Unfit
            told.joint = told.number(token)
            told.base, _ = _about_share(tokens, at)
        else:
            _tell_share(told, tokens, at)


def _tell_share(told: Told, tokens: list[str], at: int) -> None:
    """ "A third of the beads are red": a part that is not in the ratio."""
    behind = tokens[at + 1 : at + 6]
    base = " ".join(behind)
    if _OF_OTHERS.match(base) or len(told.shares) == 2 or told.joint is not None:
        raise Unfit
    if base.startswith("of") and matches(told, words_of(" ".join(behind[1:4]))):
        raise Unfit  # a part of a part
    told.shares.append(told.number(tokens[at]))
    of, about = _about_share(tokens, at)
    told.base, told.shared = told.base | of, told.shared | about


def _tell_amount(told: Told, tokens: list[str], at: int) -> None:
    """ "There are 90 beads", "40 of them are red": the whole, or one of the parts."""
    token, behind = tokens[at], tokens[at + 1 : at + 6]
    money = MONEY[1] <= token <= MONEY[3]
    unit = told.made.currency if money else behind[0] if behind and behind[0] in SCALES else ""
    noun = _noun_of(behind, measured=bool(unit) and not money)
    near = words_of(" ".join(noun)) if noun and not money else words_of(_clause(tokens, at))
    hits = matches(told, near)
    if told.joint is not None and _OF_THE_WHOLE.fullmatch(" ".join([*tokens[:at], ""])):
        hits = []  # "3/5 of the 150 cups": of the whole
    elif told.joint is not None and hits and not noun:
        raise Unfit
    several = any(w in ("and", "or") for w in behind[:4])
    if hits and not money and several and len(matches(told, words_of(" ".join(behind)))) > 1:
        raise Unfit  # "240 doctors and nurses"
    if len(hits) == 1 and told.known is None:
        told.known = (hits[0], told.number(token))
        told.unit = told.unit or unit
    elif not hits and told.whole is None and (money or noun or unit):
        told.whole = told.number(token)
        plural_first = len(noun) > 1 and one_form(noun[0]) != noun[0]
        told.noun = words_of(" ".join(noun[:1] if plural_first else noun))
        told.unit = unit
    else:
        raise Unfit


def _noun_of(behind: list[str], *, measured: bool) -> list[str]:
    """The noun behind a number, or behind its unit: "90 glass beads", "3 kg of rice"."""
    if measured and behind[1:2] == ["of"]:
        return behind[2:4]
    noun: list[str] = []
    for word in behind[measured:][:3]:
        if not re.fullmatch("[a-z'-]+", word) or word in FEW or word in STRICT or VERB.fullmatch(word):
            break
        noun.append(word)
    return noun


_OF_OTHERS: Final = re.compile(
    r"of (?:the |his |her |its )?(?:rest|others|remain|what|other|same|these|those)"
)
_OF_THE_WHOLE: Final = re.compile(rf"(?:.* )?{FRACTION} of (?:all )?(?:the |his |her |its |their )?")


def _is_joint(told: Told, before: str, sentence: int) -> bool:
    """Whether a share is what all parts of the ratio make up: these are named, or were named last."""
    found = JOINT.search(f"{before} ")
    if found is None:
        return False
    said = words_of(found["s"]) - {"and", "both", "together"}
    if said <= frozenset().union(*told.names) and len(matches(told, said)) == len(told.names):
        return True
    return sentence in (told.sentence, told.sentence + 1) and JOINT_SAID.fullmatch(found["s"]) is not None


def _about_share(tokens: list[str], at: int) -> tuple[frozenset[str], frozenset[str]]:
    """What a share is of, and the other words of its clause."""
    left, right = at, at + 1
    while left > 0 and tokens[left - 1] not in (",", "and", "which"):
        left -= 1
    if right < len(tokens) and tokens[right] == "of":
        verb = next(
            (i for i in range(right, len(tokens)) if tokens[i] in ("is", "are", "was", "were")), len(tokens)
        )
        stops = (",", "and") if verb < len(tokens) else (",", "and", "in", "on", "at", "for", "to")
        while right < verb and tokens[right] not in stops:
            right += 1
    end = right
    while end < len(tokens) and tokens[end] not in (",", "and", "which"):
        end += 1
    base, about = tokens[at + 1 : right], (*tokens[left:at], *tokens[right:end])
    return words_of(" ".join(base)), words_of(" ".join(w for w in about if not re.fullmatch(ANY, w)))


def _clause(tokens: list[str], at: int) -> str:
    """The words around an amount of money, up to joining words."""
    left, right = at, at
    while left > 0 and tokens[left - 1] not in (",", "and", "while", "but"):
        left -= 1
    while right + 1 < len(tokens) and tokens[right + 1] not in (
        ",",
        "and",
        "while",
        "but",
        "in",
        "between",
        "among",
    ):
        right += 1
    return " ".join(w for w in tokens[left : right + 1] if not re.fullmatch(ANY, w))


def _check_words(sentences: list[str]) -> None:
    for sentence in sentences:
        for word in sentence.split():
            if word in CHANGING or word in STRICT and word not in HARMLESS:
                raise Unfit


def _is_rest(told: Told, sentences: list[str]) -> bool:
    """Whether the ratio is one of the rest: said near it, or all kinds are listed, of which the ratio has all but one."""
    near = sentences[max(0, told.sentence - 1) : told.sentence + 1]
    heads = [singular(said.split()[-1]) for said in told.said]
    no_others = told.listed and opposite(heads[0]) != heads[1]  # males and females are among all kinds
    if told.shares and (no_others or any(REST.search(s) for s in near)):
        return True
    if not told.shares or len(told.shares) > 1:
        return False
    around = {one_form(w) for s in sentences for w in s.split()}
    for kinds in KINDS:
        missing = kinds - frozenset().union(*told.names)
        if kinds <= around and all(name & kinds for name in told.names) and len(missing) == 1:
            return missing <= told.shared
    listed = re.search(r"(?:: |, |only |has |are |of |sells |grows |keeps |contains )((?:[a-z'-]+ ){1,2}, (?:[a-z'-]+ ){1,2}(?:, )?and (?:[a-z'-]+ ){1,2})", " ".join(sentences[:-1]))  # fmt: skip
    if listed is None:
        return False
    parts = [words_of(k) for k in re.split(", and |, |and ", listed[1])]
    apart = distinct(told)
    inside = [k for k in parts if any(d <= k for d in apart)]
    outside = [k for k in parts if k not in inside]
    return len(parts) == 3 and len(inside) == 2 and bool(outside) and outside[0] <= around
