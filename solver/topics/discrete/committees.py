"""How many ways with a condition: groups of two kinds of people, and rows in which two stand together or apart.

Read: exactly, at least or at most so many of one kind; two named people who are neighbours, who are not, who do not stand at the ends. Not: several
conditions, circles.
"""

from __future__ import annotations

import re
from math import comb, factorial
from typing import Final

from solver.reader.numerals import in_digits, ones_in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

_HOW: Final = r"(?P<how>exactly|at\s+least|at\s+most|no\s+more\s+than)"
_TEAM: Final = r"(?:committee|team|group|jury|delegation|panel|council)"
_KINDS: Final = r"(?P<a>\d+)\s+(?P<kind_a>[a-z]+)\s+and\s+(?P<b>\d+)\s+(?P<kind_b>[a-z]+)"
_MUST: Final = rf"(?:if|so\s+that|such\s+that|with|that|when|containing|including)\s+(?:(?:it|they|each|there|the\s+{_TEAM})\s+)?(?:must\s+)?(?:contains?\s+|includes?\s+|has\s+|have\s+|are\s+|be\s+|is\s+)?{_HOW}\s+(?P<c>\d+)\s+(?P<kind>[a-z]+)(?:\s+(?:(?:must|has\s+to|have\s+to)\s+be|is|are)\s+(?:included|chosen|selected|on\s+(?:it|the\s+{_TEAM})))?"
_EN: Final = (
    rf"^\s*an?\s+{_TEAM}\s+of\s+(?P<k>\d+)(?:\s+(?:people|members|students|persons))?\s+(?:is\s+to\s+be|is|must\s+be|will\s+be|has\s+to\s+be)\s+(?:chosen|picked|selected|formed|made\s+up)\s+from\s+(?:a\s+group\s+of\s+)?{_KINDS}\s*\.\s*(?:how\s+many\s+(?:different\s+|possible\s+|such\s+)?{_TEAM}s\s+(?:contain|have|include|there\s+are\s+with|with|can\s+be\s+formed\s+with|are\s+possible\s+with|will\s+have)|in\s+how\s+many\s+ways\s+can\s+(?:this|it)\s+be\s+done\s+(?:if|so\s+that)\s+(?:it|the\s+{_TEAM}|there)\s+(?:must\s+)?(?:contains?|includes?|has|have|are))\s+{_HOW}\s+(?P<c>\d+)\s+(?P<kind>[a-z]+)\s*[?.]?\s*$",
    rf"^\s*in\s+how\s+many\s+ways\s+can\s+an?\s+{_TEAM}\s+of\s+(?P<k>\d+)(?:\s+(?:people|members|students|persons))?\s+be\s+(?:chosen|picked|selected|formed)\s+from\s+(?:a\s+group\s+of\s+)?{_KINDS}\s*,?\s+(?:if|so\s+that|such\s+that|when)\s+(?:it|the\s+{_TEAM}|there)\s+(?:must\s+)?(?:contains?|includes?|has|have|are|be)\s+{_HOW}\s+(?P<c>\d+)\s+(?P<kind>[a-z]+)\s*[?.]?\s*$",
)
_EN_FIRST: Final = (
    rf"^\s*from\s+(?:a\s+group\s+of\s+)?{_KINDS}\s*,?\s*(?:in\s+)?how\s+many\s+(?:different\s+)?ways\s+can\s+an?\s+{_TEAM}\s+of\s+(?P<k>\d+)(?:\s+(?:people|members|students|persons))?\s+be\s+(?:chosen|picked|selected|formed)\s*,?\s+{_MUST}\s*[?.]?\s*$",
    rf"^\s*how\s+many\s+(?:different\s+)?{_TEAM}s\s+of\s+(?P<k>\d+)(?:\s+(?:people|members|students|persons))?\s+can\s+be\s+(?:chosen|picked|selected|formed|made)\s+from\s+(?:a\s+group\s+of\s+)?{_KINDS}\s*,?\s+{_MUST}\s*[?.]?\s*$",
    rf"^\s*in\s+how\s+many\s+ways\s+can\s+(?P<k>\d+)\s+(?:people|members|students|persons)\s+be\s+(?:chosen|picked|selected)\s+from\s+(?:a\s+group\s+of\s+)?{_KINDS}\s*,?\s+{_MUST}\s*[?.]?\s*$",
)
_JOINS: Final = (
    r"(?:(?:去|来)?参加(?:(?![和与及、各两二三四五六])[\u4e00-\u9fff]){0,6}(?:活动|会|会议|比赛|竞赛|培训|劳动|服务)"
    r"|组成(?:(?!接力|[和与及、并各排])[\u4e00-\u9fff]){0,6}(?:队|组|团|会)|(?:担任|做|当)志愿者)?"
)
"""What the chosen do all alike: there are no posts and no order."""
_ZH: Final = re.compile(
    r"^从(?P<a>\d+)(?:名|个|位)(?P<kind_a>[\u4e00-\u9fff]{1,4}?)(?:和|、|与|,)?(?P<b>\d+)(?:名|个|位)(?P<kind_b>[\u4e00-\u9fff]{1,4}?)中(?:任)?(?:选出?|选派|选取|挑选|抽取|抽调|选择)(?P<k>\d+)(?:人|名|个|位)"
    + _JOINS
    + r",(?:要求|若|如果|其中|且|则)?(?P<how>恰有|恰好有|至少有|至少要有|至多有|最多有|至少|至多|恰好)(?P<c>\d+)(?:名|个|位|人)(?P<kind>[\u4e00-\u9fff]{1,4}?)(?:参加|入选|当选|在内|被选中|的)?,?(?:则|那么)?(?:不同的)?(?:选法|方法|选派方法|选派方案)?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:选法|选派方法|方法|选派方案|取法)?[?？。]?$"
)
_BOTH_ZH: Final = re.compile(
    r"^从(?P<a>\d+)(?:名|个|位)(?P<kind_a>[\u4e00-\u9fff]{1,4}?)(?:和|、|与|,)?(?P<b>\d+)(?:名|个|位)(?P<kind_b>[\u4e00-\u9fff]{1,4}?)中(?:任)?(?:选出?|选派|选取|挑选|抽取|抽调|选择)(?P<k>\d+)(?:人|名|个|位)"
    + _JOINS
    + r",(?:要求|若|如果|其中|且|则|并且)?(?:既(?:要)?有(?P<kind>[\u4e00-\u9fff]{1,4}?),?(?:又|也)(?:要)?有(?P<other>[\u4e00-\u9fff]{1,4}?)|(?P<first>[\u4e00-\u9fff]{1,4}?)(?:、|和|与)?(?P<second>[\u4e00-\u9fff]{1,4}?)(?:都|均)(?:要|必须)?有)(?:参加)?的?,?(?:则|那么)?(?:不同的)?(?:选法|方法|选派方法|选派方案)?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:选法|选派方法|方法|选派方案|取法)?[?？。]?$"
)
_BOTH_EN: Final = re.compile(
    rf"^\s*in\s+how\s+many\s+ways\s+can\s+an?\s+{_TEAM}\s+of\s+(?P<k>\d+)(?:\s+(?:people|members|students|persons))?\s+be\s+(?:chosen|picked|selected|formed)\s+from\s+(?:a\s+group\s+of\s+)?{_KINDS}\s*,?\s+(?:if|so\s+that|such\s+that|when)\s+(?:it|the\s+{_TEAM}|there)\s+(?:must\s+)?(?:contains?|includes?|has|have|is|are|be)\s+at\s+least\s+(?:one|1)\s+(?:of\s+each|(?P<first>[a-z]+)\s+and\s+(?:at\s+least\s+)?(?:one|1)\s+(?P<second>[a-z]+))\s*[?.]?\s*$",
    re.IGNORECASE,
)
"""Some of each kind."""
_ROW_ZH: Final = re.compile(
    r"^(?:(?:甲|乙|丙|丁|戊|己|庚|、|等)+)?(?:等)?(?P<n>\d+)(?:名|个|位)?(?:同学|学生|人|位同学)?(?:站|排)成一(?:排|列|行)(?:照相|拍照|合影)?,(?:其中|若|如果|要求)?(?P<one>[甲乙丙丁戊])(?:和|与|、)?(?P<two>[甲乙丙丁戊])?(?:两人|二人|两位同学|两名同学)?(?:必须|都|一定|要求)?(?P<how>不相邻|不能相邻|相邻|站在一起|不在一起|不(?:站|排)?在?(?:两端|两头|排头和排尾)|不(?:站|排)?在?(?:排头|最左端|最左边|排尾|最右端|最右边))(?:,|的)?(?:则|那么)?(?:不同的)?(?:排法|站法|排列方法|方法)?(?:一共|共)?有(?:多少|几)种(?:不同的)?(?:排法|站法|排列方法|方法)?[?？。]?$"
)
_USUAL_ZH: Final = (
    (r"^(?:包括|有|含)?[甲乙丙丁戊](?:[、和与]?[甲乙丙丁戊])*(?:两人|二人)?在内的?(?=\d)", ""),
    (r"不(?:能|可以|可|得|准|许|愿意?|想|要)?(?:站|排|坐)?在一起", "不相邻"),
    (r"不(?:能|可以|可|得|准|许|愿意?|想)?(?:紧?挨(?:着|在一起)|相邻)(?:站|坐|排)?", "不相邻"),
    (r"(?:必须|一定要|要|须)?(?:紧?挨(?:着|在一起)|站在一起|排在一起)(?:站|坐|排)?", "相邻"),
    (r"要(?=相邻)", "必须"),
)
"""Other words for neighbours and for those who are none."""
_NEAR_EN: Final = r"(?:next\s+to\s+(?:each\s+other|one\s+another)|together|adjacent(?:\s+to\s+each\s+other)?|side\s+by\s+side|beside\s+each\s+other)"
_HOW_EN: Final = (
    rf"(?P<how>(?:must\s+not|cannot|can\s+not|can't|refuse\s+to|do\s+not|don't|will\s+not|won't|may\s+not|should\s+not|are\s+not\s+(?:allowed\s+)?(?:to\s+)?|do\s+not\s+want\s+to)\s*(?:be|sit|stand)?\s*{_NEAR_EN}"
    rf"|(?:must|have\s+to|has\s+to|want\s+to|always|insist\s+on|are\s+to|should)\s*(?:be|sit|stand|sitting|standing)?\s+{_NEAR_EN})"
)
_TWO_EN: Final = r"(?:(?:the\s+)?(?:two|2)\s+(?:particular|specific|certain|given|of\s+them)(?:\s+(?:people|persons|students|friends|books|ones|children|boys|girls))?|(?-i:[A-Z][a-z]*)\s+and\s+(?-i:[A-Z][a-z]*))"
_IN_ROW_EN: Final = (
    r"(?P<n>\d+)\s+(?:different\s+)?(?:people|students|friends|children|books|boys|girls|persons)(?:\s*,?\s+including\s+(?-i:[A-Z][a-z]*)\s+and\s+(?-i:[A-Z][a-z]*)\s*,?)?"
    r"\s+(?:(?:are\s+to|will|must|can|are)\s+)?(?:be\s+)?(?:seated|arranged|lined\s+up|placed|sit|stand|line\s+up|pose|standing|sitting)\s*(?:in\s+a\s+(?:row|line)|on\s+a\s+shelf)?(?:\s+for\s+a\s+(?:photo|picture)(?:graph)?)?"
)
_HOW_MANY_EN: Final = r"(?:in\s+)?how\s+many\s+(?:different\s+|possible\s+)?(?:ways|arrangements|orders)(?:\s+(?:are\s+there|are\s+possible|is\s+this\s+possible|can\s+(?:they|this|it)\s+(?:do\s+(?:this|so|it)|be\s+done|stand|sit|line\s+up|be\s+arranged)))?"
_ROW_EN: Final = re.compile(
    rf"^\s*in\s+how\s+many\s+(?:different\s+)?ways\s+can\s+{_IN_ROW_EN}\s*,?\s+(?:if|so\s+that|such\s+that|when)\s+{_TWO_EN}\s+{_HOW_EN}\s*[?.]?\s*$",
    re.IGNORECASE,
)
_ROW_TOLD_EN: Final = re.compile(
    rf"^\s*{_IN_ROW_EN}\s*[.,;]\s*{_TWO_EN}\s+{_HOW_EN}\s*[.,;]\s*{_HOW_MANY_EN}\s*[?.]?\s*$",
    re.IGNORECASE,
)
_ROW_ASKED_EN: Final = re.compile(
    rf"^\s*{_IN_ROW_EN}\s*[.,;]\s*{_HOW_MANY_EN}\s*,?\s+(?:if|so\s+that|such\s+that|when)\s+{_TWO_EN}\s+{_HOW_EN}\s*[?.]?\s*$",
    re.IGNORECASE,
)
"""The row first, then who stands where."""
WORDS: Final = {
    "term": Words("With \\({i}\\) of the one kind and \\({j}\\) of the other: \\[\\binom{{{a}}}{{{i}}}\\cdot \\binom{{{b}}}{{{j}}}={value}\\]", "一种选 \\({i}\\) 人、另一种选 \\({j}\\) 人：\\[\\binom{{{a}}}{{{i}}}\\cdot \\binom{{{b}}}{{{j}}}={value}\\]"),
    "sum": Words("The cases exclude each other: \\[{terms}={value}\\]", "分类相加：\\[{terms}={value}\\]"),
    "together": Words("Tie the two together: \\({m}\\) things in a row, and the two can change places: \\[{m}!\\cdot 2={value}\\]", "把两人捆绑成一个整体：共 \\({m}\\) 个元素排成一排，两人之间还可交换：\\[{m}!\\cdot 2={value}\\]"),
    "apart": Words("First the other \\({m}\\) in a row, then the two into two of the \\({gaps}\\) gaps: \\[{m}!\\cdot {gaps}\\cdot {less}={value}\\]", "先排其余 \\({m}\\) 人，再把两人插入 \\({gaps}\\) 个空位中的两个：\\[{m}!\\cdot {gaps}\\cdot {less}={value}\\]"),
    "ends": Words("The one has \\({places}\\) places, then the other \\({m}\\) stand in any order: \\[{places}\\cdot {m}!={value}\\]", "先排受限制的人，有 \\({places}\\) 个位置，其余 \\({m}\\) 人任意排：\\[{places}\\cdot {m}!={value}\\]"),
    "code": Words("case by case", "分类计算"),
    "method": Words("all ways were listed and counted", "把所有情况一一列出来数"),
    "sentence": Words("There are \\({answer}\\) ways.", "共有 \\({answer}\\) 种。"),
}  # fmt: skip
MAX_LISTED: Final = 200_000


def read(text: Text) -> Reading:
    """One count with one condition."""
    if text.language == "zh":
        source = in_digits(text.source).replace(" ", "")
        source = ones_in_digits(source, "[名个位人](?!站|排)", before="(?<=[少多有好选出取派])")
        for pattern, usual in _USUAL_ZH:
            source = re.sub(pattern, usual, source)
        if (row := _ROW_ZH.match(source)) is not None:
            return _row(row, text)
        if (both := _BOTH_ZH.match(source)) is not None:
            return _both(both, text)
        match = _ZH.match(source)
        return None if match is None else _committee(match, text)
    source = " ".join(in_digits(text.source).split())
    for form in (_ROW_EN, _ROW_TOLD_EN, _ROW_ASKED_EN):
        if (row := form.match(source)) is not None:
            return _row(row, text)
    if (both := _BOTH_EN.match(source)) is not None:
        return _both(both, text)
    for pattern in (*_EN, *_EN_FIRST):
        if (match := re.search(pattern, source, re.IGNORECASE)) is not None:
            return _committee(match, text)
    return None


def _committee(match: re.Match[str], text: Text) -> Prepared | None:
    a, b, k, c = (int(match[name]) for name in "abkc")
    kinds = [_singular(match[name]) for name in ("kind_a", "kind_b")]
    kind = _singular(match["kind"])
    if kind not in kinds or kinds[0] == kinds[1] or k > a + b or c > k or comb(a + b, k) > MAX_LISTED:
        return None
    if kind == kinds[1]:
        a, b = b, a
    how = " ".join(match["how"].lower().split())
    return _counted(a, b, k, _counts(how, c, k), text)


def _both(match: re.Match[str], text: Text) -> Prepared | None:
    a, b, k = (int(match[name]) for name in "abk")
    parts, kinds = match.groupdict(), [_singular(match[name]) for name in ("kind_a", "kind_b")]
    told = [parts.get("kind") or parts.get("first"), parts.get("other") or parts.get("second")]
    # 男女都有 of 男生 and 女生
    named = [_singular(t) for t in told if t is not None]
    if kinds[0] == kinds[1] or comb(a + b, k) > MAX_LISTED:
        return None
    if named and not any(
        all(x.startswith(n) for n, x in zip(named, order, strict=True)) for order in (kinds, kinds[::-1])
    ):
        return None
    return _counted(a, b, k, range(1, k), text)


def _counts(how: str, c: int, k: int) -> range:
    return (
        range(c, k + 1)
        if "least" in how or "至少" in how
        else range(c, c + 1)
        if "exact" in how or "恰" in how
        else range(c + 1)
    )


def _counted(a: int, b: int, k: int, counts: range, text: Text) -> Prepared | None:
    """All groups of k with so many of the first kind."""
    fitting = [i for i in counts if i <= a and 0 <= k - i <= b]
    if not fitting:
        return None
    say, values = text.language, [comb(a, i) * comb(b, k - i) for i in fitting]
    steps = [
        WORDS["term"].say(say, a=a, b=b, i=i, j=k - i, value=v) for i, v in zip(fitting, values, strict=True)
    ]
    if len(values) > 1:
        steps.append(WORDS["sum"].say(say, terms="+".join(map(str, values)), value=sum(values)))
    lines = [
        comment(WORDS["code"].say(say)),
        f"sum(binomial({a}, i)*binomial({b}, {k} - i) for i in {fitting})",
    ]
    tests = (
        "from itertools import combinations",
        f"groups = combinations(range({a + b}), {k})",
        f"sum(1 for group in groups if sum(1 for person in group if person < {a}) in {list(counts)}) == answer",
    )
    return Prepared(say, tuple(steps), cell(*lines), tests, WORDS["method"], sentence=WORDS["sentence"])


def _singular(word: str) -> str:
    word = word.lower()
    return {"women": "woman", "men": "man", "children": "child"}.get(word, word.removesuffix("s"))


def _row(match: re.Match[str], text: Text) -> Prepared | None:
    n, how, say = int(match["n"]), match["how"].lower(), text.language
    groups = match.groupdict()
    if not 3 <= n <= 8:
        return None
    if "端" in how or "头" in how or "边" in how or "尾" in how:
        if groups.get("two"):
            return None
        places = n - 2 if re.search("两|和", how) else n - 1
        value = places * factorial(n - 1)
        steps = (WORDS["ends"].say(say, places=places, m=n - 1, value=value),)
        barred = [0, n - 1] if places == n - 2 else [0]
        condition = f"row.index(0) not in {barred}"
        source = f"{places}*factorial({n - 1})"
    else:
        if say == "zh" and not groups.get("two"):
            return None
        apart = bool(re.search(r"不|not|n't|refuse", how))
        if apart:
            value = factorial(n - 2) * (n - 1) * (n - 2)
            steps = (WORDS["apart"].say(say, m=n - 2, gaps=n - 1, less=n - 2, value=value),)
            source = f"factorial({n - 2})*{n - 1}*{n - 2}"
        else:
            value = factorial(n - 1) * 2
            steps = (WORDS["together"].say(say, m=n - 1, value=value),)
            source = f"factorial({n - 1})*2"
        condition = f"abs(row.index(0) - row.index(1)) {'>' if apart else '=='} 1"
    tests = (
        "from itertools import permutations",
        f"sum(1 for row in permutations(range({n})) if {condition}) == answer",
    )
    return Prepared(
        say,
        steps,
        cell(comment(WORDS["code"].say(say)), source),
        tests,
        WORDS["method"],
        sentence=WORDS["sentence"],
    )
