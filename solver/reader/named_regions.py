"""A region with a name that says nothing: "Let R be the region bounded by … Find the area of R", 设D是由…围成的平面图形, and 围成一平面图形，求其面积."""

from __future__ import annotations

import re
from typing import Final

_EN: Final = re.compile(
    r"(?i:\b(?:let|suppose|call)\s+)\$?(?P<name>[RSD])\$?\s+(?i:(?:be|denote|is|represent)\s+the\s+(?P<kind>(?:finite\s+|plane\s+|bounded\s+|shaded\s+)*region)\s+)(?P<by>(?i:that\s+is\s+|which\s+is\s+)?(?i:bounded|enclosed|between|lying|in\s+the)[^.;?]*?)\s*[.;]\s*"
)
_ZH: Final = re.compile(
    r"(?:设|记|已知|若)?(?:平面)?(?:图形|区域)?\s*\$?(?P<name>[DSRG])\$?\s*(?:是|为)?(?P<by>由[^。;；?？]*?)(?:所)?围成?(?:的)?(?:封闭)?(?:平面)?(?:图形|区域)?\s*(?=[,，。;；])"
)
_ONE: Final = re.compile(r"(?<=围成)(?:了)?(?:的)?(?:一个?|的)?(?=(?:封闭)?(?:平面)?图形\s*[,，。;；(（①])")
_ITS: Final = re.compile(r"(?:求|求出|计算|试求)\s*其\s*(?=面积|绕)")


def without_region_names(text: str) -> str:
    """The text in which a named region is "the region", 该图形.

    >>> without_region_names("Let R be the region bounded by y = x^2 and y = x. Find the area of R.")
    'Find the area of the region bounded by y = x^2 and y = x.'
    >>> without_region_names("设D是由曲线y=x^2与y=x所围成的平面图形,求D的面积。")
    '由曲线y=x^2与y=x围成的平面图形,求该图形的面积。'
    >>> without_region_names("由曲线y=x^2与y=x围成一平面图形,求其面积。")
    '由曲线y=x^2与y=x围成的平面图形,求该图形的面积。'
    """
    if (found := _EN.search(text)) is not None:
        head, rest = text[: found.start()], text[found.end() :]
        name = rf"(?:(?:the\s+)?region\s+)?(?<![A-Za-z\\])\$?{found['name']}\$?(?![A-Za-z('_])"
        whole = f"the {found['kind']} {found['by'].strip()}"
        rest, count = re.subn(name, lambda _: whole, rest)
        return head + rest if count else text
    if "围" not in text:
        return text
    if (found := _ZH.search(text)) is not None:
        rest = re.sub(
            rf"(?:图形|区域)?\s*\$?(?<![A-Za-z\\]){found['name']}\$?(?![A-Za-z(_])\s*",
            "该图形",
            text[found.end() :],
        )
        text = f"{text[: found.start()]}{found['by']}围成的平面图形{rest}"
    return _ITS.sub("求该图形的" if "面积" in text else "求该图形", _ONE.sub("的", text)) if _ITS.search(text) and "面积" in text else _ONE.sub("的", text)  # fmt: skip
