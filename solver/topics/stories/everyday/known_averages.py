"""What an average leaves for one: the last number, the other group, the speed over two stretches. Not read: dropped or changed values."""

from __future__ import annotations

import re
from functools import reduce
from typing import Final

from solver.reader.numerals import english_value
from solver.topics.stories.everyday.kinds import CN, LISTED, MANY, Story, counted, en, kind, value, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_ORDER: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


@kind(
    r"\b(?:average|mean)\b",
    "en",
    {
        "mean": (rf"the (?:average|mean) of (?:his |her |the )?<k> (?P<w>{en(3)})is <a>",),
        "known": (rf"(?:the )?(?:first )?<j> of (?:them|these|the {en(2)}|the numbers) ?(?:are|were) (?P<l>{LISTED})",),
        "ask": (rf"(?:what is|find) the (?P<o>{'|'.join(_ORDER)}|other|last|remaining|missing)(?: {en(2)})?",),
    },
)  # fmt: skip
def _the_last_one(s: Story, work: Working) -> None:
    s.only("mean", "known")
    known = [value(x) for x in re.findall(r"\d+(?:\.\d+)?", s.one("known").values["l"])]
    many, place = s.told("k"), s.words("o")[0]
    if s.told("j").value != len(known) or many.value != len(known) + 1:
        raise Unfit
    if place in _ORDER and _ORDER.index(place) + 1 != many.value:
        raise Unfit
    total = work.step("all of them together: the average times how many", many * s.told("a"))
    rest = work.step("the sum of those that are known", reduce(Term.__add__, known))
    work.give(work.step("what is left for the last one", total - rest), "", "the missing one")


@kind(
    "平均",
    "zh",
    {
        "all": (rf"(?P<n>{CN})个数的平均数(?:是|为)<a>",),
        "some": (rf"(?:其中)?(?P<f>前|后)?(?P<k>{CN})个数的平均数(?:是|为)<b>",),
        "known": (rf"(?:其中)(?P<j>{CN})个数(?:分别)?(?:是|为)(?P<l>\d+(?:\.\d+)?(?:[,，和、]\d+(?:\.\d+)?){{0,8}})",),
        "ask": (rf"(?:那么|则|求)?第(?P<o>{CN})个数(?:是|为)?(?:{MANY})?", rf"(?:那么|则|求)?另(?:外)?(?:一|1)个数(?:是|为)?(?:{MANY})?"),
    },
)  # fmt: skip
def _one_of_them(s: Story, work: Working) -> None:
    many, part = counted(s.one("all").values["n"]), s.one("some", "known")
    numbers = [value(x) for x in re.findall(r"\d+(?:\.\d+)?", part.values.get("l", ""))]
    few = counted(part.values["k"] if part.kind == "some" else part.values["j"])
    told = s.asked.values.get("o")
    place = None if told is None else counted(told).value
    if many.value != few.value + 1 or numbers and len(numbers) != few.value:
        raise Unfit
    if place is not None and (place != many.value if part.values.get("f") != "后" else place != 1):
        raise Unfit
    total = work.step("总和：平均数×个数", many * s.told("a"))
    rest = few * s.told("b") if part.kind == "some" else reduce(Term.__add__, numbers)
    work.give(work.step("总和减去其余的和", total - work.step("其余的和", rest)), "", "这个数")


@kind(
    "平均",
    "zh",
    {
        "all": (rf"(?:有)?(?P<n>{CN})个数(?:排成一[列行]|从左到右排列)?[，,]?(?:它们|这{CN}个数)?的?平均数(?:是|为)<a>",),
        "part": (rf"(?:其中)?(?P<f>前|后)(?:面)?(?P<k>{CN})个(?:数)?(?:的)?平均数(?:是|为)<b>",),
        "ask": (rf"(?:那么|则|求|问)?(?:中间|(?:正)?中间的?|第(?P<o>{CN})个|中间那个)数(?:是|为)?(?:多少|几)?", rf"(?:那么|则|求|问)?第(?P<o>{CN})个(?:数)?(?:是|为)?(?:多少|几)?"),
    },
)  # fmt: skip
def _the_middle_one(s: Story, work: Working) -> None:
    """Of five numbers the first three and the last three: the third one is in both."""
    s.only("all", "part")
    many, parts = counted(s.one("all").values["n"]), s.all("part")
    sizes = {said.values["f"]: counted(said.values["k"]) for said in parts}
    if (
        len(parts) != 2
        or set(sizes) != {"前", "后"}
        or sizes["前"].value + sizes["后"].value != many.value + 1
    ):
        raise Unfit
    place = s.asked.values.get("o")
    if counted(place).value != sizes["前"].value if place else many.value != 2 * sizes["前"].value - 1:
        raise Unfit
    first, last = (
        work.step(
            f"{said.values['f']}{said.values['k']}个数的和",
            counted(said.values["k"]) * value(said.values["b"]),
        )
        for said in parts
    )
    total = work.step("所有数的和", many * s.told("a"))
    both = work.step("两部分的和，这个数算了两次", first + last)
    work.give(work.step("减去所有数的和", both - total), "", "这个数")


_NTHS: Final = "|".join(_ORDER)
_HOW_MANY: Final = r"(?P<n>\d+|three|four|five|six|seven|eight|nine|ten|eleven)"


@kind(
    r"\b(?:average|mean)\b",
    "en",
    {
        "all": (rf"(?:the )?(?:average|mean) of {_HOW_MANY} numbers(?: (?:in a row|in order|written in a row))? is <a>", rf"{_HOW_MANY} numbers(?: in a row| are written in a row ,? and)? (?:have|has) an? (?:average|mean) of <a>"),
        "part": (r"the (?:average|mean) of the (?P<f>first|last) <k>(?: (?:of them|numbers|of these))? is <b>", r"the (?P<f>first|last) <k>(?: (?:of them|numbers|of these))? (?:have|has) an? (?:average|mean) of <b>"),
        "ask": (rf"(?:what is|find) the (?P<o>{_NTHS}|middle)(?: number| one)?",),
    },
)  # fmt: skip
def _the_middle_one_in_english(s: Story, work: Working) -> None:
    """As `_the_middle_one`."""
    s.only("all", "part")
    told, parts, place = s.words("n")[0], s.all("part"), s.words("o")[0]
    many = num(english_value(told) or 0) if told.isalpha() else value(told)
    sizes = {said.values["f"]: value(said.values["k"]) for said in parts}
    if (
        len(parts) != 2
        or set(sizes) != {"first", "last"}
        or sizes["first"].value + sizes["last"].value != many.value + 1
    ):
        raise Unfit
    if sizes["first"].value != (_ORDER.index(place) + 1 if place in _ORDER else (many.value + 1) / 2):
        raise Unfit
    first, last = (
        work.step(
            f"the sum of the {said.values['f']} {said.values['k']}",
            value(said.values["k"]) * value(said.values["b"]),
        )
        for said in parts
    )
    total = work.step("the sum of all", many * s.told("a"))
    both = work.step("the two sums together, in which this number is counted twice", first + last)
    work.give(work.step("less the sum of all", both - total), "", "this number")


@kind(
    "平均",
    "zh",
    {
        "boys": (r"(?:其中)?(?P<x>男生|女生)(?:有)?<m>(?:名|个)?(?:人)?[,，]?(?:的|他们的|她们的)?(?P<q2>平均(?:身高|体重|分数?|年龄|成绩))(?:是|为)?<b>(?P<u2>厘米|千克|分|岁)",),
        "all": (rf"{zh(10)}(?:共?有)?<n>(?:名|个)?(?:人|学生|同学)[,，]?(?:全班)?(?P<q>平均(?:身高|体重|分数?|年龄|成绩)|的平均(?:身高|体重|分数?|年龄|成绩))(?:是|为)?<a>(?P<u>厘米|千克|分|岁)",),
        "ask": (rf"(?P<y>男生|女生)的?(?P<q3>平均(?:身高|体重|分数?|年龄|成绩))(?:是|为)?{MANY}(?P<u3>厘米|千克|分|岁)",),
    },
)  # fmt: skip
def _the_others(s: Story, work: Working) -> None:
    s.only("all", "boys")
    s.one("all"), s.one("boys")
    units = {s.words(k)[0] for k in ("u", "u2", "u3")}
    asked = {s.words(k)[0].removeprefix("的") for k in ("q", "q2", "q3")}
    if (
        len(units) != 1
        or len(asked) != 1
        or s.words("x") == s.words("y")
        or s.told("m").value >= s.told("n").value
    ):
        raise Unfit
    unit, name = units.pop(), s.words("y")[0]
    total = work.step("全班的总和", s.told("n") * s.told("a"), unit)
    part = work.step(f"{s.words('x')[0]}的总和", s.told("m") * s.told("b"), unit)
    others = work.step(f"{name}的人数", s.told("n") - s.told("m"), "人")
    work.give(
        work.step(f"{name}的平均数", work.step(f"{name}的总和", total - part, unit) / others, unit),
        unit,
        f"{name}的平均数",
    )


@kind(
    "平均每",
    "zh",
    {
        "leg": (rf"{zh(8)}(?P<f>前|后)<t>小时{zh(2)}(?:平均)?每小时(?:行驶|行|走|骑)<v>(?P<u>千米|公里)", rf"{zh(8)}(?P<f>先)(?:行驶|行|走|骑)?了?<t>小时[,，]?每小时(?:行驶|行|走|骑)?<v>(?P<u>千米|公里)"),
        "ask": (rf"{zh(8)}平均每小时(?:行驶|行|走|骑)?{MANY}(?P<u>千米|公里)",),
    },
)  # fmt: skip
def _two_stretches(s: Story, work: Working) -> None:
    s.only("leg")
    legs = s.all("leg")
    if len(legs) != 2 or [said.values["f"] for said in legs] != ["前", "后"] or len(s.words("u")) != 1:
        raise Unfit
    unit = s.words("u")[0]
    ways = [work.step(f"{'前后'[k]}一段的路程", value(said.values["t"]) * value(said.values["v"]), unit) for k, said in enumerate(legs)]  # fmt: skip
    way = work.step("总路程", ways[0] + ways[1], unit)
    time = work.step("总时间", value(legs[0].values["t"]) + value(legs[1].values["t"]), "小时")
    work.give(work.step("平均速度：总路程÷总时间", way / time, f"{unit}/小时"), f"{unit}/小时", "平均速度")
