"""What was found on a page as a reading: Markdown in reading order, the problems on the page, and notes. Pure.

Knows nothing of pixels; formulas arrive as LaTeX, or as what Tesseract saw where nobody could read them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from solver.ports import Box, Note, Picture, PictureProblem, PictureReading, Region

HAN: Final = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_BESIDE_HAN: Final = re.compile(rf"(?<={HAN.pattern}) | (?={HAN.pattern})")
DOUBTFUL: Final = 0.6
_LABEL: Final = re.compile(
    r"\s*(?:(?P<number>\d{1,2})\s*[.．、)）](?!\d)|[(（](?P<bracketed>\d{1,2})[)）]|(?:例|第)\s*(?P<example>\d{1,2})\s*题?[.．、:：]?"
    r"|(?:Problem|Question|Exercise)\s+(?P<named>\d{1,2})\s*[.:)]?)\s*"
)
_SIGNS: Final = {
    "×": r"\times ", "÷": r"\div ", "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "±": r"\pm ", "∞": r"\infty ", "π": r"\pi ",
    "√": r"\sqrt ", "°": r"^{\circ}", "−": "-", "–": "-", "—": "-", "·": r"\cdot ", "²": "^2", "³": "^3", "（": "(", "）": ")",
    "%": r"\%", "#": r"\#", "&": r"\&", "“": "", "”": "", "’": "'", "‘": "'", '"': "", "$": "", "\\": "", "{": "(", "}": ")",
}  # fmt: skip
_FUNCTION: Final = re.compile(r"(?<![a-zA-Z\\])(sin|cos|tan|cot|log|ln|lim|exp)(?![a-z])")
SOON: Final = 0.2
"""Of the page's width: a line that ends so much earlier, behind a full stop, ends its paragraph."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words or a formula as the reader's process tells it. `crop` is the formula as PNG in base64.

    `latex` is a formula's where its structure told it, and `confidence` is that of it.
    """

    kind: str
    text: str
    confidence: float
    line: int
    gap: bool
    box: Box
    crop: str = ""
    latex: str = ""


def part_of(told: Mapping[str, Any]) -> Part:
    """A part from its JSON."""
    return Part(
        told["kind"],
        told["text"],
        told["confidence"],
        told["line"],
        told["gap"],
        Box(*told["box"]),
        told.get("crop", ""),
        told.get("latex", ""),
    )


def guessed(text: str) -> str:
    """LaTeX of what Tesseract saw of a formula: for a person to correct.

    >>> guessed("2x — 3 ≤ 5 sin x")
    '2x - 3 \\\\le 5 \\\\sin x'
    """
    latex = "".join(_SIGNS.get(c, c) for c in text)
    latex = _FUNCTION.sub(r"\\\1 ", latex)
    return re.sub(r"\s+", " ", latex).strip()


def words(text: str) -> str:
    """Words as Markdown: a dollar sign that the page shows is escaped, everything else stays as it was read.

    >>> words("a pen costs $3")
    'a pen costs \\\\$3'
    """
    return _BESIDE_HAN.sub("", re.sub(r"[ \t]+", " ", text)).replace("$", r"\$")


def assemble(
    parts: Sequence[Part],
    formulas: Mapping[int, tuple[str, float]],
    picture: Picture,
    notes: Sequence[Note],
    engine: str,
) -> PictureReading:
    """The reading; `formulas` has the LaTeX and the confidence of the parts, by their places, that were read as formulas."""
    regions, stops = list[Region](), list[str]()
    for at, part in enumerate(parts):
        region, stop = _without_stop(_region(at, part, formulas))
        regions.append(region)
        stops.append(stop)
    markdown, starts = _joined(parts, regions, stops)
    problems = _problems(parts, regions, markdown, starts)
    more = list(notes)
    if len(problems) > 1:
        more.append(Note("picture-several", (("count", str(len(problems))),)))
    if not any(r.kind == "formula" or re.search(r"\d", r.markdown) for r in regions):
        more.append(Note("picture-no-mathematics"))
    if any(r.confidence < DOUBTFUL for r in regions if r.kind == "text" and len(r.markdown) > 2):
        more.append(Note("picture-doubtful"))
    return PictureReading(markdown, tuple(regions), problems, tuple(more), picture, engine)


def _region(at: int, part: Part, formulas: Mapping[int, tuple[str, float]]) -> Region:
    if part.kind == "text":
        return Region("text", words(part.text), part.confidence, part.box, part.line)
    if at in formulas:
        latex, sure = formulas[at]
        return Region("formula", f"${latex}$", sure, part.box, part.line)
    if part.latex:
        return Region("formula", f"${part.latex}$", part.confidence, part.box, part.line)
    latex = guessed(part.text)
    return Region(
        "formula", f"${latex}$" if latex else r"$\square$", min(part.confidence, 0.5), part.box, part.line
    )


_STOP: Final = re.compile(r"\$(.*[^\s.,;:\\])\s*([.,;:。，；：])\s*\$", re.DOTALL)


def _without_stop(region: Region) -> tuple[Region, str]:
    """A formula without the mark of its sentence (`2x+3=15.`), and the mark."""
    found = _STOP.fullmatch(region.markdown) if region.kind == "formula" else None
    return (region, "") if found is None else (replace(region, markdown=f"${found[1]}$"), found[2])


def _joined(parts: Sequence[Part], regions: Sequence[Region], stops: Sequence[str]) -> tuple[str, list[int]]:
    """All regions as one text, behind each the mark that was taken off it, and where in it each begins."""
    text, starts = "", list[int]()
    right = max((p.box.left + p.box.width for p in parts), default=0)
    left = min((p.box.left for p in parts), default=0)
    for at, part in enumerate(parts):
        piece = regions[at].markdown
        if at and part.line != parts[at - 1].line:
            before = parts[at - 1].box
            short = (
                before.left + before.width < right - SOON * (right - left)
                and text.rstrip()[-1:] in ".。?？!！:："
            )
            opens = part.kind == "text" and _LABEL.match(part.text) is not None
            text = text.rstrip() + ("\n\n" if short or opens else _between(text, piece))
            piece = piece.lstrip()
        elif at and (part.gap or part.kind == "formula" or part.kind != parts[at - 1].kind):
            text += _between(text, piece) if part.gap or _needs_space(text, piece) else ""
        starts.append(len(text))
        text += piece + stops[at]
    return text.strip(), starts


def _between(before: str, behind: str) -> str:
    """Nothing between Chinese characters, a space elsewhere."""
    if not before or not behind or before[-1].isspace() or behind[0].isspace():
        return ""
    return "" if HAN.match(before[-1]) or HAN.match(behind[0]) or behind[0] in ".,;:?!)" else " "


def _needs_space(before: str, behind: str) -> bool:
    """Two formulas, or a formula beside a letter: without a space the dollar signs would be misread."""
    return (
        bool(before)
        and bool(behind)
        and (before[-1].isalnum() or behind[0].isalnum() or before[-1] == behind[0] == "$")
    )


def _problems(
    parts: Sequence[Part], regions: Sequence[Region], markdown: str, starts: Sequence[int]
) -> tuple[PictureProblem, ...]:
    """The numbered problems in the order of their numbers, or all of it as one: parts (1), (2) below words of their own belong together.

    Columns are read one after the other, and may be numbered across.
    """
    opened = [at for at in range(len(parts)) if at == 0 or parts[at].line != parts[at - 1].line]
    labels: list[tuple[int, str, int, str, int]] = []  # region, kind, number, label, length
    for at in opened:
        found = _LABEL.match(regions[at].markdown) if parts[at].kind == "text" else None
        if found and found.lastgroup:
            labels.append((at, found.lastgroup, int(found[found.lastgroup]), found[0].strip(), found.end()))
    whole = (PictureProblem(_unlabelled(markdown), _first_label(labels), tuple(range(len(parts)))),)
    if not labels:
        return whole
    kind = labels[0][1]
    if kind == "bracketed" and labels[0][0] != 0:  # (1), (2) behind an introduction
        return whole
    run = [labels[0]]
    for label in labels[1:]:
        if label[1] == kind and label[2] not in {one[2] for one in run} and label[2] > run[0][2]:
            run.append(label)
    numbers = sorted(label[2] for label in run)
    while (
        len(numbers) != numbers[-1] - numbers[0] + 1
    ):  # a number that was misread, or that begins a line by chance
        gap = next(at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1] + 1)
        numbers = numbers[:gap]
    run = [label for label in run if label[2] in numbers]
    if len(run) < 2:
        return whole
    problems: list[tuple[int, PictureProblem]] = []
    for label, following in zip(run, [*run[1:], None], strict=True):
        end = following[0] if following else len(parts)
        stop = starts[following[0]] if following else len(markdown)
        text = markdown[starts[label[0]] + label[4] : stop].strip()
        problems.append((label[2], PictureProblem(text, label[3], tuple(range(label[0], end)))))
    return tuple(problem for _, problem in sorted(problems, key=lambda one: one[0]))


def _first_label(labels: Sequence[tuple[int, str, int, str, int]]) -> str:
    return labels[0][3] if labels and labels[0][0] == 0 else ""


def _unlabelled(markdown: str) -> str:
    found = _LABEL.match(markdown)
    return markdown[found.end() :].strip() if found else markdown
