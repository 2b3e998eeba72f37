"""How questions about polar curves are worded, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.base import Words
from solver.topics.coursework.kinds import FORMULA

_LEAVED: Final = r"(?:(?:three|four|five|eight|\d)[- ](?:leaf|leaved|petal|petaled|petalled)s? )?"
_NAME: Final = rf"(?:(?:the )?(?:polar )?(?P<name{{0}}>cardioid|{_LEAVED}rose(?: curve)?|limacon|limaçon|lemniscate|spiral(?: of archimedes)?|archimedean spiral|logarithmic spiral|circle|curve|graph of|polar curve)(?: (?:with equation|given by|whose equation is))? )?"


def _curve(place: str) -> str:
    return (
        _NAME.replace("{0}", place)
        + rf"(?:of )?[rρ](?P<square{place}> ?\^ ?\{{?2\}}?)? ?= ?(?P<f{place}>{FORMULA})"
    )


_B: Final = r"-?(?:\d+/)?\d*(?:/\d+)?(?:\\?pi|π)?(?:/\d+)?|\\frac\{[^{}]+\}\{[^{}]+\}"
_RANGE: Final = rf"(?: ?,? ?(?:(?:for|where|with|on|when|as) )?(?:(?P<low>{_B}) ?<=? ?θ ?<=? ?(?P<high>{_B})|(?:from )?θ ?= ?(?P<low2>{_B}) to (?:θ ?= ?)?(?P<high2>{_B})|θ in \[(?P<low3>{_B}), ?(?P<high3>{_B})\]))?"
_POSITIVE: Final = r"(?: ?,? ?\(? ?(?:where |with )?a ?> ?0 ?\)?)?"
_REGION: Final = r"(?:the )?(?:total )?(?:area)(?: of(?: the)? (?:entire )?(?:region|plane region|figure))?"
_LOOP: Final = (
    r"(?P<part>(?:one|a|each|1) (?:petal|leaf|loop|arch)|(?:the )?inner loop|(?:the )?(?:small|smaller) loop)"
)
TABLE_EN: Final = {
    "area": (
        rf"{FIND}{_REGION}(?: that is)?(?: lies| which lies)? ?(?:enclosed|bounded|inside|within|in|swept out|lying inside|that lies inside|of|traced out)(?: by| within| in| inside)? ?{_curve('')}{_RANGE}{_POSITIVE}",
    ),
    "part": (
        rf"{FIND}{_REGION}(?: enclosed| bounded)?(?: of| inside| by| in| within)* {_LOOP} of {_curve('')}{_POSITIVE}",
    ),
    "between": (
        rf"{FIND}{_REGION}(?: that is| that lies| lying| which lies)? ?inside (?:of )?{_curve('')} (?:and|but) (?:lies )?outside (?:of )?{_curve('2')}",
        rf"{FIND}{_REGION}(?: that is| that lies| lying)? ?outside (?:of )?{_curve('2')} (?:and|but) inside (?:of )?{_curve('')}",
    ),
    "common": (
        rf"{FIND}{_REGION}(?: that is| that lies| lying)? ?(?:inside|common to|within) both (?:of )?(?:the curves |the circles )?{_curve('')} and {_curve('2')}",
        rf"{FIND}{_REGION} common to {_curve('')} and {_curve('2')}",
    ),
    "length": (rf"{FIND}(?:the )?(?:total |exact )?(?:arc ?)?(?:length|perimeter|circumference)(?: of)? {_curve('')}{_RANGE}{_POSITIVE}",),
}  # fmt: skip
_NAME_ZH: Final = r"(?:(?:极坐标)?(?P<name{0}>心形线|心脏线|(?:[三四五八]叶)?玫瑰线|双纽线|双扭线|阿基米德螺线|对数螺线|螺线|蚶线|圆|曲线)(?:方程)?)?"


def _zh(place: str) -> str:
    return (
        _NAME_ZH.replace("{0}", place)
        + rf" ?[rρ](?P<square{place}> ?\^ ?\{{?2\}}?)? ?= ?(?P<f{place}>{FORMULA})"
    )


_POSITIVE_ZH: Final = r"(?:[(,,] ?(?:其中)?(?:常数)?a ?> ?0 ?\)?)?"
_RANGE_ZH: Final = rf"(?:(?:上)?(?:相应于|对应于|从|当|在|,)+ ?(?:θ从(?P<low>{_B})变?到(?P<high>{_B})|(?P<low2>{_B}) ?<=? ?θ ?<=? ?(?P<high2>{_B})|θ ?= ?(?P<low3>{_B}) ?到 ?(?:θ ?= ?)?(?P<high3>{_B}))(?:的?一?段弧?|的弧)?)?"
TABLE_ZH: Final = {
    "area": (
        rf"{FIND_ZH}(?:由)?{_zh('')}{_POSITIVE_ZH} ?{_RANGE_ZH}(?:与极轴)?所?围(?:成)?(?:的)?(?:平面)?(?:图形|区域)?的?面积(?: ?A| ?S)?{HOW_MUCH_ZH}{_POSITIVE_ZH}",
    ),
    "part": (rf"{FIND_ZH}{_zh('')} ?的?(?P<part>一叶|一瓣|一个叶片|单叶|一支)(?:所围(?:成)?(?:的)?(?:图形|区域)?)?的?面积{HOW_MUCH_ZH}",),
    "length": (rf"{FIND_ZH}{_zh('')}{_POSITIVE_ZH} ?{_RANGE_ZH}的?(?:全长|弧长|长度|周长|长){HOW_MUCH_ZH}{_POSITIVE_ZH}",),
    "common": (rf"{FIND_ZH}{_zh('')} ?[与和及] ?{_zh('2')} ?所?围(?:成)?(?:的)?(?:图形|区域)?的?公共部分的?面积{HOW_MUCH_ZH}",),
    "between": (rf"{FIND_ZH}(?:在)?{_zh('')} ?(?:内部?|之内)[,而且]*(?:在)?{_zh('2')} ?(?:外部?|之外)(?:部分|的部分|区域|的区域)?的?面积{HOW_MUCH_ZH}",),
    "positive": (r"(?:其中)?a ?> ?0",),
}  # fmt: skip
SENTENCE: Final = Words("The area is \\({answer}\\).", "面积为 \\({answer}\\)。")
LENGTH: Final = Words("The length is \\({answer}\\).", "长度为 \\({answer}\\)。")
METHOD: Final = Words("many thin sectors were added up numerically", "分成许多小扇形数值求和检验")
CHORDS: Final = Words("many short chords were added up numerically", "分成许多短弦数值求和检验")
