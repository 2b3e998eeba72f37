"""So many of two sorts, each of which counts for so much; and what all of them come to: how many there are of each.

    x + y = N,   p·x + q·y = S    (q < 0 where points are taken off)

Three of the four numbers have one unit (the two rates and their total), the other one counts the things. What one of a sort counts for
is told; legs that everybody knows are read elsewhere. Not read: three sorts, a sort of which more is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from solver.topics.stories.school.chinese.marks import NUMBER, SCALES, UNIT, unit_of
from solver.topics.stories.school.chinese.roles.telling import AND, Mention, Telling, quiet
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.chinese.lexicon import LEGS, WHEELS

_SINGLE: Final = "胜负赢输对错大小男女"
_FOREIGN: Final = re.compile("找|剩|余|还差|欠|倍|平(?![时均方])|弃权|三种|部分|只付")
_OFF: Final = re.compile("扣|减|倒")
_THIRD: Final = re.compile("[不没]答|[不没]做|未答|未做|放弃|空题")
_BOTH: Final = re.compile("全部?[做答]|都[做答]")


@dataclass(frozen=True, slots=True)
class _Sort:
    """What one of a sort counts for, and the words that name the sort."""

    words: str
    rate: Mention
    per: str
    off: bool


def two_sorts(t: Telling) -> Working:
    """The working of a story of two sorts of things that are counted together.

    Raises:
        Unfit: it is none, or is not understood.
    """
    if _FOREIGN.search(re.sub("(?:没有?|无)平局|公平", "", t.text)):
        raise Unfit
    numbers = _numbers(t)
    if len(numbers) == 2:
        return _by_legs(t, [m for m, _, _ in numbers])
    if len(numbers) != 4:
        raise Unfit
    units = [m.unit for m, _, _ in numbers]
    value = [u for u in set(units) if units.count(u) == 3]
    if len(value) != 1 or not value[0]:
        raise Unfit
    counted = next(m for m, _, _ in numbers if m.unit != value[0])
    amounts = [one for one in numbers if one[0].unit == value[0]]
    total = max((m for m, _, _ in amounts), key=lambda m: m.value)
    rates = [one for one in amounts if one[0] is not total]
    if len(rates) != 2 or not counted.unit or counted.value.denominator != 1 and counted.unit not in SCALES:
        raise Unfit
    sorts = [_Sort(words, m, per, bool(_OFF.search(m.before))) for m, words, per in rates]
    _fit(t, sorts, counted, total)
    return _solve(t, sorts, counted, total)


def _by_legs(t: Telling, numbers: list[Mention]) -> Working:
    """Two sorts of animals or vehicles of which everybody knows how many legs or wheels one has."""
    part = next((p for p in ("轮", "腿", "脚", "足") if p in t.text), "")
    table = WHEELS if part == "轮" else LEGS
    rest, names = t.text, []
    for name in sorted(table, key=len, reverse=True):
        if name in rest:
            names.append(name)
            rest = rest.replace(name, "，")
    total = [
        m
        for m in numbers
        if re.match(f"车?{part}", m.after) or re.search(f"{part}(?!车)[^，]{{0,4}}$", m.before)
    ]
    if not part or len(names) != 2 or len(total) != 1 or table[names[0]] == table[names[1]]:
        raise Unfit
    names.sort(key=t.text.index)
    question = "，".join(t.asked)
    asked = re.findall(f"(?:多少|几)({UNIT})", question)
    if len(set(asked)) != 1 or re.search("[比倍]|一共|总共", question):
        raise Unfit
    counted = replace(next(m for m in numbers if m is not total[0]), unit=unit_of(asked[0], ""))
    each = [replace(total[0], value=num(table[name]).value) for name in names]
    sorts = [_Sort(name, m, "", off=False) for name, m in zip(names, each, strict=True)]
    return _solve(t, sorts, counted, replace(total[0], unit=part))


def _numbers(t: Telling) -> list[tuple[Mention, str, str]]:
    """The numbers that are told, each with the words that it is told of and the measure of which it is told for one."""
    found: list[tuple[Mention, str, str]] = []
    before = ""
    for i, clause in enumerate(t.told):
        clause = re.sub("双人(?=间|房|桌|座|床)", _two(t), clause)
        per = ""
        for one in t.marks.ones:
            if (match := re.search(f"{one}({UNIT})", clause)) is not None and not re.match(
                "次|天|共|起|下|周", match[1]
            ):
                per = match[1]
        plain = t.without_ones(clause)
        plain = re.sub(f"(?<=元){t.marks.one}(?:{UNIT})", "", plain)
        plain = re.sub(f"{t.marks.one}(?=次|天|共|起|下|周)", "", plain)
        each = re.search(f"每({UNIT})", plain)
        per = per or (each[1] if each else "")
        mentions = [
            m
            for m in t.mentions(plain, i)
            if not (m.value == 2 and re.match("[种类样]", m.measure + m.after))
        ]
        for k, m in enumerate(mentions):
            if m.share:
                raise Unfit
            words = re.sub(f"(?:，|{AND})*$", "", m.before)
            if not re.sub("[的是有得为每和与、]|票价|价格|单价|收费", "", words) and k == 0:
                words = before + words
            found.append((m, words, per if len(mentions) == 1 else ""))
        left = re.sub(f"每(?:{UNIT}|队|节)?|共|各|全部|{NUMBER}|不答|都|[没未]有?平局|不[会做]", "", plain)
        if not quiet(left):
            raise Unfit
        before = plain if not mentions else ""
    return found


def _two(t: Telling) -> str:
    """A letter for the two of "双人间"."""
    for letter, value in t.marks.values.items():
        if value == 2 and "\ue000" <= letter <= "\ue7ff":
            return f"{letter}人"
    letter = "\ue7fe"
    t.marks.values[letter] = num(2).value
    return f"{letter}人"


def _fit(t: Telling, sorts: list[_Sort], counted: Mention, total: Mention) -> None:
    """Whether both numbers are of both sorts, and the rates of one of what is counted."""
    a, b = sorts
    if (
        (a.rate.value, a.off) == (b.rate.value, b.off)
        or a.off
        and b.off
        or max(a.rate.value, b.rate.value) >= total.value
    ):
        raise Unfit
    for one in sorts:
        per = unit_of(one.per, "") if one.per else ""
        if (
            per
            and per != counted.unit
            and not (counted.unit in "件个样份" and a.per != b.per)
            and not (per == "次" and counted.after.startswith("次"))
            and not (
                re.fullmatch("天|周|小时|分钟|月|年", per)
                and re.search(f"(?:{t.marks.one}|[一每这])个?{per}", t.told[total.clause])
            )
        ):
            raise Unfit
        if (
            one.off
            and _THIRD.search(t.text)
            and not _THIRD.search(one.words + one.rate.before)
            and not _BOTH.search(t.text)
        ):
            raise Unfit
    for m in (counted, total):
        here = [bool(_called(x, y, m.before)) for x, y in ((a, b), (b, a))]
        if here[0] != here[1]:
            raise Unfit  # so many of one of them
    if any(re.search("每|[比倍]", one.rate.after) for one in sorts):
        raise Unfit


def _called(one: _Sort, other: _Sort, text: str) -> str:
    """The words by which a text means a sort: the longest that are told of it and not of the other one."""
    if not re.sub("[的是有得为]", "", one.words) or not re.sub("[的是有得为]", "", other.words):
        return ""  # 1元和5角的硬币
    words = re.sub(f"每(?:{UNIT})?|{NUMBER}(?:{UNIT})?", "，", one.words)
    for size in range(min(len(words), len(text)), 0, -1):
        for k in range(len(words) - size + 1):
            part = words[k : k + size]
            if (
                "，" not in part
                and part in text
                and part not in other.words
                and (size > 1 or part in _SINGLE)
            ):
                return part
    return ""


def _solve(t: Telling, sorts: list[_Sort], counted: Mention, total: Mention) -> Working:
    work = Working()
    names = [_name(one, sorts[1 - k]) for k, one in enumerate(sorts)]
    unit, what = counted.unit, total.unit
    high, low = (
        (0, 1) if sorts[1].off or not sorts[0].off and sorts[0].rate.value > sorts[1].rate.value else (1, 0)
    )
    p, q = num(sorts[high].rate.value), num(sorts[low].rate.value)
    n, s = num(counted.value), num(total.value)
    most = work.step(f"假设全部是{names[high]}，一共是多少", p * n, what)
    gap = work.step("比实际多多少", most - s, what)
    each = work.step(
        f"每把一份{names[high]}换成{names[low]}，少多少", p + q if sorts[low].off else p - q, what
    )
    fewer = work.step(f"{names[low]}有多少", gap / each, unit)
    more = work.step(f"{names[high]}有多少", n - fewer, unit)
    if any(x.value <= 0 or x.value.denominator != 1 and unit not in SCALES for x in (more, fewer)):
        raise Unfit
    found = {high: more, low: fewer}
    _answer(t, work, sorts, names, (found[0], found[1]), unit)
    return work


def _name(one: _Sort, other: _Sort) -> str:
    """What a sort is called in the steps."""
    words = re.sub(f"每(?:{UNIT})?|已知|票价|规定", "", one.words)
    if words == re.sub(f"每(?:{UNIT})?|已知|票价|规定", "", other.words) or not words:
        return f"{num(one.rate.value).tex}{one.rate.measure}的"
    return (
        re.sub(f"{NUMBER}|(?:有|得|坐|是|为|收费|的|住|运|装|行|种|卖|价格|单价|可以?|能)+$", "", words)
        or words
    )


def _answer(
    t: Telling,
    work: Working,
    sorts: list[_Sort],
    names: list[str],
    found: tuple[Term, Term],
    unit: str,
) -> None:
    question = re.sub("双人(?=间|房|桌|座|床)", _two(t), "，".join(t.asked))
    asked = [unit_of(u, question) for u in re.findall(f"(?:多少|几)({UNIT})", question)]
    if any(
        u != unit and u not in {unit_of(one.per, "") for one in sorts if one.per} for u in asked
    ) or re.search("比|倍|相差|一共|总共|合计|块?钱|元(?![硬纸的])", re.sub(f"{NUMBER}元", "", question)):
        raise Unfit
    words = t.without_ones(re.sub(f"(?:多少|几)(?:{UNIT})?", "", question))
    places = _places(t, sorts, words)
    several = re.search("各|分别", words) or len(t.asked) > 1
    if all(p < 0 for p in places) and several and len(t.asked) == 1:
        places = [0, 1]
    meant = sorted((p, k) for k, p in enumerate(places) if p >= 0)
    if not meant or len(meant) == 2 and not several or len(meant) == 1 and several:
        raise Unfit
    for k, (_, which) in enumerate(meant):
        work.asked_again = k > 0
        work.give(found[which], unit, f"{names[which]}的数量")


def _places(t: Telling, sorts: list[_Sort], words: str) -> list[int]:
    """Where a question means the sorts: by their names, or by what one of them counts for."""
    mentions = t.mentions(words)
    if [m for m in mentions if m.value != 2 or m.measure == sorts[0].rate.measure]:
        places = []
        for one in sorts:
            at = [k for k, m in enumerate(mentions) if m.value == one.rate.value and m.unit == one.rate.unit]
            places.append(at[0] if len(at) == 1 else -1)
        if any(m.value not in {one.rate.value for one in sorts} for m in mentions):
            raise Unfit
        return places
    a, b = sorts
    called = (_called(a, b, words), _called(b, a, words))
    return [words.index(one) if one else -1 for one in called]
