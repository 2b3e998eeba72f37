"""How what is asked for follows from the numbers of one situation, or of two of one whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from solver.topics.base import Words
from solver.topics.stories.everyday.situations.mentions import Mention
from solver.topics.stories.school.working import Term, Unfit, Working

MOST_TOLD: Final = 4
_SAYS: Final = {
    "so_many": Words("how many {0}: multiply by so many in each", "一共有多少{0}：份数×每份数"),
    "so_often": Words("how many {1}: divide by so many in each", "有多少{1}：总量÷每份数"),
    "in_each": Words("how many {0} in each: divide by how many there are", "每{1}有多少{0}：总量÷份数"),
    "all": Words("all of it, which stays the same: so many each time, so many times", "总量：每份数×份数（两种情况下总量不变）"),
    "times": Words("how often the new amount goes into all of it", "份数：总量÷新的每份数"),
    "each": Words("all of it divided by the new number", "每份数：总量÷新的份数"),
    "work": Words("the whole work, in parts that one does in one {1}", "工作总量（1{0}1{1}的工作量作为1份）"),
    "parts": Words("parts", "份"),
    "time": Words("the time: the whole work divided by the new number", "时间：工作总量÷新的数量"),
    "who": Words("how many are needed: the whole work divided by the new time", "数量：工作总量÷新的时间"),
    "one": Words("what one makes in one {1}", "1{0}1{1}的量"),
    "made": Words("what is made then", "新情况下的总量"),
    "made_one": Words("what one makes in the new time", "1{0}在新的时间里的量"),
    "made_each": Words("what the new number makes in one {1}", "新的数量1{1}的量"),
    "made_who": Words("how many are needed", "所需的数量"),
    "made_time": Words("the time that is needed", "所需的时间"),
    "teeth": Words("how many teeth pass by", "转过的齿数"),
    "now": Words("the new number", "现在的数量"),
    "apart": Words("by how much they differ", "两种情况相差多少"),
    "asked": Words("the amount that is asked for", "所求的量"),
}  # fmt: skip
Method: TypeAlias = Callable[[Sequence[Mention], Mention, Working], bool]


def _says(work: Working, key: str, *names: str) -> str:
    return (_SAYS[key].zh if work.language == "zh" else _SAYS[key].en).format(*names)


def _chain(told: Sequence[Mention], asked: Mention, work: Working) -> bool:
    """24 boxes, 40 packs in a box, 12 pens in a pack: how many pens? All numbers are used, and only one way leads to what is asked for."""
    rates = [m for m in told if m.per]
    if asked.change or any(m.change for m in told) or len(told) > MOST_TOLD:
        return False
    if len({(m.per, m.unit) for m in rates}) < len(rates):
        return False
    ways = list(_ways(told, asked))
    if len({tuple(map(id, way)) for way in ways}) != 1:
        return False
    first, *others = ways[0]
    term, unit = _number(first), first.unit
    for other in others:
        if not other.per:
            key, term, unit = "in_each", term / _number(other), asked.unit
        elif unit == other.per:
            key, term, unit = "so_many", term * _number(other), other.unit
        else:
            key, term, unit = "so_often", term / _number(other), other.per
        term = work.step(_says(work, key, other.unit if other.per else asked.unit, other.per or asked.per), term, unit)  # fmt: skip
    _answer(work, term, asked)
    return True


def _ways(told: Sequence[Mention], asked: Mention) -> Iterator[list[Mention]]:
    """The orders in which numbers lead from a count to what is asked for."""

    def onward(way: list[Mention], unit: str) -> Iterator[list[Mention]]:
        left = [m for m in told if all(m is not w for w in way)]
        if not left and unit == asked.unit and not asked.per:
            yield way
        for m in left:
            if m.per and m.per != m.unit and unit in (m.per, m.unit):
                yield from onward([*way, m], m.unit if unit == m.per else m.per)
            elif not m.per and len(left) == 1 and asked.per == m.unit != unit == asked.unit:
                yield [*way, m]

    for m in told:
        if not m.per:
            yield from onward([m], m.unit)


def _pace(told: Sequence[Mention], asked: Mention, work: Working) -> bool:
    """15 t a day last 24 days; how many days do 12 t a day last?"""
    if len(told) != 3:
        return False
    first, second = sorted(told[:2], key=lambda m: not m.per)
    if not first.per or second.unit != first.per or second.per:
        return False
    third = _changed(first if told[2].per else second, told[2], work)
    kind = first.per, first.unit
    if third.per and (third.per, third.unit) == kind and asked.unit == first.per and not asked.per:
        before, key = second, "times"
    elif not third.per and third.unit == second.unit and (asked.per, asked.unit) == kind:
        before, key = first, "each"
    else:
        return False
    total = work.step(_says(work, "all"), _number(first) * _number(second), first.unit)
    _share(work, total, third, before, asked, key)
    return True


TEETH: Final = ("齿", "tooth")


def _gears(told: Sequence[Mention], asked: Mention, work: Working) -> bool:
    """Teeth times turns is the same for both wheels."""
    teeth, turns = ([m for m in told if (m.unit in TEETH) is is_tooth] for is_tooth in (True, False))
    if len(teeth) != 2 or len(turns) != 1 or told[2] is not teeth[1] or any(m.change for m in told):
        return False
    if (asked.unit, asked.per) != (turns[0].unit, turns[0].per) or asked.change:
        return False
    total = work.step(_says(work, "teeth"), _number(teeth[0]) * _number(turns[0]), "")
    _share(work, total, teeth[1], turns[0], asked, "times")
    return True


def _working(told: Sequence[Mention], asked: Mention, work: Working) -> bool:
    """12 people need 8 days; how many days do 16 people need?"""
    if len(told) != 3 or asked.per or any(m.per for m in told):
        return False
    who, time = sorted(told[:2], key=lambda m: m.role == "time")
    if (who.role, time.role) != ("who", "time"):
        return False
    third = _changed(who, told[2], work)
    if third.role == "who" and asked.unit == time.unit and third.unit == who.unit:
        before, key = time, "time"
    elif third.unit == time.unit and asked.role == "who" and asked.unit == who.unit:
        before, key = who, "who"
    else:
        return False
    whole = work.step(_says(work, "work", who.unit, time.unit), _number(who) * _number(time), _says(work, "parts"))  # fmt: skip
    _share(work, whole, third, before, asked, key)
    return True


def _making(told: Sequence[Mention], asked: Mention, work: Working) -> bool:
    """5 workers make 120 parts in 4 hours; what do 8 workers make in 6 hours?"""
    if len(told) != 5 or asked.per or any(m.per or m.change for m in (*told, asked)):
        return False
    first, second = ({m.role: m for m in some} for some in (told[:3], told[3:]))
    units = {role: m.unit for role, m in first.items()}
    if set(units) != {"who", "time", "thing"} or {*second, asked.role} != set(units) or len(second) != 2:
        return False
    if any(m.unit != units[m.role] for m in (*second.values(), asked)):
        return False
    who, time, thing = units["who"], units["time"], units["thing"]
    one = _number(first["thing"]) / _number(first["who"]) / _number(first["time"])
    one = work.step(_says(work, "one", who, time), one, thing)
    if asked.role == "thing":
        made = work.step(_says(work, "made"), one * _number(second["who"]) * _number(second["time"]), thing)
    else:
        by, key = (second["time"], "made_one") if asked.role == "who" else (second["who"], "made_each")
        each = work.step(_says(work, key, who, time), one * _number(by), thing)
        made = work.step(_says(work, f"made_{asked.role}"), _number(second["thing"]) / each, asked.unit)
    _answer(work, made, asked)
    return True


def _changed(before: Mention, other: Mention, work: Working) -> Mention:
    """The number of the second situation; where it is told by how many more or fewer there are, that with the change."""
    if not other.change:
        return other
    if (other.unit, other.per) != (before.unit, before.per):
        raise Unfit
    number = _number(before) + _number(other) if other.change == "more" else _number(before) - _number(other)
    return replace(before, number=work.step(_says(work, "now"), number, before.unit))


def _share(work: Working, total: Term, other: Mention, before: Mention, asked: Mention, key: str) -> None:
    """What is asked for: the total by the other number, or by how much that differs from before."""
    found = work.step(_says(work, key), total / _number(other), asked.unit)
    if asked.change:
        one, less = (found, _number(before)) if asked.change == "more" else (_number(before), found)
        if one.value <= less.value:
            raise Unfit
        found = work.step(_says(work, "apart"), one - less, asked.unit)
    _answer(work, found, asked)


def _answer(work: Working, term: Term, asked: Mention) -> None:
    if term.value <= 0 or (term.value.denominator != 1 and asked.is_whole):
        raise Unfit
    work.give(term, asked.unit, _says(work, "asked"))


def _number(mention: Mention) -> Term:
    if mention.number is None or mention.number.value <= 0:
        raise Unfit
    return mention.number


METHODS: Final[tuple[Method, ...]] = (_chain, _pace, _gears, _working, _making)
