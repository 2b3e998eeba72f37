"""What comes together again, fits both ways, or is cut without a rest: stories of common multiples and divisors. How long something takes by the clock."""

from __future__ import annotations

import re
from math import lcm
from typing import Final

from solver.topics.stories.everyday.kinds import MANY, Story, en, kind, value, zh
from solver.topics.stories.school.working import Unfit, Working, num


@kind(
    "最[少大长]|至少",
    "zh",
    {
        "idle": (r"(?:有)?(?:一|1)(?:包|堆|箱|袋|盒|批|筐|些)[\u4e00-\u9fff]{1,4}", r"[\u4e00-\u9fff]{0,6}(?:同学|学生|小朋友)(?:们)?(?:排队|做操|站队|参加[\u4e00-\u9fff]{1,4})"),
        "fits": (
            r"(?:如果)?(?:平均)?分给<a>(?:个)?(?:人|小朋友)或(?:平均)?(?:分给)?<b>(?:个)?(?:人|小朋友)?都(?:能)?(?:正好|刚好|恰好)?(?:能)?(?:分完|平均分完)",
            r"(?:如果)?(?P<h>每(?:行|排|组|盒|袋|箱|次|人))(?:站|分|装|排|坐|拿|运)?<a>(?P<m>人|个|颗|本|块|只|名|支)(?:或|和|或者)(?P<h2>每(?:行|排|组|盒|袋|箱|次|人))(?:站|分|装|排|坐|拿|运)?<b>(?P<m2>人|个|颗|本|块|只|名|支)都(?:能)?(?:正好|刚好|恰好)?(?:能)?(?:没有剩余|分完|排完|装完|运完|站满|排成整行|拿完)",
        ),
        "ask": (rf"(?:这)?{zh(8)}(?:至少|最少)(?:有|是)?{MANY}(?P<m>人|个|颗|本|块|只|名|支){zh(4)}", rf"(?:这)?(?:包|堆|箱|袋|盒|批|筐){zh(4)}(?:至少|最少)(?:有|是)?{MANY}(?P<m>个|颗|本|块|只|支){zh(4)}"),
    },
)  # fmt: skip
def _fits_twice(s: Story, work: Working) -> None:
    s.only("fits")
    if s.words("h") != s.words("h2") or s.has("m2") and set(s.words("m")) != set(s.words("m2")):
        raise Unfit
    a, b = s.told("a").value, s.told("b").value
    unit = s.words("m")[0]
    work.hand(
        "integers",
        f"求{a}和{b}的最小公倍数",
        "两种分法都正好分完，总数是两个数的公倍数；最少就是最小公倍数。",
        unit,
        "最少的数量",
    )


_AT: Final = r"(?P<at>(?:早上|上午|下午|早晨|晚上|中午)?\d{1,2}(?:[时点](?:整|\d{1,2}分?|半)?|:\d\d))"
_BOTH: Final = r"(?:(?:这)?(?:两|2)(?:路|种|盏|个|辆)?(?:公共汽车|公交车|电?车|[彩信号]*灯|闹?钟)?|它们|\d+路和\d+路(?:公共汽车|公交车|电?车)?|[甲乙]车?和[甲乙]车)"
_GO: Final = "(?:发车|发出|出发|开出|开车|亮|闪|闪亮|响铃?)"
_NEXT: Final = "(?:第(?:二|2)次|再次|又|再|下(?:一|1)?次|会再次)"


@kind(
    "同时",
    "zh",
    {
        "each": (rf"(?:(?:其中)?\d+路|[甲乙]|红|绿|一|1|另一|另1|{zh(6)})?(?:盏|辆)?(?:公共汽车|公交车|电车|车|灯)?每(?:隔)?<k>分钟?(?:发|开|亮|闪|响)(?:出)?车?(?:一|1)?(?:次|辆|班|趟)?(?:车)?",),
        "start": (
            rf"(?:如果|若)?(?:{_BOTH})?(?:(?:在)?(?:{_AT}|早上|上午|现在))?(?:{_BOTH.replace('P<', 'P<x')})?(?:刚才)?(?:第(?:一|1)次)?同时(?:从(?:同一)?(?:个)?(?:起始站|起点站|起点|车站|总站|始发站))?{_GO}(?:了?(?:第?(?:一|1))?[次辆班]车?)?(?:后)?",
        ),
        "ask": (rf"(?:这)?(?:两(?:路)?车)?(?:同时(?:发车|出发|发出))?(?:后)?(?:至少|最少)?(?:要)?(?:再)?(?:过|经过)?{MANY}分钟后?(?:这)?(?:两(?:路)?车)?(?:再次|又|再|第二次|第2次|会再次)?同时{_GO}",),
        "ask_when": (
            rf"(?:那么)?(?:{_BOTH})?{_NEXT}(?:{_BOTH.replace('P<', 'P<x')})?同时{_GO}(?:的)?(?:时间|时刻)?(?:应该|将)?(?:是|在)?(?:几时几分|几点几分|几点|几时|什么时候|什么时间|什么时刻)",
            rf"(?:那么)?(?:到)?(?:几时几分|几点几分|几点|几时|什么时候|什么时间)(?:{_BOTH})?{_NEXT}同时{_GO}",
        ),
    },
)  # fmt: skip
def _together_again(s: Story, work: Working) -> None:
    s.only("each", "start")
    every = [value(said.values["k"]) for said in s.all("each")]
    if len(every) != 2 or not re.search(rf"{_NEXT}[^,，]*同时", s.text):
        raise Unfit
    if s.question != "when":
        work.hand(
            "integers",
            f"求{every[0].value}和{every[1].value}的最小公倍数",
            "再次同时发车经过的时间是两个间隔的公倍数；最少就是最小公倍数。",
            "分钟",
            "经过的时间",
        )
        return
    start = s.words("at")
    small, big = sorted(every, key=lambda t: t.value)
    if len(start) != 1 or any(t.value.denominator != 1 or t.value < 1 for t in every):
        raise Unfit
    times = lcm(int(small.value), int(big.value)) // int(big.value)
    later = work.step(
        f"{big.tex}和{small.tex}的最小公倍数，也就是{big.tex}的倍数里第一个能被{small.tex}整除的",
        big * num(times),
        "分钟",
    )
    work.hand(
        "clock",
        f"{start[0]}再过{later.value}分钟是几时几分",
        "同时发车后，再过这么久又同时发车。",
        "",
        "再次同时的时刻",
    )


@kind(
    "最长",
    "zh",
    {
        "idle": (r"有(?:两|2)根[\u4e00-\u9fff]{1,4}", "(?:现在?)?(?:要|想)?(?:把|将)(?:它们|这两根[\u4e00-\u9fff]{1,4}|两根[\u4e00-\u9fff]{1,4})(?:都)?(?:剪|截|锯)成(?:同样长|一样长|长度相等|相等|相同长度|长度相同)的(?:几段|小段|若干段|小棒|短[\u4e00-\u9fff])", "(?:且|而且|并且)?(?:都)?(?:没有|不许有|不能有|不得有|无)剩余"),
        "lengths": ("(?:第)?(?:一|1)根长?<a>(?P<u>厘米|米|分米)(?:和)?(?:另|第)?(?:一|1|二|2)根长?<b>(?P<u2>厘米|米|分米)", "(?:其中)?(?:一|1)根长?<a>(?P<u>厘米|米|分米)[,，](?:另|第)?(?:一|1|二|2)根长?<b>(?P<u2>厘米|米|分米)", "(?:它们)?(?:的)?长(?:度)?分别(?:是|为)<a>(?P<u>厘米|米|分米)和<b>(?P<u2>厘米|米|分米)"),
        "ask": (rf"每(?:小)?(?:段|根)(?:[\u4e00-\u9fff]{{0,3}})?最长(?:可以)?(?:是|有)?{MANY}(?P<u3>厘米|米|分米)",),
    },
)  # fmt: skip
def _longest_piece(s: Story, work: Working) -> None:
    s.only("lengths")
    if "剩余" not in s.text or "同样长" not in s.text and "一样长" not in s.text and "相等" not in s.text and "相同" not in s.text:  # fmt: skip
        raise Unfit
    units = {*s.words("u"), *s.words("u2"), *s.words("u3")}
    if len(units) != 1:
        raise Unfit
    unit = units.pop()
    work.hand(
        "integers",
        f"求{s.told('a').value}和{s.told('b').value}的最大公因数",
        "每段的长是两个长度的公因数；最长就是最大公因数。",
        unit,
        "每段的长",
    )


_CLOCK: Final = (
    r"(?:(?:早上|上午|下午|晚上|中午|早晨|凌晨|傍晚)?\d{1,2}(?::\d\d|[点时](?:\d{1,2}分?|半|整)?))"
)
_BEGIN: Final = "(?:开始放映|开始|出发|发车|开出|起飞|上课|开门|营业|睡觉|入睡|动身|上学)"
_ENDS: Final = "(?:结束|到达|抵达|到站|下课|关门|散场|放学|到家|起床|到学校|到校|醒来|到了?)"


@kind(
    r"\d:\d\d|\d[点时]",
    "zh",
    {
        "begin": (rf"{zh(12)}(?:从|在|于)?(?P<a>{_CLOCK})(?:准时)?(?:从{zh(6)})?{_BEGIN}{zh(4)}",),
        "end": (rf"(?:并)?{zh(3)}(?:于|在|到)?(?P<n>第二天|次日|当天|当日)?(?P<b>{_CLOCK}){_ENDS}{zh(4)}",),
        "lasts": (rf"{zh(4)}(?:进行|用|走|行驶|开|放映|上|花|骑)了?(?P<d>\d+(?:个?小时|分钟|分|时)(?:\d+分钟?)?)(?:后)?{zh(5)}",),
        "ask": (rf"{zh(8)}(?:一共|共)?(?:放映|行驶|行|营业|上|用|花|经过|走|飞行|开|睡|进行|途中用|路上用)?了?(?:多长时间|多少时间|多久)",),
        "ask_when": (rf"{zh(6)}(?:时|时间)?(?:是)?(?:几时几分|几点几分|几点|几时|什么时候|什么时间)(?:{_ENDS})?",),
    },
)  # fmt: skip
def _by_the_clock(s: Story, work: Working) -> None:
    start = s.one("begin").values["a"]
    if s.question == "when":
        s.only("begin", "lasts")
        work.hand(
            "clock",
            f"{start}再过{s.one('lasts').values['d']}是几时几分",
            "开始的时刻加上经过的时间。",
            "",
            "这时的时刻",
        )
        return
    s.only("begin", "end")
    end = s.one("end").values
    later = end.get("n", "") if end.get("n") in ("第二天", "次日") else ""
    work.hand(
        "clock", f"从{start}到{later}{end['b']}经过了多长时间", "结束的时刻减去开始的时刻。", "", "经过的时间"
    )


_TIME: Final = r"(?:\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b\.?)|\d{1,2}:\d\d|noon|midnight)"


@kind(
    r"\d:\d\d|\d ?[ap]\.?m\b",
    "en",
    {
        "both": (
            rf"{en(4)}(?:leaves|left|departs|departed|starts|started|begins|began|sets off|set off|takes off|took off|opens|opened|sets out|set out)(?: {en(2)})?at (?P<a>{_TIME}) ?(?:,|;)? ?(?:and|then) (?:it |he |she |they )?(?:gets to|got to|reaches|reached|arrives|arrived|ends|ended|finishes|finished|lands|landed|closes|closed|gets|got)(?: (?:in|at|back|home))? ?(?:{en(2)})?at (?P<b>{_TIME})(?P<same> ?,? ?(?:on )?the same day)?",
        ),
        "ask": (rf"how long (?:did|does|was|is|will) (?:the |his |her |their |its )?{en(2)}(?:take|last|be)", rf"how long (?:was|is) (?:the |his |her |their |its )?{en(2)}"),
    },
)  # fmt: skip
def _from_when_to_when(s: Story, work: Working) -> None:
    s.only("both")
    told = s.one("both").values
    a, b = (re.sub(r"([ap])\.?m\.?", r"\1m", told[k].strip()) for k in "ab")
    if told.get("same") and a.endswith("pm") and b.endswith("am"):
        raise Unfit
    work.hand(
        "clock",
        f"How long is it from {a} to {b}?",
        "Take the time of the beginning from that of the end.",
        "",
        "the time that it takes",
    )
