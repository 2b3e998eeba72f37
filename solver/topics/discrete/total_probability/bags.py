"""Bags with balls of two colours or more: one bag is taken at random, and one ball out of it."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.asking import CHANCE, FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Words
from solver.topics.clauses import clauses, table
from solver.topics.discrete.total_probability.tree import Tree

_BAG: Final = r"(?:bag|box|urn|jar|basket)"
_NAME: Final = r"(?:[A-D]|[XYZ]|I{1,3}|[1-4])"
_COLOUR: Final = r"(?:red|blue|green|white|black|yellow)"
_BALL: Final = r"(?:balls?|marbles?|chips?)?"
_SOME: Final = rf"\d+ {_COLOUR} {_BALL}(?: (?:,|and|, and) \d+ {_COLOUR} {_BALL})+"
_FIRST: Final = (
    rf"(?:{_BAG} (?P<name>{_NAME})|the (?P<which>first|second|third|other) (?:{_BAG}|one)?|1 {_BAG})"
)
_FIND: Final = rf"{FIND}the {CHANCE}"
TABLE_EN: Final = table({
    "frame": (rf"there are \d (?:identical)? ?{_BAG}(?:s|es)", rf"\d {_BAG}(?:s|es) (?:contain|hold) (?:coloured|colored)? ?{_BALL}"),
    "content": (rf"{_FIRST} (?:contains?|has|have|holds?) (?P<some>{_SOME})",),
    "drawn": (
        rf"(?:a|an|one|1|either) {_BAG} (?:is|was) (?:chosen|selected|picked|taken) (?:at random|randomly) ,? (?:and)? ?(?:then)? ?(?:a|one|1) {_BALL} (?:is|was) (?:drawn|taken|picked|chosen|selected) (?:at random|randomly)? ?(?:from (?:it|that {_BAG}|the {_BAG}|the (?:chosen|selected) {_BAG}))?",
        rf"(?:a|one|1) {_BALL} (?:is|was) (?:drawn|taken|picked) (?:at random|randomly)? ?from (?:a|one of the|1 of the) (?:randomly chosen)? ?{_BAG}(?:s|es)? ?(?:at random|chosen at random)?",
    ),
    "chosen": (rf"(?:a|an|one|1) {_BAG} (?:is|was) (?:chosen|selected|picked|taken) (?:at random|randomly)",),
    "taken": (rf"(?:a|one|1) {_BALL} (?:is|was) (?:drawn|taken|picked|chosen|selected) (?:at random|randomly)? ?from (?:it|that {_BAG}|the {_BAG}|the (?:chosen|selected) {_BAG})(?: at random)?",),
    "seen": (rf"(?:the {_BALL}|it)(?: drawn| chosen)? (?:is|was|turns out to be|is found to be|happens to be) (?P<seen>{_COLOUR})",),
    "asked": (
        rf"{_FIND} (?:that|of) (?:the {_BALL}|it)(?: drawn| chosen)? (?:is|was|being) (?P<event>{_COLOUR})",
        rf"{_FIND} of (?:drawing|getting|picking|choosing) a (?P<event>{_COLOUR}) {_BALL}",
        rf"{_FIND} (?:that) (?:it|the {_BALL}|the (?P<seen>{_COLOUR}) {_BALL}) (?:was drawn from|came from|comes from|was taken from|is from|was from|was picked from) (?:the (?P<which>first|second|third) {_BAG}|{_BAG} (?P<name>{_NAME}))",
    ),
})  # fmt: skip
_D: Final = r"(?:袋|盒|箱|罐)(?:子)?"
_W: Final = r"(?:红|白|黑|黄|蓝|绿)"
_Q: Final = r"(?:个|只)?"
_N: Final = r"(?:甲|乙|丙|[A-C]|第一个?|第二个?|第三个?|[123]号)"
TABLE_ZH: Final = table({
    "frame": (rf"(?:有|现有)(?:两|三|2|3)个(?:相同的|形状相同的|外形相同的)?{_D}",),
    "content": (rf"(?P<name>{_N}){_D}?(?:中|里|内)?(?:有|装有|放有) (?P<some>\d+ {_Q} {_W}球(?:(?:和|、|,|，) \d+ {_Q} {_W}球)+)",),
    "drawn": (rf"(?:现)?(?:从中)?(?:随机|任意|任)(?:选|取|选取|选择|挑选|抽取)(?:一|1)?个?{_D}?(?:子)?[,，]?(?:再|并|然后)?(?:从中|从该{_D}中|从这个{_D}中|在该{_D}中)(?:随机|任意|任)?(?:取出|摸出|抽取|摸|取)(?:一|1)?个?球",),
    "seen": (rf"(?:若|如果|已知|结果|发现)?(?:取到的|取出的|摸到的|摸出的|它|该球)?(?:球)?(?:是|为)(?P<seen>{_W})球",),
    "asked": (
        rf"{FIND_ZH}(?:取到|取出的?|摸到|摸出的?|它|该球)?(?:球)?(?:是|为)?(?P<event>{_W})球的?概率{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:它|该球|此球|这个球|该(?P<seen>{_W})球|此(?P<seen2>{_W})球)?(?:是)?(?:来自|取自|从)(?P<name>{_N}){_D}(?:中)?(?:取出)?的?概率{HOW_MUCH_ZH}",
    ),
})  # fmt: skip
_FROM: Final = Words("from bag {name}", "取自{name}")
_EVENT: Final = Words("the ball is {colour}", "取到{colour}球")


def read(source: str, language: Language) -> Tree | str | None:
    """The tree of bags; text: what was not understood; None: another story."""
    found = clauses(source, TABLE_ZH if language == "zh" else TABLE_EN)
    if isinstance(found, str):
        return found
    bags = dict[str, dict[str, int]]()
    for said in found:
        if said.kind == "content":
            name = said.values.get("name") or said.values.get("which") or str(len(bags) + 1)
            pairs = re.findall(rf"(\d+)\s*(?:个|只)?\s*({_COLOUR}|{_W})", said.values["some"])
            if name in bags or len({c for _, c in pairs}) != len(pairs):
                return None
            bags[name] = {colour: int(n) for n, colour in pairs}
    kinds = [s.kind for s in found if s.kind not in ("content", "frame")]
    if sorted(k for k in kinds if k in ("drawn", "chosen", "taken")) not in (["drawn"], ["chosen", "taken"]):
        return None
    asked = [s for s in found if s.kind == "asked"]
    seen = [v for s in found for k, v in s.values.items() if k in ("seen", "seen2")]
    if len(asked) != 1 or len(bags) < 2 or found[-1].kind not in ("asked", "seen"):
        return None
    colour = asked[0].values.get("event") or (seen[0] if len(set(seen)) == 1 else "")
    if not colour or bool(seen) == ("event" in asked[0].values):
        return None
    weight = sp.Rational(1, len(bags))
    causes = tuple(
        (_FROM.say(language, name=n), weight, sp.Rational(b.get(colour, 0), sum(b.values())))
        for n, b in bags.items()
    )
    event = _EVENT.say(language, colour=colour)
    if "event" in asked[0].values:
        return Tree(causes, event, None, decimal=False)
    name = asked[0].values.get("name") or asked[0].values.get("which") or ""
    return Tree(causes, event, list(bags).index(name), decimal=False) if name in bags else None
