"""Sums of n, 2n, 3n, … terms where n stays a letter: every block of n terms is taken as one term of a sequence of the same kind.

Read: two such sums are given and another one is asked for. Not: single terms, numbers of terms, the letter n asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from solver.topics.base import Reading, Text, Unread, Words
from solver.topics.prepared import Opened

OPENING: Final = Words(
    "However large \\({n}\\) is, the sums of the 1st, 2nd, 3rd … block of \\({n}\\) terms form {kind} sequence themselves. Take each block as one term: then \\(S_1\\) stands for \\(S_{{{n}}}\\), \\(S_2\\) for \\(S_{{2{n}}}\\), and so on.",
    "不论 \\({n}\\) 是多少，依次每 \\({n}\\) 项的和仍组成{kind}数列。把每 \\({n}\\) 项看作一项：用 \\(S_1\\) 表示 \\(S_{{{n}}}\\)，\\(S_2\\) 表示 \\(S_{{2{n}}}\\)，依此类推。",
)
_KINDS: Final = {"arithmetic": ("an arithmetic", "等差"), "geometric": ("a geometric", "等比")}
_COUNT: Final = r"(?:(?P<times>[1-9])\s*)?(?P<letter>[nmk])"
_PLACES: Final = (
    rf"(?<![A-Za-z])S_\{{?{_COUNT}\}}?(?![\w^])",
    rf"前\s*\$?{_COUNT}\$?\s*项",
    rf"(?i:\bfirst)\s+\$?{_COUNT}\$?\s+(?i:terms)\b",
)


def read_blocks(text: Text, read: Callable[[Text], Reading]) -> Reading:
    """The question with numbers for the letter; None where the sums are not all of this kind."""
    source = re.sub(r"(?<![A-Za-z\\])S(\d?[nmk])(?![A-Za-z\d_])", r"S_{\1}", text.source)
    named = r"[^,，。;；]{0,24}"  # S_n 是前 n 项和: a name, and no number of terms
    source = re.sub(
        rf"(?:记|设|其|且)?\s*前\s*\$?n\$?\s*项(?:的)?和(?:为|是|记为|记作)\s*\$?S_\{{?n\}}?\$?(?!\s*=)|\$?S_\{{?n\}}?\$?\s*(?:是|为|表示){named}?前\s*\$?n\$?\s*项(?:的)?和",
        " ",
        source,
    )
    found = [m for pattern in _PLACES for m in re.finditer(pattern, source)]
    letters, times = {m["letter"] for m in found}, {int(m["times"] or 1) for m in found}
    kinds = [k for k, (_, zh) in _KINDS.items() if zh in source or k in source.lower()]
    if re.search(r"\bG\.?P\b", source):
        kinds.append("geometric")
    if re.search(r"\bA\.?P\b", source):
        kinds.append("arithmetic")
    if len(letters) != 1 or len(times) < 3 or len(set(kinds)) != 1:
        return None
    letter = letters.pop()
    for match in sorted(found, key=lambda m: -m.start()):
        whole = match[0]
        at = whole.rfind(letter) + 1
        head = re.sub(r"\d?\s*$", "", whole[: at - 1]) if match["times"] else whole[: at - 1]
        source = f"{source[: match.start()]}{head}{match['times'] or 1}{whole[at:]}{source[match.end() :]}"
    if re.search(rf"(?<![A-Za-z\\]){letter}(?![A-Za-z])|[ab]_|[ab]\d", source):
        return None
    task = read(replace(text, source=source))
    if task is None or isinstance(task, Unread):
        return task
    en, zh = _KINDS[kinds[0]]
    return Opened((OPENING.say(text.language, n=letter, kind=zh if text.language == "zh" else en),), task)
