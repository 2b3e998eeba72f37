"""Read a story clause by clause: every clause has to be one of a table's sentences, whole, or the story is not read.

A table maps a kind to its wordings. A wording is a regular expression in which a space stands for any white space, `<p>` for a number, `<p:chance>`
for a number, a fraction or a percentage, `<p:root>` for a number or a square root, `<x:words>` for one to four words, `<x:some>` for a few Chinese characters (none that turns the meaning: not, at least, both). Nothing is solved here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import sympy as sp

NUMBER: Final = r"-?(?:\\[dt]?frac\s*\{\s*\d+\s*\}\s*\{\s*\d+\s*\}|(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s*/\s*\d+(?!\.?\d))?|\.\d+)"
_BOUND: Final = rf"(?<![\d.]){NUMBER}(?!\d|\.\d)"
_NOT: Final = r"(?!(?:not|no|never|except|only|both|neither|nor|least|most|more|less|fewer|than|without|and|or|exactly|if|that|which|who|when)\b)"
_WORD: Final = rf"{_NOT}[A-Za-z][A-Za-z'\-]*"
_PLACES: Final[Mapping[str, str]] = {
    "": _BOUND,
    "chance": rf"{_BOUND}(?:\s*\\?%)?",
    "percent": rf"{_BOUND}\s*(?:\\?%|percent\b|per cent\b)",
    "root": rf"(?:(?:\d+\s*)?(?:√|\\sqrt\s*)(?:\{{\s*\d+\s*\}}|\d+)|{_BOUND})",
    "words": rf"(?:{_WORD}\s+){{0,3}}?{_WORD}",
    "word": _WORD,
    "letters": r"⟨n\d+⟩",  # the marks of `told`
    "relation": r"⟨q\d+⟩",
    "formula": r"⟨[nx]\d+⟩",
    "vector": r"⟨v\d+⟩",
    "some": r"[^\s,，。.;；?？:：、\d不没非未无至都和与或且恰]{1,12}?",
}
_PLACE: Final = re.compile(r"(?<!\?P)<(\w+)(?::(\w+))?>")
_BETWEEN: Final = re.compile(
    r"[\s,，。.;；?？:：!]*(?:(?:and|but|so|then|while|whereas|given that|suppose(?: that)?|assume(?: that)?|if|now|it is known that)\b|且|并且|则|那么|又|现|问|已知|若|设|如果|假设|假定|试|请)?[\s,，:：]*",
    re.IGNORECASE,
)
_END: Final = r"(?=\s*(?:[,，。.;；?？:：!]|$|(?:and|but|while|whereas|then|if)\b|且|并且|则|那么))"
WHITE: Final = r"\s*"
MAX_CLAUSES: Final = 24


Table: TypeAlias = tuple[tuple[str, re.Pattern[str]], ...]
"""Kinds of clauses, each with one of its wordings."""


@dataclass(frozen=True, slots=True)
class Said:
    """A clause: its kind, and what stands at its places."""

    kind: str
    values: Mapping[str, str]

    def number(self, name: str) -> sp.Rational:
        """The exact number at a place; percent signs divide by 100."""
        return number(self.values[name])

    def root(self, name: str) -> sp.Expr:
        """The exact number or square root at a place."""
        match = re.fullmatch(r"(\d*)\s*(?:√|\\sqrt)\s*\{?\s*(\d+)\s*\}?", self.values[name].strip())
        return self.number(name) if match is None else sp.Integer(match[1] or 1) * sp.sqrt(int(match[2]))


def number(text: str) -> sp.Rational:
    """An exact number as it is written.

    >>> number("95%"), number("\\\\frac{1}{4}"), number("1,200")
    (19/20, 1/4, 1200)
    """
    percent = re.search(r"%|percent|per cent", text) is not None
    plain = re.sub(r"\\[dt]?frac\s*\{\s*(\d+)\s*\}\s*\{\s*(\d+)\s*\}", r"\1/\2", text)
    value = sp.Rational(re.sub(r"[\s,%\\]|percent|per cent", "", plain))
    return value / 100 if percent else value


def without_dollars(source: str) -> str:
    r"""Text in which formulas stand bare, in one line.

    >>> without_dollars(r"Let $X \sim N(0,1)$, $a \le 2$")
    'Let X ~ N(0,1) , a <= 2'
    """
    source = re.sub(r"\\[()\[\]]|\$", " ", source)
    source = re.sub(r"\\(?:left|right|displaystyle|mathrm|text|operatorname)(?![A-Za-z])\*?", "", source)
    source = re.sub(  # P\{X = 1\}, P[X = 1]
        r"(?<![A-Za-z\\])(Pr?)\s*\\?[{\[]([^{}\[\]]*?)\\?[}\]]", r"\1(\2)", source
    )
    source = re.sub(r"\\(?:leqslant|leq|le)(?![A-Za-z])|≤|⩽|≦", "<=", source)
    source = re.sub(r"\\(?:geqslant|geq|ge)(?![A-Za-z])|≥|⩾|≧", ">=", source)
    source = re.sub(r"\\lt(?![A-Za-z])|＜", "<", re.sub(r"\\gt(?![A-Za-z])|＞", ">", source))
    source = re.sub(r"\\([dt]?)frac\s*(\d)\s*(\d)", r"\\\1frac{\2}{\3}", source)
    source = re.sub(r"\\sim(?![A-Za-z])|～|∼", "~", re.sub(r"\\[,;:! ]", " ", source))
    return " ".join(source.split())


def table(wordings: Mapping[str, tuple[str, ...]]) -> Table:
    """A table of wordings, made where a topic is loaded: readers are forked behind that, and none compiles them again."""
    return tuple((kind, _compiled(wording)) for kind, several in wordings.items() for wording in several)


def _compiled(wording: str) -> re.Pattern[str]:
    def place(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}>{_PLACES[match[2] or '']})"

    return re.compile(f"(?:{_PLACE.sub(place, wording.replace(' ', WHITE))}){_END}", re.IGNORECASE)


_LENGTH: Final = re.compile(r"(?<=[\d})\s])(mm|cm|dm|km|m|毫米|厘米|分米|千米|米)(?![A-Za-z\d])")


def has_one_unit(source: str) -> bool:
    """Whether the lengths of a text have one unit, or none.

    >>> has_one_unit("a = 7 cm, b = 8 cm"), has_one_unit("a = 7 cm, b = 8 m")
    (True, False)
    """
    return len(set(_LENGTH.findall(source))) < 2


def clauses(source: str, sentences: Table) -> list[Said] | str:
    """The clauses in order; or, where there is no such reading, the rest of the text behind what was read at most.

    >>> sentences = table({"drawn": ("<n> balls? (is|are) drawn",), "asked": ("find the probability",)})
    >>> [said.kind for said in clauses("2 balls are drawn. Find the probability.", sentences)]
    ['drawn', 'asked']
    >>> clauses("2 balls are drawn at night. Find the probability.", sentences)
    '2 balls are drawn at night. Find the probability'
    """
    furthest, dead = 0, set[int]()

    def tile(at: int, depth: int) -> list[Said] | None:
        nonlocal furthest
        at = _BETWEEN.match(source, at).end()  # type: ignore[union-attr]
        if at >= len(source):
            return []
        if at in dead or depth > MAX_CLAUSES:
            return None
        found = [(m.end(), kind, m) for kind, wording in sentences if (m := wording.match(source, at)) and m.end() > at]  # fmt: skip
        for end, kind, match in sorted(found, key=lambda f: -f[0]):
            furthest = max(furthest, end)
            rest = tile(end, depth + 1)
            if rest is not None:
                return [Said(kind, {k: v for k, v in match.groupdict().items() if v is not None}), *rest]
        dead.add(at)
        return None

    whole = tile(0, 0)
    return whole if whole is not None else source[furthest:].strip(" ,.;") or source
