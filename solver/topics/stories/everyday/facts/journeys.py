"""Two on the way with something that happens first: a start that is late, a meeting off the middle, a river there and back, a map's scale and then a journey."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.facts.finding import Found, number, story
from solver.topics.stories.school.working import Term, Unfit, Working, num

_PER: Final = "(?:每(?:个)?(?P<per>分钟|分|小时|时|秒)(?:钟)?(?:可以|能|能够)?(?:走|行驶?|跑|骑行?|开|飞行?|航行|的速度是)?)"
SPEED: Final = (
    f"(?:的)?(?:速度(?:都)?(?:是|为)|以)?{_PER}<v>(?P<u>米|千米|公里)(?:的速度)?",
    "(?:的)?(?:速度(?:都)?(?:是|为)|以)<v>(?P<u>米|千米|公里)(?:/|每)(?P<per>分钟|分|小时|时|秒)(?:的速度)?",
)
_METRES: Final = {"米": "米", "千米": "千米", "公里": "千米"}
_HOURS: Final = {"分": "分钟", "分钟": "分钟", "小时": "小时", "时": "小时", "秒": "秒", "秒钟": "秒"}


def _speeds(f: Found, count: int) -> tuple[list[Term], str, str]:
    """The speeds in their order, the unit of the ways and of the times."""
    told = f.all("speed")
    ways, times = ({names[s[key]] for s in told} for names, key in ((_METRES, "u"), (_HOURS, "per")))
    if len(told) != count or len(ways) != 1 or len(times) != 1:
        raise Unfit
    return [number(s["v"]) for s in told], ways.pop(), times.pop()


_AHEAD: Final = "(?:先|早|提前)?(?:出发|走|行驶?|跑|骑|开出?|离家|离开)(?:了|出)?"


@story(
    "追",
    {
        "speed+": SPEED,
        "head": (
            f"{_AHEAD}<t>(?P<tu>分钟?|小时|秒钟?)(?:后|之后|以后)?(?=,|~?(?:出发|开始|从|骑|开|沿|才|追))",
            "<t>(?P<tu>分钟?|小时|秒钟?)(?:后|之后|以后)",
            "先?(?:走|跑|行驶?|骑|游|开)(?:了|出)?<d>(?P<du>米|千米|公里)(?:后|之后|时)?",
            "(?:相距|距离?|在~前面?|前方)<d>(?P<du>米|千米|公里)(?:处)?",
        ),
        "ask": ("(?:经过|出发|再?过|用|需要?|要)?(?:多少|几)(?P<au>分钟?|小时|秒钟?)(?:后|以后|之后)?(?:可以|能够?|才能?|就能?)?(?:追上|追到|赶上)~(?=[?。]|$)", "(?:追上|追到|赶上)~(?:需要?|要|用|花)(?:多少|几)(?P<au>分钟?|小时|秒钟?)", "(?:经过|需要?|要|用)?(?P<au>)(?:多长时间|多久)(?:后|以后)?(?:可以|能够?|才能?)?(?:追上|追到|赶上)~(?=[?。]|$)"),
    },
    idle="先|后面?|前面?|比|发现[他她]?(?:忘记?带?了?)(?:带)?[\u4e00-\u9fff]{1,4}",
    never="相向|相对|反向|背向|相背|环形|跑道|一圈|第二次|返回|原路|休息|再追",
)  # fmt: skip
def _pursuit(f: Found, work: Working) -> None:
    """The later one is the faster one, else nobody is caught."""
    (first, second), way, time = _speeds(f, 2)
    if f.word("au") and _HOURS[f.word("au")] != time or first.value == second.value:
        raise Unfit
    slow, fast = sorted((first, second), key=lambda s: s.value)
    if f.word("t"):
        if _HOURS[f.word("tu")] != time:
            raise Unfit
        ahead = work.step("先出发的已经走了多远", slow * f["t"], way)
    else:
        if _METRES[f.word("du")] != way:
            raise Unfit
        ahead = f["d"]
    closer = work.step(f"每{time}追近多少（速度差）", fast - slow, way)
    work.give(work.step("追上要的时间：相差的路程÷速度差", ahead / closer, time), time, "追上要的时间")


@story(
    "中点",
    {
        "speed+": SPEED,
        "off": ("(?:在)?(?:距|离|距离)(?:路程的?|全程的?|两地的?|两地间的?|AB)?中点<d>(?P<du>米|千米|公里)(?:处|的地方)?(?:相遇)?",),
        "ask": ("(?:两地|两城|两镇|两站|两村|A和?B|甲乙|路程|全程)~(?:相距|距离|长|是|有|的路程|的距离)?~(?:多少|几)(?P<au>米|千米|公里)", "(?:求)(?:A和?B|甲和?乙)?两(?:地|城|镇|站|村)(?:之)?间?的?(?P<au>)(?:距离|路程|相距)"),
    },
    idle="同时|相向而行|相对开出|两地|两车|两人|两城|分别|出发|开出",
    never="再|又|返回|第二次|先",
)  # fmt: skip
def _off_the_middle(f: Found, work: Working) -> None:
    (first, second), way, time = _speeds(f, 2)
    if "同时" not in f.text or not any(w in f.text for w in ("相向", "相对", "对开", "面对面")):
        raise Unfit
    if _METRES[f.word("du")] != way or f.word("au") and _METRES[f.word("au")] != way:
        raise Unfit
    slow, fast = sorted((first, second), key=lambda s: s.value)
    more = work.step("相遇时快的比慢的多行：两个离中点的路程", f["d"] * num(2), way)
    hours = work.step("相遇的时间：多行的路程÷速度差", more / work.step("速度差", fast - slow, way), time)
    work.give(work.step("全程：速度和×相遇时间", (first + second) * hours, way), way, "两地相距")


@story(
    "水",
    {
        "still": ("静水(?:中|里)?(?:的)?(?:航行)?(?:的)?速?度?(?:是|为)?~每(?:小)?时(?:行驶?|航行)?<v>(?P<u>千米|公里)", "静水(?:中|里)?(?:的)?(?:航行)?(?:的)?速度(?:是|为)<v>(?P<u>千米|公里)(?:/|每)小?时", "(?:船速|静水速度)(?:是|为)?(?:每小时)?<v>(?P<u>千米|公里)(?:/小?时)?"),
        "stream": ("(?:水流(?:的)?速度|水速|流速)(?:是|为)?(?:每(?:小)?时)?(?:流)?<w>(?P<u2>千米|公里)(?:(?:/|每)小?时)?",),
        "way": ("(?:到|开往|驶往|驶向|航行到|去)?<d>(?P<u3>千米|公里)(?:外|远)?(?:的)?(?:乙港|乙地|B港|B地|码头|目的地|港口|地方|城市)?", "(?:相距|长)<d>(?P<u3>千米|公里)"),
        "ask": ("(?:往返|来回)~(?:多少|几)(?:个)?小时", "(?:往返|来回)~(?P<long>多长时间|多久)"),
    },
    idle="顺流而下|顺水(?:而下)?|逆流而上|逆水|再?(?:原路|立即|马上|又)?(?:原路)?返回|然后|两港|两地|往返|一次|开往|原路",
    never="先|休息|停",
)  # fmt: skip
def _river_there_and_back(f: Found, work: Working) -> None:
    still, stream, way = f["v"], f["w"], f["d"]
    if still.value <= stream.value:
        raise Unfit
    down = work.step(
        "顺水的时间：路程÷（船速＋水速）", way / work.step("顺水速度", still + stream, "千米"), "小时"
    )
    up = work.step(
        "逆水的时间：路程÷（船速－水速）", way / work.step("逆水速度", still - stream, "千米"), "小时"
    )
    work.give(work.step("往返一共的时间", down + up, "小时"), "小时", "往返一共的时间")


_SCALE: Final = (
    "比例尺(?:是|为)?(?:1[:∶比]|1/)(?P<s>\\d+)(?!\\d)(?:的)?~(?:地图|平面图|图纸|图)?(?:上|中)?",
)
_ON_MAP: Final = "<d>(?P<du>厘米|毫米|分米)"
_PER_CM: Final = {"厘米": 100, "分米": 10, "毫米": 1000}


@story(
    "比例尺",
    {
        "scale": _SCALE,
        "map": (_ON_MAP,),
        "speed+": SPEED,
        "ask": ("(?:经过|用|需要?|要)?(?:多少|几)(?:个)?(?P<au>小时|分钟?|时)(?:后|能|可以?|才能)?(?:到达?|相遇|行完)?", "(?P<au>)(?:多长时间|多久)(?:后|能|可以?|才能)?(?:到达?|相遇|行完)?"),
    },
    idle="量得|同时|相向而行|相对开出|两地|两城|两车|两港",
    never="追|返回|先|已经|剩",
)  # fmt: skip
def _map_two_on_the_way(f: Found, work: Working) -> None:
    if not any(w in f.text for w in ("相向", "相对")) or "同时" not in f.text:
        raise Unfit
    (first, second), way, time = _speeds(f, 2)
    _over_the_map(f, work, work.step("速度和", first + second, way), way, time)


@story(
    "比例尺",
    {
        "scale": _SCALE,
        "map": (_ON_MAP,),
        "speed": SPEED,
        "ask": ("(?:经过|用|需要?|要)?(?:多少|几)(?:个)?(?P<au>小时|分钟?|时)(?:后|能|可以?|才能)?(?:到达?|行完)?", "(?P<au>)(?:多长时间|多久)(?:后|能|可以?|才能)?(?:到达?|行完)?"),
    },
    idle="量得|两地|两城|两港",
    never="追|返回|先|已经|剩|相遇|往返|来回",
)  # fmt: skip
def _map_one_on_the_way(f: Found, work: Working) -> None:
    (speed,), way, time = ([number(f.word("v"))], _METRES[f.word("u")], _HOURS[f.word("per")])
    _over_the_map(f, work, speed, way, time)


def _over_the_map(f: Found, work: Working, speed: Term, way: str, time: str) -> None:
    if f.word("au") and _HOURS[f.word("au")] != time:
        raise Unfit
    size = _PER_CM[f.word("du")] * (1000 if way == "千米" else 1)
    real = work.step(
        f"实际距离：图上距离×比例尺的后项，化成{way}", f["d"] * num(int(f.word("s"))) / num(size), way
    )
    work.give(work.step("时间：路程÷速度", real / speed, time), time, "要的时间")
