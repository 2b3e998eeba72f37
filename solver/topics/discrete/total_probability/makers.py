"""Machines, lines and suppliers: the share of each, and the part of its items that is defective."""

from __future__ import annotations

import re
from typing import Final

import sympy as sp

from solver.ports import Language
from solver.topics.asking import CHANCE, FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Words
from solver.topics.clauses import NUMBER, Said, clauses, number, table
from solver.topics.discrete.total_probability.tree import Tree

_MAKER: Final = r"(?:machines?|factor(?:y|ies)|plants?|suppliers?|lines?|production lines?|compan(?:y|ies)|workshops?|shops?|vendors?)"
_NAME: Final = r"(?:[A-D]|[XYZ]|I{1,3}|[1-4])"
_ITEMS: Final = r"(?:items?|bolts?|parts?|products?|articles?|bulbs?|light bulbs?|chips?|components?|screws?|units?|(?:total|daily|whole|entire)? ?(?:output|production|supply)|pieces?|devices?|phones?|tires?|toys?|nails?|production|goods|them|these|its (?:items|products|output))"
_MAKES: Final = r"(?:makes?|produces?|manufactures?|produced|making|producing|supplies|supply|provides?|accounts? for|manufacture|made)"
_BAD: Final = r"(?:defective|faulty|bad|substandard)"
_LIST: Final = rf"{NUMBER}\s*\\?%(?:\s*(?:,|、|和|,?\s*and)\s*{NUMBER}\s*\\?%)+"
_NAMES: Final = rf"{_NAME}(?:\s*(?:,|,?\s*and)\s*{_NAME})+"
_FROM: Final = r"(?:comes? from|came from|was made (?:by|on|in|at)|is made by|was produced (?:by|on|in|at)|is from|was from|is produced by|was manufactured by|was supplied by)"
TABLE_EN: Final = table({
    "shares": (
        rf"(?:a|an|the|in a)? (?:certain)? (?:\w+)? ?{_MAKER}? ?(?:has|uses|with|buys \w+ from)? ?(?:the|\d)? {_MAKER} ,? (?P<names>{_NAMES}) ,? (?:that|which)? ?{_MAKES} (?P<list>{_LIST}) (?:of (?:the|its|all|all the)? {_ITEMS}(?: of the factory)?)? ,? (?:respectively)?",
        rf"(?:two|three|four|\d) {_MAKER} ,? (?P<names>{_NAMES}) ,? {_MAKES} (?P<list>{_LIST}) (?:of (?:the|its|all|all the)? {_ITEMS}(?: of (?:the|a) factory| in (?:the|a) factory)?)? ,? (?:respectively)?",
        rf"(?:they|these|they respectively) {_MAKES} (?P<list>{_LIST}) (?:of (?:the|its|all|all the)? {_ITEMS})? ,? (?:respectively)?",
    ),
    "named": (rf"(?:a|an|the) (?:certain)? ?(?:\w+)? ?{_MAKER}? has (?:\d)? {_MAKER} ,? (?P<names>{_NAMES})", rf"(?:an?|the) (?:item|\w+) (?:is|are) (?:made|produced) by (?:\d)? {_MAKER} ,? (?P<names>{_NAMES})"),
    "share": (
        rf"(?:{_MAKER})? (?P<name>{_NAME}) {_MAKES} <p:percent> (?:of (?:the|its|all|all the)? {_ITEMS}(?: of (?:the|a) factory| in (?:the|a) factory)?)?",
        rf"<p:percent> of (?:the|all|all the)? {_ITEMS} (?:are|is|come|comes)? (?:made|produced|manufactured|supplied)? (?:by|from|on) (?:{_MAKER})? (?P<name>{_NAME})",
    ),
    "rest": (rf"(?:{_MAKER})? (?P<name>{_NAME}) {_MAKES}? (?:makes|produces)? ?the (?:rest|remaining|others?|remainder)(?: {_ITEMS})?", rf"the (?:rest|remaining {_ITEMS}|others) (?:are|is|come|comes)? (?:made|produced|manufactured)? (?:by|from|on) (?:{_MAKER})? (?P<name>{_NAME})"),
    "rates": (
        rf"(?:the|their|its)? (?:percentages?|proportions?|rates?|probabilities|fractions?|defect(?:ive)? rates?|defective percentages?) (?:of (?:the)? {_BAD} {_ITEMS}(?: (?:produced|made))?)? ?(?:of (?:the)? ?(?:these)? ?\d? ?{_MAKER}|for (?:the|these)? ?\d? ?{_MAKER}|of {_NAMES})? (?:are|is) (?:respectively)? (?P<list>{_LIST}) ,? (?:respectively)?",
        rf"with (?:defect(?:ive)?|failure) (?:rates|percentages|probabilities) (?:of )?(?P<list>{_LIST}) ,? (?:respectively)?",
        rf"(?:of (?:their|the) {_ITEMS} ,? )?(?P<list>{_LIST}) (?:of (?:their|the|these)? ?{_ITEMS})? ,? (?:respectively)? (?:are|is) {_BAD}(?: ,? respectively)?",
    ),
    "rate": (
        rf"<p:percent> of (?:the {_ITEMS} (?:made|produced|manufactured|supplied) by (?:{_MAKER})? ?(?P<name>{_NAME})|(?:{_MAKER})? ?(?P<name2>{_NAME})(?:'s)?(?: {_ITEMS})?) (?:is|are)? ?(?:{_BAD})?",
        rf"<p:percent> of the {_ITEMS} (?:from|of) (?:{_MAKER})? ?(?P<name>{_NAME}) (?:is|are)? ?(?:{_BAD})?",
        rf"(?:{_MAKER})? (?P<name>{_NAME}) has a (?:defect(?:ive)?|failure)? ?rate of <p:chance>",
        rf"(?:{_MAKER})? (?P<name>{_NAME}) (?:produces|makes) <p:percent> {_BAD} {_ITEMS}",
        rf"(?:the )?(?:defect(?:ive)?) rate (?:of|for) (?:{_MAKER})? ?(?P<name>{_NAME}) is <p:chance>",
    ),
    "drawn": (rf"(?:one|1|an?) (?:\w+)? ?{_ITEMS} (?:is|was)? ?(?:chosen|selected|picked|drawn|taken)? ?(?:at random|randomly)? ?(?:chosen|selected|picked|drawn|taken)? ?(?:at random)? ?(?:from (?:the|all the|a day's)? ?{_ITEMS}|from the factory)?",),
    "seen": (
        rf"(?:one|1|an?) (?:\w+)? ?{_ITEMS} (?:is|was)? ?(?:chosen|selected|picked|drawn|taken)? ?(?:at random|randomly)? ?(?:from (?:the|all the)? ?{_ITEMS})? ?(?:and)? ?(?:is|was|it is|it was)? ?(?:found|known)? ?(?:to be)? (?P<seen>(?:not )?{_BAD})",
        rf"an? randomly (?:chosen|selected|drawn) {_ITEMS} (?:is|was|turns out) (?:found)? ?(?:to be)? (?P<seen>(?:not )?{_BAD})",
        rf"(?:it|this item|the {_ITEMS}) (?:is|was) (?:found)? ?(?:to be)? (?P<seen>(?:not )?{_BAD})",
    ),
    "asked": (
        rf"{FIND}the {CHANCE} (?:that|of)? ?(?:it|this|the (?:chosen|selected|defective)? ?{_ITEMS}|an? ?(?:randomly (?:chosen|selected))? {_ITEMS}(?: (?:chosen|selected)? ?at random)?) (?:is|was|being) (?P<event>(?:not )?{_BAD})",
        rf"{FIND}the {CHANCE} (?:that|of)? ?(?:it|this|the (?:chosen|selected|defective)? ?{_ITEMS}) {_FROM} (?:{_MAKER})? ?(?P<name>{_NAME})",
        rf"{FIND}the {CHANCE} (?:that)? an? (?P<seen>{_BAD}) {_ITEMS} {_FROM} (?:{_MAKER})? ?(?P<name>{_NAME})",
    ),
})  # fmt: skip
_N: Final = r"(?:甲|乙|丙|丁|[A-D]|第一|第二|第三|第[123]|[123]号)"
_M: Final = r"(?:机床|机器|车间|工厂|厂|生产线|条生产线|条|台机器|台机床|台|供应商|公司|厂家|号机|家工厂|家|流水线|条流水线)"
_Z: Final = r"(?:零件|产品|灯泡|螺丝|螺钉|螺栓|商品|元件|芯片|配件|部件|手机|口罩|它)"
_C: Final = r"(?:次品|不合格品|废品|不合格)"
TABLE_ZH: Final = table({
    "shares": (
        rf"(?:某厂|某工厂|工厂|某公司|一批产品由)?(?:有|由|的|用)?(?P<names>{_N}(?:、?{_N})+)(?:三|两|2|3|四)?(?:个|台|条|家)?{_M}?(?:加工|生产)?(?:同一种|同一|同种|同类|同)?(?:型号的?)?{_Z}?[,，]?(?:其|它们的|各自的|各)?(?:{_M}的?)?(?:产量|生产的{_Z}|加工的{_Z}数?)?(?:分别|各自?|依次)?(?:占|为|是)(?:总产量|全部{_Z}|总数|全厂|总量|全厂产量|该厂产量)?(?:的)? (?P<list>{_LIST})",
        rf"(?:其|它们的|各{_M}的?|各)?(?:产量|生产的{_Z}|加工的{_Z}数?)(?:分别|各自?|依次)?(?:占|为|是)(?:总产量|全部{_Z}|总数|全厂|总量|全厂产量|该厂产量|{_Z}总数)?(?:的)? (?P<list>{_LIST})",
    ),
    "named": (rf"(?:某厂|某工厂|工厂|某公司)?(?:有|由|用)?(?P<names>{_N}(?:、?{_N})+)(?:三|两|2|3|四)?(?:个|台|条)?{_M}(?:加工|生产)?(?:同一种|同一|同种|同类|同)?(?:型号的?)?{_Z}?", rf"(?:某厂|某工厂|工厂|某公司)有(?:三|两|2|3)条?{_M}"),
    "share": (rf"(?P<name>{_N}){_M}?(?:的产量|生产的{_Z}|的{_Z})?(?:占|生产|为)(?:总产量|全部{_Z}|总数|总量)?(?:的)? <p:percent> (?:的{_Z})?",),
    "rates": (rf"(?:它们的|各{_M}的?|其|各自的?|{_Z}的?)?{_C}(?:率|的概率|的比例)?(?:分别|依次|各)?(?:为|是) (?P<list>{_LIST})",),
    "rate": (rf"(?P<name>{_N})?{_M}?(?:生产的{_Z}|的{_Z}|的产品)?(?:的)?{_C}率(?:为|是) <p:chance>",),
    "mixed": (rf"(?:将|把)?(?:这些|它们的)?(?:加工出来的|生产出来的)?{_Z}(?:混放在一起|放在一起|混合在一起)",),
    "drawn": (rf"(?:现)?(?:从)?(?:这批|全部|所有|该厂的?|混放的?|这些)?(?:{_Z})?(?:中)?(?:任意|随机)?(?:任取|抽取|取出|任意抽取|随机抽取|取|任意取|任意取出|任意抽出|抽出)(?:一|1)?(?:件|个|只)?(?:{_Z})?",),
    "seen": (rf"(?:若|如果|已知|发现|结果|结果发现|经检验|经检验发现|检验发现|检查发现|恰好|恰)?(?:它|取到的{_Z}|取出的{_Z}|取到的|该{_Z}|取得的{_Z}|抽到的{_Z})?(?:是|为|取到的是)(?P<seen>{_C})",),
    "asked": (
        rf"{FIND_ZH}(?:它|该{_Z}|取到的{_Z}|取出的{_Z}|取到|取得|这件{_Z}|恰)?(?:是|为)?(?P<event>{_C})的?概率{HOW_MUCH_ZH}",
        rf"{FIND_ZH}(?:它|此{_Z}|该件{_C}|这个{_C}|该{_Z}|这件{_Z}|该{_C}|此{_C}|这件{_C}|此次品)?(?:是|由|来自|为)(?P<name>{_N}){_M}?(?:所)?(?:生产|加工)?(?:的)?(?:{_Z})?的?概率{HOW_MUCH_ZH}",
    ),
})  # fmt: skip
_MADE_BY: Final = Words("made by {name}", "由{name}生产")
_EVENT: Final = Words("the item is defective", "取到次品")


def read(source: str, language: Language) -> Tree | str | None:
    """The tree of makers; text: what was not understood; None: another story."""
    found = clauses(source, TABLE_ZH if language == "zh" else TABLE_EN)
    if isinstance(found, str):
        return found
    shares, rates = dict[str, sp.Rational](), dict[str, sp.Rational]()
    names = list[str]()
    asked = [s for s in found if s.kind == "asked"]
    if len(asked) != 1 or found[-1].kind not in ("asked", "seen"):
        return None
    last = ""
    listed: dict[str, list[sp.Rational]] = {}
    for said in found:
        if "names" in said.values:
            if names:
                return None
            names = _names(said.values["names"])
        match said.kind:
            case "shares" | "rates":
                if said.kind in listed:
                    return None
                listed[said.kind] = [number(n) for n in re.findall(rf"{NUMBER}\s*\\?%", said.values["list"])]
            case "share" | "rest" | "rate":
                last = said.values.get("name") or said.values.get("name2") or last
                table = rates if said.kind == "rate" else shares
                if not last or last in table:
                    return None
                if said.kind == "rest":
                    table[last] = 1 - sum(shares.values())
                else:
                    table[last] = said.number("p")
    for kind, table in (("shares", shares), ("rates", rates)):
        if kind in listed:
            if table or not names or len(names) != len(listed[kind]):
                return None
            table.update(zip(names, listed[kind], strict=True))
    if set(shares) != set(rates) or (names and set(names) != set(shares)) or len(shares) < 2:
        return None
    makers = names or list(shares)
    causes = tuple((_MADE_BY.say(language, name=n), shares[n], rates[n]) for n in makers)
    return _asking(causes, makers, asked[0], found, language)


def _names(said: str) -> list[str]:
    return re.findall(_N if re.search(r"[\u3400-\u9fff]", said) else _NAME, said)


def _asking(
    causes: tuple[tuple[str, sp.Rational, sp.Rational], ...],
    makers: list[str],
    asked: Said,
    found: list[Said],
    language: Language,
) -> Tree | None:
    seen = [s.values["seen"] for s in found if "seen" in s.values]
    event = _EVENT.say(language)
    if "event" in asked.values:
        good = asked.values["event"].startswith("not")
        return Tree(causes, event, None, good) if not seen else None
    name = asked.values["name"]
    if len(seen) != 1 or name not in makers or seen[0].startswith("not"):
        return None
    return Tree(causes, event, makers.index(name))
