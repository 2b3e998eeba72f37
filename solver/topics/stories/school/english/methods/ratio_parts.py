"""A whole of which a part is told as a fraction or percentage, and the rest in a ratio: in open words.

Asked: one of the parts, how many more of one than of the other, the whole. What is in the ratio is the rest only where that is said, or
where all kinds are listed. Every number has one place. Not read: parts of parts, ratios that change, anything added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from solver.topics.base import Text
from solver.topics.stories.school.english.marks import ANY, FRACTION, MONEY, NUMBER, SCALES
from solver.topics.stories.school.english.methods.patterns import STRICT
from solver.topics.stories.school.english.methods.ratio_words import (
    ANYTHING,
    APART,
    CHANGING,
    EITHER,
    EVERY,
    FEW,
    HARMLESS,
    IN,
    KINDS,
    NO_NAME,
    OF,
    PLAIN,
    REST,
    UNNAMED,
    VERB,
    WHOLE,
    same_unit,
    unit_wanted,
)
from solver.topics.stories.school.english.methods.sheet import Sheet, elsewhere, sheet
from solver.topics.stories.school.task import Exercise
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.english.lexicon import opposite
from solver.topics.stories.word_problems.wording import pluralised, singular


@dataclass
class _Told:
    made: Sheet
    names: list[frozenset[str]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    ratio: list[Term] = field(default_factory=list)
    sentence: int = -1
    shares: list[Term] = field(default_factory=list)
    whole: Term | None = None
    noun: frozenset[str] = frozenset()
    unit: str = ""
    known: tuple[int, Term] | None = None
    base: frozenset[str] = frozenset()  # what it is a share of
    shared: frozenset[str] = frozenset()  # what is said of the part that is told as a share
    used: set[str] = field(default_factory=set)
    apart: tuple[int, int, Term] | None = None  # how much more one part is than another
    listed: bool = False  # said: there are no others

    def number(self, letter: str) -> Term:
        letter = letter.strip()
        if letter in self.used:
            raise Unfit
        self.used.add(letter)
        return num(self.made.values[letter])


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
    work = Working("en")
    try:
        _solve(_Told(made, listed=bool(listed)), work)
    except Unfit:
        return None
    answer = work.answer
    return Exercise.of(work) if answer is not None and answer.made is not None and answer.value >= 0 else None


_NOT_SO: Final = re.compile(
    r"\b(?P<t>[Tt])(?:hose|he ones|he [a-z]+) (?:who|that) (?:do|did|are|were|is|was|have|had) (?:not|n't) (?P<v>[a-z]+)(?: [a-z]+){0,2}? (?=come|came|go|went|travel|are|were|have|had|play|take|took|use|choose|chose|get|prefer)"
)


def _the_rest(match: re.Match[str]) -> str:
    """ "Those who do not walk", where it was told how many walk."""
    if not re.search(rf"\b{match['v']}", match.string[: match.start()]):
        return match[0]
    return f"{match['t']}he rest "


_NO_OTHERS: Final = re.compile(r"(?<=[.!]) ?There (?:are|were|is|was) (?:no|not any) others?(?: [a-z]+){0,2}(?: [a-z]+ (?:the|this|his|her) [a-z]+)?\.")


def _words(said: str) -> frozenset[str]:
    return frozenset(_one(w) for w in said.split() if w not in FEW)


def _one(word: str) -> str:
    plain = word.removesuffix("'s").removesuffix("'")
    return {"children": "child", "men": "man", "women": "woman", "people": "person"}.get(
        plain, singular(plain)
    )


def _solve(told: _Told, work: Working) -> None:
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
    _check_words(told, before)
    if bool(told.shares) != _is_rest(told, sentences) or told.whole is not None and not _of_the_whole(told):
        raise Unfit
    _ask(told, work, question[cut.start() :])


def _of_the_whole(told: _Told) -> bool:
    """Whether the share is one of the whole that is told: of pupils, where there are pupils."""
    if told.said[0] == "piece-a" and not told.shares:
        return True
    return bool(told.shares) and (not told.noun or not told.base or bool(told.base & told.noun))


def _ratio(told: _Told, group: dict[str, str | None]) -> None:
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
    told.said = names if len(names) == len(told.ratio) else [n for s in told.said if (n := _trimmed(s) or _doing(s))]
    told.names = [_words(s) for s in told.said]
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


def _told_apart(told: _Told, sentence: str) -> str:
    """The sentence without what it tells of how much more one part is than another."""
    found = APART.search(sentence)
    if found is None:
        return sentence
    x, letter, y = (found[k] or found[j] for k, j in (("x", "v"), ("d", "k"), ("y", "w")))
    one, other = (_matches(told, _words(_trimmed(said) or said)) for said in (x, y))
    if len(one) != 1 or len(other) != 1 or one == other or told.apart is not None:
        raise Unfit
    told.apart = one[0], other[0], told.number(letter)
    unit = (found["u"] or "").strip()
    told.unit = told.made.currency if MONEY[1] <= letter <= MONEY[3] else unit if unit in SCALES else ""
    return sentence[: found.start()] + sentence[found.end() :]


def _distinct(told: _Told) -> list[frozenset[str]]:
    """The words of each part that no other part has, and that do not name the whole."""
    found = []
    for i, name in enumerate(told.names):
        others = frozenset[str]().union(*(n for j, n in enumerate(told.names) if j != i))
        found.append(name - others - (told.noun if name - others - told.noun else frozenset()))
    if not all(found):
        raise Unfit
    return found


def _tell(told: _Told, sentence: str, number: int) -> None:
    """The shares, the whole and the known part of a sentence."""
    tokens = sentence.split()
    for at, token in enumerate(tokens):
        if token in told.used or not re.fullmatch(ANY, token):
            continue
        behind = tokens[at + 1 : at + 6]
        if FRACTION[1] <= token <= FRACTION[3]:
            base = " ".join(behind[:5])
            if (
                re.match(
                    r"of (?:the |his |her |its )?(?:rest|others|remain|what|other|same|these|those)", base
                )
                or len(told.shares) == 2
            ):
                raise Unfit
            if base.startswith("of") and _matches(told, _words(" ".join(behind[1:4]))):
                raise Unfit  # a part of a part
            told.shares.append(told.number(token))
            of, about = _about_share(tokens, at)
            told.base, told.shared = told.base | of, told.shared | about
            continue
        money = MONEY[1] <= token <= MONEY[3]
        unit = told.made.currency if money else behind[0] if behind and behind[0] in SCALES else ""
        noun: list[str] = []
        for word in behind[(1 if unit and not money else 0) :][:3]:
            if not re.fullmatch("[a-z'-]+", word) or word in FEW or word in STRICT or VERB.fullmatch(word):
                break
            noun.append(word)
        if unit and not money and behind[1:2] == ["of"]:
            noun = behind[2:4]
        near = _words(" ".join(noun)) if noun and not money else _words(_clause(tokens, at))
        hits = _matches(told, near)
        if (
            hits
            and not money
            and any(w in ("and", "or") for w in behind[:4])
            and len(_matches(told, _words(" ".join(behind)))) > 1
        ):
            raise Unfit  # "240 doctors and nurses"
        if len(hits) == 1 and told.known is None:
            told.known = (hits[0], told.number(token))
            told.unit = told.unit or unit
        elif not hits and told.whole is None and (money or noun or unit):
            told.whole = told.number(token)
            told.noun = (
                _words(" ".join(noun[:1] if len(noun) > 1 and _one(noun[0]) != noun[0] else noun))
                if noun
                else frozenset()
            )
            told.unit = unit
        else:
            raise Unfit


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
    return _words(" ".join(base)), _words(" ".join(w for w in about if not re.fullmatch(ANY, w)))


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


def _matches(told: _Told, words: frozenset[str]) -> list[int]:
    found = [i for i, d in enumerate(_distinct(told)) if d <= words]
    if found:
        return found
    roots = {_root(w) for w in words}
    return [i for i, d in enumerate(_distinct(told)) if {_root(w) for w in d} <= roots]


def _root(word: str) -> str:
    """One form for who does something and what he does: kayakers, kayaking, kayak."""
    return re.sub(r"(?:ing|er)$", "", word) if len(word) > 5 else word


def _check_words(told: _Told, sentences: list[str]) -> None:
    for sentence in sentences:
        for word in sentence.split():
            if word in CHANGING or word in STRICT and word not in HARMLESS:
                raise Unfit


def _is_rest(told: _Told, sentences: list[str]) -> bool:
    """Whether the ratio is one of the rest: said near it, or all kinds are listed, of which the ratio has all but one."""
    near = sentences[max(0, told.sentence - 1) : told.sentence + 1]
    heads = [singular(said.split()[-1]) for said in told.said]
    listed = told.listed and opposite(heads[0]) != heads[1]  # males and females are among all kinds
    if told.shares and (listed or any(REST.search(s) for s in near)):
        return True
    if not told.shares or len(told.shares) > 1:
        return False
    around = {_one(w) for s in sentences for w in s.split()}
    for kinds in KINDS:
        missing = kinds - frozenset().union(*told.names)
        if kinds <= around and all(name & kinds for name in told.names) and len(missing) == 1:
            return missing <= told.shared
    listed = re.search(r"(?:: |, |only |has |are |of |sells |grows |keeps |contains )((?:[a-z'-]+ ){1,2}, (?:[a-z'-]+ ){1,2}(?:, )?and (?:[a-z'-]+ ){1,2})", " ".join(sentences[:-1]))  # fmt: skip
    if listed is None:
        return False
    parts = [_words(k) for k in re.split(", and |, |and ", listed[1])]
    distinct = _distinct(told)
    inside = [k for k in parts if any(d <= k for d in distinct)]
    outside = [k for k in parts if k not in inside]
    return len(parts) == 3 and len(inside) == 2 and bool(outside) and outside[0] <= around


def _ask(told: _Told, work: Working, question: str) -> None:
    words = question.split()
    if any(re.fullmatch(ANY, w) for w in words) or any(
        w in CHANGING - {"more", "fewer", "less", "than"} for w in words
    ):
        raise Unfit
    if any(
        w in STRICT
        and w
        not in HARMLESS | {"more", "fewer", "less", "than", "larger", "smaller", "bigger", "least", "for", "longer", "shorter", "square"}
        for w in words
    ):
        raise Unfit
    if re.search(r"\b(?:or|fraction|percent|percentage|proportion|each|every)\b|\band (?!how )", question):
        raise Unfit
    if elsewhere(question, told.made.text[: -len(question)]):
        raise Unfit
    if re.search(r"\b(?:thousands?|millions?|billions?)\b", question):
        raise Unfit
    asked = _words(question)
    hits = _matches(told, asked)
    unit = told.unit
    wanted = "" if same_unit(question, unit) else unit_wanted(question, unit)
    if not wanted and not same_unit(question, unit):
        raise Unfit
    parts = told.ratio[0]
    for one in told.ratio[1:]:
        parts = parts + one
    left: Term | None = None
    if told.shares:
        left = num(1)
        for share in told.shares:
            left = left - share
        left = work.step("what part of the whole is in the ratio: the whole is 1", left)
        if left.value <= 0:
            raise Unfit
    if told.apart is not None:
        first, other, by = told.apart
        if told.whole is not None or told.known is not None or told.ratio[first].value <= told.ratio[other].value:  # fmt: skip
            raise Unfit
        gap = work.step("how many parts more the one has", told.ratio[first] - told.ratio[other])
        each = work.step("one part of the ratio", by / gap, unit)
    elif told.known is not None:
        if told.whole is not None:
            raise Unfit
        each = work.step("one part of the ratio", told.known[1] / told.ratio[told.known[0]], unit)
    else:
        if told.whole is None:
            raise Unfit
        rest = work.step("what is in the ratio", told.whole * left, unit) if left is not None else told.whole
        count = work.step("how many parts there are together", parts)
        each = work.step("one part", rest / count, unit)
    compared = {"more", "fewer", "less"} & set(words)
    extreme = re.search(
        r"\b(larger|largest|smaller|smallest|bigger|biggest|longer|longest|shorter|shortest)\b", question
    )
    if compared:
        if len(hits) != 2 or "than" not in words:
            raise Unfit
        first = min(hits, key=lambda i: _place(words, _distinct(told)[i]))
        other = next(h for h in hits if h != first)
        a, b = (first, other) if "more" in compared else (other, first)
        term, says = each * (told.ratio[a] - told.ratio[b]), "how many more there are: so many parts"
    elif extreme and not hits and told.known is None and told.apart is None:
        big = extreme[1].startswith(("larg", "big", "long"))
        values = sorted(told.ratio, key=lambda t: t.value)
        if len({t.value for t in values}) != len(values):
            raise Unfit
        term, says = each * values[-1 if big else 0], "this share: so many parts"
    elif len(hits) == 1 and not extreme:
        if told.known is not None and told.known[0] == hits[0] or WHOLE.search(question):
            raise Unfit
        term, says = each * told.ratio[hits[0]], f"the part of the {told.said[hits[0]]}: so many parts"
    elif (
        not hits
        and not extreme
        and (told.known is not None or told.apart is not None)
        and (WHOLE.search(question) or "ratio" not in words)
        and _is_whole(told, question)
    ):
        count = work.step("how many parts there are together", parts)
        rest = work.step("what is in the ratio", each * count, unit)
        term, says = (
            (rest / left, "the whole: what is in the ratio is this part of it")
            if left is not None
            else (rest, "the whole")
        )
        if left is None:
            work.give(rest, unit, says)
            _whole_number(told, rest, unit)
            return
    else:
        raise Unfit
    made = work.step(says, term, unit)
    _whole_number(told, made, unit)
    if wanted:
        factor = num(SCALES[unit][1] / SCALES[wanted][1])
        made, unit = work.step(f"this in {wanted}", made * factor, wanted), wanted
    shown = unit or (pluralised(told.said[hits[0]]) if len(hits) == 1 and not compared else "")
    work.give(made, shown if unit else "", "the answer")


def _whole_number(told: _Told, term: Term, unit: str) -> None:
    if not unit and term.value.denominator != 1:
        raise Unfit


def _place(words: list[str], name: frozenset[str]) -> int:
    return min(i for i, w in enumerate(words) if _one(w) in name)


def _is_whole(told: _Told, question: str) -> bool:
    """Whether the question names nothing that was told of a share alone."""
    if WHOLE.search(question):
        return True
    asked = re.match(r"how many ([a-z'-]+) ", question)
    if asked is None:
        return False
    first = {_one(w) for w in told.made.sentences[0].text.split()} if not told.shares else told.base
    return _one(asked[1]) in first | ANYTHING and not _words(question) & told.shared
