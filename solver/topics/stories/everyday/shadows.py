"""Shadows at the same time: of one thing height and shadow, of another one of the two. Not read: several units, angles of the sun."""

from __future__ import annotations

from typing import Final

from solver.topics.stories.everyday.kinds import MANY, Story, en, kind, value, zh
from solver.topics.stories.school.working import Unfit, Working

_U: Final = r"(?:[- ](?P<u{0}>cm|m|feet|foot|ft|inches))"
_TALL: Final = r"[- ](?:tall|high|long)"
_THING: Final = rf"(?:(?:an?|the|his|her|[a-z]+'s) )?(?P<o{{0}}>{en(3)})"


def _numbered(pattern: str, number: str) -> str:
    """The pattern with this number behind the names of its groups."""
    return pattern.replace("{0}", number)


_UNIT: Final = [_numbered(_U, str(k)) for k in range(10)]
_O: Final = [_numbered(_THING, str(k)) for k in range(10)]
_CASTS: Final = r"(?:casts?|has|throws?)"
_AT: Final = r"(?:on a sunny day|(?:and )?at (?:the same|this|that|a certain) (?:time|moment)(?: of (?:the )?day)?|while|when|if|suppose(?: that)?)"
_PRE: Final = rf"(?:{_AT},? )*"
_POST: Final = rf"(?:,? in m)?(?:,? {_AT})?"


@kind(
    r"\bshadows?\b",
    "en",
    {
        "both": (
            rf"{_PRE}{_O[0]}(?:who is |that is |which is |of height )?<h>{_UNIT[0]}(?:{_TALL})? ?{_CASTS} an? shadow (?:that is |which is |of (?:length )?)?<s>{_UNIT[1]}(?:{_TALL})?",
            rf"{_PRE}{_O[0]}(?:who is |that is |which is |of height )?<h>{_UNIT[0]}(?:{_TALL})? ?{_CASTS} an? <s>{_UNIT[1]}(?:{_TALL})? shadow",
            rf"{_PRE}an? <h>{_UNIT[0]}(?:{_TALL})? (?P<o0>{en(3)}){_CASTS} an? shadow (?:that is |which is |of (?:length )?)?<s>{_UNIT[1]}(?:{_TALL})?",
            rf"{_PRE}an? <h>{_UNIT[0]}(?:{_TALL})? (?P<o0>{en(3)}){_CASTS} an? <s>{_UNIT[1]}(?:{_TALL})? shadow",
        ),
        "height": (rf"{_PRE}{_O[2]}is <h2>{_UNIT[2]}{_TALL}",),
        "shadow": (
            rf"{_PRE}(?:(?:of the day )?the )?(?:length of )?(?:the )?shadow of {_O[3]}(?:nearby )?is <t>{_UNIT[3]}(?:{_TALL})?",
            rf"{_PRE}the (?P<o3>{en(3)})shadow is <t>{_UNIT[3]}(?:{_TALL})?",
            rf"{_PRE}{_O[3]}{_CASTS} an? shadow (?:that is |which is |of (?:length )?)?<t>{_UNIT[3]}(?:{_TALL})?",
            rf"{_PRE}{_O[3]}{_CASTS} an? <t>{_UNIT[3]}(?:{_TALL})? shadow",
        ),
        "idle": (_AT,),
        "ask_height": (
            rf"{_PRE}(?:in (?:m|feet|cm) ?,? )?how (?:tall|high) is {_O[4]}{_POST}",
            rf"(?:find|what is|calculate|work out) (?:the )?height of {_O[4]}{_POST}",
            rf"what is (?:the )?(?P<o4>{en(3)})height{_POST}",
        ),
        "ask_shadow": (
            rf"how long is (?:the )?shadow of {_O[4]}{_POST}",
            rf"(?:find|what is|calculate|work out) (?:the )?length of (?:the )?shadow of {_O[4]}{_POST}",
            rf"how long is (?:the )?(?P<o4>{en(3)})shadow{_POST}",
        ),
    },
)  # fmt: skip
def _shadows(s: Story, work: Working) -> None:
    _asked(
        s, work, ("the height as a multiple of the shadow", "the height asked for", "the shadow asked for")
    )


_ZU: Final = "(?P<u{0}>厘米|米)"
_ZO: Final = (
    r"(?:(?:一|这|那|该|某|学校|旁边|校园内?)的?(?:根|棵|座|个|名|栋|幢|位|株)?)?(?P<o{0}>" + zh(6, 1) + ")"
)
_ZUNIT: Final = [_numbered(_ZU, str(k)) for k in range(10)]
_ZTHING: Final = [_numbered(_ZO, str(k)) for k in range(10)]
_SHADOW: Final = r"(?:在(?:地面|地)上的|在阳光下的|落在地上的|此时的?|这时的?)?(?:的)?影(?:子)?(?:的)?(?:长(?:度)?)?(?:约)?(?:为|是|有)?"
_WHEN: Final = r"(?:在)?(?:同一|某一|同一个|此|这一)(?:时刻|时间)(?:同一地点)?|同时同地|(?:与此)?同时|在(?:同样的)?(?:太阳|阳)光(?:照射)?下|测得|测量得|如果|若|已知|当"
_ZPRE: Final = f"(?:(?:{_WHEN}),?)*"


@kind(
    "影",
    "zh",
    {
        "both": (
            rf"{_ZPRE}(?:身高|高)(?:为|是)?<h>{_ZUNIT[0]}的{_ZTHING[0]}{_SHADOW}<s>{_ZUNIT[1]}",
            rf"{_ZPRE}{_ZTHING[0]}(?:的)?身高(?:为|是)?<h>{_ZUNIT[0]},?(?:(?:他|她)的?)?{_SHADOW}<s>{_ZUNIT[1]}",
            rf"{_ZPRE}(?:一根|把一根)?(?:高|长)?(?:为|是)?<h>{_ZUNIT[0]}(?:高|长)?的(?P<o0>竹竿|标杆|木杆|杆子|旗杆|树|直尺|木棒|铁杆|竿子|小棒)(?:直立(?:在地上)?(?:时)?)?,?{_SHADOW}<s>{_ZUNIT[1]}",
            rf"{_ZPRE}{_ZTHING[0]}(?:高|长)(?:为|是)?<h>{_ZUNIT[0]},?{_SHADOW}<s>{_ZUNIT[1]}",
        ),
        "height": (rf"{_ZPRE}{_ZTHING[2]}(?:的)?(?:高(?:度)?|身高)(?:为|是)?<h2>{_ZUNIT[2]}",),
        "shadow": (rf"{_ZPRE}{_ZTHING[3]}(?:的)?{_SHADOW}<t>{_ZUNIT[3]}",),
        "idle": (_WHEN,),
        "ask_height": (rf"(?:那么|则|求|问)?{_ZTHING[4]}(?:的)?(?:实际)?(?:高(?:度)?|身高)(?:是|为|有)?(?:{MANY}{_ZUNIT[4]})?", rf"(?:那么|则|求|问)?{_ZTHING[4]}有多高"),
        "ask_shadow": (rf"(?:那么|则|求|问)?{_ZTHING[4]}(?:的)?{_SHADOW}{MANY}{_ZUNIT[4]}",),
    },
)  # fmt: skip
def _shadows_zh(s: Story, work: Working) -> None:
    _asked(s, work, ("高度是影长的几倍", "所求的高", "所求的影长"))


_PRONOUNS: Final = frozenset(("it", "its", "它", "他", "她", ""))


def _asked(s: Story, work: Working, said: tuple[str, str, str]) -> None:
    """The other thing's height or shadow, by the ratio that both have."""
    s.one("both")
    other = s.one("shadow") if s.question == "height" else s.one("height")
    s.only("both", other.kind)
    names = {_name(x) for x in s.placed("o", "[4]")} - _PRONOUNS
    of_other = {_name(x) for x in s.placed("o", "[23]")} - _PRONOUNS
    units = {u.replace("foot", "feet").replace("ft", "feet") for u in s.placed("u")}
    if len(units) != 1 or not names <= of_other or names & {_name(x) for x in s.placed("o", "0")}:
        raise Unfit
    (unit,) = units
    h, shadow = s.told("h"), s.told("s")
    times, height, length = said
    ratio = work.step(times, h / shadow)
    if s.question == "height":
        work.give(work.step(height, s.told("t") * ratio, unit), unit, height)
    else:
        work.give(work.step(length, value(other.values["h2"]) / ratio, unit), unit, length)


def _name(told: str) -> str:
    """The thing, whatever stands around its name."""
    words = told.strip().removesuffix("'s").removesuffix("的")
    return words.split()[-1].removesuffix("'s") if words.isascii() and words else words[-2:]
