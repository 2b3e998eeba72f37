"""A reading of a picture in the page's terms: plain values that JSON can carry, sentences in every language of the page.

Pure: knows nothing of requests.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from solver.errors import ModelUnavailable, PictureRefused
from solver.ports import Box, Language, PictureReading, Region, Wait
from solver.sentences import say, sentence_of
from ui.i18n import locales
from ui.i18n import say as page_say
from ui.pictures.album import Kept

Words = dict[str, str]

# in this order: a formula in either pair of delimiters, then a mark of Markdown that stands for itself
_PIECE: Final = re.compile(
    r"(?P<kept>\\\(.+?\\\))|\$\$(?P<display>.+?)\$\$|\$(?P<inline>(?:\\.|[^$\\])+)\$|\\(?P<escaped>[!-/:-@\[-`{-~])",
    re.DOTALL,
)


def typed(markdown: str) -> str:
    r"""What the door gives as Markdown, as a student would type it into the problem box: formulas in \( \), no marks.

    >>> print(typed(r"1\. Solve $x^2=4$ for \$5, 2 \* 3."))
    1. Solve \(x^2=4\) for $5, 2 * 3.
    >>> print(typed(r"$$\int_0^1 x$$"))
    \[\int_0^1 x\]
    """

    def piece(match: re.Match[str]) -> str:
        kept, display, inline, escaped = match.group("kept", "display", "inline", "escaped")
        if display is not None:
            return f"\\[{display.strip()}\\]"
        return f"\\({inline.strip()}\\)" if inline is not None else kept or escaped

    return _PIECE.sub(piece, markdown.strip())


def told(reading: PictureReading, kept: Kept) -> dict[str, Any]:
    """What the page shows of a reading."""
    picture = reading.picture
    return {
        "picture": {
            "name": kept.name,
            "url": kept.url,
            "width": picture.width_px,
            "height": picture.height_px,
        },
        "engine": reading.engine,
        "regions": [
            _region(region, picture.width_px, picture.height_px) for region in reading.regions
        ],
        "problems": [
            {"label": one.label, "text": typed(one.markdown), "regions": list(one.regions)}
            for one in reading.problems
        ],
        "notes": [
            {"code": note.code, "words": _words(lambda language, note=note: say(note.code, language, **dict(note.values)))}  # type: ignore[misc]
            for note in reading.notes
        ],
    }  # fmt: skip


def _region(region: Region, width_px: int, height_px: int) -> dict[str, Any]:
    return {
        "kind": region.kind,
        "text": typed(region.markdown),
        "confidence": round(region.confidence, 2),
        "box": _shares(region.box, width_px, height_px),
        "line": region.line,
    }


def _shares(box: Box, width_px: int, height_px: int) -> list[float]:
    """Left, top, width and height as shares of the picture, whatever size it is shown in."""
    places = (box.left / width_px, box.top / height_px, box.width / width_px, box.height / height_px)
    return [round(min(max(place, 0.0), 1.0), 5) for place in places]


def waits(wait: Wait) -> dict[str, Any]:
    """What the page shows while it waits."""
    return {"reason": wait.reason, "fraction": wait.fraction, "ahead": wait.ahead}


def refusal(error: PictureRefused | ModelUnavailable) -> dict[str, Any]:
    """Why there is no reading. `again` says whether the same picture may be read later."""
    words = _words(lambda language: sentence_of(error, language))
    return {"code": error.code, "words": words, "again": isinstance(error, ModelUnavailable)}


def fault(key: str, **values: object) -> dict[str, Any]:
    """The same for what only the page knows of; `key` is one of its words."""
    words = {language: page_say(language, key, **values) for language in locales()}
    return {"code": key, "words": words, "again": True}


def _words(sentence: Callable[[Language], str]) -> Words:
    """A sentence of the solver by language, so that the page can switch while it is shown."""
    return {"en": sentence("en"), "zh": sentence("zh")}
