"""Statements about one hidden thing in English: "Ann says, "It was not me.""; exactly one of them is telling the truth.

Every sentence besides the statements has to be of a known form. Not read: rankings, two hidden things, statements about how many are right.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.numerals import in_digits
from solver.topics.discrete.truth_tellers.puzzle import Puzzle, settled

_N: Final = r"(?:(?:Treasure )?(?:[Cc]hest|[Bb]ox) [A-Z]|[A-Z][a-z]+)"
_LIST: Final = rf"{_N}(?:, {_N})*,? and {_N}"
_SAID: Final = re.compile(
    rf'(?P<who>(?:Both )?{_N}(?:(?:, {_N})*,? and {_N})?)(?: (?:says?|said|guess(?:es|ed)?|claim(?:s|ed)?|repl(?:ies|ied)|answer(?:s|ed)?)\s*[:,]?|:)\s*"(?P<said>[^"]+)"[.,;]?'
)
_OPEN: Final = r"(?:(?!(?:if|not|no|never|unless|except|but|at|least|most|more|less|only|exactly|both|each|every|true|false|truth|lie|lies|lying|lied|right|wrong)\b)[a-z'-]+ ?)"
_DEED: Final = r"(?:(?:can|will|could) [a-z]+(?: (?!and |or |but )[a-z]+){0,3}|(?:won|broke|ate|stole|took|found|hid|has|had|made|drew|is|was) (?!(?:lying|telling|right|wrong)\b)(?:the |a |an |his |her |their )?[a-z]+(?: (?!and |or |but |when |if )[a-z]+){0,3}|did it)"
_FRAMES: Final = (
    re.compile(rf"[Oo]nly 1 of (?:the )?(?:(?P<n>\d+) )?(?:[a-z]+,? )?(?:named )?(?P<list>{_LIST}),? (?P<deed>{_DEED})"),
    re.compile(rf"(?:(?P<n>\d+) [a-z]+,? )?(?P<list>{_LIST}),? (?:participated|took part|competed|were|are|played) {_OPEN}{{1,10}}(?:when 1 of them (?P<deed>{_DEED}))?"),
    re.compile(r"[Tt]here (?:is|was) an? (?P<thing>[a-z]+) in an? [a-z]+(?: and|\.)? ?(?:\d+ [a-z]+ (?:are|were) guessing (?:what colou?r it is|(?:what|the) colou?r of the [a-z]+))?"),
    re.compile(r"\d+ [a-z]+ (?:are|were) guessing (?:what colou?r it is|the colou?r of the [a-z]+)"),
    re.compile(r"[Tt]he (?P<thing>[a-z]+) is [a-z]+ing something(?:,? but it(?:'s| is) (?:hard|difficult) to (?:tell|see) what(?: it is)?)?"),
    re.compile(rf"(?:[A-Z][a-z]+,? )?(?:an [a-z]+, )?(?:found|has|saw|sees) \d+ (?:[a-z]+ )?(?:chests|boxes)(?: {_OPEN}{{1,4}})?"),
    re.compile(r"(?:Only )?1 of the (?:chests|boxes) contains (?:the|a) [a-z]+"),
    re.compile(r"The following (?:clues|labels|sentences|words) are written on the \d+ (?:[a-z]+ )?(?:chests|boxes)(?: respectively)?:?"),
    re.compile(r'The [a-z]+ asked[,:]? ?"Who (?P<deed>[a-z ]+)\?"'),
)  # fmt: skip
_FALSE: Final = (
    r"(?:is|are|was|were) (?:lying|telling a lie|wrong|false|incorrect)|lied|told a lie|guessed wrong"
)
_COUNT: Final = re.compile(
    r"(?i)(?:(?:if|given that|it is known that|it turns out(?: that)?|suppose|(?:then,? )?they (?:open the [a-z]+|come closer|looked?|check(?:ed)?|opened the [a-z]+|came closer),? and (?:find|found|reali[sz]ed?|see|saw)(?: out)?(?: that)?) )?"
    rf"(?:only|exactly|just) (?P<k>\d+)(?: (?!of )[a-z]+)?(?: of (?:the )?(?:above )?(?:them|\d+|people|statements)(?: (?!was|were|is|are)[a-z]+)?)? (?P<truth>(?:is|are|was|were) (?:telling the truth|true|right|correct)|(?:told|tells|tell|says|said) the truth|guessed (?:right|correctly)|{_FALSE})"
)
_ASKED: Final = re.compile(
    r"(?i)(?:then,? )?(?:who (?P<deed>[a-z ]+)|what colou?r is the (?P<thing>[a-z]+)|(?:____ ?)?(?P<deed2>(?:broke|won|ate|stole|did) [a-z ]+)|the (?P<thing2>[a-z]+) is(?: [a-z]+ing)?(?: ____)?|which (?:chest|box) (?:should [a-z]+ open(?: to (?:get|find) the [a-z]+)?|contains the [a-z]+|has the [a-z]+))"
)
_OTHERS: Final = re.compile(r"\b(?:not|never|innocent|honest|right|wrong|truth|lying|lied|liar)\b|n't\b")
"""Asked is not for the hidden one, but for one of the others or for who is right."""
_GENERIC: Final = frozenset(("culprit", "did", "guilty", "responsible"))


class _Unclear(Exception):
    """Something is said that is of no known form."""


def read(source: str) -> Puzzle | None:
    """The puzzle of an English text."""
    if not re.search(r"\b(?:truth|lying|lied|lie|guessed|true|false|wrong)\b", source):
        return None
    text = re.sub(r"``|''|[“”]", '"', source.replace("’", "'").replace("~", " ")).replace("$", "")
    text = re.sub(r"\s+", " ", in_digits(text)).strip()
    try:
        return _puzzle(text)
    except _Unclear:
        return None


def _puzzle(text: str) -> Puzzle:
    said: list[tuple[str, str]] = []
    rest, at = "", 0
    for match in _SAID.finditer(text):
        if re.search(r"(?i)\basked", match["who"]):
            continue
        rest += text[at : match.start()].rstrip(" ,") + ". "
        at = match.end()
        named = re.findall(_N, re.sub(r"^Both ", "", match["who"]))
        said += [(name, match["said"].strip(" .!,")) for name in named]
    rest += text[at:]
    sentences = [s.strip(" ,.") for s in re.split(r'(?<=[.?!])\s+|(?<=\?")\s+', rest) if s.strip(" ,.")]
    listed, deeds, things, count, asked = (), list[str](), list[str](), None, False
    for sentence in sentences:
        for piece in _pieces(sentence):
            if (frame := next((f for p in _FRAMES if (f := p.fullmatch(piece))), None)) is not None:
                parts = frame.groupdict()
                if parts.get("list"):
                    if listed:
                        raise _Unclear
                    listed = tuple(re.findall(_N, parts["list"]))
                    if parts.get("n") and int(parts["n"]) != len(listed):
                        raise _Unclear
                deeds += [parts["deed"]] if parts.get("deed") else []
                things += [parts["thing"]] if parts.get("thing") else []
            elif (told := _COUNT.fullmatch(piece)) is not None and count is None:
                count = (int(told["k"]), re.fullmatch(_FALSE, told["truth"].lower()) is None)
            elif (question := _ASKED.fullmatch(piece.rstrip("?. "))) is not None and not asked:
                asked = True
                if _OTHERS.search(piece):
                    raise _Unclear
                deeds += [d for d in (question["deed"], question["deed2"]) if d]
                things += [t for t in (question["thing"], question["thing2"]) if t]
            elif not re.fullmatch(
                rf"{_LIST} (?:are|were) (?:observing|watching|looking at) an? [a-z]+(?: {_OPEN}{{1,4}})?",
                piece,
            ):
                raise _Unclear
    if count is None or not asked or len(said) < 2:
        raise _Unclear
    return _told(said, listed, deeds, things, *count)


def _pieces(sentence: str) -> list[str]:
    """The sentence, or how many are right and what is asked, where one sentence has both."""
    match = _COUNT.match(sentence)
    if match is not None and (behind := sentence[match.end() :].lstrip(", ")):
        return [match[0], behind]
    return [sentence]


def _told(
    said: list[tuple[str, str]], listed: tuple[str, ...], deeds: list[str], things: list[str], count: int, true: bool
) -> Puzzle:  # fmt: skip
    speakers = tuple(who for who, _ in said)
    values = list[str]()
    people = listed or speakers
    claims: list[tuple[str, frozenset[str] | tuple[bool, str]]] = []
    raw = [(who, *_claim(who, words, people)) for who, words in said]
    for _, kind, name, deed in raw:
        if kind in ("is", "not") and deed:
            deeds.append(deed)
        if kind in ("value", "no value"):
            values.append(name)
            things.append(deed)
    if bool(values) == any(kind in ("is", "not") for _, kind, _, _ in raw):
        raise _Unclear
    candidates = (*dict.fromkeys(values), "") if values else people
    if set(speakers) - set(people):
        raise _Unclear
    if values and (len(set(things)) != 1 or deeds) or not values and (things or not _one_deed(deeds)):
        raise _Unclear
    for who, kind, name, _ in raw:
        if kind in ("agree", "deny"):
            claims.append((who, (kind == "agree", name)))
            continue
        own = frozenset((name,))
        if name not in candidates:
            raise _Unclear
        claims.append((who, own if kind in ("is", "value") else frozenset(candidates) - own))
    statements = settled(candidates, claims)
    if statements is None:
        raise _Unclear
    right = count if true else len(statements) - count
    if all(" " in name for name in candidates):  # "chest A" is asked for by its letter
        short = {name: name.split()[-1] for name in candidates}
        statements = tuple((short[who], frozenset(short[c] for c in fits)) for who, fits in statements)
        candidates = tuple(short.values())
    return Puzzle(candidates, statements, right, open_ended=bool(values))


def _one_deed(deeds: list[str]) -> bool:
    """Whether all speak of the same: "can swim", "won the competition"."""
    keys = {_key(deed) for deed in deeds} - _GENERIC
    return len(keys) <= 1 and bool(deeds)


_BASE: Final = {"won": "win", "broke": "break", "broken": "break", "ate": "eat", "stole": "steal", "took": "take", "found": "find", "hid": "hide", "had": "have", "has": "have", "made": "make", "drew": "draw"}  # fmt: skip


def _key(deed: str) -> str:
    """The word that tells what is done."""
    words = [w for w in deed.lower().split() if w not in ("the", "a", "an", "can", "will", "could", "is", "was", "am", "did", "her", "his")]  # fmt: skip
    if not words or deed.lower() == "did it":
        return "did"
    return _BASE.get(words[0], words[0])


_NOT: Final = r"cannot|can not|can't|did not|didn't|did't|does not|doesn't|is not|isn't|was not|wasn't|am not|will not|won't"


def _claim(who: str, words: str, people: tuple[str, ...]) -> tuple[str, str, str]:
    """Kind of claim, name, and what is done."""
    if (m := re.fullmatch(rf"I (?:also )?agree with (?P<n>{_N})", words)) is not None:
        return "agree", m["n"], ""
    if (m := re.fullmatch(rf"(?P<n>{_N}) (?:is lying|lied|is telling a lie|is wrong|is not telling the truth)", words)) is not None:  # fmt: skip
        return "deny", m["n"], ""
    if (
        m := re.fullmatch(rf"(?P<n>{_N}) (?:is telling the truth|is right|told the truth)", words)
    ) is not None:
        return "agree", m["n"], ""
    if re.fullmatch(
        r"(?i)not me|it (?:wasn't|was not|isn't|is not) me|it's not me|I (?:didn't|did not) do it", words
    ):
        return "not", who, ""
    if re.fullmatch(r"(?i)it (?:was|is) me|I did it", words):
        return "is", who, ""
    if (m := re.fullmatch(rf"[Tt]he [a-z]+ is (?P<neg>not )?(?:(?P<here>here)|in (?:the )?(?P<n>{_N}))", words)) is not None:  # fmt: skip
        return "not" if m["neg"] else "is", who if m["here"] else _called(m["n"], people), "has the treasure"
    if (m := re.fullmatch(rf"(?P<n>I|{_N}) (?P<neg>{_NOT}) (?P<deed>[a-z ]+)", words)) is not None:
        return "not", who if m["n"] == "I" else m["n"], m["deed"]
    if (m := re.fullmatch(rf"(?P<n>I|{_N}) (?P<deed>{_DEED}|am the [a-z]+)", words)) is not None:
        return "is", who if m["n"] == "I" else m["n"], m["deed"]
    if (
        m := re.fullmatch(r"[Tt]he (?P<thing>[a-z]+) is (?P<neg>not )?(?:[a-z]+ing )?(?P<v>[a-z]+)", words)
    ) is not None:
        return "no value" if m["neg"] else "value", m["v"], m["thing"]
    raise _Unclear


def _called(name: str, people: tuple[str, ...]) -> str:
    """The one that is meant: "chest C" of "Treasure chest C"."""
    return next((p for p in people if p.split()[-1] == name.split()[-1]), name)
