"""The sentence in front of an English story that only sets the scene: "Mia is baking for the school fair." It has nothing that could be counted.

Tried last. It goes where it has no number and no word that compares, divides, repeats or conditions; the pronoun behind it becomes the name.
"""

from __future__ import annotations

import re
from typing import Final

MAX_SCENES: Final = 2
_SENTENCE: Final = re.compile(r"(?<=[.!])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bMs\.)\s+(?=[A-Z\d$])")
_COUNTS: Final = re.compile(
    r"[\d$%\"“”=:;?()]|n't\b|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half|halves|third|quarter|twice|double|triple|twins?|pairs?|couple|once|times"
    r"|more|less|fewer|than|as|each|every|per|both|all|any|some|several|few|many|most|none|no|not|never|only|other|another|rest|left|remain\w*|equal\w*|same|similar|difference|average|ratio|percent\w*"
    r"|share[sd]?|split\w*|divid\w*|sold?|sells?|bought|spen[dt]|spends|paid|pays?|los[et]\w*|gain\w*|gives?|gave|removes?|adds?|added|take[sn]?|took|receives?|except|without|unless|if|instead|but|however|also|too|again|until|before|after|daily|weekly|monthly|yearly"
    r"|sizes?|costs?|prices?|worth|old(?:er|est)?|young\w*|first|second|last|next|together|alone|empty|full|free|double|whole)\b",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"([A-Z][a-z]+) (?!and\b|or\b|[A-Z])[a-z]")
_PRONOUN: Final = re.compile(r"(He|She|His|Her)(?= [a-z])")
_LOST: Final = re.compile(r"(?:They|Their|It|Its|We|Our|This|That|These|Those|Him|Them)\b")


def without_scene(text: str) -> str | None:
    """The text without the sentences in front that only set the scene; None where there are none, or where it would not be clear who is meant.

    >>> without_scene("Mia is baking for the school fair. She has 12 eggs and uses 5 eggs. How many eggs are left?")
    'Mia has 12 eggs and uses 5 eggs. How many eggs are left?'
    >>> without_scene("Mia bakes twice as much as usual. She has 12 eggs. How many eggs are left?")
    """
    if re.search(r"[\u3400-\u9fff\\]", text):
        return None
    sentences = _SENTENCE.split(text.strip())
    scenes = 0
    while scenes < min(MAX_SCENES, len(sentences) - 2) and _COUNTS.search(sentences[scenes]) is None:
        scenes += 1
    if not scenes:
        return None
    rest = " ".join(sentences[scenes:])
    if _LOST.match(rest) or not re.search(r"\d", rest):
        return None
    if (pronoun := _PRONOUN.match(rest)) is not None:
        subject = _SUBJECT.match(sentences[scenes - 1])
        names = set(re.findall(r"\b[A-Z][a-z]+", " ".join(s[1:] for s in sentences[:scenes])))
        if subject is None or names - {subject[1]}:
            return None  # somebody else is named: who is it?
        name = subject[1] if pronoun[1] in ("He", "She") else f"{subject[1]}'s"
        rest = name + rest[pronoun.end() :]
    return rest
