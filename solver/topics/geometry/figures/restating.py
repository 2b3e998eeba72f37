"""Things that have the form of a figure, and measures that are asked for by counting units, in the words that `reading` knows.

"A tank in the shape of a cylinder … the height of the tank" is the cylinder and its height; "how many cubic inches are in its volume" asks for the volume.
"""

from __future__ import annotations

import re
from typing import Final

_FIGURE: Final = r"(?P<figure>(?:right )?(?:circular )?(?:cylinder|cone)|sphere|cube|(?:right )?(?:rectangular )?prism|circle|square|rectangle)"
_SHAPED: Final = re.compile(
    rf"\b(?P<article>[Aa]n?|[Tt]he) (?P<thing>[a-z]+(?: [a-z]+)?) (?:(?:is )?in the shape of|is shaped like) an? {_FIGURE}\b"
)
_CYLINDRICAL: Final = re.compile(r"\b([Aa]|[Tt]he) cylindrical (tube|can|tank|jar|container|pipe|glass)\b")
_OWNED: Final = re.compile(
    r"(?i)\b(?:the|a) (cylinder|cone|sphere|cube|prism|pyramid|square|rectangle|circle)'s ([a-z ]+?)(?= is | has |[,?.]|$)"
)
_UNIT: Final = r"(?:(?:square|cubic|sq\.?|cu\.?) )?(?:centimeters?|cm|millimeters?|mm|meters?|m|inch(?:es)?|in|feet|foot|ft|yards?|units?|decimeters?)"
_COUNTED: Final = re.compile(
    rf"(?i)\b(?:what is the number of|how many) ({_UNIT}) (?:are )?(?:there )?in (?:the )?(?:length of )?((?:the|its|one|a)?\s*[a-z' ]+?)(?= of |\?|$)"
)
_QUIET: Final = re.compile(r"\b(?:particular|solid|given|certain|water-filled) (?=[a-z]+)")


def restated(source: str) -> str | None:
    """The text in those words; None where nothing was to be said otherwise.

    >>> restated("A tank in the shape of a right circular cylinder has a height of 3 m. Find the volume of the tank.")
    'A right circular cylinder has a height of 3 m. Find the volume of the cylinder.'
    >>> restated("What is the number of cubic inches in the volume of the cube?")
    'What is the volume of the cube in cubic inches?'
    """
    text = source
    if (found := _SHAPED.search(text)) is not None:
        name = found["figure"].split()[-1]
        rest = text[found.end() :]
        rest = re.sub(rf"\bthe {found['thing'].split()[-1]}\b", f"the {name}", rest)
        rest = re.sub(rf"\bthe {found['thing']}\b", f"the {name}", rest)
        text = f"{text[: found.start()]}{found['article']} {found['figure']}{rest}"
    if (round_ := _CYLINDRICAL.search(text)) is not None and not re.search(
        r"(?<!lateral )surface area", text
    ):
        text = _CYLINDRICAL.sub(r"\1 cylinder", text)
        text = re.sub(rf"\bthe {round_[2]}\b", "the cylinder", text)
    text = _OWNED.sub(r"the \2 of the \1", _QUIET.sub("", text))
    if (asked := _COUNTED.search(text)) is not None:
        end = re.search(r"\?", text[asked.end() :])
        if end is not None:
            tail = text[asked.end() : asked.end() + end.start()]
            measure = asked[2] if asked[2].startswith(("the ", "its ", "one ", "a ")) else f"the {asked[2]}"
            text = f"{text[: asked.start()]}{'W' if asked[0][0].isupper() else 'w'}hat is {measure.strip()}{tail} in {asked[1]}{text[asked.end() + end.start() :]}"
    return text if text != source else None
