"""Surplus and shortage: dealt out twice, each time with something left over, missing, or nothing; how many take part, how many things there are.

Not read: boxes and rooms of which some stay empty, unequal shares.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from solver.topics.clauses import Said
from solver.topics.stories.everyday.kinds import MANY, Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_EACH: Final = r"(?:each|every)(?: one)?(?: of (?:the |her |his |them)?)?(?: ?(?P<k>{en}))?"
_GET: Final = "(?:gets?|receives?|takes?|has|have|is given|was given|were given|is to (?:get|receive|have)|were to (?:get|receive)|got|received|took|gives|gave|plants?|carry|carries|pays?|paid)"


_ONE: Final = _EACH.replace("{en}", en(1))
_GIVER: Final = "(?:he|she|they|i|we|you|the [a-z]+|mr [a-z]+|mrs [a-z]+|ms [a-z]+|[a-z]+)"
_IF: Final = r"(?:(?:if|when|suppose) )?"
_GIVEN: Final = (
    rf"{_IF}{_ONE} ?(?:{_GET}|to) ?<a>(?: {en(2)})?(?: each)?",
    rf"{_IF}{_GIVER} (?:gives|gave|give|wants to give|hands|deals|gives out) {_ONE} ?<a>(?: {en(2)})?",
    rf"{_IF}{_GIVER} (?:gives|gave|give|gives out|hands out|hands) <a>(?: {en(2)})? (?:to|for) {_ONE}",
    rf"(?:giving|by giving) {_ONE} ?<a>(?: {en(2)})?",
)


_THEN: Final = r" ?,? ?(?:then )?"
_SHE: Final = "(?:he|she|they|there|the [a-z]+|we|you|i|it)"
_WILL: Final = "(?:is|are|was|were|will be|would be|remains?)"
_OVER: Final = (
    rf"{_SHE} (?:(?:{_WILL}|has|have|will have|would have|had) )<x>(?: {en(2)})? ?(?:left over|left|too many|over|extra|remaining)",
    rf"<x>(?: {en(2)})? ?(?:{_WILL} )?(?:left over|left|extra|remaining|over)",
    rf"<x>(?: {en(2)})? remain",
    rf"leaves <x>(?: {en(1)})? (?:over|left over)",
    rf"with <x>(?: {en(1)})? (?:left over|left|to spare)",
    rf"{_SHE} {_WILL} a surplus of <x>(?: {en(2)})?",
)
_UNDER: Final = (
    rf"{_SHE} (?:{_WILL}|has|have) <x>(?: {en(2)})? ?(?:short|too few|missing|fewer than needed|less than needed)",
    rf"<x> more(?: {en(2)})? {_WILL} (?:needed|required)",
    rf"{_SHE} (?:needs?|will need|would need|lacks?) <x>(?: more)?(?: {en(2)})?",
    rf"{_SHE} {_WILL} a shortage of <x>(?: {en(2)})?",
    rf"{_SHE} {_WILL} short (?:of|by) <x>(?: {en(2)})?",
    rf"<x>(?: {en(2)})? {_WILL} (?:missing|lacking|short)",
)
_EVEN: Final = rf"(?:{_SHE} (?:(?:{_WILL}|has|have) )?(?:just|exactly) enough(?: {en(1)})?|nothing {_WILL} left(?: over)?|none {_WILL} left(?: over)?|there {_WILL} none left(?: over)?)"


@kind(
    r"\b(?:each|every)\b",
    "en",
    {
        "idle": (
            rf"(?:a |an |the )?{en(4)}(?:gives? out|gave out|shares?|distributes?|divides?|deals?|deals out|hands out|has|have|had|wants to share|wants to give|is giving|brings|gives)(?: out)? (?:some |a (?:bag|box|bunch|packet|pile|number|basket) of |her |his )?(?:<q>)?(?:{en(3)})(?: (?:equally )?(?:to|among|amongst|between|with) (?:some|a (?:group|class|number) of|the|her|his)? ?(?:{en(3)})(?: in (?:her|his|the|a) {en(2)})?)?",
            rf"(?:some |a (?:bag|box|bunch|packet|pile|number|basket) of )?{en(2)} (?:is|are) (?:to be )?(?:shared|distributed|divided|given out|handed out)(?: out)?(?: equally)?(?: (?:to|among|amongst|between) (?:some|a (?:group|class|number) of|the)? ?(?:{en(3)}))?",
        ),
        "over": tuple(f"{given}{_THEN}{then}" for given in _GIVEN for then in _OVER),
        "under": tuple(f"{given}{_THEN}{then}" for given in _GIVEN for then in _UNDER),
        "even": tuple(f"{given}{_THEN}{_EVEN}" for given in _GIVEN),
        "ask_both": (rf"how many (?P<who>{en(1)})(?: are there)? ,? ?and how many (?P<what>{en(1)}) ?(?:are there|does (?:he|she|the {en(1)}) have|do they have)?",),
        "ask_one": (rf"how many (?P<it>{en(1)}) (?:are|were) (?:there|in (?:the|her|his) {en(1)})(?: in (?:the|her|his|total|all)(?: {en(1)})?| altogether)?", rf"how many (?P<it>{en(1)}) (?:does|did|do) (?:he|she|they|the {en(1)}) have(?: in all| altogether)?", rf"(?:find|what is) the number of (?P<it>{en(1)})"),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    takers = set(s.words("k")) | set(s.words("who"))
    if s.has("q") or len({_stem(w) for w in takers}) != 1 and takers - {"one"}:
        raise Unfit
    asked = s.words("it")
    people = not asked or any(_stem(asked[0]) == _stem(w) for w in takers)
    things = (
        set(
            re.findall(r"\d+ ([a-z]+)", " ".join(c for c in re.split(r"[.?]", s.text) if "how many" not in c))
        )
        - _STOP
    )
    if asked and not people and (not things or any(_stem(asked[0]) != _stem(w) for w in things)):
        raise Unfit
    _dealt(s, work, "both" if s.question == "both" else "people" if people else "things")


_STOP: Final = frozenset(
    "left more short too over are is missing each extra will would remain remaining to".split()
)


def _stem(word: str) -> str:
    return word.strip().removesuffix("s")[:4]


_ZT: Final = "(?:个|颗|块|本|支|张|只|棵|枝|粒|根|元|朵|盒|袋|千克)"
_ZK: Final = "(?:每(?:个)?人|每(?:个|名|位)(?P<k>小朋友|学生|同学|孩子|少先队员|小孩|人|猴子|小猴))"
_ZGET: Final = "(?:分给?|分得|分到|发|种|拿|吃|搬|出|给|得|植)?"
_ZN: Final = (
    "(?:糖果?|苹果|铅笔|本子|书|图书|练习本|树苗?|桃子?|梨|饼干|笔|橘子|玩具|月饼|巧克力|草莓|水果糖?)"
)


@kind(
    "每",
    "zh",
    {
        "idle": (rf"{zh(6)}(?:把|将|有|用|拿|给)?(?:一些|一批|一堆|一袋|一盒|一箱|一包|若干{_ZT}?)?{zh(6)}(?:平均)?(?:分给|发给|奖给|分)(?:一些|若干名|若干个|几个|一群|全班|一个班的?|幼儿园的?)?{zh(6)}", rf"{zh(8)}(?:种树|植树|分{_ZN}|搬书|搬砖|分糖)", rf"一个?(?:小组|班)?{zh(4)}去?(?:买|种){zh(4)}"),
        "over": (rf"(?:如果|若)?{_ZK}{_ZGET}<a>(?P<u>{_ZT})(?:{zh(3)})?[，,]?(?:就|则|还|会|那么)*(?:多|剩|余|盈)(?:出|下|了|余)?<x>(?P<u4>{_ZT})(?:{zh(3)})?(?:没(?:有)?(?:人)?种)?",),
        "under": (rf"(?:如果|若)?{_ZK}{_ZGET}<a>(?P<u>{_ZT})(?:{zh(3)})?[，,]?(?:就|则|还|会|又|那么)*(?:少|缺|差|不够)(?:了)?<x>(?P<u4>{_ZT})(?:{zh(3)})?",),
        "even": (rf"(?:如果|若)?{_ZK}{_ZGET}<a>(?P<u>{_ZT})(?:{zh(3)})?[，,]?(?:就|则|那么)*(?:正好|刚好|恰好)(?:分完|够|种完|发完|搬完|用完|分尽)?",),
        "ask_both": (rf"(?:一共|这个班|那么)?(?:有)?{MANY}(?:个|名|位)?(?:小朋友|人|学生|同学|孩子|少先队员|猴子)[？?，,和、]{{0,2}}(?:一共|这批|这些)?{zh(2)}(?:有)?{MANY}{_ZT}?{zh(4)}", rf"{zh(4)}(?:人数|小朋友)和{zh(4)}(?:各|分别)(?:是|有)?{MANY}"),
        "ask_people": (rf"{zh(8)}(?:一共|共)?(?:有)?{MANY}(?:个|名|位)?(?P<k>小朋友|人|学生|同学|孩子|少先队员|小孩|猴子|小猴)",),
        "ask_things": (rf"{zh(8)}(?:一共|共)?(?:有)?{MANY}(?P<u>{_ZT})(?:{_ZN})?", rf"{_ZN}(?:一共|共)?(?:有)?{MANY}(?P<u>{_ZT})"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    if len(set(s.placed("u"))) != 1 or re.search("其中|另外|人分不到|空|其余", s.text):
        raise Unfit
    _dealt(s, work, s.question)


_SAYS: Final = {
    "sum": ("what one is left over and the other is missing, together", "两次分配的总差：多的加少的"),
    "over": ("the difference of what is left over", "两次分配的总差：大余数减小余数"),
    "under": ("the difference of what is missing", "两次分配的总差：大的差减小的差"),
    "each": ("how many more each gets the second way", "每人两次的差"),
    "people": ("how many take part: divide", "人数：总差÷每人的差"),
    "things": ("how many things there are", "总数"),
}  # fmt: skip


def _dealt(s: Story, work: Working, question: str) -> None:
    """From the two ways of dealing."""
    ways = sorted(s.all("over", "under", "even"), key=lambda said: said.number("a"))
    s.only("over", "under", "even")
    if len(ways) != 2:
        raise Unfit
    chinese = work.language == "zh"

    def step(key: str, term: Term, unit: str = "") -> Term:
        return work.step(_SAYS[key][chinese], term, unit)

    less, more = ways
    a, b = value(less.values["a"]), value(more.values["a"])
    unit = s.placed("u")[0] if chinese else ""
    people = step(
        "people", _difference(less, more, step) / step("each", b - a, unit), "人" if chinese else ""
    )
    if people.value.denominator != 1 or people.value < 2 or less.kind == "over" and less.number("x") < 0:
        raise Unfit
    label = ("the number of children" if re.search("child|kid", s.text) else "how many take part", "人数")[
        chinese
    ]
    if question != "things":
        work.give(people, "人" if chinese else "", label)
    if question == "people":
        return
    all_ = people * a
    if less.kind != "even":
        x = value(less.values["x"])
        all_ = all_ + x if less.kind == "over" else all_ - x
    total = step("things", all_, unit)
    (work.give if question == "things" else work.give_also)(total, unit, _SAYS["things"][chinese])


def _difference(less: Said, more: Said, step: Callable[[str, Term], Term]) -> Term:
    """How many more things the second way takes."""
    kinds = (less.kind, more.kind)
    x, y = (value(said.values["x"]) if said.kind != "even" else num(0) for said in (less, more))
    match kinds:
        case ("over", "under"):
            found = step("sum", x + y)
        case ("over", "over") if x.value > y.value:
            found = step("over", x - y)
        case ("under", "under") if y.value > x.value:
            found = step("under", y - x)
        case ("over", "even"):
            found = x
        case ("even", "under"):
            found = y
        case _:
            raise Unfit
    return found
