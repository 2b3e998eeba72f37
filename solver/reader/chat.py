r"""What people say within the clause that asks: where it is from, a command in other words, how exact the answer shall be.

Whole clauses beside it are the business of `asides`. Only phrases that change nothing of what is asked. Not: rounding, units, a method by name, a form whose letters are asked for.
"""

from __future__ import annotations

import re
from typing import Final

_VERB: Final = r"(?:find|work\s+out|solve|calculate|compute|evaluate|determine|simplify|get|do|multiply|add|subtract|expand|integrate|write|express|show|give)"
_TASK: Final = (
    r"(?:find|work\s+out|solve|calculate|compute|evaluate|determine|simplify|put|expand|integrate|express)"
)
"""What nobody does in a story: "I have to give 2 of them away" stays."""
_SOMEONE: Final = r"(?:you|u|ya|someone|somebody|anyone|anybody)"
_THIS: Final = r"(?:(?:this|that|the)\s+)?(?:one|problem|question|exercise|task|sum|equation|it|this|that)"
_TWO_LETTERS: Final = r"\$?(?:\\?alpha|α|[a-z](?:_\{?1\}?)?)\$?\s*(?:and|or|,)\s*\$?(?:\\?beta|β|[a-z](?:_\{?2\}?)?)\$?(?![A-Za-z])"
_DIGITS: Final = r"(?:every|each|all|all\s+of)\s+(?:single\s+|one\s+of\s+)?(?:the\s+|its\s+)?digits?"
_ENGLISH: Final = (
    # who speaks, and to whom
    (r"^\s*(?:hi|hello|hey|hiya|good\s+(?:morning|afternoon|evening)|ok(?:ay)?|so|well|um+|right|excuse\s+me|sorry|dear\s+\w+|please\s+help(?:\s+me)?|help(?:\s+me)?|need\s+help)(?:\s+(?:there|everyone|everybody|all|guys|again|teacher|tutor|friends?|quickly))?\s*[,!.:;-]+\s*", ""),
    (r"^\s*(?:hi|hello|hey)\s+(?=(?:can|could|would|what|how|i|for|please|find|solve)\b)", ""),
    (rf"^\s*(?:i\s+)?(?:just\s+)?(?:saw|found|got|have|came\s+across|ran\s+into|was\s+given)\s+{_THIS}\s+(?:on|in|from|at|for|as)\s+(?:an?|the|my|our)\s+[a-z ]{{3,30}}[:.,]\s*", ""),
    (r"^\s*(?:this\s+is\s+)?(?:a\s+)?(?:quick\s+question|question(?:\s+\d+)?|exercise(?:\s+\d+)?|homework(?:\s+(?:question|problem))?|from\s+my\s+[a-z]+(?:\s+[a-z]+)?|my\s+(?:homework|textbook|worksheet)\s+(?:says|asks)|here(?:'s|\s+is)\s+(?:my\s+)?(?:the\s+)?(?:one|question|problem))\s*(?:[:.,]|\s-)\s*", ""),
    (r"(?:^|(?<=[.!?,]\s))\s*(?:for|in)\s+(?:my\s+)?(?:homework|class|math\s+class|maths|a\s+test|school)\s*,?\s+(?=i\b|we\b)", " "),
    (r"^\s*(?:my\s+)?calculator\s+(?:only\s+)?(?:shows|says|gives|displays|reads)\s+(?:me\s+)?[\d.]+\s*(?:E|e|\*\s*10\s*\^)\s*\{?\+?\d+\}?\s+for\s+", ""),
    # which question it is, and that they cannot do it
    (r"^\s*\(?\d{1,2}\s*[.)]\s+(?=[A-Za-z]{3})", ""),
    (r"^\s*(?:(?:q|question|qn|ex|exercise|problem|no|task)\s*\.?\s*\d{1,3}|#\s*\d{1,3})\s*[a-d]?\s*[.):]\s*(?=\S)", ""),
    (rf"\bi\s+(?:forgot|forget|have\s+forgotten|have\s+no\s+idea)\s+how\s+to\s+(?={_VERB}\b)", ""),
    (r"\s*(?:\.{2,}|\\cdots|-+|–|—|:)\s*(?:it's|it\s+is|the\s+(?:equation|function|curve|system)\s+is)\s+", " : "),
    (rf"\bi\s+(?:don't|do\s+not|can't|cannot)\s+(?:know|understand|remember|see|figure\s+out)\s+how\s+to\s+(?={_VERB}\b)", ""),
    # a command in other words
    (rf"\bhow\s+(?:do|can|would|could|should|might|to)\s+(?:i|you|we|one)?\s*(?:go\s+about\s+)?({_VERB})(?:ing)?\s+([^?]*?)\s*,?\s+and\s+what\s+(?:is|are|do|does)\s+(?:it|they|that)(?:\s+equal)?\s*\?", r"\1 \2."),
    (rf"\bhow\s+(?:do|can|would|could|should)\s+(?:i|you|we|one)\s+(?={_VERB}\b)", ""),
    (rf"\b(?:can|could|would|will)\s+{_SOMEONE}\s+(?:please\s+|pls\s+|plz\s+|kindly\s+)?(?:tell|show|give|help)\s+(?:me|us)\s+(?:please\s+|with\s+|to\s+|out\s+with\s+)?", "find "),
    (rf"\b(?:can|could|would|will)\s+{_SOMEONE}\s+(?:please\s+|pls\s+|plz\s+|kindly\s+)?(?={_VERB}\b)", ""),
    (r"\b(?:please\s+)?(?:tell|show|help)\s+(?:me|us)\s+(?=(?:what|the|how|to|find|with)\b)", "find "),
    (rf"\bi(?:'m|\s+am|'ve\s+been|\s+was|\s+have\s+been)?\s+(?:need|want|have|would\s+like|'d\s+like|trying|supposed|asked|told|got|looking)\s+to\s+(?={_TASK}\b)", ""),
    (r"\b(?:i\s+was|i'm|i\s+am|we\s+are|we're|i've\s+been)\s+(?:told|given)\s+that\s+", "given that "),
    (r"(?:^|(?<=[.!?]))\s*i\s+(?:have|got|am\s+given|need|want)\s+(?=(?:(?:two|three|these|the)\s+(?:linear\s+|complex\s+)?(?:equations|numbers)|a\s+system)\b|\d[\d, ]*\s*(?:times|plus|minus|multiplied|divided|[*+×])(?![a-z]))", " "),
    (r"\bfind\s+find\b", "find"),
    (r"^\s*(?:my\s+|the\s+)?calculator\s+(?:can't|cannot|can\s+not|won't|doesn't|does\s+not)\s+(?:show|display|fit|give|handle)\s+(?:me\s+)?(?:all\s+(?:of\s+)?the\s+digits\s+of|every\s+digit\s+of|the\s+whole\s+of|the\s+(?:exact|full|whole)\s+(?:answer|value|result)\s+(?:of|to|for))\s+", "find "),
    (r"\b(?:i(?:'d|\s+would)\s+like\s+to\s+know|i\s+(?:want|need)\s+to\s+know|i\s+wonder|tell\s+me|find)\s+(?:precisely\s+|exactly\s+)?what\s+((?:[^?.,;]|(?<=\d)[.,](?=\d)){3,60}?)\s+(?:is|comes\s+to|equals|makes|amounts\s+to|works\s+out\s+(?:as|to))(?=\s*[,.?!;]|\s+(?:exactly|down|to\s+the)\b|\s*$)", r"what is \1"),
    # how exact
    (rf"(?:(?<=[.?!])\s*|\s*[-,;(–—]+\s*|\s+(?=(?:and|with|but|giving|writing|showing|including|keeping)\b))(?:(?:and|but|with|please|i|need|want|give|giving|write|writing|show|showing|include|including|keep|keeping|me|to|out|down)\s+)*\b{_DIGITS}(?:\s+(?:of|in)\s+(?:it|(?:the|your)\s+(?:exact\s+|full\s+)?(?:answer|result|product|sum|difference|number|value)))?(?:\s+(?:please|pls|plz|right|correct|exactly|counts|matters|written\s+out|shown))*\s*[)]?(?=\s*[.,;!?)]|\s*$)", " "),
    (r"\s*,?\s*\b(?:(?:right|exactly|precisely|correct|accurate)\s+)*(?:down\s+)?to\s+the\s+(?:very\s+)?last\s+digit(?:\s+(?:please|pls))?(?=\s*[.,;!?)]|\s*$)", " "),
    (r"(?<=[\d)$])\s+(?:worked\s+out|calculated|computed|multiplied\s+out|evaluated|done)(?:\s+(?:exactly|precisely|completely|fully|in\s+full|by\s+hand|for\s+me))*(?=\s*[,.;!?]|\s*$)", ""),
    (r"(?<=[\d)$])\s*,\s*(?:exactly|precisely|in\s+full)(?=\s*[,.;!?]|\s*$)", ""),
    (r"\s*,?\s*\b(?:not|and\s+not)\s+(?:just\s+)?an?\s+(?:approximation|approximate\s+(?:value|answer)|estimate|rounded\s+(?:value|answer|number))(?=\s*[,.;!?]|\s*$)", ""),
    (r"(?<=[.?!])\s*(?:please\s+)?(?:do\s+not|don't)\s+(?:round|approximate|estimate)(?:\s+(?:it|anything|the\s+answer|your\s+answer|off))?\s*[.!]?\s*$", ""),
    (r"\s*[,;(]?\s*\b(?:with|showing|show(?:\s+me)?|giving|give(?:\s+me)?|and\s+(?:give|show|write)(?:\s+me)?|please\s+give|i\s+(?:need|want|would\s+like)|in)\s+(?:the\s+|an?\s+|your\s+)?(?:full|exact|complete|whole)\s+(?:result|answer|value|form|number|product|working)(?:\s+(?:please|pls))?(?:\s*,?\s*(?:and\s+)?(?:not|no|without)\s+(?:an?\s+|any\s+)?(?:decimals?|rounding|rounded|approximation|scientific\s+notation))*\s*[)]?(?=\s*[.,;!?)]|\s*$)", " "),
    (r"\s*[-,;.(–—]*\s*\b(?:the\s+)?(?:exact|whole|full)\s+(?:answer|value|result|number|form|digits)\s*,?\s+(?:please|pls|plz|only)(?=\s*[.,!?)]|\s*$)", " "),
    (r"\s*[,.]?\s*\b(?:and\s+)?(?:giving|give|leaving|leave|writing|write|expressing|express)\s+(?:your\s+|the\s+)?(?:final\s+)?(?:answer|result|it)\s+in\s+the\s+form\s+\$?[-+a-dpqmnk\d\s/(){}]*(?:√|\\?sqrt)[^,;?]{1,20}?\$?(?:\s*,?\s*where\s+[^.?]{1,60}?\b(?:integers|rational(?:\s+numbers)?|whole\s+numbers|numbers))?(?=\s*\.?\s*$)", ""),
    (r"\s*[.,;]?\s*\b(?:i\s+)?(?:need|want|would\s+like)\s+(?:it|the\s+answer|this|an\s+answer)\s+(?:exactly|exact|in\s+(?:exact|surd|root|radical|simplified|fraction)\s+form|as\s+an?\s+(?:surd|fraction|exact\s+value|whole\s+number)|with\s+(?:roots|surds))(?:\s+please)?", " "),
    (r"\s*[-,;(–—]*\s*\b(?:and\s+)?(?:but\s+)?(?:not|no|without)\s+(?:as\s+)?(?:an?\s+|in\s+|any\s+|using\s+|the\s+use\s+of\s+)?(?:decimals?|decimal\s+(?:form|approximation|answer)|rounding|rounded|approximations?|scientific\s+notation|calculators?)(?:\s*,?\s*(?:please|pls))?\s*[)]?(?=\s*[.,;!?)]|\s*$)", " "),
    (r"\s*[,.;]?\s*\b(?:and\s+|please\s+)?(?:leaving|leave|keeping|keep|with|using|in\s+terms\s+of)\s+(?:any\s+|the\s+|your\s+)?(?:surds|radicals|square\s+roots(?=\s+in))(?:\s+in\s+(?:your|the)\s+(?:final\s+)?(?:answer|result))?(?=\s*[.,;!?)]|\s*$)", " "),
    (r"^\s*without\s+(?:the\s+use\s+of\s+|using\s+)?(?:a\s+|your\s+|any\s+)?(?:calculators?|tables?)\s*,?\s+", ""),
    (r"\s*,?\s*\bor\s+otherwise\s*,", " , "),
    (rf"(?P<before>^|[.,;:?(])\s*(?:but\s+)?without\s+(?:actually\s+|explicitly\s+)?(?:solving\s+(?:(?:for\s+)?(?:it|them|[a-z](?![a-z])|\$[a-z]\$)|(?:the|this)\s+(?:given\s+)?(?:quadratic\s+|cubic\s+)?equation)|(?:finding|calculating|working\s+out|computing)\s+(?:them|the\s+(?:actual\s+|exact\s+)?(?:values\s+of\s+(?:the\s+)?)?roots|(?:the\s+values?\s+of\s+)?{_TWO_LETTERS}))\s*,?\s*", r"\g<before> "),
    (rf"\s+without\s+(?:actually\s+|explicitly\s+)?(?:solving\s+(?:it|(?:the|this)\s+(?:given\s+)?(?:quadratic\s+|cubic\s+)?equation)|(?:finding|calculating)\s+(?:the\s+(?:actual\s+|exact\s+)?roots|(?:the\s+values?\s+of\s+)?{_TWO_LETTERS}))(?=\s*[.,;?]|\s*$|\s+\()", ""),
    (r"(?:(?<=[,.;])|\band)?\s*\b(?:please\s+)?(?:show|showing)\s+(?:all\s+)?(?:your\s+|the\s+|every\s+|each\s+)?(?:working|work|steps?)(?:\s+out)?\b\s*(?:and\b|,)?\s*", " "),
    (r"\s*[,.]?\s*\b(?:please\s+)?(?:explain|with\s+explanation|step\s+by\s+step)(?:\s+(?:how|why|it|every\s+step|each\s+step|your\s+(?:reasoning|steps)))?\s*(?:please)?(?=\s*[.!?]|\s*$)", " "),
)  # fmt: skip
_DO: Final = r"(?:解|算|求|看|做|写|讲|说)"
_ONCE: Final = r"(?:一下子?|下|一算|一求|一解|看看|出来)"
_EACH_DIGIT: Final = (
    r"(?:(?:每一?位|各位)(?:上?的?)?(?:数字|数位|数)?|(?:每一?个|所有的?|全部的?|各个)(?:数字|数位|位数))"
)
_LEAVES_OUT: Final = r"(?:少|错|漏|省|丢|漏掉|省略|写错|算错|落下)"


def _complex_roots(match: re.Match[str]) -> str:
    """As many roots as the degree says are complex ones."""
    degree = "三" if match["cube"] else "四" if re.search("[四4]次", match[0]) else "六"
    return f"在复数范围内,求{match['w']}的{degree}次根"


_CHINESE: Final = (
    (r"^\s*(?:(?:各位)?(?:老师|同学|大神|学霸|大家|亲|朋友们?)们?(?:您|你|们)?好?|[您你]好|请教(?:一下)?|求助|求解答|问一下|我?想(?:请?教|问)一?下?|有人会吗|在吗|急)\s*[,!:.。~～…]+\s*", ""),
    (r"^\s*(?:我的?)?(?:同学|同桌|朋友|孩子|儿子|女儿|弟弟|妹妹|老师|哥哥|姐姐|妈妈|爸爸)(?:刚才|今天|昨天)?(?:问我?|考我|出)了?(?:的?(?:一道|这道|个|一个)?(?:数学)?题目?)?\s*[,:]?\s*", ""),
    (r"^\s*(?:刚才?|今天|昨天)?(?:在[\u3400-\u9fff]{1,8}?[里上中])?(?:看到|遇到|碰到|做到)(?:了)?(?:这么?)?(?:一道|一个|这道)?题目?\s*[,:。]\s*", ""),
    (r"(?:这|那)(?:道|个|条)?(?:题目?|方程组|方程|式子|积分)?\s*(?:我)?(?:消元|怎么|用公式)?(?:老是|总是?|一直|老|都)(?:算|做|解|弄)(?:错|不对|不出来?)了?\s*[,。!.]*\s*", ""),
    (r"(?:口算|笔算|心算)(?:实在|也)?太(?:难|麻烦|慢)了?\s*[,。!.…]*\s*", ""),
    (rf"(?:^|(?<=[,。!?:;\s]))麻烦(?:您|你|老师|大家)?(?:帮(?:我|忙)?)?({_DO}?){_ONCE}?\s*[:,]?", "求"),
    (rf"(?:^|(?<=[,。!?:;\s]))(?:请|麻烦)?(?:你|您|老师|大家)?帮(?:我|忙)?\s*{_DO}(?:{_ONCE})?\s*[:,]?", "求"),
    (r"(?:在)?(?:不|不用|不要|不许|不准|请勿)查(?:三角函数|数学用|对数)?表(?:的情况下)?\s*,?\s*(?:直接)?", ""),
    (r"^(?:当|问|试问|求)?\s*\$?(?P<x>[a-z])\$?\s*(?:取|为)(?:何|什么|哪些)(?:实数|值|数)*(?:时)?\s*,\s*(?:不等式|式子)?\s*(?P<claim>(?:(?!恒)[^,。?;])*?(?:[<>]|\\[gl]eq?(?:slant)?(?![a-z]))(?:(?!恒)[^,。?;])*?)\s*(?<!恒)(?:能)?(?:成立)?\s*[?。.]?\s*$", r"解不等式\g<claim>"),
    (r"^(?:求|写出|计算)?\s*(?P<w>[^,。?;求的]{1,30}?)\s*的(?:所有|全部)?的?(?:三个(?P<cube>立方根|三次方?根|3次方?根)|[四4]个[四4]次方?根|[六6]个[六6]次方?根)(?:分别)?(?:是(?:多少|什么)?)?\s*[?。.]?\s*$", _complex_roots),
    (r"(?P<n>\d+)\s*(?:一共|共)?有(?:多少|几)个(?:不同的?)?正?(?P<what>因数|约数)\s*[?,。;]\s*(?:并?求)?(?:这些|所有|全部|它们|其)(?:的)?(?:所有|全部)?正?(?:因数|约数)?的?(?:总和|之和|和)(?:是多少|为多少|等于多少)?(?=\s*[?。.]?\s*$)", r"求\g<n>的正\g<what>的个数,求\g<n>的所有正\g<what>之和是多少"),
    (r"(?:求)?(?P<n>\d+)\s*的(?:所有)?正?(?P<what>因数|约数)的?个数\s*(?:和|与|及|以及|,)\s*(?:并?求)?(?:它的)?(?:这些|所有|全部)?的?正?(?:因数|约数)?的?(?:总和|之和|和)(?:分别)?(?:是多少|为多少|各是多少)?(?=\s*[?。.]?\s*$)", r"求\g<n>的正\g<what>的个数,求\g<n>的所有正\g<what>之和是多少"),
    (r"(?:^|(?<=[,。!?:;\s]))(?:请)?(?:说|讲|写|报|告诉我)(?:一下|下|说|出来?)\s*(?=[^,。?!]{2})", "求"),
    (r"(?:请)?(?:并)?(?:指出|说明|说出)\s*(?=[^,。?!]{1,20}(?:$|[,。?!.]|的值|坐标))", "写出"),
    (r"(?<=[,;。.?!])\s*(?:请)?(?:把它?)?写出来(?=\s*[。.!]?\s*$)", ""),
    (rf"(?<=[,。;.?!])\s*(?:请|要|并且?|需要?|必须|务必|而且|得|要求|结果|答案|最后|把)*(?:给出|写出|写全|写清|列出|保留|算出|求出|写|给|精确到)?{_EACH_DIGIT}(?:都|全)*(?:要|得|需要?|必须|应该?|可以)*(?:给出来?|写出来?|写全|列出来?|保留|写清楚?|算出来?|写上|正确|准确|算对)?(?=\s*(?:$|[,。?!.;)]))", ""),
    (rf"(?<=[,。;.?!])\s*(?:请)?(?:要)?(?:一位|一个|哪怕一位)(?:数字|数位|数)?(?:都|也)?(?:不要|不能|不许|不准|别|不可以?|不得|不){_LEAVES_OUT}(?=\s*(?:$|[,。?!.;)]))", ""),
    (r"(?<=[,。;.?!])\s*(?:请)?(?:要)?(?:写全|写出|给出|列出|保留)(?:所有|全部|每一?个?|各个?)(?:的)?(?:数位|数字|位数)(?=\s*(?:$|[,。?!.;)]))", ""),
    (r"^\s*(?:我的?)?(?:计算器|手机)(?:上|里)?(?:显示|算|放|装|按)不(?:下|全|出|了|完)来?\s*(?=\$?[\d(])", "求"),
    (r"(?:^|(?<=[,。!?:;\s]))我(?:只|就|很)?(?:需要|想要|想知道|想求|想问|要)(?:一下)?\s*(?=\$?[\d(][\d.,()]*\$?\s*(?:[-+*×÷/]|\\times|[乘除加减与和]))", "求"),
    (r"(?:^|(?<=[,。!?:;\s]))请?给我\s*(?=\$?[\d(][\d.,()]*\$?\s*(?:[-+*×÷/]|\\times|[乘除加减与和]))", "求"),
    (r"(?<=[\u3400-\u9fff\d)}$])(?:到底|究竟)\s*(?=是多少|为多少|等于|得多少|有多大)", ""),
    (r"(?:完整|精确|准确|仔细|认真|正确)地(?=[算计求写])", ""),
    (r"(?<=[算求])出来(?=\s*(?:$|[,。?!.;)]))", "出"),
    (r"(?:应该|要|该)?怎么\s*(?:算|求|解|做|计算|写)(?:出来)?(?:的)?\s*[啊呀呢吗嘛哦]*\s*(?=$|[,。?!.])", "是多少"),
    (r"(?<=[\u3400-\u9fff\d)}$°x-z])[啊呀嘛哦哈哇啦]+(?=\s*(?:$|[,。?!.;]))", ""),
    (r"(?:^|(?<=[根解,。;:]))\s*,?\s*(?:请)?(?:在)?不解(?:此|这个|该)?方程(?:的(?:情况|前提)下)?\s*,?\s*(?=[求试计判利\u3400-\u9fff(])", ","),
    (r"(?<=[少么几哪里样])呢(?=\s*(?:$|[,。?!.;]))", ""),
    (r"\s*[,。;.(]?\s*(?:请)?(?:最后)?(?:结果|答案|最后结果|最终答案)?\s*(?:要|请|需要?|必须|得)?\s*(?:求出?|写出?|给出?|保留|带|带有|含|含有|用|写成)(?:精确|准确|完整|根号|最简根式|根式)(?:的)?(?:形式|结果|值|答案|数|表示)*的?(?=\s*(?:$|[,。?!.;)]))\s*\)?", " "),
    (r"\s*[,。;.(]\s*(?:请)?(?:最后)?(?:结果|答案)?\s*(?:我)?(?:要|需要|只要)(?:一个)?(?:精确|准确|完整|带根号)的?(?:结果|值|答案|数|数字|形式)?的?(?=\s*(?:$|[,。?!.;)]))\s*\)?", " "),
    (r"\s*[,。;.(]?\s*(?:请)?(?:结果|答案)?\s*(?:别|不要|不用|不能|请勿|禁止)\s*(?:再)?(?:用|写成?|取|保留|使用|四舍五入成?|给|化成)*\s*(?:科学[记计]数法?|小数|近似值|近似数|计算器|四舍五入|约等于)(?:形式|表示|的)*(?=\s*(?:$|[,。?!.;)]))\s*\)?", " "),
)  # fmt: skip
_IN_ENGLISH: Final = tuple((re.compile(p, re.IGNORECASE), usual) for p, usual in _ENGLISH)
_IN_CHINESE: Final = tuple((re.compile(p), usual) for p, usual in _CHINESE)


def without_chat(text: str) -> str:
    """`text`, a cleaned text, with the question alone.

    >>> without_chat("Hi, can someone tell me the modulus of 3+4i?"), without_chat("老师,tan75°怎么算啊?")
    ('find the modulus of 3+4i?', 'tan75°是多少?')
    >>> without_chat("Work out 12 times 34, showing the exact result."), without_chat("Round 2.345 to one decimal place.")
    ('Work out 12 times 34 .', 'Round 2.345 to one decimal place.')
    """
    rows = _IN_CHINESE if re.search(r"[\u3400-\u9fff]", text) else _IN_ENGLISH
    before = ""
    while before != text:
        before = text
        for pattern, usual in rows:
            text = pattern.sub(usual, text)
        text = text.strip()
    return re.sub(r"[^\S\n]{2,}", " ", text)
