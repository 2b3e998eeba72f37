"""The numbers of an English story of situations, by their nouns; what makes more of a text than situations is not read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal

from solver.topics.stories.everyday.kinds import value
from solver.topics.stories.everyday.situations.mentions import Mention, Role
from solver.topics.stories.school.working import Unfit
from solver.topics.stories.word_problems.wording import singular

_N: Final = r"\$?\d+(?:\.\d+)?"
_NOT_NOUN: Final = "per|a|an|each|every|of|to|in|at|for|on|and|the|by|with|from|it|they|he|she|is|are|was|were|will|would|can|could|do|does|did|if|how|more|fewer|less|long|to|than|make|need"
_NOUN: Final = rf"(?!(?:{_NOT_NOUN})\b)[a-z]+(?:-[a-z]+)?"
_PER: Final = r"(?:per|a|an|each|every|in each|in every|to a|to each|in a|for each|for every)"
_HOLDS: Final = "holds|held|contains|contained|takes|carries"
_MENTION: Final = re.compile(
    rf"(?P<r1>{_N}) ?(?P<u1>km|miles|m|feet)/(?P<p1>h|min|s)\b"
    rf"|(?P<r2>{_N}) (?:(?P<u2>{_NOUN}) )?{_PER} (?P<p2>(?!time\b){_NOUN})\b"
    rf"|(?P<r3>{_N}) (?:are|were) (?:packed|put|placed|arranged|set) (?:in|into|on) (?:each|every|a) (?P<p3>{_NOUN})\b"
    rf"|(?:(?:each|every) (?P<p4>{_NOUN}) (?:of|with|has|had|{_HOLDS})|(?:a|an|1|one) (?P<p7>{_NOUN}) (?:{_HOLDS})) (?P<r4>{_N}) (?P<u4>{_NOUN})\b"
    rf"|(?<!\d )(?P<p5>[a-z]+s) of (?P<r5>{_N})(?: (?P<u5>{_NOUN}))?\b"
    rf"|how many (?P<u6>{_NOUN}) {_PER} (?P<p6>(?!time\b){_NOUN})\b"
    rf"|how many (?P<more>more |fewer |extra |additional )?(?P<u7>{_NOUN})\b"
    rf"|how (?P<much>much|long)\b"
    rf"|(?P<n8>{_N})(?P<more8> more| extra| additional| fewer| less)? ?(?P<u8>{_NOUN})?\b"
)
_WHO: Final = frozenset(
    "worker man woman person people painter machine pump tap pipe tractor printer cow horse hen chicken sheep animal guest soldier student child boy girl builder gardener cook baker "
    "tailor robot farmer digger cat dog sailor camper hiker carpenter mechanic labourer laborer volunteer friend truck bus goat rabbit elephant hose oven loom sewer clerk typist cleaner".split()
)
_TIME: Final = frozenset("second minute hour day week month year".split())
_MEASURES: Final = frozenset("km m cm mm mile foot yard inch kg g l ml litre liter gram tonne ton dollar pound euro cent gallon".split()) | _TIME  # fmt: skip
_HOURS: Final = {"h": "hour", "min": "minute", "s": "second"}
_SAME: Final = re.compile(
    r"\b(?:if|instead|same|would|at this rate|must|to finish|drives|meshes|turns another|re(?:packed|arranged|grouped|bottled)|same rate|the (?:food|feed|journey|job|work|book|trip|wall|pool|tank|field|fence|hay)|last)\b"
)
_ANOTHER: Final = re.compile(
    r"\b(?:left|remain\w*|rest|then|after|before|half|another|also|already|still|lost|together|both|first|second|than|different|later|earlier|ago|next|previous|but|only|another|average|mean|total"
    r"|twice|double|triple|times|third|quarter|percent|broken|eaten|sold|gives?|gave|takes away|not|no|never|without|except|unless|until|while|when|who|whose|however|discount|profit|faster|slower|stops?|rests?|breaks?|joins?|leaves?|shared?|ratio|round trip|there and back|less|fewer|more|now)\b|%|[-+*/=:]"
)
_PLAINER: Final = (
    (re.compile(r"\b(\d+) (?:identical|similar|equal|such) "), r"\1 "),
    (re.compile(r"\bthe (?:second|other|driven|larger|smaller|big|small) (?=(?:gear|wheel|cog)\b)"), "the "),
    (re.compile(rf"\b(\d+) ([a-z]+s) (?:with|of|holding|containing) ({_N}) ({_NOUN}) (?:in )?each\b"), lambda m: f"{m[1]} {m[2]} , each {singular(m[2])} has {m[3]} {m[4]}"),
)  # fmt: skip
_OPEN: Final = re.compile(r"[a-z',.;?! ]*")


def mentions(plain: str) -> tuple[list[Mention], Mention]:
    """What is told, in its order, and what is asked for; "how long" in the only unit of time that is told.

    Raises:
        Unfit: the text is of another kind, or may be.
    """
    text = plain
    for pattern, usual in _PLAINER:
        text = pattern.sub(usual, text)
    found = [_mention(m) for m in _MENTION.finditer(text)]
    rest = _MENTION.sub(" ", text)
    if not _OPEN.fullmatch(rest) or _ANOTHER.search(rest):
        raise Unfit
    told, wanted = ([m for m in found if (m.number is None) is asks] for asks in (False, True))
    if len(wanted) != 1 or len(told) < 2 or wanted[0] in found[:2] or any(not m.unit and not m.per for m in told):  # fmt: skip
        raise Unfit
    told, asked = _with_units(told), wanted[0]
    if not asked.unit:
        asked = _in_a_unit(told, asked)
    is_one = _SAME.search(text)
    if not is_one and len(told) == 3 or any(m.change for m in (*told[:2], *told[3:])):
        raise Unfit
    return told, asked


def _mention(found: re.Match[str]) -> Mention:
    groups = found.groupdict()
    number = next((groups[k] for k in ("r1", "r2", "r3", "r4", "r5", "n8") if groups[k]), None)
    unit = next((groups[f"u{k}"] for k in range(1, 9) if groups.get(f"u{k}")), "")
    per = next((groups[f"p{k}"] for k in range(1, 8) if groups[f"p{k}"]), "")
    if number and number.startswith("$"):
        if unit and not per:
            raise Unfit
        unit = "dollar"
    told_more = (groups["more"] or groups["more8"] or "").strip()
    change: Literal["", "more", "fewer"] = "" if not told_more else "fewer" if told_more in ("fewer", "less") else "more"  # fmt: skip
    if groups["much"]:
        return Mention("", None, noun=groups["much"])
    return _of(unit, per, number, change)


def _of(unit: str, per: str, number: str | None, change: Literal["", "more", "fewer"] = "") -> Mention:
    unit, per = (_one(word) for word in (unit, per))
    role: Role = "rate" if per else "time" if unit in _TIME else "who" if unit in _WHO else "thing"
    return Mention(unit, value(number) if number else None, per, change, "", role, unit not in _MEASURES)


def _one(word: str) -> str:
    word = _HOURS.get(word, word)
    return {"men": "man", "women": "woman", "people": "person", "children": "child", "feet": "foot", "teeth": "tooth", "sheep": "sheep"}.get(word) or (word if len(word) < 3 else singular(word))  # fmt: skip


def _with_units(told: list[Mention]) -> list[Mention]:
    """Rates that leave out what there is so much of ("12 to a box") have that of the others."""
    units = {m.unit for m in told if m.per and m.unit}
    if len(units) > 1 and any(m.per and not m.unit for m in told):
        raise Unfit
    unit = next(iter(units), "thing")
    return [replace(m, unit=unit) if m.per and not m.unit else m for m in told]


def _in_a_unit(told: list[Mention], asked: Mention) -> Mention:
    """How long: in the unit of time; how much: in that of the money or the measure that is told once."""
    if asked.noun == "long":
        units = {m.unit for m in told if m.role == "time"} | {m.per for m in told if m.per in _TIME}
    else:
        units = {m.unit for m in told if m.unit in _MEASURES - _TIME}
    if len(units) != 1:
        raise Unfit
    unit = next(iter(units))
    return replace(asked, unit=unit, noun="", role="time" if unit in _TIME else "thing")
