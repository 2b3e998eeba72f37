"""Things in an order that comes again: which one has a number, how many of a kind there are among the first. Both languages."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.base import Words
from solver.topics.clauses import Said
from solver.topics.computed import Computed
from solver.topics.stories.contests.kinds import Solved, Unclear, made

PERIOD: Final = Words(
    "{listed}: that is a period of \\[{sum}={n}\\].", "{listed}，一个周期有 \\[{sum}={n}\\] 个。"
)
REST: Final = Words("\\[{k}={q}\\times {n}+{r}\\]", "\\[{k}={q}\\times {n}+{r}\\]")
AT: Final = Words(
    "{r} are left, so it is the same as number {place} of a period: {name}.",
    "余 {r}，所以和一个周期里的第 {place} 个相同：{name}。",
)
MANY: Final = Words(
    "In a period there are {a}, in the rest {b}: \\[{q}\\times {a}+{b}={value}\\]",
    "每个周期里有 {a} 个，余下的里有 {b} 个：\\[{q}\\times {a}+{b}={value}\\]",
)
ANSWER: Final = Words("It is {answer}.", "是{answer}。")
METHOD: Final = Words("wrote the things down one by one", "一个一个地写下去")
CODE: Final = Words("one period", "一个周期")

_ZH: Final = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_Q: Final = r"(?:颗|个|盏|面|朵|枚|只|盆|粒)"
_NZ: Final = r"(?:\d+|[一二两三四五六七八九十])"
_KIND: Final = r"[红黄绿白蓝黑紫橙粉](?:色)?(?:珠|灯泡|灯|旗|花|气球|球|子)?"
_RUNS: Final = (
    rf"(?:先|接着|再|然后|最后|又)?{_NZ}{_Q}?{_KIND}(?:[,、](?:先|接着|再|然后|最后|又)?{_NZ}{_Q}?{_KIND})+"
)


@made(
    r"规律|重复|第\d+[颗个盏面朵枚只盆粒]",
    "zh",
    {
        "runs": (
            rf"(?:[^,。.\d]{{2,12}},)?(?:[^,。.\d]{{2,14}}[,])?(?P<runs>{_RUNS})",
        ),
        "pattern": (
            rf"(?:[^,。.\d]{{2,24}},)?按(?:照)?\"?(?P<runs>{_RUNS})\"?的(?:规律|顺序|次序)(?:[^,。.\d]{{1,8}})?",
        ),
        "again": (r"按(?:照)?(?:此|这样的|这种|这个)(?:方式|规律|顺序)(?:不断)?(?:地)?(?:重复|排列|排下去|循环)(?:下去)?", r"这样(?:不断)?(?:重复|循环)(?:下去)?"),
        "asked": (rf"(?![^,。]*(?:从后|从右|右起|右数|往前|倒数|从末|从最后|不是))(?:那么|则)?(?:从)?(?:[^,。.\d第]{{0,10}}的?)?第(?P<k>\d+){_Q}(?:[^,。.\d]{{0,5}}?)是(?:什么颜色的?|(?:多少|____|\(\))?(?P<colour>色)?(?:的)?)",),
    },
)  # fmt: skip
def _runs(found: list[Said]) -> Solved:
    kinds = [s.kind for s in found]
    if kinds not in (["runs", "again", "asked"], ["pattern", "asked"]):
        raise Unclear
    period: list[str] = []
    listed = []
    for n, name in re.findall(rf"({_NZ}){_Q}?({_KIND})", found[0].values["runs"]):
        count = _ZH.get(n) or int(n)
        period += [name] * count
        listed.append((name, count))
    return _which(
        period, listed, int(found[-1].values["k"]), "zh", "色" if found[-1].values.get("colour") else ""
    )


@made(
    r"第\d+个数",
    "zh",
    {
        "row": (r"(?:有)?一(?:列|串)数:?(?P<list>\d+(?:[,、]\d+){5,19})[,、]?(?:(?:\\[cl]?dots|…|⋯|\.{3,})\s*)+",),
        "asked": (r"(?:那么|则)?(?:这列数的?|这串数的?)?第(?P<k>\d+)个数(?:是|为)(?:多少|____|\(\)|几)?",),
    },
)  # fmt: skip
def _row(found: list[Said]) -> Solved:
    """A row of numbers of which at least two periods are written, but for the last number."""
    if [s.kind for s in found] != ["row", "asked"]:
        raise Unclear
    numbers = re.findall(r"\d+", found[0].values["list"])
    size = next((p for p in range(2, len(numbers) // 2 + 1) if all(a == b for a, b in zip(numbers, numbers[p:], strict=False))), None)  # fmt: skip
    if size is None:
        raise Unclear
    period = numbers[:size]
    return _which(period, [(n, 1) for n in period], int(found[1].values["k"]), "zh", "")


_COLOUR: Final = r"(?:purple|red|yellow|pink|white|blue|green|orange|black)"
_FLOWERS: Final = rf"\d+ {_COLOUR}(?: flowers?)?(?: (?:,|and|, and) \d+ {_COLOUR}(?: flowers?)?)+"


@made(
    r"\border\b|\bpattern\b",
    "en",
    {
        "runs": (rf"there are some (?P<thing>[a-z]+) (?:along|in|on) the [a-z]+ ,? ?(?:which are )?arranged in the following order : (?P<runs>{_FLOWERS}) ?,? ?(?:(?:\\[cl]?dots|…|\.{{3,}}) ?)+",),
        "total": (r"(?:if )?there are (?P<k>\d+) [a-z]+ (?:altogether|in total|in all)",),
        "asked": (rf"how many (?P<x>{_COLOUR}) [a-z]+ are there(?: altogether| in total| in all)?",),
    },
)  # fmt: skip
def _flowers(found: list[Said]) -> Solved:
    """How many of a kind there are; every kind but one may come once in a period, so that the period is told just once."""
    if [s.kind for s in found] != ["runs", "total", "asked"]:
        raise Unclear
    listed = [(name, int(n)) for n, name in re.findall(rf"(\d+) ({_COLOUR})", found[0].values["runs"])]
    if len({name for name, _ in listed}) != len(listed):
        raise Unclear  # where does the period begin?
    period = [name for name, n in listed for _ in range(n)]
    k, n, wanted = int(found[1].values["k"]), len(period), found[2].values["x"]
    if wanted not in period or not 2 <= n < k <= 100_000:
        raise Unclear
    q, r = divmod(k, n)
    a, b = period.count(wanted), period[:r].count(wanted)
    steps = (
        _period(listed, "en"),
        REST.say("en", k=k, q=q, n=n, r=r),
        MANY.say("en", a=a, b=b, q=q, value=q * a + b),
    )
    lines = (f"# {CODE.say('en')}", f"period = {[int(name == wanted) for name in period]}", f"{q} * sum(period) + sum(period[:{r}])")  # fmt: skip
    checked = (
        f"period = {[int(name == wanted) for name in period]}",
        f"sum(period[i % {n}] for i in range({k})) == claimed",
    )
    return q * a + b, Computed(steps, lines, checked, ANSWER, METHOD, "en")


def _period(listed: list[tuple[str, int]], language: str) -> str:
    named = "、".join(f"{name}{n}" for name, n in listed) if language == "zh" else ", ".join(f"{n} {name}" for name, n in listed)  # fmt: skip
    total = sum(n for _, n in listed)
    return PERIOD.say(
        "zh" if language == "zh" else "en", listed=named, sum="+".join(str(n) for _, n in listed), n=total
    )


def _which(period: list[str], listed: list[tuple[str, int]], k: int, language: str, drop: str) -> Solved:
    n = len(period)
    if not 2 <= n <= 60 or not 1 <= k <= 10**9 or len(set(period)) < 2:
        raise Unclear
    q, r = divmod(k, n)
    place = r or n
    name = period[place - 1]
    steps = (
        _period(listed, language),
        REST.say("zh", k=k, q=q, n=n, r=r),
        AT.say("zh", r=r, place=place, name=name),
    )
    if all(p.isdigit() for p in period):
        lines: tuple[str, ...] = (
            f"# {CODE.say('zh')}",
            f"period = {[int(p) for p in period]}",
            f"period[({k} - 1) % {n}]",
        )
        checked: tuple[str, ...] = ("from itertools import cycle, islice", "", f"period = {[int(p) for p in period]}", f"next(islice(cycle(period), ({k} - 1) % {10 * n}, None)) == claimed")  # fmt: skip
        return int(name), Computed(steps, lines, checked, ANSWER, METHOD, "zh")
    names = tuple(dict.fromkeys(re.sub(f"{drop}$", "", p) if drop else p for p in period))
    indices = [names.index(re.sub(f"{drop}$", "", p) if drop else p) for p in period]
    lines = (f"# {CODE.say('zh')}", f"period = {indices}", f"period[({k} - 1) % {n}]")
    checked = ("from itertools import cycle, islice", "", f"period = {indices}", f"next(islice(cycle(period), ({k} - 1) % {10 * n}, None)) == claimed")  # fmt: skip
    return name, Computed(steps, lines, checked, ANSWER, METHOD, "zh", names)
