"""Whether what takes time are the gaps between things: cuts of a log, flights of stairs, the pauses between strokes, ways from post to post.

Who divides the time by the number of things is wrong there: only readers that count gaps may answer. Several logs, each cut once, are no such story.
"""

from __future__ import annotations

import re
from typing import Final

_N_ZH: Final = r"(?:\d+|[一二两三四五六七八九十]+)"
_GAPS: Final = re.compile(
    rf"(?:锯|剪|截|切|砍|裁|断)(?:开|断)?成[^,，。;；\d]{{0,6}}?(?:{_N_ZH}|几|多少)小?(?:段|截|根|节)(?=.*(?:分钟|\d分(?!米|之)|几分|秒|小时|多久|多长时间))|(?:分钟|秒|小时)[^。]{{0,20}}(?:锯|剪|截|切|砍)(?:开|断)?成[^,，。;；\d]{{0,6}}?{_N_ZH}小?(?:段|截)"
    rf"|到第?{_N_ZH}(?:楼|层)(?=.*(?:秒|分|级|台阶|多久|多长时间))|敲(?:了|响)?{_N_ZH}(?:下|次|声)(?=.*(?:秒|分|多久|多长时间))|第{_N_ZH}[棵根盏][^。]{{0,12}}到第{_N_ZH}[棵根盏]"
    r"|\b(?:saw|saws|sawed|sawn|sawing|cuts?|cutting|chop|chops|chopped|chopping|slices?|sliced)\b[^.?]{0,40}?\b(?:into|in) (?:\d+|[a-z]+) (?:equal |shorter |smaller |short |small )?(?:pieces|parts|sections|lengths|logs)\b(?=.*\b(?:minutes?|seconds|hours?)\b)"
    r"|\b(?:minutes?|seconds|hours?)\b[^?]{0,60}\b(?:saw|sawed|sawing|cuts?|cutting|chops?|chopped)\b[^.?]{0,40}?\binto (?:\d+|[a-z]+) (?:equal |shorter |smaller )?(?:pieces|parts|sections|lengths)\b"
    r"|\bfrom the (?:\w+) floor to the (?:\w+)(?: floor)?\b(?=.*\b(?:seconds|minutes?|steps|stairs|how long)\b)|\b(?:clock|bell)\b[^.?]{0,40}\b(?:strikes?|struck|chimes?|rings?)\b(?=.*\b(?:seconds|how long)\b)",
    re.IGNORECASE | re.DOTALL,
)

_MEASURED: Final = re.compile(r"表面积|体积|\b(?:surface area|volume)\b", re.IGNORECASE)


def counts_gaps(text: str) -> bool:
    """Whether the text is such a story.

    >>> counts_gaps("把一根木头锯成5段要用16分钟,锯成9段要用多少分钟?"), counts_gaps("5分钟剪10张纸,20分钟剪多少张?")
    (True, False)
    """
    return _GAPS.search(text) is not None and not _MEASURED.search(text)
