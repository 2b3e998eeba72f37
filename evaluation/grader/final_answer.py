r"""The final answer of a whole solution that somebody else wrote: in a box, behind `####`, behind "the answer is", 答案是, 故选.

What stands last counts. Nothing is guessed: the last number of a text is no answer, and a text that says none has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from evaluation.grader.measures import canonical, measure

_BOX: Final = re.compile(r"\\(?:boxed|fbox)\s*(?=[{\d])")
_CODE: Final = re.compile(r"^```[^\n]*\n.*?^```", re.MULTILINE | re.DOTALL)
_THOUGHTS: Final = re.compile(r"<think>.*?</think>", re.DOTALL)
_HASHES: Final = re.compile(r"(?:^|(?<=[\s.)]))[ \t]*####[ \t]*([^\n#]+?)[ \t]*$", re.MULTILINE)
_BEFORE: Final = (
    r"(?:\b(?:the|my|our)\s+)?(?:\b(?:final|correct|best)\s+)?\b(?:answer|choice|option)\b(?:\*\*|__)?\s*(?:to\s+[^.\n:]{0,40}?\s*)?(?:(?:is|are|would be|should be|=|:)\s*)+"
    r"|[【\[](?:答案|解答)[】\]]\s*[:：]?\s*(?=\S)|(?:最终|最后|正确)?(?:的)?(?:答案|选项|结果)\s*(?:应该?)?\s*(?:(?:是|为|选|[:：=])\s*)+|(?:故|应|因此|所以)?(?:本题)?(?:应)?选(?:择|项)?\s*[:：]?\s*(?=[(（]?[A-F]{1,5}(?![A-Za-z]))"
    r"|^[ \t]*答\s*[:：]\s*"
)
_SAID: Final = re.compile(
    rf"(?:\*\*|__|#+\s*)?(?:{_BEFORE})(?:\*\*|__)?\s*[:：]?\s*(?:\*\*|__)?\s*(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
_CONCLUDED: Final = re.compile(
    r"(?:^|(?<=[.。！!?\n,，;；]))[ \t]*(?:(?:therefore|thus|hence|so|finally|in conclusion)\b,?\s*|(?:因此|所以|故|综上(?:所述)?|从而|于是)[,，:：]?\s*)(?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
_END: Final = re.compile(
    r"(?<!\d)\.(?=\s|\*|$)|(?<=\d)\.(?=\s+[A-Z\u3400-\u9fff]|\s*$|\*)|[。！；\n]|!\s|(?<=\))\.\s"
)


_DENIED: Final = re.compile(r"(?i)(?:not|wrong|incorrect|correct)\b|不|错|to\b")


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer and where it ends."""

    text: str
    end: int


def final_answer(text: str) -> str | None:
    r"""The answer that a solution ends with; None where it says none.

    >>> final_answer("3 * 4 = 12\n#### 12"), final_answer(r"So it is $\boxed{\frac12}$."), final_answer("The answer is: 7.5. Done")
    ('12', '\\frac12', '7.5')
    >>> final_answer("因此，答案是 3。"), final_answer("故选 B"), final_answer("I think of 7 apples"), final_answer(r"$\boxed{1}$ or $\boxed{2}$")
    ('3', 'B', None, '1, 2')
    """
    text = _THOUGHTS.sub("", text.rpartition("</think>")[2])
    text = _CODE.sub(lambda m: "\n" * m[0].count("\n"), text)
    said = [found for reader in (_boxed, _behind_hashes, _named) for found in reader(text)]
    said = said or list(_emphasised(text))
    if said:
        return max(said, key=lambda found: found.end).text
    return _conclusion(text)


def _boxed(text: str) -> Iterator[_Found]:
    """The last box with something in it, and those before it in its sentence or line, if only words for lists are between them."""
    boxes = [
        box for match in _BOX.finditer(text) if (box := _box(text, match)) is not None and box[2].strip()
    ]
    if not boxes:
        return
    members = [boxes[-1]]
    for box in reversed(boxes[:-1]):
        if not re.fullmatch(
            r"[\s$,;，；、&]*(?:\\text\s*\{\s*)?(?:and|or|和|或|及|以及|或者)?(?:\s*\})?(?:\s*[a-zA-Z](?:_\d)?\s*=)?[\s$]*(?:\\\(|\\\))?[\s$]*|[\s$]*\\\)\s*(?:and|or|,|和|或)\s*\\\(\s*",
            text[box[1] : members[0][0]],
        ):
            break
        members.insert(0, box)
    yield _Found(", ".join(box[2].strip() for box in members) + _unit_behind(text, members), members[-1][1])


_UNIT_BEHIND: Final = re.compile(
    r"[\s$]*(?:\\\))?\s*(\\text\s*\{[^{}]*\}|[\u3400-\u9fff]{1,4}|[A-Za-z]{1,12}(?:/[a-z]{1,8})?)[\s$.。]*"
)


def _unit_behind(text: str, boxes: list[tuple[int, int, str]]) -> str:
    """The unit behind a single box that ends a text: `\\boxed{120} 米`; nothing where another word stands there."""
    found = _UNIT_BEHIND.fullmatch(text, boxes[-1][1])
    if found is None or len(boxes) > 1 or not re.search(r"\d\}?$", boxes[0][2].strip()):
        return ""
    unit = re.sub(r"\\text\s*\{([^{}]*)\}", r"\1", found[1]).strip()
    return f" {unit}" if measure(canonical(unit)) is not None else ""


def _box(text: str, match: re.Match[str]) -> tuple[int, int, str] | None:
    """Start, end and content; None for a box that is not closed: the text broke off in it."""
    if text[match.end()] != "{":
        return match.start(), match.end() + 1, text[match.end()]
    depth = 0
    for at in range(match.end(), len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return match.start(), at + 1, text[match.end() + 1 : at]
    return None


def _behind_hashes(text: str) -> Iterator[_Found]:
    for match in _HASHES.finditer(text):
        if re.search(r"[\d\\]", match[1]):  # and no heading
            yield _Found(match[1].strip(), match.end())


def _named(text: str) -> Iterator[_Found]:
    for match in _SAID.finditer(text):
        value = _value(text, match.end())
        if value and not _BOX.search(value.text) and not _DENIED.match(value.text):
            yield value


_BOLD: Final = re.compile(r"(?<![\w*)\]}])\*\*(?=\S)([^*\n]*\d[^*\n]*?)(?<=\S)\*\*(?![\w*({\\])")


def _emphasised(text: str) -> Iterator[_Found]:
    """The only number in bold type in the last line: `Carlos has to wait **13 years** for it.`"""
    line = text.strip().rpartition("\n")[2]
    bold = _BOLD.findall(line)
    if len(bold) == 1 and bold[0].strip() != line.strip("*. "):
        yield _Found(_bare(bold[0]), len(text))


def _conclusion(text: str) -> str | None:
    """Of a text without such words: what its last sentence concludes, if that is the text's last one."""
    found = list(_CONCLUDED.finditer(text.strip()))
    if not found or not (value := _value(text.strip(), found[-1].end())):
        return None
    rest = text.strip()[value.end :].strip(" .。*$")
    return value.text if not rest and re.search(r"[\d\\=]", value.text) else None


def _value(text: str, start: int) -> _Found | None:
    """What stands from here to the end of the sentence, without marks of emphasis and delimiters; a whole formula in delimiters stays whole."""
    if display := re.compile(r"\s*(\$\$|\\\[)(.+?)(\$\$|\\\])", re.DOTALL).match(text, start):
        return _Found(_bare(display[2]), display.end())
    if inline := re.compile(r"\s*(?:\$([^$]+)\$|\\\((.+?)\\\))(?=\s*(?:[.。,，*]|$))", re.MULTILINE).match(
        text, start
    ):
        return _Found(_bare(inline[1] or inline[2]), inline.end())
    cut = _END.search(text, start)
    end = cut.start() if cut else len(text)
    value = _bare(text[start:end])
    return _Found(value, end) if value else None


def _bare(text: str) -> str:
    text = re.sub(r"\*\*|__|`", "", text).strip()
    if len(re.findall(r"(?<!\\)\$", text)) % 2:  # half of a pair
        text = text.strip("$") if not re.match(r"\$\s*\d", text) else text
    return text.strip(" \t\n.,;:，；：。*").strip()
