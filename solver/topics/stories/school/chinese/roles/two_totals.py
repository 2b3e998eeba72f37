"""Two kinds of things and two totals: so many of both for so much, twice; or one such total and how the two differ.

    a_1·x + b_1·y = s_1,   a_2·x + b_2·y = s_2   (or x − y = d, x = k·y)

Asked: what is of one of each, of one of them, of so many of both, or how much more one is. The names are what both totals share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, SCALES, UNIT, unit_of
from solver.topics.stories.school.chinese.roles.names import trimmed
from solver.topics.stories.school.chinese.roles.telling import AND, Mention, Telling, quiet
from solver.topics.stories.school.working import Term, Unfit, Working, num

_IDLE_ONE: Final = "次|天|家|样|下|块儿|起|边|共|周|趟|个?(?:小时|月|星期|上午|下午)|年|批|回|套|刻|路"
_NAME_END: Final = re.compile(
    f"{AND}|[，的要需花用付共]|一共|总共|合计|正好|刚好|恰好|每|可|能|重|装|运|同时|的|是|值|卖|售|加|一次|{NUMBER}|分别|各|单价|价"
)
_FOREIGN: Final = re.compile("找|剩|余|还差|欠|多出|少了|带|只够|不够|其中|倍数|退|各买")
_GAP: Final = re.compile(
    f"(?:每|一)?(?:{UNIT})?(?P<x>[^，{NUMBER[1:-1]}]+?)(?:的?(?:单价|价格|价钱))?比(?:每|一)?(?:{UNIT})?(?P<y>[^，{NUMBER[1:-1]}]+?)(?:的?(?:单价|价格|价钱))?(?P<s>贵|便宜|多|少|重|轻)[^，{NUMBER[1:-1]}]{{0,2}}(?P<d>{NUMBER})(?P<u>{UNIT})"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """a·x + b·y = total."""

    a: Fraction
    b: Fraction
    total: Fraction


def two_totals(t: Telling) -> Working:
    """The working of a story of two totals of the same two things.

    Raises:
        Unfit: it is none, or is not understood.
    """
    if _FOREIGN.search(t.text):
        raise Unfit
    gaps = [found for clause in t.told if (found := _GAP.fullmatch(t.without_ones(clause)))]
    if gaps:
        return _by_gap(t, gaps)
    numbers = _numbers(t)
    if len(numbers) != 6:
        raise Unfit
    first, second = numbers[:3], numbers[3:]
    total = _total_unit(first, second)
    (a, b, whole), later = _lines(first, total), _lines(second, total)
    names, order = _names((a, b, whole), later)
    c, d = (later[:2][k] for k in order)
    rows = [_Row(a[0].value, b[0].value, whole), _Row(c[0].value, d[0].value, later[2])]
    work = Working()
    x, y = _solved(work, names, rows, total)
    _answer(t, work, names, (x, y), total, [a[0].measure, b[0].measure])
    return work


def _by_gap(t: Telling, gaps: list[re.Match[str]]) -> Working:
    """One total, and how much more one of the one kind is than one of the other."""
    gap = gaps[0]
    others = tuple(clause for clause in t.told if not _GAP.fullmatch(t.without_ones(clause)))
    numbers = _numbers(replace(t, told=others))
    total = unit_of(gap["u"], "")
    if len(gaps) != 1 or len(numbers) != 3 or not quiet(gap["x"]) or not quiet(gap["y"]):
        raise Unfit
    one, two, whole = _lines(numbers, total)
    cut = [_NAME_END.split(line[1])[0] for line in (one, two)]
    said = [re.sub("^每|的$", "", gap[k]) for k in "xy"]
    names = [max((_shared(word, x) for x in said), key=len) for word in cut]
    if not all(names) or names[0] == names[1] or _shared(names[0], said[0]) and _shared(names[0], said[1]):
        raise Unfit
    up = bool(_shared(names[0], said[0])) == (gap["s"] in "贵多重")  # the first one is more
    work = Working()
    d, a, b = num(t.marks.values[gap["d"]]), num(one[0].value), num(two[0].value)
    dear = 0 if up else 1
    extra = work.step(f"如果都换成{names[1 - dear]}，总数少多少", (a, b)[dear] * d, total)
    even = work.step("这时的总数", num(whole) - extra, total)
    small = work.step(f"每一份{names[1 - dear]}是多少", even / work.step("一共有多少份", a + b), total)
    big = work.step(f"每一份{names[dear]}是多少", small + d, total)
    if small.value <= 0:
        raise Unfit
    found = (big, small) if dear == 0 else (small, big)
    _answer(t, work, (names[0], names[1]), found, total, [one[0].measure, two[0].measure])
    return work


def _numbers(t: Telling) -> list[Mention]:
    """The numbers that are told, without those that are part of "once", "together", "two kinds"."""
    found = []
    for i, clause in enumerate(t.told):
        plain = re.sub(f"{t.marks.one}(?={_IDLE_ONE})", "", clause)
        plain = re.sub(
            f"第[一二两三]次|这?{NUMBER}(?=次|种|样|回)",
            lambda x: "" if x[0][-1] not in t.marks.values or t.marks.values[x[0][-1]] == 2 else x[0],
            plain,
        )
        for m in t.mentions(plain, i):
            if m.share or m.value <= 0:
                raise Unfit
            found.append(m)
        if not quiet(re.sub(f"{NUMBER}(?:{UNIT})?|共|每(?:天|次|小时|台|人|个|辆)?", "", plain)):
            raise Unfit
    return found


def _total_unit(first: list[Mention], second: list[Mention]) -> str:
    """The unit of the totals: the last or the first of three numbers."""
    ways = []
    for at in (2, 0):
        for also in (2, 0):
            a, b = first[at], second[also]
            others = [m.unit for k, m in enumerate(first) if k != at] + [
                m.unit for k, m in enumerate(second) if k != also
            ]
            if a.measure and a.unit == b.unit and a.unit not in others and all(others):
                ways.append(a.unit)
            elif a.measure and a.unit == b.unit and at == also == 2 and all(others) and a.unit == "个":
                ways.append(a.unit)  # "2名师傅和3名徒弟共加工130个"
    ways = [unit for unit in ways if unit == "元" or unit in SCALES] or ways
    if len(set(ways)) != 1:
        raise Unfit
    return ways[0]


def _lines(triple: list[Mention], total: str) -> tuple[tuple[Mention, str], tuple[Mention, str], Fraction]:
    """The two counts with what they count, and the total."""
    totals = [k for k, m in enumerate(triple) if m.unit == total and k in (0, 2)]
    if len(totals) > 1:
        totals = [2] if triple[1].unit != total else []
    if len(totals) != 1:
        raise Unfit
    at = totals[0]
    counts = [m for k, m in enumerate(triple) if k != at]
    if len({m.clause for m in counts}) == 1 and not re.search(f"{AND}|加|[，买]", counts[0].after):
        raise Unfit
    return (counts[0], counts[0].after), (counts[1], counts[1].after), triple[at].value


def _names(
    first: tuple[tuple[Mention, str], tuple[Mention, str], Fraction],
    second: tuple[tuple[Mention, str], tuple[Mention, str], Fraction],
) -> tuple[tuple[str, str], tuple[int, int]]:
    """What both totals call the two things, and in which order the second one has them."""

    def common(i: int, j: int) -> str:
        (m, after), (n, other) = first[i], second[j]  # type: ignore[misc]
        if m.unit != n.unit:
            return ""
        cut = [_NAME_END.split(word)[0] for word in (after, other)]
        if not any(cut):  # "甲队修3天、乙队修4天"
            cut = [
                trimmed(re.split(f"{AND}|，", re.sub(f"^(?:{AND})", "", one.before))[-1]) for one in (m, n)
            ]
        return cut[0] if cut[0] == cut[1] else _shared(*cut)

    ways = []
    for order in ((0, 1), (1, 0)):
        names = (common(0, order[0]), common(1, order[1]))
        if all(names) and names[0] != names[1]:
            ways.append((names, order))
    if len(ways) != 1:
        raise Unfit
    return ways[0]


def _shared(a: str, b: str) -> str:
    """One name where the shorter one is the beginning or the end of the longer: 甲种 of 甲种糖, 橙子 of 甜橙子."""
    short, long = sorted((a, b), key=len)
    return short if short and (long.startswith(short) or long.endswith(short)) else ""


def _solved(work: Working, names: tuple[str, str], rows: list[_Row], unit: str) -> tuple[Term, Term]:
    """One kind is made to stand in both as often; the difference is due to the other one."""
    p, q = rows
    if p.a * q.b == p.b * q.a:
        raise Unfit
    swap = p.a == q.a
    if swap:
        names = names[::-1]
        p, q = (_Row(r.b, r.a, r.total) for r in (p, q))
    k, m = (q.b, p.b) if p.b != q.b else (Fraction(1), Fraction(1))
    totals, counts = [], []
    for row, factor, which in ((p, k, "第一次"), (q, m, "第二次")):
        total, count = num(row.total), num(row.a)
        if factor != 1:
            total = work.step(
                f"{which}的数量都乘 {num(factor).tex}，总数也乘 {num(factor).tex}", total * num(factor), unit
            )
            count = work.step(f"这时{which}{names[0]}的数量", count * num(factor))
        totals.append(total)
        counts.append(count)
    high, low = (0, 1) if counts[0].value > counts[1].value else (1, 0)
    count = work.step(f"{names[1]}的数量相同时，{names[0]}相差多少", counts[high] - counts[low])
    gap = work.step("总数相差多少", totals[high] - totals[low], unit)
    x = work.step(f"每一份{names[0]}是多少", gap / count, unit)
    used = work.step(f"第一次的{names[0]}一共占多少", num(p.a) * x, unit)
    y = work.step(f"每一份{names[1]}是多少", (num(p.total) - used) / num(p.b), unit)
    if x.value <= 0 or y.value <= 0:
        raise Unfit
    return (y, x) if swap else (x, y)


def _answer(
    t: Telling,
    work: Working,
    names: tuple[str, str],
    found: tuple[Term, Term],
    unit: str,
    measures: list[str],
) -> None:
    question = "，".join(t.asked)
    asked = re.findall(f"(?:多少|几)({UNIT}|块?钱)?", question)
    units = {unit_of("元" if u in ("钱", "块钱") else u, question) for u in asked if u}
    if units - {unit}:
        raise Unfit
    words = re.sub(f"(?:多少|几)(?:{UNIT}|块?钱)?", "", question)
    places = [_place(names[k], names[1 - k], words) for k in (0, 1)]
    plain = re.sub(f"{t.marks.one}(?={_IDLE_ONE})", "", words)
    counted = t.mentions(plain)
    several = (
        re.search("各|分别|单价各|每.*每", words)
        or len(t.asked) > 1
        or all(p >= 0 for p in places)
        and re.search(f"求|是$|{AND}[^，]*每", words)
        and not any(m.value != 1 for m in counted)
    )
    if re.search("比", words):
        _apart(work, names, found, unit, t.without_ones(words))
        return
    together = re.search("一共|总共|合计|共(?!同)|和是|之和|总", words)
    if together or any(m.value != 1 for m in counted):
        _some(t, work, names, found, unit, counted, measures)
        return
    if all(p >= 0 for p in places) or all(p < 0 for p in places) and re.search("各|分别", words):
        if not several:
            raise Unfit
        first = 0 if places[0] <= places[1] else 1
        _give(work, found[first], unit, names[first], measures[first])
        work.asked_again = True
        _give(work, found[1 - first], unit, names[1 - first], measures[1 - first])
        return
    if all(p < 0 for p in places) or re.search("各|分别", words):
        raise Unfit
    one = 0 if places[0] >= 0 else 1
    _give(work, found[one], unit, names[one], measures[one])


def _place(name: str, other: str, text: str) -> int:
    """Where a text speaks of a thing: by its name, or by a beginning or end of it that is not the other's."""
    for size in range(len(name), 0, -1):
        for part in (name[:size], name[len(name) - size :]):
            if part in text and part not in other and (size > 1 or len(name) == 1 or part == name[0]):
                return text.index(part)
    return -1


def _apart(work: Working, names: tuple[str, str], found: tuple[Term, Term], unit: str, words: str) -> None:
    compared = re.fullmatch("(?P<x>.+?)比(?P<y>.+?)(?P<s>贵|多|便宜|少|重|轻)[^，]{0,3}", words)
    if compared is None or re.search(NUMBER, words):
        raise Unfit
    sides = [[k for k in (0, 1) if _place(names[k], names[1 - k], compared[x]) >= 0] for x in "xy"]
    if any(len(s) != 1 for s in sides) or sides[0] == sides[1]:
        raise Unfit
    high, low = found[sides[0][0]], found[sides[1][0]]
    if compared["s"] in ("便宜", "少", "轻"):
        high, low = low, high
    work.give(work.step("相差多少", high - low, unit), unit, "相差的数")


def _some(
    t: Telling,
    work: Working,
    names: tuple[str, str],
    found: tuple[Term, Term],
    unit: str,
    counted: list[Mention],
    measures: list[str],
) -> None:
    """What so many of both, or of one, come to."""
    if re.search("各|分别", "".join(t.asked)) or not 1 <= len(counted) <= 2 or len(t.asked) != 1:
        raise Unfit
    terms, seen = [], set()
    for m in counted:
        which = [k for k in (0, 1) if _place(names[k], names[1 - k], m.after) == 0]
        if len(which) != 1 or which[0] in seen or m.measure != measures[which[0]]:
            raise Unfit
        seen.add(which[0])
        terms.append(num(m.value) * found[which[0]] if m.value != 1 else found[which[0]])
    if len(seen) < 2 and all(_place(names[k], names[1 - k], "".join(t.asked)) >= 0 for k in (0, 1)):
        raise Unfit
    total = terms[0] if len(terms) == 1 else terms[0] + terms[1]
    work.give(work.step("要求的总数", total, unit), unit, "要求的总数")


def _give(work: Working, term: Term, unit: str, name: str, measure: str) -> None:
    if unit not in SCALES and unit != "元" and term.value.denominator != 1:
        raise Unfit
    work.give(term, unit, f"每{measure}{name}对应的数")
