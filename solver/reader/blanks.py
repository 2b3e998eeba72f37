"""Questions of exercise sheets as sentences: gaps to fill in become question words, marks of the source go.

A second way to read a text that was not understood as it stands: some topics read gaps themselves. A gap that was lost when the
text was copied is filled where only one place of the last clause can have had it: 共有种 is 共有多少种.
"""

from __future__ import annotations

import re
from typing import Final

from solver.reader.chat import without_chat
from solver.reader.english_blanks import as_english_question
from solver.reader.grouping import without_group_spaces
from solver.reader.named_regions import without_region_names
from solver.reader.spelled import spelled_out
from solver.reader.told_shares import plainly_shared

_TAGGED: Final = r"竞赛|初赛|复赛|决赛|联赛|联盟|杯|试卷|真题|年级|卷|第\$?\d+\$?题|活动|改编|选择题|填空题|分\)|IMAS|AMC|MO\b|[A-Z]{3,}"
"""What the name of a source has in it, and hardly a condition of a problem."""
_SOURCE: Final = re.compile(
    r"^\s*(?:【[^【】]{1,60}】|\((?:19|20)\d\d[^()]{0,60}\)|\[[^\[\]]{1,30}(?:19|20)\d\d[^\[\]]{0,30}\]|\(\d{1,2}\)(?=\s*\S{6})"
    r"|\d{1,2}(?:[.、]|\s*,)(?=\s*[\u3400-\u9fff(]\D)"
    r"|\(\s*\$?\d{1,2}\$?\s*分\s*\)|\((?:单选题?|多选题?|选择题|填空题|计算题|解答题|判断题|应用题|过程完整)\)"
    rf"|\((?:[^()]{{0,50}}(?:{_TAGGED})[^()]{{0,50}})\)(?=\s*\S{{6}}))\s*"
)
_CLOSING: Final = re.compile(
    r"(?<=[.。?])\s*(?:\((?:(?:19|20)\d\d[^()]{0,60}|[^()]{0,50}(?:竞赛|初赛|复赛|决赛|联赛|试卷|真题|年级)[^()]{0,50})\)"
    r"|\(\s*\$?\d{1,2}\$?\s*分\s*\)|改编单选题)\s*$|(?<=\S)\s*\(\s*\$?\d{1,2}\$?\s*分\s*\)\s*$"
)
"""The same behind a problem."""
_NO_LAW: Final = r"(?!(?<=[XYZξη])~\s*[A-Z][a-z]*\s*\()(?!(?<=[XYZξη] )~\s*[A-Z][a-z]*\s*\()"
"""The sign in X ~ N(0, 1) is no space."""
_GAP: Final = r"(?:\\uline\s*\{[\s~_]*\}|_{2,}|\(\s*\)|\\left\s*\(\s*\\right\s*\)|\\underline\s*\{[\s~_]*\})"
_HAN: Final = r"[\u3400-\u9fff]"
_ASKED: Final = re.compile(r"多少|几|什么|谁|哪|何|吗|怎|\?|(?<!要)求|=")
_ASKS: Final = "有|要|需|得|用|剩|是|为|了|过|出|入|成|给|取|共|差|走|行|分|多|少|到|买|做|栽|插|锯|剪|在|第|长|重|高|付|花|赚|收|大|小|加|相距|卖|吃|排|住|坐|装|生产"
_COUNTED: Final = (
    "美元|平方厘米|平方分米|平方米|立方厘米|立方分米|立方米|千米|厘米|分米|毫米|千克|公斤|公里|公顷|分钟|小时|小朋友|数字|数码|种|个|条|人|名|位|元|米|克|吨|升|毫升|岁|年|天|秒|只|头|支|枝|本|页|棵|块|颗|粒|双|次|段|"
    "根|袋|盒|盘|箱|筐|桶|瓶|杯|张|把|件|套|辆|艘|架|台|座|层|级|楼|排|列|行|组|队|班|面|朵|场|局|题|道|分|角|倍|句|步|项|对|户|斤|度|枚|盏|期|集|份|亿|万|件|间|匹|株|顶|幅|首|篇|盆|堆|串|束|圈|趟|枪|环|发|章|轮|周|月|星期"
)
_UNIT: Final = re.compile(_COUNTED)
_WORD_THERE: Final = re.compile(
    "积分|微分|有名|有人|人们|[人个次天只件位项级度条倍分]数|数字之|分别|年龄|年级|名次|只有|只是|只能|条件|面积|道路|层次|元旦|分子|分母|行驶|行走|本来|本身|对方"
    "|周长|题目|场地|楼梯|位置|大小|台阶|大人|工人|成人|老人|男人|女人|客人|行人|上面|下面|里面|前面|后面|对面|表面|水面|路面|正面|反面|面的|得分|平分|部分|百分|得到|时间|房间|中间|之间|期间|其中|车站|火车|汽车|货车|客车|轿车|电车|停车|坐车|轮船|小船|乘船|小组|分组|全班|同班|每班|上班|下班|一班|二班|排列|数列|发车|出发|开发|上周|圆周|四周|上月|个月|年后|年前|今年|去年|明年|多年|成年|重量|天平|今天|明天|昨天|那天|白天|秋天|夏天|冬天|春天|每天|[大小老]张|张老|张叔|张阿|把握|步行|同步|散步|跑步|第一|个位|两个|名字|姓名|有名|排名|排队|排成|著名|件事|万一"
)
"""A unit that is part of another word."""
_CERTAIN: Final = re.compile("共有人|[的面还]有人$|[取选出有添]个数")


_PLUS: Final = re.compile(rf"(?<={_HAN})\s*\+\s*(?=\d+(?:\.\d+)?{_HAN})")
_MAKES: Final = re.compile(rf"(?<={_HAN})\s*=\s*(?=\d+(?:\.\d+)?(?:元|千克|公斤|克|吨|千米|米))")
"""4箱牛奶+3箱酸奶=390元: signs between things."""


_WHOLE: Final = re.compile(
    r"^\s*(?:已知|若|设)?\s*\$?(?P<x>[a-z])\$?\s*(?:为|是)\s*(?P<kind>正整数|负整数|非负整数|整数|自然数)\s*,?\s*(?:且|则|求|解)?(?:不等式)?\s*(?P<f>[^,。;?\u4e00-\u9fff]{1,60}[<>≤≥][^,。;?\u4e00-\u9fff]{1,40})(?:,\s*(?:则|求)\s*\$?(?P=x)\$?\s*(?:的值|的取值)?)?\s*[。?.]?\s*$"
)
"""n为正整数，解不等式3n<10."""


def as_question(source: str) -> str:
    """`source`, a cleaned text, with what is to be filled in asked for.

    >>> as_question("【练习】120有____个因数."), as_question("计算:$7+8=$~____.")
    ('120有多少个因数.', '计算:$7+8=?$.')
    >>> as_question("(5分)书架上有$8$本书,借走$3$本,还剩本.")
    '书架上有$8$本书,借走$3$本,还剩多少本.'
    """
    source = _with_squares(spelled_out(without_chat(source)))
    source = _with_indices(without_group_spaces(source))
    source = without_region_names(plainly_shared(source))
    source = _WHOLE.sub(lambda m: f"求不等式{m['f']}的{m['kind'].replace('自然数', '非负整数')}解", source)
    if re.search(_HAN, source) is None:
        source = as_english_question(source)
    text = source
    if _PLUS.search(text):
        text = _MAKES.sub("共", _PLUS.sub("和", text))
    while (mark := _SOURCE.match(text)) is not None:
        text = text[mark.end() :]
    text = re.sub(rf"{_NO_LAW}~+|\\textasciitilde(?![A-Za-z])\s*", " ", text)
    text = re.sub(r"``|\'\'" if "``" in text else r"(?<![A-Za-z)}\]])\'\'", '"', text)  # y'' is no quotation
    text = re.sub(r"\\text\s*\{([^{}$\\]*)\}", r"\1", text)
    text = re.sub(
        rf"(?<={_HAN})\s+(?=\$)|(?<=[\d}}]\$)\s+(?={_HAN})|(?<={_HAN})\s+(?={_HAN})|(?<=\d)\s+(?=\\%)",
        "",
        text,
    )
    while (closing := _CLOSING.search(text)) is not None:
        text = text[: closing.start()]
    text = re.sub(rf"\\uline\s*\{{({_HAN}+)\}}", r"\1", text)
    text = re.sub(rf"(?<={_HAN})\s*(?:{_GAP})?\s*\$\s*\\%\s*\$", "多少%", text)
    text = re.sub(rf"(?<=的)\s*[:,]\s*{_GAP}\s*(?=[.。]?\s*$)", "多少", text)
    text = re.sub(rf"(?:≈|\\approx(?![a-z]))\s*(\$?)\s*{_GAP}", r"\\approx ?\1", text)
    text = re.sub(rf"=\s*\$\s*{_GAP}", "=?$", text)
    text = re.sub(rf"=\s*{_GAP}", "=?", text)
    text = re.sub(r"=\s*\$\s*(?=[.。]?\s*$)", "=?$", text)
    text = re.sub(rf"(?<={_HAN})\s*{_GAP}\s*(?={_HAN}|[.。]?\s*$)", "多少", text)
    text = re.sub(rf"(?<={_HAN})\s*{_GAP}\s*(?=[.。?,]*\s*$)", "多少", text)
    text = re.sub(r"(?<=[是为得])\s*(?=[.。]?\s*$)", "多少", text)
    text = re.sub(r"[^\S\n]+", " ", text).strip()
    return _with_lost_gap(text)


def _with_indices(text: str) -> str:
    """`x_1` for x1 where there is x2 as well.

    >>> _with_indices("x1 + 2x2 = 5, x1 - x2 = 2")
    'x_{1} + 2x_{2} = 5, x_{1} - x_{2} = 2'
    """
    for letter in "xyuvw":
        name = rf"(?<![A-Za-z\\_^]){letter}(\d)(?![\d.])"
        if {"1", "2"} <= set(re.findall(name, text)) and "=" in text:
            text = re.sub(name, rf"{letter}_{{\1}}", text)
    return text


def _with_squares(text: str) -> str:
    """`x^2` for the x2 that copying leaves of it, where a multiple of x follows.

    >>> _with_squares("y = x2 - 4x + 3"), _with_squares("x1 + x2 = 3")
    ('y = x^{2} - 4x + 3', 'x1 + x2 = 3')
    """
    if re.search(r"(?<![A-Za-z\\])x_?[13]", text):
        return text
    return re.sub(r"(?<![A-Za-z\\_^])x2(?=\s*[-+]\s*\d*x(?!\d))", "x^{2}", text)


def _with_lost_gap(text: str) -> str:
    """The text with 多少 where a unit of its last clause has no number before it; unchanged where that is not certain."""
    if _ASKED.search(re.sub(r"\$[^$]*\$", "", text)):
        return text
    body = text.rstrip(" .。?")
    start, end = max(body.rfind(sign) for sign in ",。;.!:") + 1, len(body)
    if re.match(r"才能|就能|才可|使得", body[start:]):  # what is asked stands before
        end = start - 1
        start = max(body.rfind(sign, 0, end) for sign in ",。;.!:") + 1
    clause = body[start:end]
    if re.search(r"是\s*$|[\u3400-\u9fff]\s*$", clause) is None:
        return text
    places = [
        m
        for i in range(1, len(clause))
        if (m := _UNIT.match(clause, i)) is not None and _is_place(clause, i, m.end())
    ]
    strong = [m for m in places if re.search(rf"(?:{_ASKS})$", clause[: m.start()])]
    ending = [m for m in places if m.end() == len(clause)]
    chosen = strong or ending
    if len(chosen) != 1:
        return text
    at = start + chosen[0].start()
    return f"{text[:at]}多少{text[at:]}"


def _is_place(clause: str, start: int, end: int) -> bool:
    """Whether a number can be missing before the unit at `start`."""
    before = clause[start - 1]
    if (
        not "\u3400" <= before <= "\u9fff"
        or before in "一二三四五六七八九十百千万亿两几每各单半整这那某同双零首末"
    ):
        return False
    if end - start > 1 or _CERTAIN.search(clause[max(0, start - 2) : end + 1]):
        return True
    return not any(
        word.start() <= start < word.end()
        for word in _WORD_THERE.finditer(clause, max(0, start - 3), end + 2)
    )
