"""What questions on large numbers say around the calculation: a calculator that shows too few digits, "do not round", 老师让我们不用计算器算.

Only what leaves the calculation as it is; whole sentences, every word of which is known. Also divisions that come out whole
("how many times does … fit into …"): one that leaves a remainder stays as it is.
"""

from __future__ import annotations

import re
from typing import Final

_N: Final = r"\$?\s*\d[\d,]*(?<!,)\s*\$?"
_SHOWN: Final = r"\$?\s*\d(?:\.\d+)?\s*(?:E\s*\+?\s*\d+|(?:\*|x|\\times|\\cdot)\s*10\s*\^\s*\{?\d+\}?)\s*\$?"
"""A number as a calculator shows it."""
_DEVICE: Final = (
    r"(?:calculator(?:'s)?|phone|computer|spreadsheet|display|screen)(?:\s+(?:display|screen|app))?"
)
_OWNER: Final = r"(?:(?:an?|the|my|his|her|our|your|their|(?:an?|the|my)\s+\w+'s|[A-Z]\w+'s)\s+)"
_TOLD: Final = r"(?P<told>(?:[^.?!;]|(?<=\d)\.(?=\d)){3,90}?)"
_EXACT: Final = r"(?:full|exact|complete|whole|precise|entire)"
_RESULT: Final = r"(?:answer|value|result|product|number|sum|difference|quotient|integer)"
_ASKED: Final = (
    rf"(?:but\s+)?(?:what\s+(?:is|would\s+be|should\s+be)|find|give|write(?:\s+(?:down|out))?|work\s+out|state|determine)\s+(?:the|its)\s+"
    rf"(?:(?:{_EXACT}(?:\s*,\s*|\s+and\s+|\s+))+(?:whole[- ]number\s+|integer\s+)?{_RESULT}|{_RESULT}\s+(?:in\s+full|exactly))(?:\s+(?:in\s+full|exactly))?\s*[.?]?\s*$"
)
_SHOWS: Final = r"(?:only\s+|just\s+)?(?:shows?|displays?|gives?|reads?|prints?|says|showed|displayed|gave|printed)\s+(?:only\s+|just\s+|the\s+answer\s+|me\s+)?"
_FORBIDDEN: Final = (
    r"(?:round(?:\s+off)?(?:\s+(?:your|the)\s+(?:answer|result))?|approximate|estimate|use\s+(?:scientific\s+notation|standard\s+(?:index\s+)?form|an?\s+approximation|a\s+calculator|rounding|powers\s+of\s+(?:10|ten))"
    r"|(?:give|write|leave)\s+(?:it|(?:your|the)\s+(?:answer|result))\s+(?:in\s+(?:scientific\s+notation|standard\s+form|index\s+form)|as\s+a\s+power)|scientific\s+notation|standard\s+form|an?\s+approximation)"
)
_FORBID: Final = rf"(?:please\s+)?(?:do\s+not|don't|never)\s+{_FORBIDDEN}(?:(?:,\s*|\s+)(?:or|and\s+do\s+not|and\s+don't|nor)\s+{_FORBIDDEN})*"
_ZH_SHOWN: Final = rf"(?:只|仅|最多)?能?(?:显示|给出|出现)(?:了|出|为|成|的是|的结果是|出的是)?\s*{_SHOWN}"
_ZH_TOLD: Final = r"(?P<told>[^,。;?]{3,60}?)"
_ZH_ASKED: Final = r"(?:那么|那|但|请|你能)*(?:写出|求出?|给出|算出)?\s*(?:它|这个算式|这道题)?的?(?:完整|准确|精确|正确)的?(?:结果|答案|得数|值|积|数)(?:应该|应|到底)?(?:是|等于|为)?(?:多少|什么)?\s*[?。]?\s*$"
_ROWS: Final = (
    (rf"^\s*{_OWNER}(?:\w+\s+)?{_DEVICE}\s+{_SHOWS}{_SHOWN}\s+(?:for|as\s+the\s+(?:answer|result)\s+(?:to|of))\s+{_TOLD}\s*[.;,]\s*{_ASKED}", r"Compute \g<told>."),
    (rf"^\s*on\s+{_OWNER}{_DEVICE}\s*,?\s*{_TOLD}\s+(?:comes\s+(?:out|up)\s+as|appears\s+as|is\s+shown\s+as|shows\s+as|is\s+displayed\s+as)\s+{_SHOWN}\s*[.;,]\s*{_ASKED}", r"Compute \g<told>."),
    (rf"^\s*(?:when\s+(?:you|i|he|she|\w+)\s+(?:types?|enters?|puts?|keys?)\s+(?:in\s+)?)?{_TOLD}(?:\s+(?:in|into)\s+{_OWNER}{_DEVICE}\s*,?\s*(?:it|the\s+(?:display|screen))\s+{_SHOWS}|\s+(?:comes\s+(?:out|up)\s+as|appears\s+as|is\s+shown\s+as|is\s+displayed\s+as)\s+){_SHOWN}(?:\s+on\s+{_OWNER}{_DEVICE})?\s*[.;,]\s*{_ASKED}", r"Compute \g<told>."),
    (rf"(?:(?<=[.?!$])|^)\s*{_FORBID}\s*[.!]", " "),
    (rf"(?:(?<=[.?!$])|^)\s*(?:please\s+)?(?:give|write|show|state|leave)\s+(?:out\s+)?(?:the|your|an?)\s+(?:{_EXACT}\s+)*{_RESULT}\s*,?\s*(?:in\s+full\s*,?\s*)?(?:(?:not|and\s+not|rather\s+than)\s+(?:in\s+|as\s+)?{_FORBIDDEN}|without\s+(?:rounding|using\s+(?:scientific\s+notation|standard\s+form)))\s*[.!]", " "),
    (r",?\s+(?:without|not)\s+(?:using\s+|in\s+)?(?:scientific\s+notation|standard\s+form)(?=\s*[.?,]|\s*$)", " "),
    (r"\b(?:and\s+)?(?:give|write)\s+(?:out\s+)?the\s+full\s+(?:integer|number|whole\s+number)(?=\s*[.?]|\s*$)", " in full"),
    (rf"^\s*what\s+is\s+left\s+(?:over\s+)?(?:when|if|after)\s+(?:you\s+(?:take|subtract)\s+)?({_N}|[a-z ,-]+?)\s+(?:is\s+(?:taken(?:\s+away)?|subtracted|removed)\s+)?(?:away\s+)?from\s+({_N}|[a-z ,-]+?)\s*[?.]?\s*$", r"Subtract \1 from \2."),
    (rf"\btake\s+({_N}|[a-z][a-z -]*?)\s+away\s+from\s+(?={_N}|[a-z]+\s)", r"Subtract \1 from "),
    (rf"\bmultiply\s+({_N})\s+by\s+itself(?=\s*[.?]|\s*$)", r"Multiply \1 by \1"),
    (r"(?:老师|数学老师|题目)?(?:让|要求|叫)(?:我们|同学们|大家|小\w)?(?=不(?:用|使用|借助|准用|许用)计算器)", ""),
    (r"(?:请|你)?(?:在)?不(?:能|可以|准|许|得)?(?:用|使用|借助)(?:计算器|手机)(?:的情况下|的条件下)?\s*(?:来)?[,，]?\s*(?:请)?(?:你)?(?=[算计求写\d$])", ""),
    (rf"^\s*(?:小\w|我|某同学|一个学生|一位同学|同学|\w{{0,3}}老师)?(?:的)?计算器(?:的屏幕)?(?:上|屏幕上|屏幕)?(?:计算|算)\s*{_ZH_TOLD}\s*(?:时|的时候)?\s*[,，]?\s*{_ZH_SHOWN}\s*[,。;]\s*{_ZH_ASKED}", r"计算\g<told>。"),
    (rf"^\s*(?:小\w|我|某同学|一个学生|一位同学|同学)?用(?:计算器|手机|电脑)(?:计算|算)\s*{_ZH_TOLD}\s*(?:时|的时候)?\s*[,，]\s*(?:屏幕|计算器|手机|电脑|屏)?(?:上)?{_ZH_SHOWN}\s*[,。;]\s*{_ZH_ASKED}", r"计算\g<told>。"),
    (rf"^\s*(?:小\w|我|某同学|一个学生|一位同学)?(?:的)?(?:计算器|手机|电脑)(?:的屏幕|屏幕)?(?:上)?{_ZH_SHOWN}\s*[,。;]\s*(?:那么|请问|请写出|写出|求)?\s*{_ZH_TOLD}\s*(?=的(?:完整|准确|精确|正确))的(?:完整|准确|精确|正确)的?(?:结果|答案|得数|值|积)(?:应该|应|到底)?(?:是|等于|为)?(?:多少|什么)?\s*[?。]?\s*$", r"计算\g<told>。"),
    (r"(?:请)?(?:不要|不能|不得|不可|不必|无需|不|不许)(?:四舍五入|取近似值|取近似数|取近似|用科学记数法|使用科学记数法|用科学计数法|使用科学计数法|用近似数|写成科学记数法|写成幂的形式)(?:表示|作答)?(?:(?:,|、|或|和|也)*(?:不要|不能|不)?(?:四舍五入|取近似值|取近似数|用科学记数法|使用科学记数法|用科学计数法|写成幂的形式)(?:表示|作答)?)*", ""),
    (r"(?:写成|写作|表示成|表示为|化成)(?:一个)?(?:完整的?|普通的?|准确的?)(?:整数|自然数|数)(?:的形式)?(?=\s*[,。]|\s*$)", "的完整结果"),
    (r"小[\u4e00-\u9fff]想(?:要)?(?:知道|算出|求出|计算|算|求)", "求"),
    (r"请?(?:你)?(?:帮|替)(?:他|她|我|我们|小\w)(?=写出|算出|求出|算一算|算|求|计算)", ""),
    (rf"(?:^|(?<=[,。:]))\s*(?:如果|若|假如)?(?:用|拿)\s*({_N})\s*(?:去)?(?=除以|乘以|乘上|乘\s*\$?\d|减去|减\s*\$?\d|加上|加\s*\$?\d)", r" \1"),
    (rf"(从\s*{_N}\s*(?:里面?|中)\s*(?:减去|拿走|去掉|取走)\s*{_N})\s*[,，]?\s*(?:还)?(?:剩|剩下)(?:下)?(?:的)?(?=多少|几|[?。])", r"\1,等于"),
    (r"^\s*express\s+(?=[^?;]{3,80}\s+as\s+an?\s+(?:(?:single|exact|ordinary)\s+)?(?:whole\s+number|integer)\s*[.]?\s*$)", "Write "),
    (r"(减去[^,。;?]{1,40})[,，]\s*还?剩(?:下)?(?=多少)", r"\1,等于"),
    (r"[,，]\s*(?:请|要求)?(?:写出|写全|写清)(?:全部|每一位|所有)的?(?:数字|数位)(?=\s*[。.]?\s*$)", ""),
    (r"[,，]\s*再把(?:所得的?|得到的)(?:和|差|积|商|结果)写出来", ""),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern, re.IGNORECASE), usual) for pattern, usual in _ROWS)
_WHOLE: Final = (
    (rf"\bhow\s+many\s+times\s+(?:does|will|can|do)\s+(?P<b>{_N})\s+(?:go|fit|divide|be\s+contained)\s+(?:in|into)\s+(?P<a>{_N})(?:\s+exactly)?(?=\s*[?.]|\s*$)", "Divide {a} by {b}"),
    (rf"\bhow\s+many\s+times\s+as\s+(?:large|big|great|much)\s+as\s+(?P<b>{_N})\s+is\s+(?P<a>{_N})(?=\s*[?.]|\s*$)", "Divide {a} by {b}"),
    (rf"(?P<a>{_N})\s+is\s+how\s+many\s+times\s+(?:as\s+(?:large|big|great|much)\s+as\s+)?(?P<b>{_N})(?=\s*[?.]|\s*$)", "Divide {a} by {b}"),
    (rf"\bhow\s+many\s+times\s+(?:can|must)\s+(?P<b>{_N})\s+be\s+(?:subtracted|taken(?:\s+away)?)\s+from\s+(?P<a>{_N})\s+(?:until|before)\s+(?:nothing|0|zero)\s+(?:is\s+left|remains)(?=\s*[?.]|\s*$)", "Divide {a} by {b}"),
    (rf"(?P<a>{_N})\s*(?:里面?|中|当中)\s*(?:一共|共|总共)?\s*(?:含|含有|包含|有)\s*(?:几|多少)\s*个\s*(?P<b>\$?\d[\d,]+(?<!,)\$?)(?=\s*[?。]|\s*$)", "{a}除以{b}"),
    (rf"(?P<a>{_N})\s*(?:是|等于)\s*(?P<b>{_N})\s*的\s*(?:几|多少)\s*倍", "{a}除以{b}等于多少"),
)  # fmt: skip
_QUOTIENTS: Final = tuple((re.compile(pattern, re.IGNORECASE), usual) for pattern, usual in _WHOLE)


def unwrapped(text: str) -> str:
    """The calculation without what is told around it.

    >>> unwrapped("A calculator shows only 1.2E12 for 1234567 * 987654. What is the full answer?")
    'Compute 1234567 * 987654.'
    >>> unwrapped("How many times does 37 fit into 111?"), unwrapped("How many times does 37 fit into 112?")
    ('Divide 111 by 37?', 'How many times does 37 fit into 112?')
    """
    for pattern, usual in _COMPILED:
        text = pattern.sub(usual, text)
    for pattern, usual in _QUOTIENTS:
        text = pattern.sub(lambda m, usual=usual: _divided(m, usual), text)  # type: ignore[misc]
    return text


def _divided(match: re.Match[str], usual: str) -> str:
    a, b = (re.sub(r"[$,\s]", "", match[side]) for side in "ab")
    return usual.format(a=a, b=b) if int(b) and int(a) % int(b) == 0 else match[0]
