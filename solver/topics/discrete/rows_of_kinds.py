"""People or books of two kinds in a row, those of one kind all side by side, or no two of them side by side.

Read: so many of each kind (books and cards must be told to be different). Not: further conditions, alternating kinds, circles.
"""

from __future__ import annotations

import re
from math import factorial, perm
from typing import Final

from solver.reader.numerals import in_digits, ones_in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.prepared import Prepared

WORDS: Final = {
    "tied": Words("Tie those that stay together into one: \\({m}\\) in a row, \\({m}!\\) ways, and \\({b}!\\) ways among themselves: \\[{m}!\\cdot {b}!={value}\\]", "把要相邻的看成一个整体（捆绑法）：\\({m}\\) 个元素有 \\({m}!\\) 种排法，内部有 \\({b}!\\) 种：\\[{m}!\\cdot {b}!={value}\\]"),
    "apart": Words("First the other \\({a}\\) in a row, \\({a}!\\) ways; then the \\({b}\\) into different ones of the \\({gaps}\\) gaps: \\[{a}!\\cdot {product}={value}\\]", "先排其余 \\({a}\\) 个，有 \\({a}!\\) 种；再把 \\({b}\\) 个插入 \\({gaps}\\) 个空中（插空法）：\\[{a}!\\cdot {product}={value}\\]"),
    "code": Words("the number of ways", "排法数"),
    "answer": Words("There are \\({answer}\\) ways.", "共有 \\({answer}\\) 种排法。"),
    "method": Words("which places the one kind takes was listed, each with all orders", "逐一列出一类所占的位置，再乘各自的排列数"),
}  # fmt: skip
_C: Final = "(?:名|个|位|本|张|盆)"
_K: Final = r"[\u4e00-\u9fff]{1,5}?"
_WAYS: Final = "(?:不同的)?(?:排法|站法|坐法|排列方法|方法|摆法|放法)"
_ZH: Final = re.compile(
    rf"(?:现有|有|将|把)?(?P<a>\d){_C}(?P<da>不同的)?(?P<ka>{_K})(?:和|、|与|,)?(?P<b>\d){_C}(?P<db>不同的)?(?P<kb>{_K}),?(?:站|排|摆|放|坐)(?:成|在)(?:一|1)(?:排|列|行)(?:照相|拍照|合影|上)?,"
    rf"(?:若|如果|要求|其中|且)?(?:所有的?|全部|(?P<c>\d){_C})?(?P<kind>{_K})(?P<how>(?:必须|要|都|均|一定|需)*(?:相邻|排在一起|站在一起|放在一起|全部?相邻|全排在一起)|(?:都|互|彼此|任意?两{_C}?|两两)?(?:都)?(?:不相邻|不能相邻|互不相邻|不排在一起|不站在一起))"
    rf"的?,?(?:则|那么|问|求)?(?:{_WAYS})?(?:的?种数)?(?:一共|共)?(?:有|是)?(?:(?:多少|几)种{_WAYS}?)?"
)
_IN_A_ROW: Final = (
    r"(?:(?:be )?(?:seated|arranged|lined up|placed|sit|stand|line up))(?: in a (?:row|line)| on a shelf)?"
)
_KINDS: Final = r"(?P<a>\d) (?P<da>different )?(?P<ka>[a-z]+(?: books)?) and (?P<b>\d) (?P<db>different )?(?P<kb>[a-z]+(?: books)?)"
_CONDITION: Final = r" (?:if|so that|such that) (?P<how>all (?:of )?the|the|all|no (?:two|2) (?:of the )?)(?: (?P<c>\d))? ?(?P<kind>[a-z]+(?: books)?) (?P<must>must |have to |are to |want to |should |can |may )?(?:all )?(?:be |sit |stand |are |are placed )?(?:placed |seated )?(?:together|next to each other|side by side|adjacent(?: to each other)?|next to one another)"
_EN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"in how many (?:different )?ways can {_KINDS} {_IN_A_ROW},?{_CONDITION}",
        rf"{_KINDS} {_IN_A_ROW}\. (?:in )?how many (?:different )?(?:ways|arrangements)(?: are there| are possible)?,?{_CONDITION}",
    )
)
_PEOPLE: Final = re.compile(
    "生|人|同学|老师|教师|医生|护士|演员|boy|girl|m[ae]n|wom[ae]n|student|teacher|child|people|adult"
)
MOST: Final = 9


def read(text: Text) -> Reading:
    """One row, one condition on one of two kinds."""
    if len(text.source) > 240:
        return None
    source = in_digits(re.sub(r"\$|\\[()]", "", text.source))
    if text.language == "zh":
        plain = re.sub(r"\s+", "", source).replace("，", ",").rstrip("?。. ")
        match = _ZH.fullmatch(ones_in_digits(plain, "[名个位本张盆]"))
    else:
        plain = " ".join(source.lower().split()).rstrip("?. ")
        match = next((m for form in _EN if (m := form.fullmatch(plain)) is not None), None)
    return None if match is None else _task(match.groupdict(), text)


def _task(parts: dict[str, str | None], text: Text) -> Reading:
    a, b = int(parts["a"] or 0), int(parts["b"] or 0)
    kinds, kind = [str(parts["ka"]), str(parts["kb"])], str(parts["kind"])
    named = [k for k in kinds if _same(k, kind)]
    if len(named) != 1 or any(not _PEOPLE.search(k) and not parts[d] for k, d in zip(kinds, ("da", "db"), strict=True)):  # fmt: skip
        return None
    if named[0] == kinds[0]:
        a, b = b, a
    how = str(parts["how"])
    apart = how.startswith("no") or "不" in how
    if parts["c"] not in (None, str(b)) or not a >= 1 or not b >= 2 or a + b > MOST or apart and b > a + 1:
        return None
    may = (parts.get("must") or "").strip() in ("can", "may")
    if may and not apart:
        return None
    say = text.language
    if apart:
        value = factorial(a) * perm(a + 1, b)
        product = r"\cdot ".join(str(a + 1 - j) for j in range(b))
        step = WORDS["apart"].say(say, a=a, b=b, gaps=a + 1, product=product, value=value)
        source = f"factorial({a})*ff({a + 1}, {b})"
        fits = "all(y - x > 1 for x, y in zip(places, places[1:]))"
    else:
        value = factorial(a + 1) * factorial(b)
        step = WORDS["tied"].say(say, m=a + 1, b=b, value=value)
        source = f"factorial({a + 1})*factorial({b})"
        fits = f"places[-1] - places[0] == {b - 1}"
    tests = (
        "from itertools import combinations",
        "from math import factorial",
        f"taken = [places for places in combinations(range({a + b}), {b}) if {fits}]",
        f"len(taken)*factorial({a})*factorial({b}) == answer",
    )
    return Prepared(say, (step,), cell(comment(WORDS["code"].say(say)), source), tests, WORDS["method"], sentence=WORDS["answer"])  # fmt: skip


def _same(one: str, other: str) -> bool:
    plural = {"men": "man", "women": "woman", "children": "child"}
    a, b = (plural.get(w, w.removesuffix(" books").removesuffix("s")) for w in (one, other))
    return (
        a == b or bool(re.search("[\u4e00-\u9fff]", one)) and (one.startswith(other) or other.startswith(one))
    )
