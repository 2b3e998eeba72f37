"""How many must be taken without looking to be sure of some of one colour, or of several colours: the worst case and one more.

Not read: colours of different numbers where more than one colour matters, pairs of gloves, drawing back.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import CN, Story, counted, en, kind, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_COLOUR: Final = "(?:red|blue|green|yellow|white|black|orange|purple|pink|brown|gr[ae]y)"
_LIST: Final = rf"(?P<c>{_COLOUR}(?: ?, ?(?:and )?{_COLOUR}| and {_COLOUR}){{1,7}})"
_COUNTS: Final = (
    rf"(?P<l>\d+ {_COLOUR}(?: [a-z]+)?(?:(?: ?, ?(?:and )?| and )\d+ {_COLOUR}(?: [a-z]+)?){{1,7}})"
)
_IN: Final = r"(?: (?:in|inside) (?:a|the|an) (?:dark )?[a-z]+)?"
_BLIND: Final = (
    r"(?:(?: ?,? ?(?:without looking|in the dark|with (?:his|her|your) eyes closed|blindfolded))?)"
)
_SAME: Final = (
    r"<m>(?: (?:[a-z]+ )?[a-z]+)? (?:of|that are|are|have|with) (?:the same|1|a single|one) colou?r"
)
_DIFFERENT: Final = r"<m>(?: [a-z]+)? of different colou?rs"
_SURE: Final = r"(?:to be (?:sure|certain)(?: of (?:having|getting|drawing)| (?:that )?(?:there are|he has|she has|you have|of)| to (?:have|get))?|to guarantee(?: that)?(?: there are| you have| at least)?|to make sure (?:of (?:having|getting)|that (?:there are|at least)|there are)|so that (?:he|she|you) (?:is|are) (?:sure|certain) (?:of having|to have))(?: at least)?"
_MUST: Final = r"(?:must|should|do|does|need|needs|have to|has to)"
_DRAW: Final = r"(?:be (?:drawn|taken out|taken|picked|pulled out|removed)|(?:i|you|he|she|we|they|one|[a-z]+) (?:must |need to |have to |has to )?(?:draw|take out|take|pick|pull out|remove))"


@kind(
    r"sure|certain|guarantee",
    "en",
    {
        "has": (
            rf"(?:a|an|the|there is a) (?:[a-z]+ )?[a-z]+ (?:contains|holds|has|with|containing) {_COUNTS}",
            rf"there are {_COUNTS}{_IN}",
            rf"(?:a|an|the) (?:[a-z]+ )?[a-z]+ (?:contains|holds|has) (?:only )?{_LIST} [a-z]+ ?,? ?<n> of each(?: colou?r)?",
            rf"(?:a|an|the) (?:[a-z]+ )?[a-z]+ (?:contains|holds|has) <n> [a-z]+ of each of (?:the )?(?:<k> )?colou?rs:? ?{_LIST}",
        ),
        "idle": (rf"(?:{en(2)})?(?:draws?|takes?|picks?) (?:the )?[a-z]+ (?:out )?(?:one at a time |one by one )?{_BLIND}", "the [a-z]+ are (?:identical|of the same size)(?: except for colou?r| apart from (?:their )?colou?r)?", "(?:without looking|in the dark)"),
        "ask_same": (rf"(?:what is )?(?:the )?(?:at least )?(?:how many|least number of|smallest number of|minimum number of) (?P<t>[a-z]+) (?:that )?(?:{_MUST} )?{_DRAW}(?: at least)?{_BLIND} {_SURE} ?{_SAME}", rf"{_SURE} ?{_SAME} ?,? (?:at least )?how many (?P<t>[a-z]+) {_MUST} {_DRAW}(?: at least)?"),
        "ask_different": (rf"(?:what is )?(?:the )?(?:at least )?(?:how many|least number of|smallest number of|minimum number of) (?P<t>[a-z]+) (?:that )?(?:{_MUST} )?{_DRAW}(?: at least)?{_BLIND} {_SURE} ?{_DIFFERENT}",),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    if re.search(r"\b(?:pairs?|gloves?|left|right|replac\w+|puts? back)\b", s.text):
        raise Unfit
    said = s.one("has")
    if "l" in said.values:
        counts = [num(int(n)) for n in re.findall(r"\d+", said.values["l"])]
        colours = re.findall(_COLOUR, said.values["l"])
    else:
        colours = re.findall(_COLOUR, said.values["c"])
        counts = [s.told("n")] * len(colours)
        if s.has("k") and s.told("k").value != len(colours):
            raise Unfit
    if len(set(colours)) != len(colours):
        raise Unfit
    _sure(s.question, work, counts, s.told("m"), "")


_ZC: Final = "[红黄蓝绿白黑紫橙粉灰]色?"
_ZT: Final = "(?:小?球|珠子|玻璃球|弹珠|棋子|筷子|袜子|手套|小方块|积木|糖果?|卡片)"
_ZU: Final = "(?:个|只|颗|枚|根|粒|双|块|张)"
_ZTAKE: Final = f"(?:一次)?(?:至少|最少)(?:要|应|需要?|应该|必须)?(?:一次)?(?:从中)?(?:摸|取|拿|抽)(?:出)?(?:多少|几){_ZU}(?:{_ZT})?"
_ZSAME: Final = f"(?:其中)?(?:一定)?(?:至少)?(?:能)?(?:有|摸出|取出|拿出|摸到|拿到)?(?P<m>{CN}){_ZU}(?:{_ZT})?(?:的)?(?:颜色)?(?:是)?(?:相同|同色|一样|同样|颜色相同|相同颜色|同一种颜色|同种颜色|颜色一样|同颜色)(?:的)?(?:{_ZT})?"
_ZSURE: Final = f"(?:才能|才可以|要|要想|为了|就能|能|可以|如果要)*(?:保证|确保|使)(?:摸出的{_ZT}(?:中|里)|其中|取出的{_ZT}(?:中|里)|拿出的{_ZT}(?:中|里))?"


@kind(
    "保证|确保",
    "zh",
    {
        "has": (rf"(?:在|一个)?{zh(8)}(?:里|中|内)?(?:装|放)?(?:有|着)?(?:大小相同的|大小一样的|同样大小的|除颜色外完全相同的)?(?P<c>{_ZC}(?:和?{_ZC}){{1,7}})(?:这)?(?:(?P<k>{CN})种)?(?:不同)?(?:颜色)?的?{_ZT}各(?:有)?(?P<n>{CN}|\d+){_ZU}",),
        "idle": (r"(?:它们)?(?:除颜色外|大小|形状)(?:都|完全)?(?:相同|一样)", "(?:如果|若)?(?:让你)?(?:闭着眼睛?|蒙着眼睛?|不看)(?:摸|取|拿|去摸|往外摸)?", "(?:从中)?(?:摸|取|拿)球"),
        "ask_same": (rf"{_ZTAKE}[，,]?{_ZSURE}{_ZSAME}", rf"{_ZSURE}{_ZSAME}[，,]?{_ZTAKE}"),
        "ask_different": (rf"{_ZTAKE}[，,]?{_ZSURE}(?:其中)?(?:至少)?有(?P<m>{CN}){_ZU}(?:{_ZT})?(?:的)?颜色不(?:同|相同|一样)", rf"{_ZTAKE}[，,]?{_ZSURE}(?:其中)?(?:至少)?有(?P<m>{CN})种(?:不同)?(?:的)?颜色(?:的{_ZT})?"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    if re.search("双|放回|左|右", s.text):
        raise Unfit
    said = s.one("has").values
    colours = [c.rstrip("色") for c in re.findall(_ZC, said["c"])]
    if len(set(colours)) != len(colours) or "k" in said and counted(said["k"]).value != len(colours):
        raise Unfit
    many = counted(said["n"])
    unit = re.search(f"(?:多少|几)({_ZU})", s.text)
    _sure(s.question, work, [many] * len(colours), counted(s.words("m")[0]), unit[1] if unit else "")


def _sure(question: str, work: Working, counts: list[Term], wanted: Term, unit: str) -> None:
    """The worst case, and one more."""
    chinese, m = work.language == "zh", wanted.value
    if m.denominator != 1 or m < 2 or any(c.value.denominator != 1 or c.value < 1 for c in counts):
        raise Unfit
    if question == "same":
        if max(c.value for c in counts) < m or len({c.value for c in counts if c.value < m}) > 0:
            raise Unfit  # of a colour with fewer all come out
        says = (
            "最不利：每种颜色都比要求少1个"
            if chinese
            else "in the worst case there is one less than wanted of every colour"
        )
        worst = work.step(says, (wanted - num(1)) * num(len(counts)), unit)
    else:
        if len({c.value for c in counts}) > 1 or m > len(counts):
            raise Unfit
        says = (
            "最不利：先把比要求少一种的颜色全部拿完"
            if chinese
            else "in the worst case all of one colour less than wanted come first"
        )
        worst = work.step(says, (wanted - num(1)) * counts[0], unit)
    says = "再拿1个就一定有了" if chinese else "one more makes it sure"
    work.give(
        work.step(says, worst + num(1), unit), unit, "至少要拿的个数" if chinese else "the least number"
    )
