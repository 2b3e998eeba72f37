r"""What a problem remarks although it goes without saying: conventions, what is neglected, holidays, examples, that a value is exact.

Tried only for texts that were not understood as they stand. A remark goes where no reading of the rest could have another answer without it; what
restricts or changes something stays: "(with replacement)", "(inclusive)", 不放回, "different", "positive".
"""

from __future__ import annotations

import re
from typing import Final

_NAMED: Final = (
    r"(?:values?|areas?|volumes?|lengths?|perimeters?|circumferences?|probabilit(?:y|ies)|solutions?|distances?|sums?|coordinates|roots?|answers?|forms?|fractions?|radius"
    r"|radii|heights?|measures?|sizes?|expressions?|slopes?|gradients?|numbers?|amounts?|costs?|intervals?|surface\s+areas?)"
)
_I: Final = r"(?:\$\s*)?(?:\\mathrm\s*\{?\s*i\s*\}?|i)(?:\s*\$)?"
_E: Final = r"(?:\$\s*)?(?:\\mathrm\s*\{?\s*e\s*\}?|e)(?:\s*=\s*2\.7\d*(?:\s*(?:…|\.{3}|\\ldots|\\cdots))?)?(?:\s*\$)?"
_O: Final = r"(?:\$\s*)?O(?:\s*\$)?"
_NEGLIGIBLE: Final = r"(?:thickness(?:es)?|overlaps?|air\s+resistance|friction|wast(?:e|age)|loss(?:es)?|joins?|joints?|seams?|width\s+of\s+the\s+(?:cut|saw)s?|taxes|sales\s+tax|size\s+of\s+the\s+[a-z]+|height\s+of\s+the\s+(?:person|man|woman|boy|girl|observer|eyes?))"
_ENGLISH: Final = (
    # a value is exact anyway
    (rf"\b(?:the\s+|an?\s+|its\s+|your\s+)?exact\s+(?={_NAMED}\b)", lambda m: re.sub(r"(?i)^an\s", "a ", re.sub(r"(?i)\s*exact\s+$", " ", m[0])).lstrip()),
    (r"(?:(?<=[.?!])\s*|\s*[,;]\s*(?=giv))(?:please\s+)?(?:give|giving|state|use|leave|write)\s+(?:the\s+|your\s+|only\s+)?(?:values?|answers?)(?:\s+(?:only|throughout|where\s+(?:possible|appropriate)))?\s*\.", "."),
    (r"\bas\s+an\s+exact\s+(fraction|decimal|value)", r"as a \1"),
    # conventions
    (rf"\s*[,(]?\s*(?:where|here|with|and|in\s+which)?\s*{_I}\s+(?:is|denotes|being|stands\s+for)\s+the\s+imaginary\s+unit(?:\s*,?\s*(?:\$\s*)?i\s*\^\s*\{{?2\}}?\s*=\s*-\s*1(?:\s*\$)?)?\s*\)?", ""),
    (r"\s*[,(]\s*(?:where|with)?\s*\$?\s*i\s*\^\s*\{?2\}?\s*=\s*-\s*1\s*\$?\s*\)?(?=\s*[.,;?]|\s*$|\s+(?:find|compute|express|what))", ""),
    (rf"\s*[,(]\s*(?:where\s+|with\s+)?{_E}\s+(?:is|denotes|being)\s+(?:the\s+base\s+of\s+(?:the\s+)?natural\s+logarithms?|euler's\s+number)\s*\)?", ""),
    (rf"\s*[,(]\s*(?:where\s+|with\s+)?{_O}\s+(?:is|being|denotes)\s+the\s+origin\s*\)?", ""),
    (r"\s*[,(]\s*(?:and\s+|note:?\s+|but\s+)?(?:where\s+)?(?:the\s+)?(?:first|leading|leftmost)\s+digit\s+(?:can't|cannot|can\s+not|may\s+not|must\s+not|is\s+not|isn't)\s+(?:be\s+)?(?:a\s+)?(?:0|zero)\s*\)?(?=\s*[.?]?\s*$|\s*[.,;?])", ""),
    (r"\s*[,(]\s*(?:with\s+|in\s+(?:the\s+)?|taken\s+(?:in\s+(?:the\s+)?)?|traversed\s+(?:in\s+(?:the\s+)?)?|oriented\s+(?:in\s+(?:the\s+)?)?)?(?:positive(?:ly)?|counter-?\s?clockwise|anti-?\s?clockwise)\s*(?:orientation|oriented|direction|sense|once)?\s*(?:,(?=\s)|\)|(?=\s*[.?]))", ""),
    (r"\bis\s+defined\s+(?=(?:on|for|over)\s)", "is "),
    (r"\s*\(\s*(?:jacks?|queens?|kings?)(?:\s*,?\s*(?:and|or|,)?\s*(?:jacks?|queens?|kings?)){2}\s*\)", ""),
    # neglected
    (rf"(?:\s*\(\s*|(?<=[.?!])\s*|\s*,\s*|^\s*)(?:(?:please|you\s+(?:may|can|should))\s+)?(?:ignor(?:e|ing)|neglect(?:ing)?|disregard(?:ing)?|do\s+not\s+count)\s+(?:the\s+|any\s+|all\s+)?{_NEGLIGIBLE}(?:\s+(?:of|in|at|between|from|caused\s+by)\s+(?:the\s+|its\s+)?[a-z]+(?:\s+[a-z]+)?)?\s*(?:\)|\.(?=\s|$)|(?=[.?]\s*$)|,(?=\s))", ""),
    (rf"(?:\s*\(\s*|(?<=[.?!])\s*)(?:assum(?:e|ing)\s+)?(?:that\s+)?(?:there\s+(?:is|are)\s+)?no\s+{_NEGLIGIBLE}\s*(?:\)|\.)", ""),
    (r"\s*\(\s*(?:all\s+)?(?:inside|internal|inner|interior)\s+(?:measure(?:ment)?s|dimensions|lengths)\s*\)", ""),
    # holidays, examples
    (r"\s*\(\s*(?:new\s+year's\s+(?:day|eve)|christmas(?:\s+(?:day|eve))?|children's\s+day|valentine's\s+day|independence\s+day|halloween|boxing\s+day)\s*\)", ""),
    (r"\s*\(\s*(?:for\s+(?:example|instance)|e\.\s?g\.|as\s+in|such\s+as\s+when)\s*[,:]?\s+[^()]{2,80}\)", ""),
    (r"\s+(?:that\s+are\s+)?(?:otherwise\s+(?:identical|the\s+same)|identical\s+(?:except\s+(?:for|in)|apart\s+from)\s+(?:their\s+)?colou?r|that\s+differ\s+only\s+in\s+colou?r|of\s+the\s+same\s+size)(?=\s*[.,;]|\s+(?:is|are)\s)", ""),
    (r"\s*,?\s*(?:without\s+looking|with\s+(?:his|her|their)\s+eyes\s+(?:closed|shut)|blindly)(?=\s*[.,;?]|\s+(?:draws?|takes?|picks?|from)\b)", ""),
)  # fmt: skip
_HAN_OPEN, _HAN_END = r"\s*[(,，（]\s*(?:其中|这里|注[:：]?)?\s*", r"\s*(?:[)）]|(?=\s*[,，。;；?？]|\s*$))"
_CHINESE: Final = (
    (rf"{_HAN_OPEN}{_I}\s*(?:为|是|表示)\s*虚数单位{_HAN_END}|(?<=[,，(（。])\s*{_I}\s*(?:为|是)\s*虚数单位\s*[,，)）]?|^\s*(?:设|已知|若)?\s*{_I}\s*(?:为|是)\s*虚数单位\s*[,，]\s*", ""),
    (rf"{_HAN_OPEN}{_E}\s*(?:为|是|表示)?\s*自然对数的?底数?{_HAN_END}", ""),
    (rf"{_HAN_OPEN}{_O}\s*(?:为|是)\s*(?:坐标)?原点{_HAN_END}", ""),
    (r"\s*[(（]\s*(?:儿童节|国庆节?|元旦节?|劳动节|教师节|中秋节?|春节|植树节|妇女节|建党节|建军节|圣诞节|端午节?|清明节?|青年节|除夕|国际[\u3400-\u9fff]{2}节)\s*[)）]", ""),
    (r"\s*[(（]\s*(?:请)?(?:用|列)(?:方程|比例|算术)(?:的?(?:方法|知识))?(?:来)?(?:解答?|求解|计算|解决)?\s*[)）]", ""),
    (r"\s*[(（]\s*(?:例如|比如|譬如|如)[^()（）]{2,60}[)）]", ""),
    (r"[(（,，]\s*(?:[\u3400-\u9fff]{0,6}?(?:厚度|损耗|接头处?|接缝处?|身高|误差|空气阻力|摩擦力?|重叠部分|粘贴处|停留时间|手续费|利息税)(?:均|都|部分)?(?:可)?(?:忽略不计|不计|不考虑)|(?:忽略|不计|不考虑)[\u3400-\u9fff]{0,8}?(?:厚度|损耗|接头处?|接缝处?|身高|误差|空气阻力|摩擦力?|重叠部分|粘贴处|停留时间|手续费|利息税))\s*(?:[)）]|(?=[,，。;；?？]))", ""),
    (r"(?<=\d)\s*(?:一共|总共|共)有(?=\s*(?:多少|几)个(?:不同的?)?正?(?:质|素)?(?:因数|约数))", "有"),
    (r"实际(?=(?:上)?(?:赚|盈利|获利|亏|赔|付|支付|花))", ""),
    (r"(?:正好|恰好|刚好)(?=(?:能|可以|可)?(?:焊|围|折|搭|拼|铺|熔铸|锻造|装满|铺满))", ""),
    (r"分解成(?:几个)?(?:因式|整式)的?(?:乘?积)(?:的形式)?", "分解因式"),
    (r"[(（,，]?\s*(?:这些|它们)?(?:球|小球|卡片|乒乓球)?除(?:了)?(?:颜色|标号|数字|编号)(?:不同)?(?:外|以外)[,，]?\s*(?:其[余他它])?(?:均|都|完全)*(?:相同|一样|没有(?:其他|任何)?(?:区别|差别)|无(?:其他|任何)?(?:区别|差别))\s*[)）]?", ""),
    (r"(?:大小|形状|质地|材质)(?:[、和与,]?(?:大小|形状|质地|材质))*(?:都|均|完全)*(?:相同|一样)的(?=\d+个|[一二三四五六七八九十两]个|[红白黑黄蓝绿球])", ""),
    (r"闭(?:着|上)眼睛\s*[,，]?|不(?:看|放眼)地?(?=[摸取])", ""),
)  # fmt: skip
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_COMPILED: Final = {
    chinese: tuple((re.compile(pattern, re.IGNORECASE), usual) for pattern, usual in rows)
    for chinese, rows in ((False, _ENGLISH), (True, _CHINESE))
}


def without_remarks(text: str) -> str:
    r"""`text`, cleaned, without what goes without saying.

    >>> without_remarks("Find the exact area of the circle with radius 3 cm."), without_remarks("The probability of exactly two heads")
    ('Find the area of the circle with radius 3 cm.', 'The probability of exactly two heads')
    >>> without_remarks("复数z满足z(1+2i)=3-4i(i为虚数单位),求z。"), without_remarks("2024年6月1日(儿童节)是星期几?")
    ('复数z满足z(1+2i)=3-4i,求z。', '2024年6月1日是星期几?')
    >>> without_remarks("Two balls are drawn (with replacement)."), without_remarks("从中取两个球(不放回)")
    ('Two balls are drawn (with replacement).', '从中取两个球(不放回)')
    """
    for pattern, usual in _COMPILED[_HAN.search(text) is not None]:
        text = pattern.sub(usual, text)
    return text.strip()
