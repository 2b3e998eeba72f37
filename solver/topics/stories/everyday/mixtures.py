"""Solutions: two mixed, water added or boiled off, salt added, how much is in it. Not read: more than two, parts poured out, amounts of both asked for.

Amounts are of one unit and simply add up, as school takes them, volumes too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.topics.base import Words
from solver.topics.stories.everyday.kinds import Story, en, kind, share, value, zh
from solver.topics.stories.school.task import PERCENT_UNIT
from solver.topics.stories.school.working import Term, Unfit, Working, num

_U: Final = r"(?:ml|l|kg|g|gallons?|quarts?|pints?|ounces?|oz|pounds?)(?![a-z])"
_SUB: Final = "(?:salt|sugar|acid|alcohol|saline|antifreeze|bleach|ethanol|glucose)"
_LIQUID: Final = r"(?:solution|water|mixture|syrup)"


def _solution(i: int) -> str:
    """`300 g of a 20% salt solution`, `300 g of salt water that is 20% salt`."""
    return (
        rf"<n{i}> (?P<u{i}>{_U}) (?:of )?(?:an? |the )?(?:<p{i}>% (?:(?:[a-z]+ic )?(?P<s{i}>{_SUB})(?: {_LIQUID})?|{_LIQUID})"
        rf"|(?:(?P<s{i}b>{_SUB}) )?{_LIQUID} (?:that is|which is|that contains|containing|with a concentration of|of concentration|with) <p{i}b>%(?: {_SUB})?)"
    )


_IT: Final = r"(?:it|this|them|this solution|(?:the|this) (?:resulting |new |final )?(?:solution|mixture))"
_GOAL: Final = (
    rf"(?:(?:in order )?to |so that |so )(?:(?:make|get|obtain|produce|form|give|have|create|yield)(?: {_IT})?(?: into)?"
    rf"|(?:dilute|reduce|lower|raise|increase|bring|strengthen|weaken|change) (?:{_IT}|(?:the|its) (?:{_SUB} )?concentration(?: of {_IT})?) to"
    rf"|{_IT} (?:is|becomes|will be|contains|has)) (?:an? )?(?:concentration of )?<g>%(?: (?P<s8>{_SUB}))?(?: {_LIQUID})?"
)
_WHAT: Final = rf"(?:pure |plain |fresh )?(?P<k>water|{_SUB})"
_HOW: Final = rf"how (?:much|many (?P<u9>{_U}) of) (?:an? |the )?(?:<r>% (?:(?P<s9>{_SUB})(?: {_LIQUID})?|{_LIQUID})|{_WHAT})"
_VERB: Final = r"(?P<v>added|add|mixed|mix|evaporated|evaporate|boiled off|boiled away|removed|remove)"
_MUST: Final = r"(?:must|should|will|would|can|needs? to|have to|has to)"
_WHO: Final = r"(?:he|she|you|they|we|i|the [a-z]+)"
_DONE: Final = rf"(?:{_MUST} (?:be )?{_VERB}|(?:is|are|was|were) (?:to be )?{_VERB.replace('P<v>', 'P<v2>')}|(?:must|should|do|does|will|would|can) {_WHO} (?:need to |have to )?{_VERB.replace('P<v>', 'P<v3>')})"
_TO: Final = rf"(?: (?:to|with|from) (?:{_IT}|{_solution(1)}))?"
_TOGETHER: Final = r"(?:(?:is|are|was|were) )?(?:mixed|combined|poured together)(?: together)?"
_OF_WHAT: Final = rf"(?: (?:of|in) (?:the )?(?:{_SUB} (?:in|of) )?(?:the )?(?:resulting |new |final |mixed )?(?:{_SUB} )?(?:mixture|solution|water|{_SUB})(?: now)?)?"


@kind(
    r"%|dissolve|percentage|concentration",
    "en",
    {
        "has": (rf"(?:an?|the) (?:(?P<s1b>{_SUB}) )?{_LIQUID} of <n1> (?P<u1>{_U}) (?:contains|has|is) <p1>% (?P<s1>{_SUB})", _solution(1), rf"{en(4)}(?:has|have|had|takes|starts with) {_solution(1)}", rf"(?:an? )?<n1> (?P<u1>{_U}) {_LIQUID} (?:is|contains|has) <p1>% (?P<s1>{_SUB})", rf"there (?:is|are) {_solution(1)}"),
        "two": (rf"{_solution(1)} (?:is|are|was|were) (?:mixed|combined|added) (?:with|to|into) {_solution(2)}", rf"{_solution(1)} (?:and|with) {_solution(2)} {_TOGETHER}", rf"{en(4)}(?:mixes|mix|mixed|combines|combined) {_solution(1)} (?:with|and) {_solution(2)}"),
        "add": (rf"<m> (?P<u3>{_U}) of {_WHAT} (?:is|are|was|were) (?P<v>added|evaporated|boiled off|boiled away|removed|mixed in)(?: (?:to|from) (?:{_IT}|{_solution(1)}))?", rf"<m> (?P<u3>{_U}) of (?P<k>water) (?P<v>evaporates?|boils? off|boils? away)(?: from (?:{_IT}|{_solution(1)}))?", rf"{en(3)}(?P<v>adds?|added|boils off|evaporates|mixes) <m> (?P<u3>{_U}) of {_WHAT}(?: (?:to|from|with) (?:{_IT}|{_solution(1)}))?"),
        "dissolved": (rf"<a> (?P<u1>{_U}) of (?P<s1>{_SUB}) (?:is|are|was|were) (?:dissolved in|added to|mixed with|mixed into|stirred into) <b> (?P<u2>{_U}) of water", rf"{en(4)}(?:dissolves|dissolved|adds|mixes|mixed|stirs) <a> (?P<u1>{_U}) of (?P<s1>{_SUB}) (?:in|to|into|with) <b> (?P<u2>{_U}) of water"),
        "did": (rf"{_WHAT} (?:is|are) {_VERB} (?:to|from) {_solution(1)} {_GOAL}",),
        "goal": (_GOAL, rf"{en(3)}(?:wants|needs|would like) (?:to (?:make|get|have|obtain) )?(?:an? )?<g>%(?: (?P<s8>{_SUB}))? {_LIQUID}"),
        "ask_more": (rf"{_HOW} {_DONE}{_TO}(?: {_GOAL})?",),
        "ask_strength": (rf"(?:what is|find|calculate|determine) (?:the|its) (?:new |final |resulting |% |percentage |{_SUB} )*(?:concentration|strength){_OF_WHAT}", rf"(?:what is|find) the (?:%|percentage) of {_SUB} in {_IT}", rf"what (?:%|percentage) (?:{_SUB} is {_IT}|of {_IT} is {_SUB}|{_SUB} does {_IT} (?:contain|have)|is {_SUB})", rf"what is the (?:% )?concentration of the (?:solution|mixture) (?:made|formed|obtained|produced) (?:by mixing|when mixing|by combining) {_solution(1)} (?:with|and) {_solution(2)}"),
        "ask_inside": (rf"how (?:much|many (?P<u9>{_U}) of) (?P<k>water|{_SUB}) (?:is|are)(?: there| contained)? in (?:{_IT}|{_solution(1)})", rf"how (?:much|many (?P<u9>{_U}) of) (?P<k>water|{_SUB}) (?:does|do) (?:{_IT}|{_solution(1)}) contain"),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    if len({w.rstrip("s") for w in s.placed("u")}) != 1:
        raise Unfit
    substances = {"salt" if w == "saline" else w for w in s.placed("s")}
    verbs = s.placed("v")
    off = {bool(re.match("evap|boil|remov", verb)) for verb in verbs}
    if len(substances) > 1 or len(off) > 1:
        raise Unfit
    names = set(s.words("k"))
    if len(names) > 1 or names - {"water"} and substances and names - {"water"} != substances:
        raise Unfit
    unit = s.placed("u")[0]
    _solve(s, work, _Named("water" in names, bool(names), True in off, unit))


@dataclass(frozen=True, slots=True)
class _Named:
    """What is put in or taken out: water or what is dissolved (neither: another solution)."""

    water: bool
    told: bool
    off: bool
    unit: str


_PURE: Final = Words("how much of it is dissolved", "含有溶质")
_ALL: Final = Words("how much there is together", "溶液一共有")
_NEW: Final = Words(
    "what is dissolved stays the same: how much solution there is then", "溶质不变，这时溶液有"
)
_WATER: Final = Words("how much of it is water", "含有水")
_SAME_WATER: Final = Words(
    "the water stays the same: how much solution there is then", "水的量不变，这时溶液有"
)
_PART: Final = Words("100% is 1: the part that is water", "水占溶液的几分之几")
_DIFFERENCE: Final = Words("the difference of the amounts of solution", "前后溶液的差")
_STRENGTH: Final = Words(
    "the concentration in percent: what is dissolved, divided by all", "浓度：溶质÷溶液，化成百分数"
)
_TOO_MUCH: Final = Words(
    "what the stronger one has too much, or the weaker one too little, of what is dissolved",
    "与混合后相比，原溶液相差的溶质",
)
_MISSING: Final = Words(
    "the difference of the other concentration from the wanted one", "另一种溶液的浓度与所求浓度的差"
)
_OTHER: Final = Words("how much of the other makes up for it", "需要另一种溶液")
_AMOUNT: Final = Words("the amount", "所求的量")
_LABEL: Final = Words("the concentration", "浓度")


def _solve(s: Story, work: Working, named: _Named) -> None:
    def say(words: Words) -> str:
        return words.say(work.language)

    unit = named.unit
    amounts, parts = [[value(v) for v in s.placed(letter)] for letter in "np"]
    if any(not 0 <= p.value <= 100 for p in parts) or len(amounts) != len(parts):
        raise Unfit
    if s.question == "strength":
        if s.has("g") or len(s.all("dissolved")) + len(s.all("add")) + len(amounts) not in (1, 2):
            raise Unfit
        if s.all("dissolved"):
            if amounts or s.all("add"):
                raise Unfit
            pure = s.told("a")
            whole = work.step(say(_ALL), pure + s.told("b"), unit)
        else:
            if not amounts or len(amounts) + len(s.all("add")) != 2:
                raise Unfit
            pure, whole = work.step(say(_PURE), amounts[0] * share(parts[0]), unit), amounts[0]
            if len(amounts) == 2:
                if not s.all("mixes") and not re.search("mix|combin|added|混合|倒|加入", s.text):
                    raise Unfit
                more, inside = (
                    amounts[1],
                    work.step(say(_PURE), amounts[1] * share(parts[1]), unit) if parts[1].value else num(0),
                )
            else:
                if not named.told or named.off and not named.water:
                    raise Unfit
                more, inside = s.told("m"), num(0) if named.water else s.told("m")
            whole = work.step(say(_ALL), whole - more if named.off else whole + more, unit)
            pure = work.step(say(_PURE), pure + inside, unit) if inside.value else pure
        if not 0 < pure.value < whole.value:
            raise Unfit
        work.give(work.step(say(_STRENGTH), pure / whole * num(100)), PERCENT_UNIT, say(_LABEL))
        return
    if len(amounts) != 1 or s.all("add", "dissolved", "two") or not 0 < parts[0].value < 100:
        raise Unfit
    amount, part = amounts[0], parts[0]
    if s.question == "both":
        if s.has("g"):
            raise Unfit
        pure = work.step(say(_PURE), amount * share(part), unit)
        water = work.step(say(_WATER), amount - pure, unit)
        first, second = (
            ((water, _WATER), (pure, _PURE)) if s.has("first") else ((pure, _PURE), (water, _WATER))
        )
        work.give(first[0], unit, say(first[1]))
        work.give_also(second[0], unit, say(second[1]))
        return
    if s.question == "inside":
        if s.has("g") or not named.told:
            raise Unfit
        if named.water:
            rest = work.step(say(_PART), num(1) - share(part))
            work.give(work.step(say(_WATER), amount * rest, unit), unit, say(_AMOUNT))
        else:
            work.give(work.step(say(_PURE), amount * share(part), unit), unit, say(_AMOUNT))
        return
    goal = s.told("g")
    if not 0 < goal.value < 100:
        raise Unfit
    work.give(_more(s, work, named, amount, part, goal), unit, say(_AMOUNT))


def _more(s: Story, work: Working, named: _Named, amount: Term, part: Term, goal: Term) -> Term:
    """How much is to be put in, or taken out, for a wanted concentration."""

    def step(words: Words, term: Term, *, plain: bool = False) -> Term:
        return work.step(words.say(work.language), term, "" if plain else named.unit)

    if not named.told:
        other = s.told("r")
        between = min(part.value, other.value) < goal.value < max(part.value, other.value)
        if named.off or not between:
            raise Unfit
        if part.value > goal.value:
            excess, lack = share(part) - share(goal), share(goal) - share(other)
        else:
            excess, lack = share(goal) - share(part), share(other) - share(goal)
        too_much = step(_TOO_MUCH, amount * excess)
        return step(_OTHER, too_much / step(_MISSING, lack, plain=True))
    if named.water:
        if (goal.value > part.value) != named.off or goal.value == part.value:
            raise Unfit
        new = step(_NEW, step(_PURE, amount * share(part)) / share(goal))
        return step(_DIFFERENCE, amount - new if named.off else new - amount)
    if named.off or goal.value <= part.value:
        raise Unfit
    water = step(_WATER, amount * step(_PART, num(1) - share(part), plain=True))
    new = step(_SAME_WATER, water / step(_PART, num(1) - share(goal), plain=True))
    return step(_DIFFERENCE, new - amount)


_ZU: Final = "(?:千克|公斤|毫升|克|升|吨)"
_ZW: Final = "(?:盐水|糖水|酒精溶液|酒精|食盐溶液|食盐水|糖溶液|盐溶液|溶液|药水|硫酸溶液|盐酸)"
_ZK: Final = "(?:食盐|纯酒精|酒精|盐|糖|水)"
_RATE: Final = "(?:浓度|含盐率|含糖率|含盐量|质量分数)"


def _zh_solution(i: int) -> str:
    """300克浓度为20%的盐水, 浓度20%的盐水300克."""
    return (
        rf"(?:<n{i}>(?P<u{i}>{_ZU})的?(?:{_RATE}(?:为|是)?)?<p{i}>%的(?P<s{i}>{_ZW})"
        rf"|(?:{_RATE}(?:为|是)?)?<p{i}b>%的(?P<s{i}b>{_ZW})<n{i}b>(?P<u{i}b>{_ZU})"
        rf"|{_RATE}(?:为|是)?<p{i + 5}>%的<n{i + 5}>(?P<u{i + 5}>{_ZU})(?P<s{i + 5}>{_ZW}))"
    )


_S1, _S2 = _zh_solution(1), _zh_solution(2)
_ZGOAL: Final = rf"(?:稀释成|稀释为|稀释到|变为|变成|提高到|降低到|降到|降为|配成|配制成|达到|成为|制成|增加到|得到|成)(?:{_RATE}(?:为|是)?)?<g>%(?:的(?P<s8>{_ZW}))?"
_IN: Final = "(?:其中|里面|盐水中|糖水中|溶液中|容器中)"
_TAKE: Final = "(?:现有|现在有|在有|有|取|把|将|用|要用|要把|要将|若把)?"
_ADDS: Final = "(?P<v>加入|加进|加|放入|倒入|兑入|蒸发掉|蒸发去|蒸发了|蒸发)了?"
_NEED: Final = "(?:还)?(?:需要|需|要|应|应该|必须)?再?"


@kind(
    "%|溶|水中|含盐率",
    "zh",
    {
        "has": (rf"(?:{zh(6)}(?:里|中)?(?:装)?有|{_TAKE}|在){_S1}", rf"在{_S1}[中里]", rf"(?:一|1)[杯瓶桶](?P<s1>{_ZW})<n1>(?P<u1>{_ZU})[,，]{_RATE}(?:是|为)?<p1>%", rf"(?:现?要|想)?配制?(?:成|出)?{_S1}"),
        "has_goal": (rf"{_TAKE}{_S1}(?:加水|加盐|加糖)?{_ZGOAL}",),
        "two": (rf"{_TAKE}{_S1}(?:和|与|跟|同){_S2}(?:相?混合|倒在一起|混合在一起|混合均匀)后?", rf"(?:把|将)?{_S1}(?:倒入|加入|倒进){_S2}(?:中|里)"),
        "pour": ("(?:把|将)?这?(?:两个容器|两种)(?:里|中)?的?(?:盐水|糖水|溶液)?(?:倒在一起|混合在一起|混合)后?", "(?:混合|倒在一起|充分混合)后?", "(?:待?(?:其|它)?(?:完全|全部|充分)?(?:溶解|搅拌均匀|搅匀|搅拌)(?:均匀)?(?:以)?后)"),
        "mixes": (rf"(?:再|又|向{_IN}|往{_IN})?(?:加入|倒入|加)了?{_S2}(?:混合)?后?",),
        "add": (rf"(?:在{_S1}(?:中|里))?(?:再|又)?(?:(?:向|往){_IN})?{_ADDS}<m>(?P<u3>{_ZU})(?P<k>{_ZK})(?:后|以后)?", rf"(?:给|把|将)?{_S1}(?:中|里)?(?:加热后?)?{_ADDS}<m>(?P<u3>{_ZU})(?P<k>{_ZK})后?"),
        "dissolved": (rf"(?:把|将|用)?<a>(?P<u1>{_ZU})(?P<s1>食盐|盐|糖)(?:完全|全部)?(?:溶解|溶化|溶|放|加|倒)(?:在|于|入|进|到)?<b>(?P<u2>{_ZU})水(?:中|里)?", rf"(?:在|向|往)?<b>(?P<u2>{_ZU})水(?:中|里)(?:加入|放入|溶解|加|放)了?<a>(?P<u1>{_ZU})(?P<s1>食盐|盐|糖)后?"),
        "goal": (rf"(?:如果|若)?(?:要|想)?(?:使|把|将)?(?:它|其|这些)?{_ZW}?的?{_RATE}?{_ZGOAL}", rf"(?:为了)?(?:要)?得到{_RATE}?(?:为)?<g>%的(?P<s8>{_ZW})"),
        "ask_more": (rf"{_NEED}{_ADDS}(?:多少|几)(?P<u9>{_ZU})的?(?P<k>{_ZK})后?(?:(?:才能|就能|就可以|可以|能|可)?(?:把它|使它|使其|使浓度|{_RATE})?{_ZGOAL})?", rf"{_NEED}{_ADDS}(?P<k>{_ZK})(?:多少|几)(?P<u9>{_ZU})", rf"{_NEED}{_ADDS}{_RATE}?(?:为|是)?<r>%的(?P<s9>{_ZW})(?:多少|几)(?P<u9>{_ZU})", rf"{_NEED}{_ADDS}(?:多少|几)(?P<u9>{_ZU})(?:的)?{_RATE}?(?:为|是)?<r>%的(?P<s9>{_ZW})"),
        "ask_both": (rf"{_NEED}(?:(?P<k>食盐|盐|糖)和水|(?P<first>水)和(?P<k2>食盐|盐|糖))(?:各|分别)(?:需要?)?(?:多少|几)(?P<u9>{_ZU})",),
        "ask_strength": (rf"(?:求)?(?:混合后|混合后得到|混合以后|得到|所得|这时|此时|现在|在|这种|这杯|新)?的?(?:{_ZW})?的?{_RATE}(?:是|为|变为|变成)?(?:多少|百分之几|几)?",),
        "ask_inside": (rf"(?:在)?(?:{_S1})(?:中|里)?(?:含有|含|有)(?P<k>{_ZK})(?:多少|几)(?P<u9>{_ZU})", rf"(?:在)?(?:{_S1})(?:中|里)?(?:含有|含|有)(?:多少|几)(?P<u9>{_ZU})(?P<k>{_ZK})", rf"(?:其中)?(?:含有|含|有)(?P<k>{_ZK})(?:多少|几)(?P<u9>{_ZU})"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    units = {u.replace("公斤", "千克") for u in s.placed("u")}
    substances = {_dissolved(w) for w in s.placed("s")} - {""}
    names = {_dissolved(w) or w for n in ("k", "k2") for w in s.words(n)}
    off = {"蒸发" in verb for verb in s.placed("v")}
    if len(units) != 1 or len(substances) > 1 or len(off) > 1 or len(names) > 1:
        raise Unfit
    if names - {"水"} and substances and names - {"水"} != substances or s.said[-1] is not s.asked:
        raise Unfit
    _solve(s, work, _Named("水" in names, bool(names), True in off, units.pop()))


def _dissolved(word: str) -> str:
    """What is dissolved in a solution of this name; empty where the name does not say."""
    found = re.search("盐酸|硫酸|盐|糖|酒精|药", word)
    return found[0] if found else ""
