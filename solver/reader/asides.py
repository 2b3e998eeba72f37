"""What people say around a problem when they ask for help with it: greetings, whose homework it is, that a calculator gives up.

Tried only for texts that were not understood as they stand. Phrases inside a clause are `chat`'s; here a whole clause goes where it speaks of the asking and of nothing that
could be counted: it has no number, no formula, and no word that compares, divides, or takes away.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.blanks import as_question
from solver.reader.own_units import without_own_units
from solver.reader.requests import plain_requests

_CLAUSE: Final = re.compile(r"(?:[^.?!;:,\n。]|(?<=\d)[.:,](?=\d))*(?:[.?!;:,\n。]+|$)")
_PAUSE: Final = re.compile(
    r"(?<=[\u3400-\u9fff\d)%])[^\S\n]+(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[^\S\n]+(?=\d)"
)
"""A space between Chinese words, where somebody was too quick for a comma."""
_FORMULA: Final = re.compile(r"[\d\"“”`$\\=<>^|+*/∫√π°%£€¥]|(?<![A-Za-z'])[b-hj-tv-zB-HJ-Z](?![A-Za-z'])")
"""A sign of mathematics, or somebody's words; a letter by itself is a name, but for "a", "I" and "u"."""

_COUNTING: Final = re.compile(
    r"\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|half|third|quarter|twice|double|triple|times"
    r"|more|less|fewer|than|each|per|both|total|rest|left|remain\w*|equal\w*|same|difference|average|mean|ratio|percent\w*|share[sd]?|sold?|b(?:uy|ought)|spen[dt]|pa(?:y|id)"
    r"|los[et]\w*|gain\w*|ga?ve away|removed?|added?|round\w*|nearest|decimals?|significant|approximate|estimate\w*|unless|except|without|only if|positive|negative|integers?|real|whole|prime|AP|GP|arithmetic|geometric"
    r"|(?:express|write|give|leave|state|enter|put|submit|report)\b.*\b(?:in|as|to|with)|units?)\b",
    re.IGNORECASE,
)
_ASKER: Final = re.compile(
    r"\b(?:i|i'm|im|i've|ive|i'd|my|me|we|our|us|you|your|u|someone|anyone|somebody|anybody|please|pls|plz|thanks|thank|thx|ty|hi|hello|hey|help|asap|urgent|urgently)\b",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(
    r"\b(?:homework|worksheet|work ?book|text ?book|assignment|coursework|exam|midterm|revising|my (?:test|quiz|paper|class|lecture|notes|teacher|tutor|professor|prof)|our (?:teacher|professor|prof)"
    r"|help (?:me|us|please|needed|with (?:this|it))|(?:need|want|your) help|stuck|confused|struggling|(?:got|am|'m) lost|no idea|not sure|understand|know how|remember how|forgot(?:ten)? how|explain|show me|show us|check|getting|wrong|steps?|workings?|every digit|exactly"
    r"|(?:need|want|know|get|got) (?:the|an|my|your|this) (?:exact |right |correct |final )?answers?|thanks|thank|thx|ty|please|pls|plz|hi|hello|hey|asap|urgent|urgently|appreciate\w*|figure (?:it|this) out|do (?:it|this)|solve (?:it|this)|tomorrow|tonight)\b",
    re.IGNORECASE,
)
_STRUGGLE: Final = re.compile(
    r"(?:(?:and|but|so|because|cause)\s+)?i(?:'m|\s+am|\s+just|\s+really|\s+still)*\s+(?:(?:don't|dont|do\s+not|can't|cant|cannot|didn't|didnt)\s+(?:really\s+|even\s+)?(?:see|know|understand|remember|figure|tell|get\s+(?:it|this|how|why|what))|(?:tried|keep\s+getting|kept\s+getting|hate|suck)\b).*",
    re.IGNORECASE,
)
"""What somebody says of their trouble, whatever words of counting are in it: "i dont see how one equation can give two"."""
_REQUEST: Final = re.compile(
    r"(?:.*\b)?(?:can|could|would|will|does)\s+(?:you|u|someone|anyone|somebody|anybody)\b.*\b(?:help|explain|check|know|show|do this|solve this)\b.*|(?:any|some)\s+(?:help|ideas?|hints?)\b.*|(?:is|am)\s+(?:this|that|it|i)\s+(?:right|correct)|(?:please|pls|plz|help|thanks|thx)+",
    re.IGNORECASE,
)
"""Questions that are none of the problem's."""
_COMMAND: Final = re.compile(
    r"(?:(?:please|pls|plz|and|then|so)\s+)*(?:find|calculate|compute|evaluate|determine|work\s+out)\s+(?!(?:it|this|that|them|the\s+(?:answer|solution)|out|how)\b)[a-z]",
    re.IGNORECASE,
)
"""What asks for something is the problem itself, politely or not."""
_DEVICE: Final = re.compile(
    r"(?:\b(?:my|the|our)\s+(?:\w+\s+)?(?:calc|calculator|phone|spreadsheet|excel)|^(?:(?:and|but|cause|cuz|bc|because)\s+)?(?:calc|calculator))\b(?:\s+\w+)?\s+(?:only\s+)?(?:shows?|says?|gives?|displays?|rounds?|overflows?|cannot|can't|can not|won't|just|switches|goes|gave|showed|said|keeps?|overflow\w*)\b",
    re.IGNORECASE,
)
"""What a machine says of it is no part of the problem, numbers and all."""

_HAN_COUNTING: Final = re.compile(
    r"[零二两三四五六七八九十百千万半倍比占剩余折]|[更较]?[多少](?![年])|一共|总|平均|每|各|分之|相同|一样|相等|买|卖|付|找回|花了|给了|送|借|还了|近似值|保留|四舍五入|整数|正数|负数|实数"
)
_HAN_ASKING: Final = re.compile(
    r"^(?:.{0,4}的)?(?:家庭|课后|数学|高数|线代|线性代数|寒假|暑假)?作业(?:题|不会.*|里的?|上的?|求助|求解)?$|^(?:(?:各位|亲爱的)?(?:老师|同学|大家|大神|朋友)们?(?:[您你]?们?好)?)$|(?:这|本|此|那)道?题目?(?:怎么|咋|如何|不会|是|来自|选自|我|好|太|要|该)|(?:想|要|来)(?:核)?对(?:一下)?答案|(?:核对|检查)一下|(?:知道|求|要|想|没有?|给个?)答案|不会[做算讲写打解教]|看不懂|没看懂|不太(?:懂|明白|会)|不懂|不明白|搞不懂|卡住"
    r"|求(?:助|教|大神|过程|详解|解答|帮)|谢谢|多谢|感谢|拜托|帮[忙我]|麻烦|在线等|^急|[很挺好太]急|您好|你好|请教|(?:详细|完整|解题|具体|求|要|写)的?(?:过程|步骤)|(?:要|需要|求|得)(?:准确|精确)|(?:准确|精确)的?(?:数值?|值|结果|答案)$|(?:手机|计算器)(?:上|只|打|按|算|不|显示|屏)|(?:听说|据说)|^直接(?:给|报|说|写|要)个?(?:结果|答案|数)?(?:就行|就好|即可|就可以)?$|打(?:不会|不出)?公式|^(?:高数|数学|线代|线性代数|微积分)题?(?:求解?|作业|题)$"
)
_HAN_LABEL: Final = re.compile(r"题$|作业|考试|试卷|求解$|求助$")
_HAN_REQUEST: Final = re.compile(
    r"(?:这|那)道?题目?(?:怎么|咋|如何|该怎么)[做算写解求讲](?:呢|啊|呀)?|有(?:没有)?人会(?:做|算)?吗|(?:谁|哪位|有没有人)(?:能|会|可以)(?:教|帮).*|对吗|对不对|可以吗|好吗|行吗"
)
_NO_CHANGE: Final = re.compile(
    r"(?:and\s+|but\s+|with\s+)?(?:(?:he|she|they|we|i)\s+)?(?:(?:makes?|made|making|there\s+(?:are|were))\s+)?no\s+(?:further\s+|other\s+|more\s+|additional\s+)?(?:deposits?|withdrawals?)(?:\s+(?:or|and|nor)\s+(?:deposits?|withdrawals?))?(?:\s+(?:are|were)\s+made)?",
    re.IGNORECASE,
)
"""Nothing else happens to the money."""
_LABEL: Final = re.compile(
    r"\b(?:question|problem|exercise|homework|hw|worksheet|exam|test|quiz|paper|puzzle|task|practi[cs]e|revision)s?\b",
    re.IGNORECASE,
)
"""Before a colon."""
_FORM: Final = re.compile(
    r"(?:(?:as\s+)?(?:an?\s+)?(?:simplified|simplest|exact|reduced)\s+(?:root|surd|radical|fraction)(?:\s+form)?|exact\s+fractions?|fractions?)(?:\s+(?:please|pls|(?:is|are)\s+(?:fine|ok|okay)))?"
    r"|(?:(?:please|pls|i|we|and|but|give|gives|want|wants|need|needs|leave|write|would like|the|all|my|your|final|exact)\s+)*(?:answers?|solutions?|values?|results?|it|them|coordinates|everything|fractions?)\s*"
    r"(?:(?:should be|must be|are|is|to be)\s+)?(?:(?:as|in|with)\s+(?:an?\s+)?)?(?:(?:exact|simplified|simplest|lowest|reduced|proper|improper|common|surd|radical)\s+)*(?:fractions?|form|terms|surds?|radicals?|please)?(?:\s+(?:please|pls|thanks))?",
    re.IGNORECASE,
)
"""How an exact answer is to be written."""
_LEADS: Final = re.compile(
    r"^(?:(?:so|ok|okay|um|well|and|but|also)\s+)?(?:(?:can|could|would|will)\s+(?:you|u|someone|anyone)\s+(?:please\s+|pls\s+)?(?:help\s+(?:me|us)\s+)?(?:to\s+)?"
    r"|(?:please\s+|pls\s+)?help\s+(?:me|us)\s+(?:to\s+)?|(?:i|we)(?:\s+(?:need|want|have|am trying|was asked|were asked|am supposed|would like)|'m\s+trying|'d\s+like)\s+to\s+"
    r"|(?:my|our|the)\s+(?:[a-z']+\s+){0,2}(?:teacher|professor|prof|tutor|homework|worksheet|book|textbook|exam|paper|test|quiz|question|exercise|son|daughter)\s+(?:asks?|asked|wants?|wanted|says?|said|told|tells)\s+(?:(?:me|us|students)\s+)?to\s+)"
    r"(?=(?:find|solve|compute|calculate|work|evaluate|determine|expand|simplify|factor|state|give|show|write|add|multiply|subtract|divide|get|tell)\b)",
    re.IGNORECASE,
)
_HAN_LEADS: Final = re.compile(
    r"^(?:(?:老师|妈妈|爸爸|题目|作业|课本|书|卷子|试卷|孩子|我|我们)(?:上|里|今天|刚才|布置)?(?:让|叫|要求?|说|想|要)(?:我们?|同学们?|大家|孩子|他们?)?(?:用)?(?:列?竖式|口算|笔算|心算|简便方法)?|(?:谁|哪位|有没有人)(?:能|可以|会)(?:帮我?|教我?)?(?:一下)?)(?=算|计算|求|解|化简|展开|做)"
)
"""Who wants it done, before what is to be done."""
_HAN_DENIED: Final = re.compile(r"^(?:不要|别|不用|无需|不能)(?:写|用|给|取)?(?:近似值?|小数|计算器)$")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def wordings(text: str) -> tuple[str, ...]:
    """The ways to read a cleaned text, one after the other: as it stands, with gaps asked for, without what is said around it.

    >>> wordings("买3支笔花了6元 问一支笔多少元 急")
    ('买3支笔花了6元 问一支笔多少元 急', '买3支笔花了6元问一支笔多少元急', '买3支笔花了6元,问一支笔多少元')
    """
    bare = without_own_units(without_asides(_PAUSE.sub(",", text)).rstrip(","))
    asked = as_question(bare)
    return tuple(
        dict.fromkeys((text, as_question(text), bare, asked, *plain_requests(bare), *plain_requests(asked)))
    )


def without_asides(text: str) -> str:
    """`text`, cleaned, without the clauses that only speak of the asking.

    >>> without_asides("hi can u help me with this one: Solve 3x = 6. I keep getting it wrong, please check. thx")
    'Solve 3x = 6.'
    >>> without_asides("Compute 12*34 exactly. My phone calculator only shows 4.08e2 and I need every digit.")
    'Compute 12*34 exactly.'
    >>> without_asides("孩子的作业不会讲,求助:小明有8元,花了3元,还剩多少元?谢谢")
    '小明有8元,花了3元,还剩多少元?'
    >>> without_asides("Our teacher wants us to find x: 3x = 6, answers as fractions"), without_asides("老师让我们列竖式算 12 + 34")
    ('find x: 3x = 6,', '算 12 + 34')
    >>> without_asides("1/3 are sheep. find the number of goats pls")
    '1/3 are sheep. find the number of goats pls'
    >>> without_asides("I had 5 apples. I gave my teacher half. How many are left?")
    'I had 5 apples. I gave my teacher half. How many are left?'
    """
    kept = ""
    for clause in _CLAUSE.findall(text):
        if _is_aside(clause.strip(" .?!;:,\n。"), ends=clause.rstrip()[-1:]):
            if kept and clause.rstrip()[-1:] in ".?!。" and kept.rstrip()[-1:] in ",;:":
                kept = kept.rstrip().rstrip(",;:") + clause.rstrip()[-1]
            continue
        kept += _without_lead(clause)
    return kept.strip() or text


def _without_lead(clause: str) -> str:
    """A clause without who wants it done."""
    start = len(clause) - len(clause.lstrip())
    for lead in (_LEADS, _HAN_LEADS):
        if found := lead.match(clause[start:]):
            return clause[:start] + clause[start + found.end() :]
    return clause


def _is_aside(clause: str, *, ends: str) -> bool:
    """`ends`: the mark behind the clause."""
    if not clause:
        return False
    if _HAN.search(clause):
        if _HAN_DENIED.search(clause):
            return True
        if ends == "?":
            return bool(_HAN_REQUEST.fullmatch(clause))
        if _FORMULA.search(clause) or _HAN_COUNTING.search(clause):
            return False
        return bool(
            _HAN_ASKING.search(clause)
            or _HAN_REQUEST.fullmatch(clause)
            or (ends == ":" and _HAN_LABEL.search(clause))
        )
    if _DEVICE.search(clause):
        return ends != "?"
    if _FORMULA.search(clause):
        return False
    if _STRUGGLE.fullmatch(clause) or _NO_CHANGE.fullmatch(clause):
        return True
    if _COMMAND.match(clause):
        return False
    if _COUNTING.search(clause):
        return False
    if ends == "?":
        return bool(_REQUEST.fullmatch(clause))
    if _FORM.fullmatch(clause) or (ends == ":" and _LABEL.search(clause)):
        return True
    return bool(_ASKER.search(clause) and _ASKING.search(clause))
