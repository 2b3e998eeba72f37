"""Two or three who try independently, each with a chance of success of its own: how likely so many of them succeed.

Read (Chinese): 甲、乙两人 … 命中率分别为 0.8 和 0.7, that they are independent, and at least one, exactly one, all, none of them. Declined: independence that
nobody tells, one of them by name, several tries each.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Final

import sympy as sp

from solver.latex import latex
from solver.topics.asking import FIND_ZH
from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell, comment, exact_source
from solver.topics.clauses import Said, clauses, number, table, without_dollars
from solver.topics.prepared import Prepared, one_value
from solver.topics.rationals import terminating_decimal

WORDS: Final = {
    "none": Words("The tries are independent, so the probability that nobody succeeds is a product: \\[{formula}\\]", "各人相互独立，所以无人成功的概率是各自失败概率的乘积：\\[{formula}\\]"),
    "opposite": Words("At least one is the opposite of nobody: \\(1-{none}={value}\\).", "“至少一人”的对立事件是“无人”：\\(1-{none}={value}\\)。"),
    "all": Words("The tries are independent, so the probabilities are multiplied: \\[{formula}\\]", "各人相互独立，概率相乘：\\[{formula}\\]"),
    "cases": Words("The cases exclude each other, so their probabilities are added; in each case they are multiplied, since the tries are independent: \\[{formula}\\]", "各种情形互斥，概率相加；每种情形中各人相互独立，概率相乘：\\[{formula}\\]"),
    "code": Words("probability that so many succeed, one after the other", "逐个加入，求成功人数的概率分布"),
    "method": Words("all cases of success and failure were listed and added", "列出所有成败情形，逐一相加"),
    "sentence": Words("The probability is \\({answer}\\).", "概率是 \\({answer}\\)。"),
}  # fmt: skip
_WHO: Final = r"甲[、,和]?乙(?:[、,和]?(?P<third>丙))?(?:两|二|三|2|3)?(?:个|名|位)?(?:人|射手|运动员|同学|选手|战士|篮球运动员|学生|球员)?"
_DO: Final = r"(?:向|对)?(?:同一)?(?:个)?(?:目标|靶子)?(?:各)?(?:进行)?(?:射击|投篮|射箭|罚球|打靶|破译|翻译|解答|解|投)(?:一次|1次)?(?:同一)?(?:个)?(?:目标|一?份密码|密码|一?道题|一?道数学题|一次|1次)?"
_DONE: Final = r"(?:命中|击中|投中|射中|中靶|破译|译出|破译出|解出|答对|做对|解对|投进|成功|达标)(?:目标|密码|该题|这道题|此题)?"
_ALL: Final = r"(?:两|二|三|2|3)(?:个)?人"
TABLE: Final = table({
    "who": (
        rf"(?P<who>{_WHO})(?:各自?|同时|分别)?(?:各)?(?P<free>独立地?)?(?:各)?{_DO}",
        rf"(?P<who>{_WHO})(?P<free>独立地?)(?:各)?(?:同时)?{_DO}",
    ),
    "chances": (
        rf"(?:他们|两人|三人|各人|每人|各自|若他们)?(?:每次)?(?:能)?(?:够)?(?:射击|投篮)?(?:的)?(?:{_DONE})(?:率|的?概率)(?:分别|依次)?(?:为|是) ?<p:chance> ?(?:[、,和与及]) ?<q:chance>(?: ?(?:[、,和与及]) ?<r:chance>)?",
    ),
    "free": (
        rf"(?:他们|{_ALL}|各人|每人|彼此|两人之间|各自)?(?:是否|能否)?(?:射击|投篮|{_DONE})?(?:与否)?(?:的)?(?:结果)?(?:之间)?(?:互不影响|互不干扰|(?:是)?(?:相互|互相)独立(?:的)?|相互没有影响|相互之间没有影响)",
    ),
    "ask": (
        rf"{FIND_ZH}(?:他们|{_ALL}|其)?(?:中)?(?P<how>至少|恰好?|只|仅|至多|最多)有?(?P<k>一|1|两|二|2)(?:个|名)?人(?:能)?{_DONE}(?:的)?概率(?:(?P<percent>是百分之多少|为百分之多少|是百分之几)|是多少|为多少|等于多少|是|为)?",
        rf"{FIND_ZH}(?:他们|{_ALL})?(?P<every>都|均|全部|同时)(?P<fail>没有|未|没|不能|不)?(?:能)?{_DONE}(?:的)?概率(?:(?P<percent>是百分之多少|为百分之多少|是百分之几)|是多少|为多少|等于多少|是|为)?",
        rf"{FIND_ZH}(?:目标|密码|此密码|该题|这道题|此题|该密码)(?:被|能被)(?P<some>击中|命中|译出|破译|解出|射中|解决)(?:的)?概率(?:(?P<percent>是百分之多少|为百分之多少|是百分之几)|是多少|为多少|等于多少|是|为)?",
    ),
})  # fmt: skip


def read(text: Text) -> Reading:
    """Who tries with which chances, and how many are to succeed."""
    if text.language != "zh" or "概率" not in text.source or not re.search("甲.{0,2}乙", text.source):
        return None
    source = without_dollars(text.source)
    found = clauses(source, TABLE)
    if isinstance(found, str):
        return None
    kinds = {said.kind: said for said in found}
    if len(kinds) != len(found) or not {"who", "chances", "ask"} <= set(kinds):
        return None
    if "free" not in kinds and not kinds["who"].values.get("free"):
        return None
    values = kinds["chances"].values
    chances = [number(values[k]) for k in "pqr" if k in values]
    if len(chances) != (3 if kinds["who"].values.get("third") else 2) or not all(0 < p < 1 for p in chances):
        return None
    counts = _counts(kinds["ask"], len(chances))
    percent = kinds["ask"].values.get("percent") is not None
    return None if counts is None else _task(text, chances, counts, percent=percent)


def _counts(ask: Said, n: int) -> tuple[int, ...] | None:
    """The numbers of successes that are asked for."""
    if ask.values.get("some"):
        return tuple(range(1, n + 1))
    if ask.values.get("every"):
        return (0,) if ask.values.get("fail") else (n,)
    k = 1 if ask.values["k"] in "一1" else 2
    match ask.values["how"][0]:
        case "至" | "最" if ask.values["how"] != "至少":
            return tuple(range(k + 1))
        case "至":
            return tuple(range(k, n + 1))
    return (k,)


def _task(text: Text, chances: list[sp.Rational], counts: tuple[int, ...], *, percent: bool) -> Prepared:  # fmt: skip
    n, say = len(chances), text.language
    decimal = re.search(r"\d\.\d|%", text.source) is not None

    def put(value: sp.Expr) -> str:
        return (terminating_decimal(value) if decimal else None) or latex(value)

    def case(row: tuple[int, ...]) -> sp.Rational:
        return sp.prod([p if s else 1 - p for p, s in zip(chances, row, strict=True)])

    def factors(row: tuple[int, ...]) -> str:
        return r"\times ".join(put(p if s else 1 - p) for p, s in zip(chances, row, strict=True))

    rows = [row for row in product((1, 0), repeat=n) if sum(row) in counts]
    total = sum(map(case, rows), sp.S.Zero)
    nobody = (0,) * n
    if counts == tuple(range(1, n + 1)):
        none = case(nobody)
        steps: tuple[str, ...] = (
            WORDS["none"].say(say, formula=f"{factors(nobody)}={put(none)}"),
            WORDS["opposite"].say(say, none=put(none), value=put(total)),
        )
    else:
        formula = "+".join(map(factors, rows)) + f"={put(total)}"
        steps = (WORDS["all" if len(rows) == 1 else "cases"].say(say, formula=formula),)
    lines = [
        f"chances = {exact_source(chances)}",
        comment(WORDS["code"].say(say)),
        "row = [S(1)]",
        "for p in chances:",
        "    row = [a*(1 - p) + b*p for a, b in zip(row + [0], [0] + row)]",
        f"sum(row[k] for k in {list(counts)})",
    ]
    tests = (
        "from itertools import product",
        f"chances = {exact_source(chances)}",
        f"cases = [case for case in product((0, 1), repeat={n}) if sum(case) in {list(counts)}]",
        "bool(answer == sum(prod(p if s else 1 - p for p, s in zip(chances, case)) for case in cases))",
    )

    def shown(value: object) -> str | None:
        if not isinstance(value, sp.Rational):
            return None
        return rf"{put(100 * value)}\%" if percent else put(value)

    return Prepared(say, steps, cell(*lines), tests, WORDS["method"], WORDS["sentence"], shown=shown, given=_given)  # fmt: skip


def _given(answer: str) -> sp.Expr | None:
    """The probability that somebody answered, in percent too."""
    part = re.sub(r"\\?%\s*\$?\s*$", "", answer.strip())
    value = one_value(part)
    return value / 100 if value is not None and "%" in answer else value
