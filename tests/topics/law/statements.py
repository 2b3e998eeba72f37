r"""Take the mathematical statements out of the steps of a solution.

Knows LaTeX as our topics write it (`\(…\)`, `\[…\]`, `aligned`, `cases`, chains) and sums in plain words ("3 × 4 = 12");
what a statement says and whether it is true is the business of `values` and `judging`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Link:
    """`left sign right`, one link of a chain, as LaTeX; `prose` is the sentence around it, without its formulas.

    Signs: = != < > <= >= ~ (approximately), in, mod (congruent; `modulus` says to what).
    `place` counts the links of the chain in front of it; `positive`: it was said that letters are not negative.
    """

    left: str
    sign: str
    right: str
    prose: str
    modulus: str = ""
    place: int = 0
    positive: bool = False

    def __str__(self) -> str:
        return f"{self.left} {self.sign} {self.right}" + (f" (mod {self.modulus})" if self.modulus else "")


@dataclass(frozen=True, slots=True)
class Value:
    r"""A formula on its own: `-3` behind `x=1,\ `, a matrix, the expression to be worked on."""

    latex: str
    prose: str


_MATHS: Final = re.compile(
    r"\\\((.+?)\\\)|(?<!\\)\\\[(.+?)(?<!\\)\\\](?!0)|\$\$(.+?)\$\$|\$([^$\d][^$]*)\$", re.DOTALL
)
_PLAIN: Final = re.compile(
    r"(?<![\w.\\{])\(?\d[\d.]*\)?%?(?:\s*[-+−×÷*/]\s*\(?\d[\d.]*\)?%?)+\s*=\s*-?\d[\d.]*(?:/\d+)?%?"
)
_SIGNS: Final = {
    "=": "=", "<": "<", ">": ">", r"\le": "<=", r"\leq": "<=", r"\ge": ">=", r"\geq": ">=", r"\ne": "!=", r"\neq": "!=",
    r"\approx": "~", r"\equiv": "mod", r"\in": "in", r"\lt": "<", r"\gt": ">",
}  # fmt: skip
_BREAKS: Final = {
    ",", ";", "，", "；", "、", r"\quad", r"\qquad", r"\\", r"\Rightarrow", r"\Longrightarrow", r"\iff", r"\Leftrightarrow",
    r"\implies", r"\Longleftrightarrow", r"\to", r"\wedge", r"\lor", r"\land", r"\vee", r"\text{or}", r"\text{and}",
}  # fmt: skip
_TOKEN: Final = re.compile(r"\\[A-Za-z]+|\\.|.", re.DOTALL)
_WORDS: Final = re.compile(r"\\(?:text|mbox|mathrm)\s*\{[^{}]*\}(?:\^\{?\d\}?)?")
_MATRIX: Final = re.compile(
    r"(?:\\left[([|])?\\begin\{(?:[pbv]?matrix|array)\}.*?\\end\{(?:[pbv]?matrix|array)\}(?:\\right[)\]|])?",
    re.DOTALL,
)


_POSITIVE: Final = re.compile(r"letters?[^.]*(?:positive|not negative)|字母[^。]*(?:正|非负|不是负)")


def statements(steps: Iterable[str]) -> Iterator[Link | Value]:
    """All statements in order. A formula that begins with a sign goes on from the last one."""
    last, positive = "", False
    for step in steps:
        positive = positive or bool(_POSITIVE.search(step))
        for source, sentence in _formulas(step):
            for piece in pieces(source):
                sides, signs = _split(piece)
                if not signs:
                    last = sides[0]
                    yield Value(last, sentence)
                    continue
                goes_on = not sides[0].strip()
                if goes_on:
                    sides[0] = last
                modulus = ""
                if found := re.search(r"\\p?mod\s*(\{.*\}|\w+)\s*$", sides[-1]):
                    modulus, sides[-1] = found[1].strip("{}"), sides[-1][: found.start()]
                for place, (left, sign, right) in enumerate(
                    zip(sides, signs, sides[1:], strict=False), start=goes_on
                ):
                    if sign == "mod" and not modulus:
                        sign = "="  # identically equal
                    if left.strip() and right.strip():
                        yield Link(
                            left.strip(),
                            sign,
                            right.strip(),
                            sentence,
                            modulus if sign == "mod" else "",
                            place,
                            positive,
                        )
                last = sides[-1]


def _formulas(step: str) -> Iterator[tuple[str, str]]:
    """Every formula with the words of its sentence; `⟂` stands where formulas were."""
    found = [next(g for g in m.groups() if g is not None) for m in _MATHS.finditer(step)]
    words = _MATHS.sub(
        lambda m: (
            "⟂" + (". " if m[0].startswith(r"\[") and re.match(r"\s*(?!No\b)[A-Z]", step[m.end() :]) else "")
        ),
        step,
    )
    for sentence in re.split(r"(?<=[.。;；!?？])\s+|(?<=[。；？])|\n", words):
        for _ in range(sentence.count("⟂")):
            yield found.pop(0), sentence
        for match in _PLAIN.finditer(sentence):
            yield match[0].replace("%", r"\%"), sentence


def plain(source: str) -> str:
    """LaTeX without units, words and spacing.

    >>> plain(r"634\\text{ apples}\\,")
    '634'
    """
    source = re.sub(r"\\(?:text|mbox)\s*\{\s*(or|and|或|且|和|与)\s*\}", r"\\\\", source)
    source = re.sub(
        r"(\d)\s*\\text\{\s*(万|亿)",
        lambda m: rf"{m[1]}\times 10^{{{4 if m[2] == '万' else 8}}}\text{{",
        source,
    )
    source = re.sub(r"\\mathrm\{([a-zA-Z])\}", r"\1", source)
    source = _WORDS.sub(" ", source)
    source = re.sub(
        r"(\d+)\s*\\div\s*(\d+)\s*=\s*(\d+)\s*(?:\\c?l?dots\s*|…)+(\d+)", r"\1=\2\\times \3+\4", source
    )
    source = re.sub(r"(?<!\\)\\[,!:>; ]|\\displaystyle|~", " ", source)
    source = re.sub(r"\\(?:bar|overline)\s*\{\s*([xy])\s*\}", r"\1_{0}", source)  # the mean of the x is no x
    source = source.replace(r"\tfrac", r"\frac").replace(r"\dfrac", r"\frac").replace("{,}", "")
    return source.strip(" .。")


def pieces(source: str) -> Iterator[str]:
    """The statements of a formula: its rows, and what stands between commas."""
    source = plain(source)
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[0])
        return rf"\matrix{chr(64 + len(held))} "

    source = _MATRIX.sub(hold, source)
    if r"=\begin{cases}" in re.sub(r"\\left\\\{", "", source.replace(" ", "")):
        return  # a function in pieces
    source = re.sub(r"\\(?:begin|end)\{(?:aligned|align\*?|cases|gathered)\}", r"\\\\", source)
    source = re.sub(r"[A-Za-z0-9^{}]+:\s*&", "", source).replace("&", "")
    source = re.sub(r"\\\\\[[^\]]*\]", r"\\\\", source)
    source = re.sub(r"\w+=\d+,\s*\d+,\s*\\[lc]?dots(?:,\s*\w+)?", "", source)  # k=0,1,…,n
    depth, piece = 0, ""
    for token in [*_TOKEN.findall(source), ";"]:
        depth += (token in ("(", "[", "{", r"\{")) - (token in (")", "]", "}", r"\}"))
        if depth == 0 and token in _BREAKS:
            piece = re.sub(r"\\matrix([A-Z]) ", lambda m: held[ord(m[1]) - 65], piece)
            if piece.strip():
                yield piece.strip()
            piece = ""
        else:
            piece += token


def _split(piece: str) -> tuple[list[str], list[str]]:
    """Sides and signs of a chain."""
    sides, signs, depth = [""], list[str](), 0
    for token in _TOKEN.findall(piece):
        depth += (token in ("(", "[", "{", r"\{")) - (token in (")", "]", "}", r"\}"))
        if depth == 0 and token in _SIGNS:
            signs.append(_SIGNS[token])
            sides.append("")
        else:
            sides[-1] += token
    return sides, signs
