r"""Formulas that stand in a text without any marks around them, as students type them and plots are titled: "y = x^2 - 5x".

A run of single letters, numbers and signs is one where it has a sign that prose has not; a dash between numbers is none.
"""

from __future__ import annotations

import re
from typing import Final

from solver.ports import Language
from ui.speech.spoken import spoken

_ATOM: Final = r"(?:(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])|(?:sin|cos|tan|ln|log|sqrt)\b|\d+(?:[.,]\d+)*|\\[ ,;]|,(?=\\|\s?[-−]?\d+\))|[-+*/^_=<>≤≥≠×÷−()|²³√π])"
_RUN: Final = re.compile(rf"{_ATOM}(?:\s*{_ATOM})+")
_SIGN: Final = re.compile(
    r"[\^=+*<>≤≥≠×÷√²³]|\s[-−/]\s|[(,]\s?[-−]\d|\\[ ,;]|\b(?:sin|cos|tan|ln|log|sqrt)\b"
)
_ROOT: Final = re.compile(r"\bsqrt\s*\(([^()]*)\)")
_NAMES: Final = re.compile(r"\b(sin|cos|tan|ln|log)\b")
_WORDS: Final[dict[Language, tuple[str, str, str, str]]] = {
    "en": ("A plot: ", "{} from {} to {}", "curves: ", "{} curves"),
    "zh": ("图：", "{} 从 {} 到 {}", "曲线：", "{} 条曲线"),
}
_LIMITS: Final = re.compile(r"(.+) from (\S+) to (\S+)")
_CURVES: Final = re.compile(r"(\d+) curves")


def spoken_typed(text: str, language: Language = "en") -> str:
    """A text with its formulas in words; all else as it stands.

    >>> spoken_typed("Solve x^2 - 5x + 6 = 0. I have 3-4 apples.")
    'Solve x squared minus five x plus six equals zero. I have 3-4 apples.'
    """

    def said(match: re.Match[str]) -> str:
        run = match[0]
        if not _SIGN.search(run):
            return run
        tail = run[len(run.rstrip()) :]
        latex = _NAMES.sub(r"\\\1 ", _ROOT.sub(r"\\sqrt{\1}", run))
        return spoken(latex, language) + tail

    return _RUN.sub(said, text)


def described(alt: str, language: Language = "en") -> str:
    """The words of a plot (`kernels.inside.figures.alt_text`) in the language of its problem, its formulas as they are said.

    >>> described("Plot: Graph of y = x^2; x from −1 to 5; 2 curves")
    'A plot: Graph of y equals x squared; x from minus one to five; two curves'
    """
    if not alt.startswith("Plot: "):
        return alt
    title, limits, curves, many = _WORDS[language]
    told = []
    for part in alt.removeprefix("Plot: ").split("; "):
        if found := _LIMITS.fullmatch(part):
            told.append(
                limits.format(
                    spoken_typed(found[1], language), spoken(found[2], language), spoken(found[3], language)
                )
            )
        elif found := _CURVES.fullmatch(part):
            told.append(many.format(spoken(found[1], language)))
        elif part.startswith("curves: "):
            names = part.removeprefix("curves: ").split(", ")
            told.append(
                curves
                + ("，" if language == "zh" else ", ").join(spoken_typed(name, language) for name in names)
            )
        else:
            told.append(spoken_typed(part, language))
    return title + ("；" if language == "zh" else "; ").join(told)
