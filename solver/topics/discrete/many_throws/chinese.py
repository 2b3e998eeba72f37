"""Read the throws and the event of a Chinese problem."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.discrete.draws.throw_reading import wanted_values
from solver.topics.discrete.many_throws.events import Event, Throws
from solver.topics.discrete.many_throws.reading import Said, wanted_totals

_ZH_DIGITS: Final = {c: str(k) for k, c in enumerate("零一二三四五六七八九十")} | {"两": "2"}
_ZH_THROWN: Final = re.compile(
    r"(?:同时|连续|先后)?(?:抛掷|投掷|掷|抛)(?:一枚|1枚|1个|一个)?(?P<n>[\d一二两三四五六七八九十]+)?(?:枚|个|颗)?(?:质地)?(?:均匀的|相同的|普通的)?(?P<thing>骰子|硬币)(?P<times>[\d一二两三四五六七八九十]+)?次?"
)
_ZH_EVENT: Final = re.compile(
    r"(?P<throw>.+?),(?:则|那么|求|问)?(?P<event>[^,]+?)的概率(?:是|为|等于)?(?:多少|多大|几)?"
)


def chinese(source: str) -> Said | None:
    """The throws and the event of a Chinese problem."""
    text = re.sub(r"\s|\$", "", source).rstrip("?。.")
    match = _ZH_EVENT.fullmatch(text)
    thrown = _ZH_THROWN.fullmatch(match["throw"]) if match else None
    if match is None or thrown is None:
        return None
    n, times = (int(_ZH_DIGITS.get(word, word)) if word else 1 for word in (thrown["n"], thrown["times"]))
    if n > 1 and times > 1 or n * times > 60:
        return None
    throws = Throws(n * times, 2 if thrown["thing"] == "硬币" else 6)
    event = _chinese_event(match["event"], throws)
    return None if event is None else Said(throws, event)


def _chinese_event(event: str, throws: Throws) -> Event | None:
    n = throws.count
    event = "".join(_ZH_DIGITS.get(c, c) for c in event)
    if throws.is_coin:
        such = re.fullmatch(
            r"(?:恰好?|(?P<least>至少)|(?P<most>至多|最多))(?:有|出现)?(?P<k>\d+)(?:枚|次)(?:硬币)?(?:出现|是|为)?(?P<side>正|反)面(?:朝上|向上)?",
            event,
        )
        if such is None or int(such["k"]) > n:
            return None
        k = int(such["k"])
        wanted = tuple(range(k, n + 1)) if such["least"] else tuple(range(k + 1)) if such["most"] else (k,)
        return Event("number", wanted, (1,) if such["side"] == "正" else (0,))
    if (
        total := re.fullmatch(
            r"(?:它们的)?(?:点数|朝上的点数|向上的点数)(?:之)?(?P<of>和|积)(?:是|为|等于)?(?P<what>.+)", event
        )
    ) is not None and n >= 2:
        of, top, low = ("sum", n * 6, n) if total["of"] == "和" else ("product", 6**n, 1)
        wanted_total = (
            wanted_values(total["what"], range(low, top + 1))
            if re.search("质|素", total["what"]) is None
            else wanted_totals("prime", range(low, top + 1))
            if re.fullmatch("质数|素数", total["what"])
            else None
        )
        return None if wanted_total is None else Event("total", wanted_total, (), of)
    if re.fullmatch(r"(?:点数)?(?:全部?|都)(?:相同|一样)|点数(?:全|都)?相同", event) and n >= 2:
        return Event("same", (n,))
    if re.fullmatch(r"(?:点数)?(?:各|互)不相同|点数(?:都)?不(?:相)?同", event) and n >= 2:
        return Event("same", (1,)) if n == 2 or "各" in event or "互" in event or "都" in event else None
    if re.fullmatch(r"至少有?2(?:枚|个|颗)(?:骰子)?(?:的)?点数相同", event) and n >= 2:
        return Event("same", tuple(range(2, n + 1)))
    such = re.fullmatch(
        r"(?:恰好?|(?P<least>至少)|(?P<most>至多|最多))(?:有|出现)?(?P<k>\d+)(?:枚|个|颗|次)(?:骰子)?(?:的)?(?:点数)?(?:是|为|出现)?(?P<c>\d)点?",
        event,
    )
    if such is None or int(such["k"]) > n or not 1 <= int(such["c"]) <= 6:
        return None
    k = int(such["k"])
    wanted = tuple(range(k, n + 1)) if such["least"] else tuple(range(k + 1)) if such["most"] else (k,)
    return Event("number", wanted, (int(such["c"]),))
