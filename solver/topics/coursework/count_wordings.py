"""How counts with names are worded, in both languages."""

from __future__ import annotations

from typing import Final

from solver.topics.asking import FIND, FIND_ZH, HOW_MUCH_ZH
from solver.topics.coursework.kinds import HOW_MANY, HOW_MANY_ZH, LET_ZH

_OF_TWO: Final = r"[({] ?(?P<n>\d+) ?, ?(?P<k>\d+) ?[)}]"
_SET: Final = r"(?:an? |the )?(?:{}-element set|set (?:with|of|having|containing)(?: exactly)? {} (?:distinct |different )?elements)"
_A: Final = _SET.format(r"(?P<n>\d+)", r"(?P<n2>\d+)")
_B: Final = _SET.format(r"(?P<k>\d+)", r"(?P<k2>\d+)")
_RELATION: Final = r"(?:(?P<kind>reflexive|irreflexive|symmetric|antisymmetric|asymmetric|equivalence|binary|different|distinct|possible) )?relations"
_THERE: Final = r"(?:are there|exist|are possible|can be defined|can be formed)"
TABLE_EN: Final = {
    "stirling": (
        rf"{FIND}(?:the )?(?:value of )?(?:the )?Stirling number of the (?P<which>first|second) kind(?: (?:S|s|c))? ?{_OF_TWO}", rf"{FIND}(?:the )?(?:unsigned )?Stirling number of the (?P<which>first|second) kind,? (?:S|c) ?{_OF_TWO}",
        rf"{FIND}(?:the )?Stirling number S_2 ?{_OF_TWO}",
    ),
    "bell": (rf"{FIND}(?:the )?(?:\d+(?:st|nd|rd|th) )?Bell number B ?_?\(? ?\{{?(?P<n>\d+)\}}?\)?", rf"{FIND}the (?P<n>\d+)(?:st|nd|rd|th) Bell number"),
    "catalan": (rf"{FIND}(?:the )?(?:\d+(?:st|nd|rd|th) )?Catalan number C ?_?\(? ?\{{?(?P<n>\d+)\}}?\)?",),
    "parts": (
        rf"how many (?:ways are there|ways can you|different ways are there) to partition {_A} into (?P<k>\d+) (?:non-?empty )?(?:subsets|parts|blocks|classes)", rf"in how many ways can {_A} be partitioned into (?P<k>\d+) (?:non-?empty )?(?:subsets|parts|blocks)",
        rf"how many partitions of {_A} into (?P<k>\d+) (?:non-?empty )?(?:subsets|parts|blocks) {_THERE}",
    ),
    "partitions": (
        rf"how many (?:different |distinct )?(?:set )?partitions {_THERE} of {_A}", rf"how many (?:different |distinct )?(?:set )?partitions of {_A} {_THERE}",
        rf"how many (?:different |distinct )?(?:set )?partitions does {_A} have", rf"{HOW_MANY} (?:set )?partitions of {_A}",
    ),
    "relations": (rf"{HOW_MANY} {_RELATION} (?:{_THERE} )?on {_A}(?: {_THERE})?",),
    "relations ab": (rf"{HOW_MANY} (?P<kind>different|binary)? ?relations (?:{_THERE} )?from {_A} to {_B}(?: {_THERE})?",),
    "power": (
        rf"how many elements (?:does|are in) the power set of {_A}(?: have| contain)?", rf"{HOW_MANY} elements (?:in|of) the power set of {_A}", rf"{FIND}the (?:cardinality|size) of the power set of {_A}",
    ),
    "weight": (rf"{HOW_MANY} (?:bit|binary) (?:strings|words|sequences) of length (?P<n>\d+) (?:contain|have|with|containing|having) (?P<sign>exactly|at least|at most) (?P<k>\d+) (?P<digit>[01])(?:'?s)?",),
    "rows": (r"how many rows (?:does|are (?:there )?in) (?:a|the) truth table (?:with|for|of)(?: a (?:compound )?(?:proposition|statement|formula) (?:with|in))? (?P<n>\d+) (?:different |distinct |propositional )?(?:variables|propositions)(?: have)?", r"how many rows does the truth table of a (?:compound )?(?:proposition|statement) with (?P<n>\d+) (?:propositional )?variables have"),
}  # fmt: skip
TABLE_ZH: Final = {
    "stirling": (rf"{FIND_ZH}第(?P<which>一|二)类(?:无符号)?(?:斯特林|Stirling|斯特灵)数 ?[Ssc]? ?{_OF_TWO} ?(?:的值)?{HOW_MUCH_ZH}",),
    "bell": (rf"{FIND_ZH}(?:贝尔|Bell)数 ?B_?\(?\{{?(?P<n>\d+)\}}?\)?(?:的值)?{HOW_MUCH_ZH}",),
    "catalan": (rf"{FIND_ZH}(?:卡特兰|Catalan|卡塔兰)数 ?C_?\(?\{{?(?P<n>\d+)\}}?\)?(?:的值)?{HOW_MUCH_ZH}",),
    "parts": (r"(?:将|把)(?P<n>\d+) ?个?元(?:素)?的?集合?(?:划分|分划|分拆)(?:为|成) ?(?P<k>\d+) ?个非空子集,?(?:共)?有(?:多少|几)种(?:不同的?)?(?:划分|分法|方法|方式)",),
    "set": (rf"{LET_ZH}(?:集合)? ?(?:A|S|X) ?(?:中)?(?:有|含有|含) ?(?P<n>\d+) ?个元素", rf"{LET_ZH}\|(?:A|S|X)\| ?= ?(?P<n>\d+)"),
    "partitions": (r"(?:则|问)?(?:A|S|X|它)?(?:上)?(?:共)?有(?:多少|几)(?:个|种)(?:不同的)?划分", r"(?P<n>\d+) ?元集(?:合)?(?:上)?(?:共)?有(?:多少|几)(?:个|种)(?:不同的)?划分"),
    "relations": (
        rf"(?:则|问)?(?:A|S|X)?上?(?:共)?(?:有|可以定义|可定义){HOW_MANY_ZH}(?P<kind>自反|反自反|对称|反对称|等价|二元)?(?:的)?(?:二元)?关系",
        rf"(?:问|求)?(?P<n>\d+) ?元集(?:合)?上(?:的)?(?P<kind>自反|反自反|对称|反对称|等价|二元)?的?(?:二元)?关系(?:共)?(?:有{HOW_MANY_ZH}|的?个数){HOW_MUCH_ZH}",
        rf"(?:问|求)?(?P<n>\d+) ?元集(?:合)?上(?:共)?(?:有|可以定义){HOW_MANY_ZH}(?P<kind>自反|反自反|对称|反对称|等价|二元)?的?(?:二元)?关系",
        r"(?:则|问|求)?(?:A|S|X)?上的(?P<kind>自反|反自反|对称|反对称|等价|二元)?(?:的)?(?:二元)?关系(?:共)?有(?:多少|几)个",
    ),
    "weight": (r"(?:问)?长(?:度)?(?:为)? ?(?P<n>\d+) ?的(?:二进制串|0-1串|01串|比特串|位串)(?:中)?,? ?(?P<sign>恰好?有|至少有|至多有|恰含) ?(?P<k>\d+) ?个 ?(?P<digit>[01]) ?的(?:共)?有(?:多少|几)(?:个|种)",),
}  # fmt: skip
