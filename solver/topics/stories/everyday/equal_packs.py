"""Several sorts of things made into as many identical packs as possible with nothing left over: the greatest common divisor, and what is in a pack.

Read only where it is said that all packs are alike and that all of it is used. Not read: packs that are told, things that are left over.
"""

from __future__ import annotations

import re
from math import gcd
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, zh
from solver.topics.stories.school.working import Unfit, Working, num

_ITEM: Final = rf"\d+ {en(2)}"
_LIST: Final = rf"(?P<things>{_ITEM}(?: ?, ?{_ITEM})*(?: ?,)? ?and {_ITEM})"
_ALIKE: Final = r"(?P<alike>identical|equal|the same|similar)"
_P: Final = rf"(?P<p>{en(2)})"
_NOTHING: Final = r"(?P<all>(?:with |and )?(?:there is |there being )?(?:nothing|none|no [a-z]+) (?:is |being )?(?:left(?: over)?|remaining)|without (?:anything|any) (?:being )?left(?: over)?|(?:and )?(?:everything|all of them|all of it|all the [a-z]+) (?:is|are|must be|being) used(?: up)?|everything used(?: up)?|(?:by |and )?us(?:ing|e|es) (?:up )?(?:everything|all of them|them all|(?:all|all of) (?:the|her|his|its|their) [a-z]+)|(?:and )?uses? (?:everything|it all|them all) up|(?:if )?(?:you|she|he|they|we) uses? (?:up )?(?:everything|all of them|all (?:of )?(?:the|her|his|its|their) [a-z]+))"
_ALL: Final = rf"(?: ?,? ?{_NOTHING})?"
_ALL_2: Final = _ALL.replace("P<all>", "P<all2>")
_EACH_SAME: Final = rf"(?:the same number of {en(2)} and (?:the same number )?(?:of )?{en(2)})"
_MAKES: Final = r"(?:makes?|packs?|puts?|arranges?|divides?|shares?|sorts?|splits?|forms?)"
_MADE: Final = r"(?:made|packed|put|arranged|divided|shared(?: out)?|sorted|split|formed|placed)"
_MOST: Final = rf"(?:what is|find|work out|determine) the (?:greatest|largest|maximum|highest|biggest) (?:possible )?number of (?:(?P<alike3>identical|equal|such) )?(?P<q>{en(2)}) ?(?:(?:that )?(?:(?:she|he|they|you|we|the [a-z]+) )?can (?:be )?(?:make|made|have|form|formed|pack|packed|prepare|fill|filled|give)|possible|that (?:are|is) possible)?"
_HOW: Final = rf"how many (?P<e1>{en(1)})(?: and (?:how many )?(?P<e2>{en(1)}))?(?: and (?:how many )?(?P<e3>{en(1)}))? (?:are(?: there)?|will be|will there be|go) in(?:to)? (?:each|every|one|1)(?: (?P<q2>{en(2)}))?"


@kind(
    r"\b(?:greatest|largest|maximum|highest|biggest|as possible)\b",
    "en",
    {
        "has": (rf"(?:there are|{en(4)}(?:has|have|had|buys|bought|bakes|baked|picks|picked|collects|collected)) {_LIST}(?: in (?:a|the|her|his) {en(2)})?",),
        "both": (rf"{en(4)}{_MAKES} {_LIST} (?P<alike>equally|evenly) into {_P} ?,? ?(?:so )?(?:that )?{_NOTHING}", rf"{_LIST} (?:are|must be|have to be|will be) (?:to be )?{_MADE} (?:into|among|in) {_ALIKE} {_P}{_ALL}", rf"{en(3)}(?:wants|has|plans|would like)(?: to)? {_MAKES} {_LIST} into {_ALIKE} {_P}{_ALL}"),
        "packs": (
            rf"(?:they|she|he|{en(2)})(?: wants to| would like to| has to| is going to| plans to)? ?{_MAKES} (?:(?:them|these|it|all of them)(?: all)? )?(?:(?:up )?into )?{_ALIKE} {_P}(?: for {en(3)})?{_ALL}",
            rf"they (?:are|must be|have to be|will be) (?:to be )?{_MADE} into {_ALIKE} {_P}{_ALL}",
            rf"(?P<teams>they) (?:are|must be|have to be|will be) (?:to be )?{_MADE} (?:into|in) {_P} ?,? ?so that (?:each|every) (?P<p2>{en(2)}) (?:has|contains) {_EACH_SAME}",
            rf"(?P<teams>they) (?:are|must be|have to be|will be) (?:to be )?{_MADE} (?:into|in) {_P} ?,? ?(?:so that each(?: {en(1)})? has |with ){_EACH_SAME}(?: in each(?: {en(2)})?)?",
        ),
        "most": (rf"(?:she|he|they|{en(2)}) (?:wants to )?{_MAKES} as many (?P<alike>identical|equal) {_P} as possible{_ALL}",),
        "alike": (rf"(?:so that )?(?:each|every) (?P<p2>{en(2)}) (?:has|contains|gets|must have|must contain|should have|holds) (?P<alike2>{_EACH_SAME})",),
        "all": (_NOTHING,),
        "ask": (rf"{_MOST}{_ALL}{_ALL_2}(?: ?[,.;?]? ?(?:and )?{_HOW})?", rf"how many (?P<q>{en(2)}) (?P<many>can) (?:she|he|they|be) (?:make|made|pack|packed)(?: ?[,.;?]? ?(?:and )?{_HOW})?", rf"{_NOTHING} ?,? ?{_MOST}(?: ?[,.;?]? ?(?:and )?{_HOW})?"),
    },
)  # fmt: skip
def _packs(s: Story, work: Working) -> None:
    if not any(s.has(name) for name in ("alike", "alike2", "alike3", "teams")):
        raise Unfit
    if not (s.has("all") or s.has("all2") or s.has("teams")):
        raise Unfit
    if s.has("many") != bool(s.all("most")):
        raise Unfit
    places = [v for said in s.said for name in ("things",) if (v := said.values.get(name))]
    if len(places) != 1:
        raise Unfit
    things = [
        (int(n), name.strip()) for n, name in re.findall(r"(\d+) ([a-z' -]+?)(?= ?,| and \d|$)", places[0])
    ]
    packs = {w.split()[-1][:3] for name in ("p", "p2", "q", "q2") for w in s.words(name)}
    if len(packs) != 1:
        raise Unfit
    asked = [s.words(name)[0] for name in ("e1", "e2", "e3") if s.has(name)]
    named = [[i for i, (_, name) in enumerate(things) if name.split()[-1] == a.split()[-1]] for a in asked]
    if any(len(found) != 1 for found in named):
        raise Unfit
    _divide(work, things, s.words("q")[0], [found[0] for found in named])


_SAYS: Final = {
    "first": ("the greatest common divisor of {a} and {b}, which are {k} and {m} times it, and {k} and {m} have no common divisor", "{a}和{b}的最大公因数（它的{k}倍和{m}倍，而{k}和{m}互质）"),
    "most": ("the greatest number of {packs}", "最多的数量"),
    "inside": ("how many {name} are in each", "每份里{name}的数量"),
}  # fmt: skip


def _divide(work: Working, things: list[tuple[int, str]], packs: str, asked: list[int]) -> None:
    """The greatest common divisor, as a quotient of what is told, and what each pack holds of the things that are asked for."""
    chinese = work.language == "zh"
    if len(things) < 2 or any(n < 2 for n, _ in things):
        raise Unfit
    most = num(things[0][0])
    for many, _ in things[1:]:
        common = gcd(int(most.value), many)
        says = _SAYS["first"][chinese].format(a=most.value, b=many, k=most.value // common, m=many // common)
        most = work.step(says, num(many) / num(many // common), packs)
    if most.value < 2:
        raise Unfit
    work.give(most, packs, _SAYS["most"][chinese].format(packs=packs))
    for i in asked:
        says = _SAYS["inside"][chinese].format(name=things[i][1])
        work.give_also(work.step(says, num(things[i][0]) / most, ""), "", says)


_M: Final = "(?:个|张|本|支|颗|只|块|枚|朵|件|条|人|名|位|盒|棵|根|粒|把|袋)"
_ITEM_ZH: Final = rf"(?:\d+{_M}{zh(4, 1)}|{zh(5, 1)}\d+{_M})"
_LIST_ZH: Final = rf"(?P<things>{_ITEM_ZH}(?:[,，、和]{_ITEM_ZH}){{1,3}})"
_PACK: Final = "(?:盘|篮|箱|份|束|名|个|包|组|袋|盒|堆|位|人|队)"
_WHO: Final = "(?:同学|小朋友|学生|孩子|人|花束?|礼包|礼物|礼盒|小组|果盘)?"
_SOME: Final = "(?:若干|几|一些)"
_HAS_ZH: Final = rf"{zh(6)}(?:有|把|将|用|买来|准备了)?{_LIST_ZH}"
_PACKS_ZH: Final = (
    rf"(?P<alike>平均)(?:装|放)(?:在|入|进|到){_SOME}个?(?:果盘|盘子|盒子|袋子|篮子|箱子|礼盒)[里中]?",
    r"(?P<alike>分别平均)分给(?:一|1)个(?:组|班|小组)的(?:同学|小朋友|学生)",
    rf"(?P<alike>平均)(?:分成|分给|分)(?:{_SOME}?{_PACK})?{_WHO}们?",
    rf"(?:分|扎|做|捆|装|包|搭配)成?(?:{_SOME}{_PACK})?(?P<alike>同样|一样|相同|完全相同|完全一样)的(?:{_SOME}{_PACK})?{_WHO}",
    rf"(?:做|扎|分成|装成)(?:成)?{_WHO}",
)


@kind(
    "最多",
    "zh",
    {
        "idle": (rf"每{_PACK}(?:里|中)?的?{zh(3)}(?:都)?(?:一样|相同)多?", "分组(?:活动|游戏|学习|训练|比赛|参加活动)",),
        "has": (_HAS_ZH,),
        "packs": tuple(rf"(?:把它们|把这些{zh(3)}|用这些{zh(3)}|全部)?{packs}" for packs in _PACKS_ZH),
        "both": tuple(f"{_HAS_ZH}{packs}" for packs in _PACKS_ZH),
        "alike": (rf"(?:如果|要求|使)?每{_PACK}(?:花|礼包|里|中)*(?:的)?{zh(4)}的?(?:{_M}?数)(?:量)?(?:都)?(?P<alike2>相同|相等|一样多)[,，和]?(?:且|并且)?{zh(4)}的?{_M}?数(?:量)?也?(?:都)?(?:相同|相等|一样多)",),
        "all": ("(?P<all>(?:结果|且|并且|都|全部)*(?:正好|刚好|恰好|全部)(?:全部)?(?:分|用|装)完|(?:都)?(?:且|并且)?没有剩余|(?:都)?无剩余)",),
        "ask": (rf"(?:这|那)个?(?:组|班|小组)最多(?:可以|可能)?有(?:多少|几)(?P<q>{_PACK}){_WHO}", rf"最多(?:可以|能|可)?(?:够)?(?:分成|分给|扎成?|做成?|分|装成?|包成?|捆成?)(?:多少|几)(?P<q>{_PACK}){_WHO}(?:[，,。;；?？]?(?:这时|此时|其中|平均)?每{_PACK}{_WHO}(?:里|中)?(?:可以|能)?(?:分到|分得|得到|有|的)?(?P<each>[^,，。?？]{{2,20}}))?",),
    },
)  # fmt: skip
def _packs_in_chinese(s: Story, work: Working) -> None:
    if re.search(r"(?<!最)多(?!少)|(?<!多)少|还?剩\d|还剩", s.text):
        raise Unfit
    if not (s.has("alike") or s.has("alike2")) or not (
        s.has("all") or s.has("alike") or "用" in s.text or re.search(r"\d[人名].*\d[人名]", s.text)
    ):
        raise Unfit
    listed = re.split("[,，、和]", s.place("things").values["things"])
    things = []
    for item in listed:
        found = re.fullmatch(rf"(?P<a>{zh(5)})(?P<n>\d+){_M}(?P<b>{zh(4)})", item)
        if found is None:
            raise Unfit
        things.append(
            (int(found["n"]), re.sub("^.*(?:有|把|将|用|买来|准备了)", "", found["a"] or found["b"]))
        )
    _divide(work, things, s.words("q")[0], _inside(s.asked.values.get("each"), [name for _, name in things]))


def _inside(asked: str | None, names: list[str]) -> list[int]:
    """Which of the things are asked for: 几支铅笔和几块橡皮; 糖和巧克力各有多少块."""
    if asked is None:
        return []
    both = re.fullmatch(rf"(?P<names>.+?)各(?:有|是|分到)?(?:多少|几){_M}?", asked)
    parts = re.split("[和与、]", both["names"]) if both else re.split("[和与、]", asked)
    wanted = []
    for part in parts:
        name = part if both else re.sub(rf"^(?:多少|几){_M}|有?(?:多少|几){_M}$", "", part)
        if name not in names or not both and not re.search("多少|几", part):
            raise Unfit
        wanted.append(names.index(name))
    return wanted
