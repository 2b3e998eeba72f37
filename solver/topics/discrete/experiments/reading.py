"""Experiments in words, clause by clause (`solver/topics/clauses.py`). Not read: draws of colours from one bag (`draws`), "given that", several events."""

from __future__ import annotations

import re
from math import prod
from typing import Final

from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.clauses import Said, clauses, table, without_dollars
from solver.topics.discrete.experiments.conditions import Test, condition
from solver.topics.discrete.experiments.listing import Event, Experiment, Outcome

_P: Final = r"(?:what is|find|determine|calculate) the probability"
_TH: Final = r"(?:number cards?|cards?|chips?|balls?|tiles?|tickets?|slips? of paper|pieces? of paper|pieces?|slips?|discs?|tokens?|marbles?|jelly beans?|beans?|candies|sweets?)"
_BOX: Final = r"(?:(?:opaque )?(?:box|bag|hat|jar|basket|bowl|urn))"
_NUMS: Final = r"-?\d+(?: (?:,|and|, and|or|, or) -?\d+)+"
_HELD: Final = rf"\d+ [a-z]+(?: {_TH})?(?: (?:,|and|, and) \d+ [a-z]+(?: {_TH})?)*"
_TAKEN: Final = r"(?:drawn|selected|chosen|picked|taken)(?: out)?"
_TAKES: Final = r"(?:draws|selects|chooses|picks|takes)(?: out)?"
_AT_RANDOM: Final = r"(?:randomly|at random|without looking)"
_WHAT: Final = r"(?P<what>[a-z0-9' -]+?)"
_NUMBERED: Final = rf"(?:which |that )?(?:are )?(?:each )?(?:numbered|labell?ed|marked)(?: with)?(?: the numbers?)? (?:from (?P<a>\d+) to (?P<b>\d+)|(?P<nums>{_NUMS}))(?: ,? respectively)?"
TABLE_EN: Final = table({
    "held": (rf"(?P<who>[a-z]+) (?:holds|has) (?P<some>{_HELD})(?: in (?:his|her|their) hands?)?",),
    "shown": (rf"each(?: of them)?(?: {_AT_RANDOM})? {_TAKES} (?:a|1) {_TH}(?: {_AT_RANDOM})?(?: (?:to show|and shows it)(?: to)? the other)?",),
    "same": (rf"{_P} that (?:the )?(?:2 )?(?:colou?rs (?:match|are the same)|they (?:show|pick|draw) the same colou?r|{_TH} (?:have|are of) the same colou?r)",),
    "faces": (rf"the (?:6 )?faces of (?:each of )?(?P<n>\d+) (?:identical )?(?:fair )?(?:6-sided )?dice are (?:numbered|labell?ed|marked) (?P<nums>{_NUMS})",),
    "thrown": (r"when (?:the )?(?:2 |these 2 )?dice are (?:tossed|rolled|thrown)", r"(?:the )?(?:2 |these 2 )?dice are (?:tossed|rolled|thrown)"),
    "tiles": (rf"(?P<n>\d+) tiles numbered (?P<nums>{_NUMS}) are turned face down(?: , respectively)?",),
    "tile": (rf"1 tile is turned up {_AT_RANDOM}",),
    "die": (r"(?:throw|roll|toss) a (?:fair )?die(?: to get a number from 1 to 6)?", r"a (?:fair )?die is (?:thrown|rolled|tossed)"),
    "set": (rf"(?P<k>\d+) different (?:numbers|integers) are (?:{_AT_RANDOM} )?{_TAKEN}(?: {_AT_RANDOM})? from (?:the )?(?:set|numbers|list)?:? ?\\?\{{? ?(?P<nums>{_NUMS}) ?\\?\}}? and (?P<do>multiplied|added)(?: together)?",),
    "numbered": (
        rf"(?:there (?:is|are) )?(?:a {_BOX} (?:contains?|containing|with|has|that contains) )?(?P<n>\d+) {_TH}(?: in a {_BOX})? ,? {_NUMBERED}",
        rf"each of (?P<boxes>2) {_BOX}(?:es|s) contains (?P<n>\d+) {_TH} ,? {_NUMBERED}",
        rf"(?P<who>[a-z]+) has (?P<n>\d+) {_TH} each with a different number from (?P<a>\d+) to (?P<b>\d+)",
        rf"a {_BOX} contains (?P<n>\d+) {_TH} , each labell?ed with 1 of the digits (?P<nums>{_NUMS})(?: , with no repeats)?",
    ),
    "drawn": (
        rf"(?:1|a) {_TH} is (?:{_AT_RANDOM} )?{_TAKEN}(?: {_AT_RANDOM})?(?: from (?:the|(?P<each>each)) {_BOX})?(?: {_AT_RANDOM})?(?P<times> and the numbers on the 2 {_TH} are (?P<do>multiplied|added)(?: together)?)?",
        rf"(?P<who>[a-z]+) (?:{_AT_RANDOM} )?{_TAKES} (?:1|a) {_TH}(?: from the {_BOX})?(?: {_AT_RANDOM})?",
    ),
    "built": (rf"(?P<k>\d+) of these (?:pieces|cards|slips) are {_TAKEN} , 1 at a time without replacement , to (?:construct|form|make) a (?P<k2>\d+)-digit number",),
    "digits": (rf"a (?P<k>\d+)-digit (?:integer|number) contains 1 of each of the digits (?P<nums>{_NUMS})",),
    "of_number": (rf"{_P} that the (?:\d+-digit )?(?:integer|number) is {_WHAT}",),
    "of_value": (rf"{_P} (?:that )?(?:the )?number on (?:it|(?:the )?(?:selected |drawn |chosen )?{_TH})(?: that [a-z]+ {_TAKES})? is {_WHAT}",),
    "of_all": (
        rf"{_P} that (?:the|their) (?P<op>sum|product)(?: of the (?:2 )?numbers on the tile and the die| of the (?:2 )?numbers)? (?:will be|is) {_WHAT}",
        rf"{_P} that when (?:he|she) {_TAKES} (?P<two>\d+) {_TH} {_AT_RANDOM} , the (?P<op>sum|product) of those 2 is {_WHAT}",
    ),
    "alone": (rf"{_P} of (?:choosing|picking|selecting|drawing) {_WHAT} from (?P<a>\d+) (?:~|to|-) (?P<b>\d+)",),
})  # fmt: skip
_NUMS_ZH: Final = r"\d+(?:[、,，和] ?\d+)+"
_Q_ZH: Final = r"(?:个|张|颗|枚)"
_ASK_ZH: Final = r"的(?:概率|可能性)(?:是|为)?(?:多少|几分之几)?"
TABLE_ZH: Final = table({
    "faces": (rf"(?:有)?(?:一个|1个|一枚|1枚)(?:质地均匀的)?骰子(?:的)?(?:六|6)?个?面上(?:分别)?(?:写着|写有|标有)(?:数字)?(?P<nums>{_NUMS_ZH})",),
    "thrown": (r"(?:将|把)?(?:它|这个骰子|骰子)?(?:连续)?(?:投掷|抛掷|掷)(?P<n>两|二|2)次",),
    "of_all": (rf"(?:面)?(?:朝上|向上)的(?:两|2)个(?:面上的)?数字?(?:之|的)?(?P<op>和|积)(?:是|为)?(?P<what>[^,，的]+?(?:的倍数)?){_ASK_ZH}", rf"(?:乘)?(?P<op>积|和)(?:是|为)?(?P<what>[^,，的]+?(?:的倍数)?){_ASK_ZH}"),
    "numbered": (rf"(?:有)(?P<n>[\d一二三四五六七八九十]+){_Q_ZH}(?:球|卡片|小球)(?:上)?(?:分别)?(?:标有|写有|写着)(?:数字)?\\?\{{?(?P<nums>{_NUMS_ZH})\\?\}}?",),
    "taken": (r"从中(?:一次性|任意|随机|任)?(?:取出|取|摸出|抽取|抽出)(?P<k>两|二|三|2|3)(?:个|张|颗)(?:球|卡片|小球)?",),
    "joined": (r"(?:将|把)(?:球|卡片)上的数字(?P<do>相乘|相加)",),
})  # fmt: skip
_ZH_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_SIGN: Final = re.compile(r"probability|概率|可能性")


def experiment_of(source: str, language: Language) -> Experiment | None:
    """The experiment of a problem, where every clause is of a known form."""
    if not _SIGN.search(source):
        return None
    plain = without_dollars(source).replace("~", " ~ " if language == "en" else "")
    if language == "zh":
        found = clauses(re.sub(r"\s+", "", plain), TABLE_ZH)
    else:
        plain = re.sub(
            r"(?<=\d)[- ]+(?=digit\b|sided\b)",
            "-",
            in_digits(re.sub(r"\b(three|four|two|five)-digit", lambda m: f"{_TENS[m[1]]}-digit", plain)),
        )
        found = clauses(re.sub(r"\s+", " ", plain).lower(), TABLE_EN)
    if isinstance(found, str):
        return None
    kinds = {said.kind: said for said in found}
    if len(kinds) != len(found) and [s.kind for s in found].count("held") != len(found) - len(kinds) + 1:
        return None
    for form in (
        _of_owners,
        _of_dice,
        _of_tile,
        _of_set,
        _of_numbered,
        _of_digits,
        _alone,
        _of_chinese_faces,
        _of_chinese_balls,
    ):
        if (experiment := form(kinds, found)) is not None:
            return experiment
    return None


_TENS: Final = {"two": 2, "three": 3, "four": 4, "five": 5}


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"-?\d+", text)))


def _listed(said: Said) -> tuple[int, ...] | None:
    """The numbers on the things, as many as there are said to be."""
    values = said.values
    if "nums" in values:
        numbers = _numbers(values["nums"])
    else:
        low, high = int(values["a"]), int(values["b"])
        if not 0 <= low < high <= low + 2000:
            return None
        numbers = tuple(range(low, high + 1))
    n = values.get("n")
    count = len(numbers) if n is None else _ZH_DIGITS.get(n) or int(n)
    return numbers if len(numbers) == count and len(set(numbers)) == count else None


def _event(kind: str, test: Test | None) -> Event | None:
    """A test of one number, of the sum or product of all, or of the number that they form."""
    if test is None:
        return None
    source, holds = test

    def value(t: Outcome) -> int:
        numbers = [int(v) for v in t]
        if kind == "sum":
            return sum(numbers)
        return int("".join(map(str, numbers))) if kind == "number" else prod(numbers)

    named = {"sum": "sum(t)", "number": 'int("".join(map(str, t)))', "product": "prod(t)", "value": "t[0]"}[
        kind
    ]
    return Event(source.format(v=named), lambda t: holds(value(t)))


def _have(kinds: dict[str, Said], *names: str) -> bool:
    return set(kinds) == set(names)


def _of_owners(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if not _have(kinds, "held", "shown", "same"):
        return None
    owners = [said for said in found if said.kind == "held"]
    parts = []
    for said in owners:
        pairs = re.findall(r"(\d+) ([a-z]+)", said.values["some"])
        if len({colour for _, colour in pairs}) != len(pairs):
            return None
        parts.append(tuple(colour for n, colour in pairs for _ in range(int(n))))
    if len(parts) != 2 or len({said.values["who"] for said in owners}) != 2 or min(map(len, parts)) < 1:
        return None
    return Experiment("independent", tuple(parts), 0, Event("len(set(t)) == 1", lambda t: len(set(t)) == 1))


def _of_dice(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if not _have(kinds, "faces", "thrown", "of_all") or "n" not in kinds["faces"].values:
        return None
    faces, asked = _numbers(kinds["faces"].values["nums"]), kinds["of_all"].values
    event = _event(asked["op"], condition(asked["what"]))
    if len(faces) != 6 or kinds["faces"].values["n"] != "2" or event is None:
        return None
    return Experiment("independent", (faces, faces), 0, event)


def _of_tile(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if not _have(kinds, "tiles", "tile", "die", "of_all"):
        return None
    tiles, asked = _listed(kinds["tiles"]), kinds["of_all"].values
    event = _event(asked["op"], condition(asked["what"]))
    return (
        None
        if tiles is None or event is None
        else Experiment("independent", (tiles, tuple(range(1, 7))), 0, event)
    )


def _of_set(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if not _have(kinds, "set", "of_all"):
        return None
    said, asked = kinds["set"].values, kinds["of_all"].values
    numbers, k = _numbers(said["nums"]), int(said["k"])
    event = _event(asked["op"], condition(asked["what"]))
    if (
        event is None
        or len(set(numbers)) != len(numbers)
        or not 2 <= k <= len(numbers)
        or (said["do"] == "added") != (asked["op"] == "sum")
    ):
        return None
    return Experiment("chosen", (numbers,), k, event)


def _of_numbered(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if "numbered" not in kinds or (numbers := _listed(kinds["numbered"])) is None:
        return None
    boxes = "boxes" in kinds["numbered"].values
    if _have(kinds, "numbered", "drawn", "of_value") and not boxes and "do" not in kinds["drawn"].values:
        event = _event("value", condition(kinds["of_value"].values["what"]))
        return None if event is None else Experiment("independent", (numbers,), 0, event)
    if _have(kinds, "numbered", "of_all") and "two" in kinds["of_all"].values:
        asked = kinds["of_all"].values
        event = _event(asked["op"], condition(asked["what"]))
        return None if event is None or asked["two"] != "2" else Experiment("chosen", (numbers,), 2, event)
    if _have(kinds, "numbered", "drawn", "of_all") and boxes:
        asked, do = kinds["of_all"].values, kinds["drawn"].values.get("do")
        event = _event(asked["op"], condition(asked["what"]))
        fits = "each" in kinds["drawn"].values and (do is None or (do == "added") == (asked["op"] == "sum"))
        return Experiment("independent", (numbers, numbers), 0, event) if event is not None and fits else None
    if _have(kinds, "numbered", "built", "of_number"):
        return _arranged(numbers, kinds["built"].values["k"], kinds["built"].values["k2"], kinds["of_number"])
    return None


def _of_digits(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if not _have(kinds, "digits", "of_number"):
        return None
    said = kinds["digits"].values
    numbers = _numbers(said["nums"])
    return _arranged(numbers, str(len(numbers)), said["k"], kinds["of_number"])


def _arranged(numbers: tuple[int, ...], k: str, k2: str, asked: Said) -> Experiment | None:
    event = _event("number", condition(asked.values["what"]))
    digits = all(0 < n < 10 for n in numbers) and len(set(numbers)) == len(numbers)
    if event is None or not digits or k != k2 or not 1 < int(k) <= len(numbers):
        return None
    return Experiment("arranged", (numbers,), int(k), event)


def _alone(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if not _have(kinds, "alone") or (numbers := _listed(kinds["alone"])) is None:
        return None
    event = _event("value", condition(kinds["alone"].values["what"]))
    return None if event is None else Experiment("independent", (numbers,), 0, event)


def _of_chinese_faces(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if not _have(kinds, "faces", "thrown", "of_all") or "n" not in kinds["thrown"].values:
        return None
    faces, asked = _numbers(kinds["faces"].values["nums"]), kinds["of_all"].values
    event = _event("sum" if asked["op"] == "和" else "product", condition(asked["what"]))
    return None if event is None or len(faces) != 6 else Experiment("independent", (faces, faces), 0, event)


def _of_chinese_balls(kinds: dict[str, Said], found: list[Said]) -> Experiment | None:
    if (
        not _have(kinds, "numbered", "taken", "joined", "of_all")
        or (numbers := _listed(kinds["numbered"])) is None
    ):
        return None
    asked, k = kinds["of_all"].values, kinds["taken"].values["k"]
    event = _event("sum" if asked["op"] == "和" else "product", condition(asked["what"]))
    if event is None or (kinds["joined"].values["do"] == "相加") != (asked["op"] == "和"):
        return None
    return Experiment("chosen", (numbers,), _ZH_DIGITS.get(k) or int(k), event)
