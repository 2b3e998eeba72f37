"""The outcome that an English question names, as an event of a draw: every word of it must be understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from solver.topics.discrete.draws.chances import Alike, Bound, Counts, Event, InOrder
from solver.topics.discrete.draws.contents import Contents, singular

Found: TypeAlias = tuple[Event, int] | None
"""The event, and how many things are drawn."""

_DRAWN: Final = (
    r"(?: (?:is|are|was|were|will be|get|gets))?(?: (?:drawn|picked|chosen|selected|taken|obtained))?"
)
_BE: Final = r"(?:is|are|was|were|will be|turn out to be|turns out to be|is going to be|be|being)"
_GET: Final = r"(?:you|i|we|he|she|they|someone|it) (?:will )?(?:get|gets|draw|draws|pick|picks|choose|chooses|select|selects|obtain|obtains|have)"
_SUCH: Final[Mapping[str, Callable[[int, int], tuple[int, int]]]] = {
    "at least": lambda k, n: (k, n),
    "at most": lambda k, n: (0, k),
    "no more than": lambda k, n: (0, k),
    "not more than": lambda k, n: (0, k),
    "no fewer than": lambda k, n: (k, n),
    "no less than": lambda k, n: (k, n),
    "not less than": lambda k, n: (k, n),
    "more than": lambda k, n: (k + 1, n),
    "fewer than": lambda k, n: (0, k - 1),
    "less than": lambda k, n: (0, k - 1),
    "exactly": lambda k, n: (k, k),
    "only": lambda k, n: (k, k),
    "just": lambda k, n: (k, k),
}
_ORDINALS: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def event_of(words: str, contents: Contents, number: int | None) -> Found:
    """The event of `words`; `number` where the problem says how many are drawn."""
    gerund = words.startswith("of ")
    words = words.replace(" will not be ", " is not ")
    words = re.sub(r"^of ", "", words)
    words = re.sub(rf"^{_GET} ", "", words)
    words = re.sub(r"^(?:there (?:is|are|will be)) ", "", words)
    words = re.sub(
        r"^the (?:committee|team|group|sample|hand|selection) (?:has|have|contains|includes|will have|will contain) ",
        "",
        words,
    )
    words = re.sub(r" (?:among (?:them|the \d+)(?: [a-z]+)?)$", "", words)
    for reader in (_alike, _all, _in_order, _such, _listed, _single):
        found = reader(words, contents, number)
        if found is not None and (number is None or found[1] == number):
            return found if number is not None or gerund or found[1] == 1 else None
    return None


def _is_thing(word: str, contents: Contents) -> bool:
    """Whether a noun may stand for any of the things."""
    return singular(word) in {contents.noun, contents.drawn, "1", "person", "member"} - {""} or word in (
        "ones",
        "things",
        "items",
        "students",
        "people",
    )


def _they(contents: Contents) -> str:
    """Phrases for all that is drawn; `%n` is the number."""
    names = {contents.noun, contents.drawn} - {""}
    plurals = {f"{name}{end}" for name in names for end in ("", "s", "es")}
    plurals |= {f"{name[:-1]}ies" for name in names}
    nouns = "|".join(
        sorted(
            plurals | {"ones", "things", "people", "of them", "of these", "draws", "1s"},
            key=lambda word: (-len(word), word),
        )
    )
    return rf"(?:(?:the )?(?P<both>both|all|they both|they all)(?: (?P<n>\d+))?(?: of)?(?: the| the \d+)?(?: chosen| drawn| selected)?(?: (?:{nouns}|them))?|they|the (?P<m>\d+)(?: chosen| drawn| selected)?(?: (?:{nouns}))?|the (?:{nouns}))(?: drawn| chosen| selected| picked)?"


def _count(match: re.Match[str], number: int | None) -> int | None:
    """How many things the phrase for all of them says; None where it does not fit the number drawn."""
    said = match["n"] or match["m"]
    count = int(said) if said else 2 if match["both"] in ("both", "they both") else number
    return count if number is None or count == number else None


def _alike(words: str, contents: Contents, number: int | None) -> Found:
    they = _they(contents)
    same = rf"(?:{they} )?(?:{_BE} |have |has )?(?:both |all )?(?:of )?(?:the |a )?same (?:colou?r|kind|type|sort)"
    differ = rf"(?:{they} )?(?:{_BE} |have |has )?(?P<all>all )?(?:of )?(?P<two>2 )?different (?:colou?rs?|kinds?|types?)"
    nouns = r"(?:(?P<k>\d+) )?(?P<noun>[a-z]+) (?:that are |with |having )?(?:of )?"
    if number == len(contents.kinds) > 1 and re.fullmatch(
        r"(?:exactly )?1 (?:[a-z]+ )?of each (?:colou?r|kind|type)", words
    ):
        return Counts(tuple(Bound((kind,), 1, 1) for kind, _ in contents.kinds)), number
    pair = r"(?:a )?(?:matching pair|pair of the same colou?r|pair of (?P<noun>[a-z]+) of the same colou?r)"
    if (match := re.fullmatch(pair, words)) and number == 2:
        fits = match["noun"] is None or _is_thing(match["noun"], contents)
        return (Alike(different=False), 2) if fits else None
    if match := re.fullmatch(same, words):
        count = _count(match, number)
        return (Alike(different=False), count) if count else None
    if match := re.fullmatch(nouns + r"(?:the )?same (?:colou?r|kind|type)", words):
        count = int(match["k"]) if match["k"] else number
        return (Alike(different=False), count) if count and _is_thing(match["noun"], contents) else None
    if match := re.fullmatch(nouns + r"different (?:colou?rs?|kinds?|types?)", words):
        count = int(match["k"]) if match["k"] else number
        return (Alike(different=True), 2) if count == 2 and _is_thing(match["noun"], contents) else None
    if match := re.fullmatch(differ, words):
        count = _count(match, number)
        if count == 2 or count and (match["all"] or match["both"] in ("all", "they all")):
            return Alike(different=True), count
    return None


def _all(words: str, contents: Contents, number: int | None) -> Found:
    if match := re.fullmatch(rf"{_they(contents)} {_BE} (?:both |all )?(?P<kind>.+)", words):
        count, kind = _count(match, number), contents.kind(match["kind"])
        return (Counts((Bound(kind, count, count),)), count) if count and count > 1 and kind else None
    if match := re.fullmatch(r"(?P<who>both|all|all \d+) (?P<kind>[a-z]+(?: [a-z]+)?)", words):
        count = 2 if match["who"] == "both" else number
        kind = contents.kind(match["kind"])
        said = re.search(r"\d+", match["who"])
        count = int(said[0]) if said else count
        return (Counts((Bound(kind, count, count),)), count) if count and count > 1 and kind else None
    none = r"(?:neither|none)(?: of them| of the (?:\d+ )?(?P<noun>[a-z]+))?"
    if match := re.fullmatch(rf"{none} {_BE} (?P<kind>.+)", words):
        kind = contents.kind(match["kind"])
        fits = match["noun"] is None or _is_thing(match["noun"], contents)
        two = not words.startswith("neither") or number == 2
        return (Counts((Bound(kind, 0, 0),)), number) if number and kind and fits and two else None
    if match := re.fullmatch(rf"no (?P<kind>[a-z]+(?: [a-z]+)?){_DRAWN}", words):
        kind = contents.kind(match["kind"])
        return (Counts((Bound(kind, 0, 0),)), number) if number and kind else None
    return None


def _in_order(words: str, contents: Contents, number: int | None) -> Found:
    """`the first is red and the second is blue`, `a red and then a blue`."""
    things = r"(?: (?P<noun>[a-z0-9]+))?"
    clauses = re.split(r",? and (?:then )?(?=the )|, (?=the )", words)
    named = [
        re.fullmatch(rf"the (?P<k>{'|'.join(_ORDINALS)}){things}(?: drawn)? {_BE} (?P<kind>.+)", c)
        for c in clauses
    ]
    kinds: list[tuple[str, ...] | None]
    if all(named):
        if [_ORDINALS[m["k"]] for m in named if m] != list(range(1, len(named) + 1)):
            return None
        if not all(m["noun"] is None or _is_thing(m["noun"], contents) for m in named if m):
            return None
        kinds = [contents.kind(m["kind"]) for m in named if m]
    else:
        parts = re.split(r",? (?:and )?(?:then|followed by) (?=an? |1 )", words)
        if not all(re.match(r"(?:an?|1) ", part) for part in parts):
            return None
        kinds = [contents.kind(re.sub(r"^1 | first$", "", part)) for part in parts]
    names = [kind[0] for kind in kinds if kind and len(kind) == 1]
    return (InOrder(tuple(names)), len(names)) if len(names) == len(kinds) > 1 else None


def _such(words: str, contents: Contents, number: int | None) -> Found:
    """`at least 1 is red`, `exactly 2 red marbles are drawn`."""
    such = "|".join(_SUCH)
    of = r"(?: of (?:them|the (?:\d+ )?(?P<noun>[a-z]+)))?"
    match = re.fullmatch(rf"(?P<such>{such}) (?P<k>\d+|an?){of} {_BE} (?P<kind>.+)", words) or re.fullmatch(
        rf"(?P<such>{such}) (?P<k>\d+|an?)(?P<noun>) (?P<kind>[a-z]+(?: [a-z]+)?){_DRAWN}", words
    )
    if match is None or number is None:
        return None
    if match["noun"] and not _is_thing(match["noun"], contents):
        return None
    kind, k = contents.kind(match["kind"]), int(match["k"]) if match["k"].isdigit() else 1
    low, high = _SUCH[match["such"]](k, number)
    return (Counts((Bound(kind, low, high),)), number) if kind and 0 <= low <= high <= number else None


def _listed(words: str, contents: Contents, number: int | None) -> Found:
    """`2 red and 1 blue marbles`, `1 is red and the other is blue`, `a red and a blue marble`; all drawn things are named."""
    words = re.sub(r"^exactly ", "", words)
    words = re.sub(rf"{_DRAWN}$", "", words) if not re.search(rf" {_BE} ", words) else words
    parts = re.split(r"\s*,\s*and\s+|\s*,\s*|\s+and\s+", words)
    bounds: list[Bound] = []
    for part in parts:
        match = re.fullmatch(
            rf"(?P<k>\d+|an?|the other|another)(?: of them)?(?:(?: (?P<noun>[a-z]+))? {_BE})? (?P<kind>[a-z]+(?: [a-z]+)?)",
            part,
        )
        kind = contents.kind(match["kind"]) if match else None
        if match is None or kind is None or len(kind) != 1:
            return None
        if match["noun"] and not _is_thing(match["noun"], contents):
            return None
        if match["k"] in ("the other", "another") and (len(parts) != 2 or not bounds):
            return None
        k = int(match["k"]) if match["k"].isdigit() else 1
        bounds.append(Bound(kind, k, k))
    total = sum(b.low for b in bounds)
    if total < 2 or number is not None and total != number:
        return None
    return Counts(tuple(bounds)), total


def _single(words: str, contents: Contents, number: int | None) -> Found:
    """One thing: `it is red`, `the marble is not blue`, `a red marble`."""
    if number not in (None, 1):
        return None
    said = re.fullmatch(
        rf"(?:it|the (?P<noun>[a-z]+)(?: drawn| chosen| selected| picked)?|the 1) {_BE} (?P<kind>.+)", words
    )
    if said:
        if said["noun"] and not _is_thing(said["noun"], contents):
            return None
        kind = contents.kind(said["kind"])
    else:
        plain = re.fullmatch(rf"(?:a|an|1) (?P<kind>[a-z -]+?){_DRAWN}", words)
        text = plain["kind"] if plain else ""
        turned = re.fullmatch(r"(?P<noun>[a-z]+) that is (?P<kind>.+)", text)
        if turned and not _is_thing(turned["noun"], contents):
            return None
        kind = contents.kind(turned["kind"] if turned else text)
    return (Counts((Bound(kind, 1, 1),)), 1) if kind else None
