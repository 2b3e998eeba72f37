"""Two on the way: towards each other, apart, one behind the other with a start in time or distance. Not read: stops, ways back, three of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working

_RATE: Final = "(?:km|miles|m|feet)/(?:h|min|s)"
_VERB: Final = r"(?:leaves?|left|starts?|started|sets? (?:off|out)|departs?|departed|go|goes|went|travels?|travell?ed|drives?|drove|heads?|moves?|rides?|rode|walks?|walked|runs?|ran|fly|flies|flew|cycles?|cycled|jogs?|follows?|followed|chases?|begins?|is|are)(?: (?:off|out))?(?: (?:traveling|travelling|walking|driving|riding|cycling|running|heading|going|moving|jogging|flying|after))?"
_BESIDE: Final = rf"(?: (?:at the same (?:time|moment|instant)|simultaneously|(?:directly )?towards? (?:each other|one another|{en(3)})|in (?:the )?opposite directions?|in the same direction|on (?:his|her|a|its) (?:bicycle|bike|scooter|motorbike)|(?:for|from|to|on|along|in|by|after|out of) (?:the |a |an |its |his |her |their |2 )?(?:same |parallel |opposite |straight )?{en(2)}|the same {en(1)}|(?:a|the|home|his|her|2|each|their) ?{en(2, 0)}|off|out))"
_AT: Final = r"(?: ?,? ?(?:(?:moving|traveling|travelling|going|driving|walking|riding|cycling) )?(?:at|with|of|averaging|doing)? ?(?:a |an |the )?(?:constant |average |steady |uniform )?(?:(?:speeds?|rates?|pace) of )?)"
_V: Final = rf"{_AT}<v> (?P<vu>{_RATE})"
_BOTH: Final = rf"{_AT}<v>(?: {_RATE})? and (?:at )?<w> (?P<vu>{_RATE})(?: ,? ?respectively)?"
_LONG: Final = r"<d> (?P<du>km|miles|m|feet)"
_TWO: Final = rf"(?:the |2 |the 2 )?{en(3)}(?: and {en(2)})?"
_SUBJECT: Final = rf"(?:and |then )?(?:the 2|2|the|a|an|1|one|another|the other|his|her|they|both|at the same time (?:a|another)?)? ?{en(3, 0)}"
_FREE: Final = r"(?: ?(?!(?:again|not|half|halfway|middle|second|third|before|if|twice|apart|back|farther|further)\b)[a-z']+)"
_EVENT: Final = rf"(?:meet|pass each other|catch(?:es)?(?: up)?(?: with| to)?|overtakes?|reach(?:es)? each other)(?: {en(3)})?"


@kind(
    r"meet|pass each other|catch|overtake|apart",
    "en",
    {
        "apart": (rf"{_TWO} are {_LONG} (?:apart|away from each other|from each other|from one another|away)", rf"the distance (?:between|from) {_TWO}(?: to {en(2)})? is {_LONG}", rf"{_TWO} (?:who |that |which )?(?:are )?{_LONG} apart(?: and)? {_VERB}{_BESIDE}*", rf"{_TWO} (?:who |that |which )?(?:are )?{_LONG} apart(?: and)? {_VERB}{_BESIDE}*{_BOTH}{_BESIDE}*", rf"{_TWO} {_VERB}{_BESIDE}{{0,3}} {_LONG} apart(?: and {_VERB}{_BESIDE}*)?", rf"they are {_LONG} apart"),
        "behind": (rf"{en(3)} (?:is )?{_LONG} (?:behind|in front of|ahead of|away from) (?:a |the )?{en(2)}", rf"{en(3)} {_LONG} behind(?: {en(2)})? {_VERB}{_BESIDE}*{_V}"),
        "both": (rf"{_SUBJECT} ?{_VERB}{_BESIDE}*{_BOTH}{_BESIDE}*", rf"(?:their|the) speeds are <v>(?: {_RATE})? and <w> (?P<vu>{_RATE})"),
        "later": (r"<t> (?P<tu>hours?|minutes?|seconds?) later", rf"(?:and )?(?:after )?<t> (?P<tu>hours?|minutes?|seconds?) (?:later )?,? ?(?P<who>{_SUBJECT}) {_VERB}{_BESIDE}*(?:{_V})?{_BESIDE}*"),
        "go": (rf"(?P<who>{_SUBJECT}) ?{_VERB}{_BESIDE}*{_V}{_BESIDE}*", rf"(?P<who>{_SUBJECT}) ?{_VERB}{_BESIDE}*", r"at the same time", rf"(?:heading|traveling|travelling|driving|moving){_BESIDE}+(?:{_BOTH})?", rf"(?:and )?{_VERB}{_BESIDE}*{_V}{_BESIDE}*"),
        "speed": (rf"(?:1|one|the other|the first|the second|the speed of|{en(3)})(?: of (?:them|the {en(1)})| (?:is|{en(2)}))?{_V}",),
        "met": (r"they (?:meet|met) (?:after|in) <t> (?P<tu>hours?|minutes?|seconds?)", r"they (?:meet|met) <t> (?P<tu>hours?|minutes?|seconds?) later"),
        "ask_when": (rf"(?:after |in )?(?:how (?:long|soon)|how many (?P<u>hours|minutes|seconds)|how much time|when){_FREE}{{0,14}}? {_EVENT}",),
        "ask_apart_after": (rf"how (?:far|many (?:km|miles|m)) apart (?:are|will){_FREE}{{1,6}}? (?:after|in) <x> (?P<xu>hours?|minutes?|seconds?)", rf"how (?:far|many (?:km|miles|m)) apart (?:are|will){_FREE}{{1,6}}? <x> (?P<xu>hours?|minutes?|seconds?) later"),
        "ask_distance": (rf"how (?:far|many (?:km|miles|m)) apart (?:are|were) (?:the )?{en(2)}", rf"(?:what is|find) the distance between (?:the )?(?:2 )?{en(3)}"),
        "ask_far": (rf"how far from {en(3)} (?:does|will|do|has){_FREE}{{1,6}}? (?:catch|overtake)(?: up)?(?: with| to)?(?: {en(3)})?", rf"how (?:far|many (?:km|miles|m)) (?:has|does|will|had) the (?P<which>slower|faster) {en(2)} (?:gone|go|have gone|travel|traveled|travelled|have traveled) (?:when|by the time|before) they meet"),
        "ask_fast": (rf"how fast (?:is|does|was) the (?:other|second) {en(2)}", rf"(?:what is|find) the speed of the (?:other|second) {en(2)}"),
        "ask_so_far": (rf"(?:after |in )?how (?:long|many (?P<u>hours|minutes|seconds)){_FREE}{{1,8}}? <x> (?P<xu>km|miles|m|feet) apart",),
    },
)  # fmt: skip
def _two_in_english(s: Story, work: Working) -> None:
    if re.search(
        r"\b(?:stops?|stopped|rests?|breaks?|return\w*|back|halfway|slows?|speeds up|turns?)\b", s.text
    ):
        raise Unfit
    if re.search(r"catch|overtake", s.text) and "opposite" in s.text:
        raise Unfit
    rates = set(s.words("vu"))
    if len(rates) != 1:
        raise Unfit
    length, per = rates.pop().split("/")
    time = {"h": "hours", "min": "minutes", "s": "seconds"}[per]
    if any(w.rstrip("s") != time.rstrip("s") for n in ("tu", "u") for w in s.words(n)) or any(
        w != length for w in s.words("du")
    ):
        raise Unfit
    if any(w.rstrip("s") not in (time.rstrip("s"), length) for w in s.words("xu")):
        raise Unfit
    question, late = s.question, s.all("later")
    after = re.search(r"after (?:the )?([a-z]+) (?:leaves|starts|sets|left|departs)", s.text[-120:])
    if after and (not late or after[1] not in _second(s) or after[1] in " ".join(s.words("who")[:1])):
        raise Unfit
    _solve(
        s,
        work,
        question,
        length,
        time,
        chase=bool(re.search(r"catch|overtake|follows|chases", s.text)) or "same direction" in s.text,
        apart=bool(re.search("opposite direction", s.text)) and not re.search("toward|meet", s.text),
    )


def _second(s: Story) -> str:
    """Who goes later, in words."""
    at = next(i for i, said in enumerate(s.said) if said.kind == "later")
    return " ".join(said.values.get("who", "") for said in s.said[at : at + 2])


_SAYS: Final = {
    "start": ("the start: speed times time", "先走的路程：速度×时间"),
    "closer": ("how much closer the faster one comes in each unit of time", "速度差"),
    "both": ("the two speeds together", "速度和"),
    "rest": ("how far apart they are when both are on the way", "剩下的距离"),
    "time": ("the time: the distance divided by this", "时间：距离÷速度"),
    "way": ("the distance: speed times time", "路程：速度×时间"),
    "far": ("how far they are apart then", "这时相距"),
    "other": ("the other speed", "另一个的速度"),
}  # fmt: skip


def _solve(
    s: Story, work: Working, question: str, length: str, time: str, *, chase: bool, apart: bool
) -> None:
    speeds = [value(said.values[n]) for said in s.said for n in ("v", "w") if n in said.values]
    gap = s.told("d") if s.has("d") else None
    start = s.all("later", "first")
    lead = [value(f.values["t"]) for f in start if "t" in f.values]
    if len(lead) > 1 or len(start) > 2 or s.all("met") and question not in ("distance", "fast"):
        raise Unfit
    trip = _Trip(s, work, length, time, speeds, gap, lead)
    if chase:
        trip.caught(question)
        return
    zh_ = work.language == "zh"
    if lead and (len(lead) != 1 or not zh_ or question != "when" or _from_first_start(s)):
        raise Unfit
    if question == "fast":
        trip.other_speed()
    else:
        trip.met(question, apart=apart)


@dataclass(frozen=True, slots=True)
class _Trip:
    """Two on the way: their speeds in the order told, how far they are from each other, how long one goes alone."""

    s: Story
    work: Working
    length: str
    time: str
    speeds: list[Term]
    gap: Term | None
    lead: list[Term]

    def says(self, key: str) -> str:
        return _SAYS[key][self.work.language == "zh"]

    def named(self, english: str, chinese: str) -> str:
        return chinese if self.work.language == "zh" else english

    @property
    def per(self) -> str:
        """The unit of a speed."""
        return self.named(f"{self.length} per {self.time.rstrip('s')}", f"{self.length}/{self.time}")

    def caught(self, question: str) -> None:
        """The faster one comes closer by the difference of the speeds."""
        s, work, gap = self.s, self.work, self.gap
        if (
            len(self.speeds) != 2
            or question not in ("when", "far", "so_far")
            or (gap is None) == (not self.lead)
            and question != "so_far"
        ):
            raise Unfit
        slow, fast = _order(s, self.speeds, self.lead)
        if question == "so_far":
            if gap is not None or self.lead:
                raise Unfit
            gap = s.told("x")
            slow, fast = sorted(self.speeds, key=lambda t: t.value)
        closer = work.step(self.says("closer"), fast - slow, self.per)
        ahead = gap if gap is not None else work.step(self.says("start"), slow * self.lead[0], self.length)
        long = work.step(self.says("time"), ahead / closer, self.time)
        if question != "far":
            work.give(long, self.time, self.named("the time", "时间"))
            return
        if s.has("which") or gap is not None:
            raise Unfit
        way = self.says("way")
        work.give(
            work.step(way, fast * long, self.length), self.length, way.partition(":")[0].partition("：")[0]
        )

    def other_speed(self) -> None:
        """Both speeds together are the distance by the time; one is told."""
        if len(self.speeds) != 1 or self.gap is None:
            raise Unfit
        both = self.work.step(self.says("both"), self.gap / self.s.told("t"), self.per)
        other = self.work.step(self.says("other"), both - self.speeds[0], self.per)
        self.work.give(other, self.per, self.says("other"))

    def met(self, question: str, *, apart: bool) -> None:
        """Towards or away from each other with both speeds together."""
        s, work, gap = self.s, self.work, self.gap
        if len(self.speeds) != 2:
            raise Unfit
        both = work.step(self.says("both"), self.speeds[0] + self.speeds[1], self.per)
        if question == "distance" and s.all("met") and gap is None:
            way = work.step(self.says("way"), both * s.told("t"), self.length)
            work.give(way, self.length, self.named("the distance", "距离"))
        elif question == "apart_after":
            gone = work.step(self.says("way"), both * s.told("x"), self.length)
            if apart != (gap is None):
                raise Unfit
            left = gone if gap is None else work.step(self.says("far"), gap - gone, self.length)
            work.give(left, self.length, self.says("far"))
        elif question == "so_far" and apart and gap is None:
            long = work.step(self.says("time"), s.told("x") / both, self.time)
            work.give(long, self.time, self.named("the time", "时间"))
        elif question in ("when", "far") and gap is not None and not apart:
            self._until(question, both, gap)
        else:
            raise Unfit

    def _until(self, question: str, both: Term, gap: Term) -> None:
        """How long it takes until they meet, or how far one of them has come by then."""
        s, work = self.s, self.work
        if self.lead:
            alone = work.step(self.says("start"), _leader(s, self.speeds) * self.lead[0], self.length)
            gap = work.step(self.says("rest"), gap - alone, self.length)
        long = work.step(self.says("time"), gap / both, self.time)
        if question == "when":
            work.give(long, self.time, self.named("the time", "时间"))
            return
        which = s.asked.values.get("which")
        if which is None:
            raise Unfit
        one = {
            "slower": min(self.speeds, key=lambda t: t.value),
            "faster": max(self.speeds, key=lambda t: t.value),
        }.get(which) or _of(s, which, self.speeds)
        way = work.step(self.says("way"), one * long, self.length)
        work.give(way, self.length, self.named("the distance", "路程"))


def _order(s: Story, speeds: list[Term], lead: list[Term]) -> tuple[Term, Term]:
    """The one ahead and the one behind: who starts first is told first."""
    slow, fast = speeds
    if not lead:
        slow, fast = sorted(speeds, key=lambda t: t.value)
    elif slow.value >= fast.value:
        raise Unfit
    return slow, fast


def _from_first_start(s: Story) -> bool:
    """Whether the time is asked for from when the first one goes alone, or both go at once."""
    first = s.all("first")
    name = first[0].values.get("who", "") if first else ""
    asked = re.split("[,，。；]", s.text.rstrip("?？。"))[-1]
    return "同时" in s.text or bool(name) and name[:2] in asked.partition("相遇")[0]


def _of(s: Story, name: str, speeds: list[Term]) -> Term:
    """The speed of who is named with it."""
    named = [said for said in s.all("speed") if name and name in said.values.get("who", "")]
    if len(named) != 1 or not name:
        raise Unfit
    return value(named[0].values["v"])


def _leader(s: Story, speeds: list[Term]) -> Term:
    """The speed of the one that goes first."""
    first = s.one("first")
    name = first.values.get("who", "").strip()
    if "v" in first.values:
        return value(first.values["v"])
    if name:
        return _of(s, name, speeds)
    at = s.said.index(first)
    if not at or s.said[at - 1].kind != "speed":
        raise Unfit
    return value(s.said[at - 1].values["v"])


_ZGO: Final = "(?:行驶|行进|行|步行|走|跑|骑行|骑车|骑|飞行|开|航行|前进)"
_ZV: Final = f"(?:的?速度(?:是|为)?)?以?(?:平均)?每(?P<vt>小时|分钟|分|秒|时)(?:能|可以)?{_ZGO}?<v>(?P<vu>千米|公里|米)"
_ZV2: Final = "的?速度(?:是|为)<v>(?P<vu>千米|公里|米)(?:/|每)(?P<vt>小时|时|分钟|分|秒)"
_ZT: Final = "(?P<tu>小时|分钟|分|秒)"
_WHO: Final = f"(?P<who>{zh(8)})"


@kind(
    "相遇|追|相距|背向|反向",
    "zh",
    {
        "apart": (rf"{zh(12)}(?:相距|相隔|距离(?:是|为)?|之间的?(?:路程|距离)(?:是|为)?|间的?(?:公路|铁路|路程|距离)长)<d>(?P<du>千米|公里|米)", rf"{zh(12)}从?相距<d>(?P<du>千米|公里|米)的{zh(14, 1)}", rf"{zh(3, 1)}在{zh(3, 1)}的?前面?<d>(?P<du>千米|米)(?:处|远的地方)?"),
        "speed": (rf"{_WHO}{_ZV}(?:的速度)?{zh(14)}", rf"{_WHO}{_ZV2}{zh(2)}"),
        "both": (r"(?:他们的|两车的?|两人的?)?速度分别(?:是|为)?每(?P<vt>小时|分钟|分|秒)(?:行驶|行|走)?<v>(?:千米|公里|米)[和、与]?(?:每(?:小时|分钟|分))?<w>(?P<vu>千米|公里|米)", rf"{zh(10)}分别以每(?P<vt>小时|分钟)<v>(?:千米|公里|米)?和(?:每(?:小时|分钟))?<w>(?P<vu>千米|公里|米)的速度{zh(10)}"),
        "later": (rf"<t>{_ZT}(?:后|以后|之后){_WHO}(?:{_ZV}(?:的速度)?)?{zh(14)}", rf"{zh(6)}走了<t>{_ZT}(?:后|以后)?"),
        "first": (rf"{_WHO}先{zh(4)}{_ZGO}(?:了)?<t>{_ZT}(?:后|以后)?", rf"{_WHO}先出发<t>{_ZT}(?:后|以后)?", rf"{_WHO}先(?:以){_ZV}的速度{_ZGO}(?:了)?<t>{_ZT}(?:后|以后)?"),
        "met": (rf"(?:经过|行了|过)?<t>{_ZT}(?:后|以后)?{zh(6)}(?:相遇|在途中相遇)", rf"<t>{_ZT}(?:后|以后)"),
        "go": (rf"{zh(26, 2)}", rf"{zh(4)}(?:立即|马上|随后|然后|发现{zh(3)}没带{zh(4)}){zh(12)}", r"(?:爸爸|妈妈|哥哥|姐姐)?发现(?:他|她)(?:没|忘)(?:有|了)?带[\u4e00-\u9fff]{1,4}"),
        "ask_when": (rf"(?P<y>{zh(8)})(?:出发后?|开出后?)?(?:需要?|要|经过|经|过|用)?(?:几|多少)(?P<u>小时|分钟|秒)(?:后|以后)?{zh(8)}(?:相遇|追上|追到|赶上){zh(6)}", rf"{zh(6)}(?:追上|赶上){zh(6)}(?:需要?|要|用)(?:几|多少)(?P<u>小时|分钟|秒)", r"(?:乙车|甲车|快车|慢车)?(?:开出|出发)?(?:几|多少)(?P<u>小时|分钟)后?(?:两车|两人)?相遇"),
        "ask_apart_after": (rf"{zh(4)}<x>(?P<xu>小时|分钟|分|秒)(?:后|以后){zh(8)}(?:还)?相距(?:多少|几)(?:千米|公里|米)",),
        "ask_distance": (rf"{zh(6)}两(?:地|城|站)(?:之?间)?(?:的)?(?:相距|距离(?:是)?|相隔)(?:多少|几)(?:千米|公里|米)",),
        "ask_far": (rf"相遇(?:时|地点){zh(1)}(?P<which>[甲乙客货快慢]车|甲|乙)(?:行|走|行驶)了?(?:多少|几)(?:千米|公里|米)", rf"追上(?:时|{zh(4)}时)(?:离家|距家|{zh(6)}(?:行|走|跑)了)(?:多少|几)(?:千米|公里|米)"),
        "ask_fast": (rf"{zh(4, 1)}(?:的速度是)?每(?P<ft>小时|分钟|分)(?:行驶|行|走)?(?:多少|几)(?:千米|公里|米)",),
    },
)  # fmt: skip
def _two_in_chinese(s: Story, work: Working) -> None:
    if (
        "同向" in s.text
        and not re.search("追|赶上", s.text)
        or re.search("返|停|休息|掉头|中点|第二次|倍|平均速度|提前|早|晚|慢.{0,3}米|同一列|桥", s.text)
    ):
        raise Unfit
    lengths = {w.replace("公里", "千米") for n in ("vu", "du") for w in s.words(n)}
    times = {{"时": "小时", "分": "分钟"}.get(w, w) for n in ("vt", "tu", "u", "xu") for w in s.words(n)}
    if len(lengths) != 1 or len(times) != 1 or re.search("多少|几", s.asked.kind):
        raise Unfit
    length = lengths.pop()
    chase = "追" in s.text or "赶上" in s.text
    apart = bool(re.search("背向|反向|相反方向|背道|相背", s.text))
    towards = bool(re.search("相向|相对|迎面|面对面|相遇|从两地|从两城", s.text))
    if chase + apart + towards != 1 and not (chase and not apart and not re.search("相向|相对|相遇", s.text)):
        raise Unfit
    if s.question == "apart_after" and towards and s.has("d") and value(s.told("x").tex).value <= 0:
        raise Unfit
    if chase and s.has("d") and not re.search("同向|同时|前面|追", s.text):
        raise Unfit
    _solve(s, work, s.question, length, times.pop(), chase=chase, apart=apart)
