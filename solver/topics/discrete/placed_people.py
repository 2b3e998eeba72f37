"""Several people in a row under more than one condition: side by side, apart, at an end, not at an end.

Read: so many people in a row, with names of one letter or 甲, 乙, 丙, …; one to four conditions of which at most one is about the place of one person, and
one may keep two apart. Not: circles, several rows, an order, conditions about a person that is also in a block, "at least".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import factorial
from typing import Final

from solver.ports import Language
from solver.reader.numerals import chinese_value, in_digits
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment
from solver.topics.clauses import Said, clauses, table
from solver.topics.prepared import Prepared

MAX_PEOPLE: Final = 8
_Z: Final = r"[甲乙丙丁戊己]"
_E: Final = r"(?-i:[A-H])"
_NAMES_ZH: Final = rf"{_Z}(?:[、,和与]?{_Z})*"
_NAMES_EN: Final = rf"{_E}(?:, {_E})*,?(?: and {_E})?"
_N: Final = r"(?P<n>\d{1,2}|[三四五六七八])"
_THING: Final = r"(?:名|位|个)?(?:不同的)?(?:同学|学生|人|朋友|小朋友|运动员|演员|选手|教师|老师|男生|女生)"
_ROW: Final = r"(?:站|排|坐)?(?:成|在)?(?:一)?(?:排|列|行)(?:照相|拍照|合影|留念|照|拍毕业照)?"
_PEOPLE_EN: Final = r"(?:people|students|friends|children|persons|books|actors)"
_TABLE: Final = table({
    "people": (
        rf"(?:现有|有)?(?:{_NAMES_ZH}等)?{_N}{_THING}(?:{_NAMES_ZH})?,?(?:要)?{_ROW}",
        rf"(?:现有|有)?(?P<listed>{_Z}(?:[、,]{_Z}){{2,}})(?:这)?(?:(?P<count>\d|[三四五六七八]){_THING})?,?{_ROW}",
        rf"(?:in )?how many (?:different )?(?:ways|arrangements)(?: are there)?(?: can| for| to (?:arrange|seat|line up))? ?{_N} {_PEOPLE_EN}(?:,? including {_NAMES_EN},?)? ?(?:can |to )?(?:be )?(?:stand|sit|line up|arranged|lined up|seated|be arranged|be seated)?,? ?in a (?:row|line)",
        rf"{_N} {_PEOPLE_EN}(?:,? including {_NAMES_EN},?)? (?:stand|sit|line up|are lined up|are to be arranged|are arranged|are seated)(?: in a (?:row|line))?",
    ),
    "together": (
        rf"(?:要求|其中|若|如果|且|但|规定)?(?P<who>{_NAMES_ZH})(?:[二两三]人)?(?:必须|一定|要|需要?|应)?(?:站在一起|排在一起|坐在一起|相邻|挨着)",
        rf"(?P<who>{_NAMES_EN}) (?:must |have to |should |are to |want to |insist on )?(?:stand|sit|be|standing|sitting|being)? ?(?:next to each other|together|side by side|adjacent)",
    ),
    "apart": (
        rf"(?:要求|其中|若|如果|且|但|规定)?(?P<who>{_Z}[、,和与]?{_Z})(?:[二两]人)?(?:不相邻|不能相邻|互不相邻|不站在一起|不排在一起|不能站在一起)",
        rf"(?P<who>{_E} and {_E}) (?:must not|may not|can ?not|do not|are not|refuse to|should not) ?(?:to )?(?:stand|sit|be)? ?(?:next to each other|together|side by side|adjacent)",
    ),
    "not_end": (
        rf"(?:要求|其中|若|且|但)?(?P<who>{_Z})(?:不能|不得|不可|不)(?:站|排|坐)?在?(?:两端|两头|排头,?(?:也不(?:能)?(?:在|站)?|或)排尾|首尾)",
        rf"(?P<who>{_E}) (?:must not|may not|can ?not|does not|is not|is not allowed to) ?(?:stand|sit|be)? ?at (?:either|an|any|1|one) end",
    ),
    "not_first": (
        rf"(?:要求|其中|若|且|但)?(?P<who>{_Z})(?:不能|不得|不可|不)(?:站|排|坐)?在?(?:排头|排尾|最左端|最右端|最左边|最右边|首位|末位|第一个|最后一个|最前面|最后面)",
        rf"(?P<who>{_E}) (?:must not|may not|can ?not|does not|is not) ?(?:stand|sit|be)? ?(?:first|last|at the (?:left|right) end|at the (?:front|back))",
    ),
    "at_end": (
        rf"(?:要求|其中|若|且|但)?(?P<who>{_Z})(?:必须|一定|要)?(?:站|排|坐)?在(?:两端|两端之一|两头)",
        rf"(?P<who>{_E}) (?:must |has to )?(?:stands?|sits?|be|is)? ?at (?:one|1|an|either) (?:of the )?ends?",
    ),
    "first": (
        rf"(?:要求|其中|若|且|但)?(?P<who>{_Z})(?:必须|一定|要)?(?:站|排|坐)?在(?:排头|排尾|最左端|最右端|最左边|最右边|首位|末位|第一个|最后一个)",
        rf"(?P<who>{_E}) (?:must |has to )?(?:stands?|sits?|be|is)? ?(?:first|last|at the (?:left|right) end|at the (?:front|back))",
    ),
    "written": (r"[(（]?(?:结果)?用数字(?:作答|表示)[)）]?",),
    "ask": (
        r"(?:那么|则|问)?(?:一?共)?有?(?:多少|几)种(?:不同的?)?(?:站法|排法|排列方法|方法|站队方法|坐法|安排方法|排列方式)",
        r"(?:那么|则)?(?:不同的?)?(?:站法|排法|排列方法|坐法|站队方法)(?:的?种数|共?有)?(?:为|是|有)?(?:多少|几)?(?:种)?",
        r"(?:in )?how many (?:different )?(?:ways|arrangements|line-ups)(?: are there| are possible| can (?:this|they) be (?:done|arranged)| can they (?:stand|sit|line up)| is this possible)?",
    ),
})  # fmt: skip
WORDS: Final = {
    "block": Words("{who} stay side by side: take them as one. Inside they can change places in \\({inner}\\) ways, and there are now \\({m}\\) to be placed.", "{who} 相邻，看作一个整体（捆绑法）：内部有 \\({inner}\\) 种排法，现在要排的是 \\({m}\\) 个。"),
    "place": Words("First {who}: \\({choices}\\) of the \\({m}\\) places are allowed. The other \\({rest}\\) go anywhere: \\[{choices}\\cdot {rest}!={value}\\]", "先排 {who}：\\({m}\\) 个位置中有 \\({choices}\\) 个可以；其余 \\({rest}\\) 个任意排：\\[{choices}\\cdot {rest}!={value}\\]"),
    "free": Words("All \\({m}\\) in any order: \\({m}!={value}\\).", "\\({m}\\) 个全排列：\\({m}!={value}\\)。"),
    "times": Words("Together with the order inside: \\[{factors}={value}\\]", "再乘内部的排法：\\[{factors}={value}\\]"),
    "apart": Words("Count first without asking that {who} are apart, then take away the arrangements in which they are side by side.", "先不考虑 {who} 不相邻的要求，再减去 {who} 相邻的排法。"),
    "all": Words("Without it:", "不考虑这一要求："),
    "side": Words("With {who} side by side:", "{who} 相邻时："),
    "ends": Words("With {who} at one of the two ends, the place of the other one beside is fixed, and the other \\({rest}\\) go anywhere: \\(2\\cdot {rest}!={value}\\).", "{who} 站在两端之一时，与其相邻的人位置随之确定，其余 \\({rest}\\) 人任意排：\\(2\\cdot {rest}!={value}\\)。"),
    "end": Words("With {who} at this end, the place of the other one beside is fixed, and the other \\({rest}\\) go anywhere: \\({rest}!={value}\\).", "{who} 站在这一端时，与其相邻的人位置随之确定，其余 \\({rest}\\) 人任意排：\\({rest}!={value}\\)。"),
    "minus": Words("The difference is \\[{one}-{other}={value}\\]", "相减得 \\[{one}-{other}={value}\\]"),
    "answer": Words("There are \\({answer}\\) ways.", "共有 \\({answer}\\) 种排法。"),
    "code": Words("every order of all people, and those that meet the conditions", "列出所有排列，数出符合条件的"),
    "method": Words("the people were placed one after the other, counting how the line can go on", "逐个位置安排，递推计数"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """`n` people; `blocks` side by side; `apart` two that are not; `place` of one: (who, kind)."""

    n: int
    blocks: tuple[str, ...]
    apart: str
    place: tuple[str, str] | None


def read(text: Text) -> Reading:
    """People in a row, and several conditions."""
    source = re.sub(r"\$|\\[()]", "", text.source)
    if text.language == "zh":
        source = in_digits(re.sub(r"\s+", "", source))
        source = re.sub(r"(?<!同)的(?=(?:不同的?)?(?:站法|排法|坐法|排列方法|站队方法))", ",", source)
    else:
        source = in_digits(re.sub(r"\s+", " ", source)).strip()
        source = re.sub(r"(?i)\s+(?:if|so that|such that|where|with|given that|provided that|and)\s+(?=[A-H]\b(?!\w))", ", ", source) if not re.search(r"\band [A-H] (?:must|are|have|may|can|do|want)", source) else re.sub(r"(?i)\s+(?:if|so that|such that|where|given that|provided that)\s+(?=[A-H]\b)", ", ", source)  # fmt: skip
    found = clauses(source, _TABLE)
    if isinstance(found, str):
        return None
    row = _row(found)
    return None if row is None else _task(row, text.language)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else chinese_value(word) or 0


def _row(found: list[Said]) -> _Row | None:
    people = [said for said in found if said.kind == "people"]
    asks = [said for said in found if said.kind == "ask"]
    if len(people) != 1 or len(asks) > 1 or not asks and "how many" not in "".join(people[0].values.values()).lower() and not people[0].kind:  # fmt: skip
        return None
    n = (
        _count(people[0].values["n"])
        if "n" in people[0].values
        else len(re.findall(_Z, people[0].values["listed"]))
    )
    if "count" in people[0].values and _count(people[0].values["count"]) != n:
        return None
    named = [(said.kind, "".join(re.findall(r"[甲乙丙丁戊己A-H]", said.values["who"]))) for said in found if "who" in said.values]  # fmt: skip
    blocks = tuple(who for kind, who in named if kind == "together")
    apart = [who for kind, who in named if kind == "apart"]
    places = [(who, kind) for kind, who in named if kind not in ("together", "apart")]
    everyone = "".join((*blocks, *apart, *(who for who, _ in places)))
    if places and places[0][0] in "".join(blocks):  # one of the block is somewhere: only where that is all
        return _Row(n, blocks, "", places[0]) if len(named) == 2 and 3 <= n <= MAX_PEOPLE and len(blocks[0]) == 2 else None  # fmt: skip
    if len(set(everyone)) != len(everyone) or len(everyone) > n or not 3 <= n <= MAX_PEOPLE:
        return None
    if not 1 <= len(named) <= 4 or len(apart) > 1 or len(places) > 1 or any(len(b) < 2 for b in blocks) or apart and len(apart[0]) != 2:  # fmt: skip
        return None
    return _Row(n, blocks, apart[0] if apart else "", places[0] if places else None)


def _choices(kind: str, m: int) -> int:
    return {"not_end": m - 2, "not_first": m - 1, "at_end": 2, "first": 1}[kind]


def _counted(row: _Row, say: Language) -> tuple[int, list[str]]:
    """The number of ways without the condition that keeps two apart, with the steps."""
    if row.place is not None and row.place[0] in "".join(row.blocks):
        return _block_counted(row.n, row.blocks[0], row.place, say)
    steps, factors, m = list[str](), list[int](), row.n
    for block in row.blocks:
        m -= len(block) - 1
        inner = factorial(len(block))
        factors.append(inner)
        steps.append(WORDS["block"].say(say, who=_names(block, say), inner=f"{len(block)}!={inner}", m=m))
    if row.place is not None:
        who, kind = row.place
        choices = _choices(kind, m)
        value = choices * factorial(m - 1)
        steps.append(WORDS["place"].say(say, who=who, choices=choices, m=m, rest=m - 1, value=value))
    else:
        value = factorial(m)
        steps.append(WORDS["free"].say(say, m=m, value=value))
    whole = value
    for factor in factors:
        whole *= factor
    if factors:
        steps.append(
            WORDS["times"].say(say, factors=r"\cdot ".join(map(str, (value, *factors))), value=whole)
        )
    return whole, steps


def _block_counted(n: int, block: str, place: tuple[str, str], say: Language) -> tuple[int, list[str]]:
    """Two side by side, and one of them at an end, or not."""
    who, kind = place
    whole, steps = _counted(_Row(n, (block,), "", None), say)
    ends = 2 if kind in ("not_end", "at_end") else 1
    at_ends = ends * factorial(n - 2)
    key = "ends" if ends == 2 else "end"
    told = WORDS[key].say(say, who=who, rest=n - 2, value=at_ends)
    if kind in ("at_end", "first"):
        return at_ends, [told]
    return whole - at_ends, [*steps, told, WORDS["minus"].say(say, one=whole, other=at_ends, value=whole - at_ends)]  # fmt: skip


def _names(block: str, say: Language) -> str:
    return "、".join(block) if say == "zh" else " and ".join((", ".join(block[:-1]), block[-1]))


def _task(row: _Row, say: Language) -> Prepared:
    value, steps = _counted(row, say)
    if row.apart:
        who = _names(row.apart, say)
        near, more = _counted(_Row(row.n, (*row.blocks, row.apart), "", row.place), say)
        steps = [WORDS["apart"].say(say, who=who), " ".join((WORDS["all"].say(say), *steps)), " ".join((WORDS["side"].say(say, who=who), *more)), WORDS["minus"].say(say, one=value, other=near, value=value - near)]  # fmt: skip
        value -= near
    numbers = {name: i for i, name in enumerate(dict.fromkeys("".join((*row.blocks, row.apart, row.place[0] if row.place else ""))))}  # fmt: skip
    conditions = _conditions(row, numbers)
    source = cell(
        "from itertools import permutations",
        "",
        comment(WORDS["code"].say(say)),
        "count = 0",
        f"for line in permutations(range({row.n})):",
        "    place = {person: k for k, person in enumerate(line)}",
        f"    count += {' and '.join(conditions)}",
        "Integer(count)",
    )
    return Prepared(say, tuple(steps), source, _tests(row, numbers), WORDS["method"], WORDS["answer"])


def _conditions(row: _Row, numbers: dict[str, int]) -> list[str]:
    found = []
    for block in row.blocks:
        places = ", ".join(f"place[{numbers[w]}]" for w in block)
        found.append(f"max({places}) - min({places}) == {len(block) - 1}")
    if row.apart:
        a, b = (numbers[w] for w in row.apart)
        found.append(f"abs(place[{a}] - place[{b}]) > 1")
    if row.place is not None:
        who, kind = row.place
        where = f"place[{numbers[who]}]"
        found.append({"not_end": f"0 < {where} < {row.n - 1}", "not_first": f"{where} > 0", "at_end": f"{where} in (0, {row.n - 1})", "first": f"{where} == 0"}[kind])  # fmt: skip
    return found


def _tests(row: _Row, numbers: dict[str, int]) -> tuple[str, ...]:
    """Counted place by place: a state is who stands already, and who stood last; people of a block follow one another."""
    blocks = [[numbers[w] for w in block] for block in row.blocks]
    apart = [numbers[w] for w in row.apart]
    who, kind = (numbers[row.place[0]], row.place[1]) if row.place else (-1, "")
    last = row.n - 1
    allowed = {"not_end": list(range(1, last)), "not_first": list(range(1, row.n)), "at_end": [0, last], "first": [0], "": list(range(row.n))}[kind]  # fmt: skip
    return (
        f"n, blocks, apart, who, allowed = {row.n}, {blocks}, {apart}, {who}, {allowed}",
        "ways = {(frozenset(), -1): 1}",
        "for k in range(n):",
        "    following = {}",
        "    for (done, before), count in ways.items():",
        "        open_block = next((b for b in blocks if any(p in done for p in b) and not all(p in done for p in b)), None)",
        "        for person in set(range(n)) - done:",
        "            if open_block is not None and person not in open_block or {person, before} == set(apart) or person == who and k not in allowed:",
        "                continue",
        "            state = (done | {person}, person)",
        "            following[state] = following.get(state, 0) + count",
        "    ways = following",
        "answer == sum(ways.values())",
    )
