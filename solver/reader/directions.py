r"""What an examination paper says of the paper and not of the problem: a question's number, marks, calculators, that working is to be shown.

Whole sentences, clauses between stops and brackets only, all of whose words are known: they go, the question stays. How an answer is to be
written ("as a fraction", 保留两位小数) is no direction but a wish, which `topics.forms` fulfils; a method that is to be used is `topics.methods`'.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.numbering import labels_of_parts

_WORK: Final = r"(?:work(?:ings?)?(?:\s+out)?|steps|calculations?|methods?|reasoning|solutions?|thinking)"
_ANSWER: Final = r"(?:answers?|solutions?|results?|conclusions?)"
_YOUR: Final = r"(?:(?:all|every|each|full|of|your|the|any|complete|clear|detailed|necessary)\s+)*"
_CLEARLY: Final = r"(?:\s+(?:clearly|fully|carefully|in\s+full|in\s+detail|step\s+by\s+step|for\s+full\s+(?:marks|credit)))?"
_REMIND: Final = r"(?:you\s+(?:must|should|need\s+to|have\s+to|are\s+(?:expected|required)\s+to)\s+|(?:remember|be\s+sure|make\s+sure|(?:do\s+not|don't|never)\s+forget)\s+to\s+|make\s+sure\s+you\s+)?"
_ENGLISH: Final = "|".join(
    (
        rf"{_REMIND}(?:show|give|include|write(?:\s+(?:out|down))?)\s+{_YOUR}(?:relevant\s+)?{_WORK}{_CLEARLY}",
        rf"{_REMIND}(?:explain|justify|give\s+(?:an?\s+)?(?:reasons?|explanations?|justifications?)\s+for)\s+{_YOUR}(?:{_ANSWER}|{_WORK}){_CLEARLY}|give\s+(?:a\s+)?reasons?|explain\s+how\s+you\s+(?:got|found|know|worked)(?:\s+(?:it|this|that|your\s+answer|the\s+answer|it\s+out))?",
        rf"{_REMIND}(?:check|verify|confirm|show\s+that)\s+{_YOUR}{_ANSWER}(?:\s+is\s+(?:correct|right))?(?:\s+by\s+substitution)?",
        r"(?:(?:do\s+not|don't)\s+use|you\s+(?:may|can|must|should|are\s+(?:not\s+)?allowed\s+to)(?:\s+not)?\s+use)\s+(?:a|your|any)\s+calculators?|(?:a\s+)?calculators?\s+(?:(?:is|are|may|may\s+be|must|can|can\s+be)\s+)?(?:not\s+)?(?:be\s+)?(?:allowed|permitted|used|needed)|(?:no|non)[-\s]*calculators?(?:\s+(?:allowed|needed|question|paper|please))?",
        r"use\s+(?:any|an?\s+(?:suitable|appropriate|efficient)|your\s+own|whatever|which(?:ever)?)\s+methods?(?:\s+you\s+(?:like|want|prefer|wish))?",
        rf"(?:write|give|state|enter|type|show|submit|i\s+(?:only\s+|just\s+)?(?:need|want))(?:\s+me)?(?:\s+down)?\s+(?:only|just)\s+(?:the|your|a)\s+(?:final\s+|correct\s+)?(?:numbers?|letters?|numeral|{_ANSWER})|(?:just\s+)?(?:the\s+)?(?:final\s+)?answer\s+only|just\s+(?:give\s+(?:me\s+)?)?(?:the|your)\s+(?:final\s+)?answer",
        rf"{_REMIND}(?:state|include|give|write|use|add|put)\s+(?:the\s+|your\s+|any\s+)?(?:correct\s+|appropriate\s+|right\s+|proper\s+)?units?(?:\s+(?:in|of|with|for|on)\s+(?:your|the)\s+(?:final\s+)?{_ANSWER})?",
        r"(?:do\s+not|don't|never)\s+forget\s+(?:the|your|about\s+the)\s+(?:correct\s+)?units?",
        rf"(?:write|give|state|include|express)\s+(?:your|the)\s+{_ANSWER}\s+with\s+(?:the\s+)?(?:correct\s+|appropriate\s+|proper\s+)?units?",
    )
)
_VALUE: Final = r"(?:\$[^$]{1,40}\$|[-\d./%°√πxyz=£€^{}\\a-z]{1,20}(?:\s+(?:and|or)\s+[-\d./%°√πxyz=^{}]{1,20})?)(?:\s+[a-z]{1,12})?"
_OWN_ANSWER: Final = rf"(?:i|we)\s+(?:(?:just|keep|have)\s+)?(?:got|get|getting|think(?:\s+(?:it|the\s+answer)(?:\s+is|'s))?|said|put|found|calculated)\s+{_VALUE}\s*[,.;:-]*\s*(?:but\s+|and\s+|so\s+)?(?:(?:is\s+(?:that|this|it)|am\s+i)\s+(?:right|correct|ok(?:ay)?|true)|(?:my|our|the)\s+(?:teacher|tutor|mum|mom|dad|friend|book|textbook)\s+(?:says|said|thinks|told\s+me)\s+(?:that\s+)?(?:this|that|it)?\s*(?:is|was|'s)?\s*(?:wrong|incorrect|not\s+(?:right|correct|true)))"
"""What somebody else has got: the answer tells whether that is right."""

_CHINESE: Final = "|".join(
    (
        r"填(?:小数|整数)",
        r"(?:[请要需应须并]|要求|注意|同时|解答应)*(?:写出?|给出|列出|有|附)(?:必要的?|主要的?|完整的?|详细的?|解题的?|解答的?|计算的?|具体的?|推理的?|证明的?|演算的?|简要的?)*(?:文字说明|过程|步骤|理由|说明)(?:[、和及或,](?:必要的?|主要的?|解题的?|计算的?|证明的?|演算的?|推理的?)*(?:文字说明|过程|步骤|理由|说明))*",
        r"(?:请|要求)*(?:不写|不必写出?|不用写出?|无需写出?)(?:解题|计算|推理|解答)?(?:过程|步骤|理由)",
        r"(?:[不可]|不能|不可以?|不准|不得|不允许|可以|允许|禁止)(?:使?用)?计算器|不计算器",
        r"(?:结果|答案|最后结果|最终结果)?(?:请?用|填)(?:具体)?(?:阿拉伯)?数字(?:作答|表示|回答|填写|填空|即可)?",
        r"(?:请|要求)*(?:直接|只要?|只需要?|仅)(?:写出?|填写?|给出?|求出?)(?:最后|最终)?(?:的)?(?:结果|答案|得数)(?:即可|就行)?",
        r"(?:最后)?(?:结果|答案)(?:用|写成|化成|化为|写为)(?:最简|最简单)的?(?:形式|式)?(?:表示)?",
        r"(?:要求|请)*(?:先)?列(?:出)?(?:综合)?(?:算式|式)(?:子)?(?:再|并|然后|来)?(?:计算|解答|作答)?",
        r"(?:[并要请需]|最后|注意|记得)*(?:写出|进行)?(?:检验|验算)(?:过程|结果|答案)?",
        r"(?:结果|答案|[要请并]|注意|记得|最后)*(?:带|写|标|注明|写清|加)[上出明好]?(?:单位|单位名称)",
    )
)
_HAN_VALUE: Final = r"(?:\$[^$]{1,40}\$|[-\d./%°√πxyz=^{}\\a-z]{1,20})[\u3400-\u9fff]{0,3}"
_HAN_OWN_ANSWER: Final = rf"我(?:自己)?(?:[算求得做解][出得到]?)(?:来|的)?(?:结果|答案)?(?:是|得|为|等于)?\s*{_HAN_VALUE}\s*[,。;]?\s*(?:请问|不知道?|这样|这个)?(?:是)?(?:对吗|对不对|对么|正确吗|对的吗|是不是对的|(?:可|但|但是|可是)?(?:我的?)?(?:老师|妈妈|爸爸|同学|答案|书上)(?:却)?说(?:我)?(?:是)?(?:不对|不正确|错了?|错的|做错了|算错了))"
_STOP: Final = r"(?:(?<=[.?!:;)\]$。\n])|^)"
_END: Final = r"\s*(?:[.!?;。]+|$|(?=\n))"
_SENTENCE: Final = re.compile(
    rf"(?i){_STOP}\s*(?:and\s+|also\s+|then\s+)?(?:please\s+|pls\s+)?(?:{_ENGLISH})(?:\s*,?\s*please)?{_END}"
    rf"|(?<=[.?!;$\d\n])\s*{_OWN_ANSWER}{_END}"
    rf"|(?:(?<=[.?!:;,)\]$。\n])|(?<=[\dA-Za-z])(?=\s*(?:请|要求|写出|并))|^)\s*(?:{_CHINESE}){_END}"
    rf"|(?<=[.?!;,$\d。\n])\s*{_HAN_OWN_ANSWER}{_END}"
)
_MARKS: Final = r"(?:total(?:\s+of)?:?\s*|worth\s+)?\d{1,2}\s*(?:marks?|points?|pts?)\.?(?:\s+(?:each|in\s+total|total))?|(?:本|此|该)?(?:小?题|道题)?(?:共|满分|分值|总分)?[::为]?\d{1,2}分"
_YEAR: Final = r"(?:\$?(?:19|20)\d\d\$?)\s*(?:年|届|秋|春|[*·•∙.-]|\\cdot)?\s*[\u3400-\u9fffⅠⅡⅢIVABC、,*·•∙\s\d年月-]{0,30}"
_PAPER: Final = r"(?:AMC|AIME|SAT|PSAT|ACT|GCSE|IGCSE|GRE|GMAT|AP|IB|UKMT|A[-\s]?levels?|Edexcel|AQA|OCR|JEE|HSC|VCE|MATHCOUNTS)\b[-\w\s,.:#]{0,40}"
_CONTEST: Final = r"(?:\$?(?:19|20)\d\d\$?\s+)?[A-Za-z][A-Za-z'\s]{0,40}\b(?:leagues?|olympi\w+|contests?|competitions?|kangaroo|AIMO|YMO|IMC|HKMO|APMOPS|SASMO)\b[-\w\s,.#]{0,60}|\$?(?:19|20)\d\d\$?\s+(?:AIMO|YMO|IMC|HKMO|APMOPS|SASMO)\b[-\w\s,.#]{0,60}"
_KIND: Final = r"(?:单选|单项选择|填空|计算|应用|解答|判断|选择)题|单选"
_TAG: Final = rf"[(\[【]\s*(?:{_MARKS}|{_YEAR}|{_PAPER}|{_CONTEST}|{_KIND})\s*[)\]】]~?"
"""In brackets of its own at the beginning or the end of a problem, or of a part of one."""
_BRACKETED: Final = re.compile(
    rf"(?i)\s*[(\[【]\s*(?:please\s+)?(?:{_ENGLISH}|{_CHINESE})\s*[.!。]?\s*[)\]】](?:\s*[.。](?=\s*$))?"
    rf"|^\s*{_TAG}\s*"
    rf"|\s*{_TAG}(?:\s*[.。])?\s*(?=$|\n|[(\[]?[a-d1-4iv]{{1,3}}[)\]]\s)"
)
_GIVING: Final = re.compile(
    r"(?i)(?:,\s*|\s+and\s+|\s+)(?:showing|giving|including|writing)\s+(?:all\s+|full\s+)?(?:of\s+)?(?:your\s+)(?:full\s+|all\s+)?(?:work(?:ings?)?(?:\s+out)?|steps|reasoning|reasons)(?:\s+(?:clearly|fully|in\s+full))?(?=\s*[.]?\s*$|\s*[.]\s)"
)
_HAN: Final = r"(?=\s*[\u3400-\u9fff$(]|(?:(?<=[、)])|\s+)\d+(?![的和与])[\u3400-\u9fff])"
_LABEL: Final = "|".join(
    (
        r"(?:(?:question|q|problem|exercise|ex|example|task|no|item)\.?\s*)#?\d{1,3}(?:\.\d{1,2})?[a-z]?\s*[.:)\]-](?!\d)",
        r"#\s?\d{1,3}(?:[.:)]|(?=\s))(?!\d)",
        r"(?:\d{1,3}[.)]|\(\d{1,3}\))(?=\s*(?-i:[A-Z])(?:[a-z]|(?<=A)\s))",
        rf"(?:\d{{1,3}}[.)、]|\(\d{{1,3}}\)){_HAN}(?!\s*[(])",
        rf"[一二三四五六七八九十]{{1,3}}、(?![一二三四五六七八九十、]{{1,3}}(?:年级|班|组|等|号|[^\u3400-\u9fff])){_HAN}",
        r"[\[【(]?\s*(?:例题?|练习题?|习题|变式|第)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*(?:小?题)?(?:\s*[\]】)]\s*[:.、,]?|\s*[:.、]|\s+(?=[\u3400-\u9fff\d])|(?=[\u3400-\u9fff]{2,4}[:：]))(?!\d+(?:[.、)]|[的和与]))",
        r"(?:课堂|课后|综合|巩固|随堂|单元|期[中末]|口算|脱式)?(?:填空|选择|判断|练习|作业|检测|测试|真题|思考题|应用题|计算题|解答题|填空题|选择题|判断题)\d{0,2}\s*:",
        r"(?:填一填|算一算|想一想|选一选|判一判|判断对错|判断正误|我会[填选判算]|(?:下面各题)?(?:怎样|怎么)(?:算)?(?:简便|简单)就(?:怎样|怎么)(?:计)?算|(?:下面各题)?能(?:简算|简便计算|用简便方法(?:计算)?|简便)的?(?:就?要)?(?:简算|简便计算|用简便方法计算|用简便方法)?|(?:请)?(?:运用|应用|利用|使?用)(?:(?:乘法|加法)?(?:结合律|分配律|交换律)(?:和(?:乘法|加法)?(?:结合律|分配律|交换律))?|运算(?:定)?律|运算性质)(?:进行)?(?:简便)?(?:计算|运算|简算)|巧算|速算|简算)\s*:(?=\s*[\d(.$\u3400-\u9fff])",
        r"(?:小学|初中|高中|大学|[一二三四五六七八九]年级|初[一二三]|高[一二三])(?:上册|下册|[上下])?(?:数学|高数)?(?:作业|题目?|练习|问题)?\s*:",
        r"(?:请问|题目|问题|求助|请教)\s*:",
        r"请(?:你|大家|同学们?)?(?:解答|计算|算一算|做一?做?|回答|解决)(?:下面|下列|以下|这道|下题)?的?(?:题目?|问题|各题)?\s*:",
        r"(?:year|grade|class|form|level)\s*\d{1,2}\s*(?:maths?|mathematics|algebra|geometry)?\s*(?:homework|test|exam|question|problem)?\s*[:-]",
        r"(?:read|consider|look\s+at|answer|solve|do|work\s+out|attempt)\s+(?:the|this|these)\s+(?:following\s+|next\s+)?(?:word\s+)?(?:problem|question|exercise)s?(?:\s+(?:carefully|below))?(?:\s+(?:and|then)\s+(?:answer|solve)\s+(?:it|the\s+questions?))?\s*[:.]",
        r"\$?(?:19|20)\d\d\s*[-~]?\s*(?:AMC|AIME|AHSME)\s*-?\d{0,2}[AB]?\$?(?:\s*[-,]\s*|\s+)(?:problem\s+|p|\#)?\d{1,2}\$?(?=\s)",
        r"(?:请)?在?(?:下面的?)?(?:括号|横线|空格|\(\s*\))[里内中上]*填(?:上|写|入)?(?:合适|适当|正确)的(?:数字?|答案)\s*[:.。,]|fill\s+in\s+the\s+(?:blanks?|gaps?|missing\s+numbers?)\s*[:.]",
        r"calculate\s+the\s+answer\s*[:.]|(?:a\s+)?(?:maths?|word)\s+(?:question|problem)\s*[:-]",
    )
)
_LABELLED: Final = re.compile(rf"(?i)^\s*(?:{_LABEL})\s*(?=\S)")
_ASKED_AGAIN: Final = re.compile(
    r"(?i)(?<=\?)\s*(?:what(?:'s|\s+is|s)\s+(?:the|your)\s+(?:right\s+|correct\s+|final\s+)?answer|请?问?(?:这道?题)?(?:怎么|如何|该怎么)(?:做|算|解|求|写)|求解答?)\s*[?.!。]*\s*$"
)


_NAMED: Final = r"(?:the\s+)?(?P<{}>[A-Za-z][A-Za-z' -]{{1,30}}?)"
_THEN: Final = r"\s*(?:[,;]?\s*(?:and\s+)?(?:then|followed\s+by)\s+{})?"
_HAN_NAMED: Final = r"(?:写|填|答|说)?(?P<{}>[\u3400-\u9fffA-Za-z]{{1,5}}?)(?:的)?"
_WORD_OF_ORDER: Final = r"[A-Za-z]{2,15}"
_ORDER: Final = re.compile(
    rf"\s*\(\s*(?:(?:give|write|state|put|list)\s+)?{_NAMED.format('one')}\s+first{_THEN.format(_NAMED.format('two'))}\s*\.?\s*\)\s*[.]?"
    rf"|(?<=[.?!])\s*(?:give|write|state|put|list)\s+{_NAMED.format('first')}\s+first{_THEN.format(_NAMED.format('second'))}\s*[.!]"
    rf"|\s*\(\s*先{_HAN_NAMED.format('han')}[,、]?(?:(?:再|后){_HAN_NAMED.format('han_then')})?\)\s*。?"
    rf"|(?<=[.?!])\s*\(\s*(?P<listed>{_WORD_OF_ORDER}(?:,\s*(?:(?:and|then)\s+)?{_WORD_OF_ORDER}){{1,4}})\s*\)\s*[.]?"
    r"|(?P<same>(?<=[.?!])\s*(?:give|write|state|list)\s+(?:the\s+parts|them|(?:the|your)\s+answers)\s+in\s+(?:this|that|the\s+same)\s+order\s*[.!]|\s*\(\s*(?:in\s+(?:this|that)\s+order|按(?:这个)?顺序写?|依次写出?)\s*\))",
    re.IGNORECASE,
)


def _in_its_order(match: re.Match[str]) -> str:
    """Nothing, where what is to come first is also asked for first; else what is said of the order stays."""
    rest = f"{match.string[: match.start()]} {match.string[match.end() :]}".lower()
    if match["same"]:
        return "" if re.search(r"\d\s*:\s*\d", rest) else match[0]
    if match["listed"]:
        found = [
            re.search(rf"\b{word.lower()}\b", rest)
            for word in re.split(r",\s*(?:(?:and|then)\s+)?", match["listed"])
        ]
        places = [m.start() if m else -1 for m in found]
        return "" if min(places) >= 0 and places == sorted(set(places)) else match[0]
    if match["han"]:
        first, second, joined = (
            match["han"].lower(),
            (match["han_then"] or "").lower(),
            max(map(rest.find, "和与、跟")),
        )
    else:
        first, second = (
            _whose((match[a] or match[b] or "").lower()) for a, b in (("one", "first"), ("two", "second"))
        )
        joined = rest.rfind(" and ")
    place = rest.find(first)
    return "" if 0 <= place < (rest.find(second) if second else joined) else match[0]


def _whose(named: str) -> str:
    """Whose share it is: of "Mia's number", Mia."""
    return re.sub(r"'s(?: [a-z]+)?$", "", named)


def without_directions(text: str) -> str:
    """`text`, cleaned, without what is said of the paper; a text that is nothing else stays.

    >>> without_directions("Solve 3x + 5 = 20. Show all your working. [3 marks]"), without_directions("Show your working.")
    ('Solve 3x + 5 = 20.', 'Show your working.')
    >>> without_directions("(2023*北京)解方程:3x+5=20(写出解题过程)(6分)"), without_directions("How much is left? I got 7, is that right?")
    ('解方程:3x+5=20', 'How much is left?')
    >>> without_directions("Find the speed of the boat and of the current. (boat first, then current)")
    'Find the speed of the boat and of the current.'
    >>> without_directions("(2018 Math League, Primary 5, Question #13) Find 2 + 3."), without_directions("2012-AMC10A-16 Find 2 + 3.")
    ('Find 2 + 3.', 'Find 2 + 3.')
    >>> without_directions("(1) Find 2 + 3. (2) Find 4 + 5. [2 marks]")
    '(1) Find 2 + 3. (2) Find 4 + 5.'
    >>> without_directions("A win (3 points) and a draw (1 point): how many points?"), without_directions("Show that x^2 + 1 > 0.")
    ('A win (3 points) and a draw (1 point): how many points?', 'Show that x^2 + 1 > 0.')
    """
    rest, before = text, ""
    first = () if labels_of_parts(text) else (_LABELLED,)
    while rest != before:
        before = rest
        for pattern in (*first, _BRACKETED, _SENTENCE, _GIVING, _ASKED_AGAIN):
            rest = pattern.sub("", rest)
        rest = _ORDER.sub(_in_its_order, rest).strip()
    return rest if re.search(r"\w", rest) else text
