"""Answers that repeat themselves in brackets: `4.8(即24/5)`, `60°(π/3)`, `无解(x=2是增根)`, and keys with their option's text, `C(120°)`.

A remark goes only where it is the same once more: every form must be equal, else the text stays as it is and is compared as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase
from typing import Final

from evaluation.grader.cleaning import clean, spelled, squeezed, word
from evaluation.grader.comparing import compare
from evaluation.grader.sayings import parted

MAX_LENGTH: Final = 300
_MARK: Final = re.compile(
    r"^(?:即[为是]?|也就是|也即|i\.\s?e\.,?|that\s+is,?|or|equivalently,?|=)\s*", re.IGNORECASE
)
_PLAIN: Final = re.compile(r"-?\d+(?:\.\d+)?")
_REJECTED: Final = re.compile(
    r"[a-z]\s*=\s*(?P<zh>[^\s,;是为]+)\s*[是为](?:原方程的)?增根|[a-z]\s*=\s*(?P<en>\S+)\s+is\s+extraneous"
)


def without_remarks(text: str) -> str | None:
    r"""A text without the brackets that repeat what is in front of them, in each of its parts; None where there is no such bracket.

    >>> without_remarks("4.8(即24/5)"), without_remarks("4.8(即12/5)"), without_remarks("无解(x=2是增根)")
    ('4.8', None, '无解')
    >>> without_remarks("(1) A=60°(π/3); (2) 7"), without_remarks("3(3.0)"), without_remarks("f(3)")
    ('A=60\\text{degrees}; 7', None, None)
    """
    if len(text) > MAX_LENGTH or not re.search(r"[)）]", text):
        return None
    parts = re.split(r"\s*;\s*", parted(spelled(text)))
    bare = [_bare(part) for part in parts]
    if not any(bare):
        return None
    return "; ".join(b or part for b, part in zip(bare, parts, strict=True))


def _bare(part: str) -> str | None:
    head, inside = _at_its_end(part)
    if not head or not inside or re.search(r"[-+*/^=<>_,\\]$", head):
        return None
    if rejected := _REJECTED.fullmatch(inside):
        root = rejected["zh"] or rejected["en"]
        return None if word(head) != "empty" and compare(root, head) == "equal" else head
    said = _MARK.sub("", inside)
    if not said or squeezed(said) == squeezed(head):
        return None
    if said == inside and _PLAIN.fullmatch(head) and _PLAIN.fullmatch(said):  # 3(3.0) may be a product
        return None
    return head if compare(said, head) == compare(head, said) == "equal" else None


def _at_its_end(part: str) -> tuple[str, str]:
    """What stands before the last bracket of a text, and in it."""
    part, depth = part.strip(), 0
    if not part.endswith(")"):
        return "", ""
    for at in range(len(part) - 1, -1, -1):
        depth += (part[at] == ")") - (part[at] == "(")
        if not depth:
            return part[:at].strip(), part[at + 1 : -1].strip()
    return "", ""


_KEY: Final = re.compile(r"\s*\(?([A-F])\)?\s*[(（](.+)[)）]\s*[.。]?\s*")


def key_with_text(reference: str, choices: Sequence[str] | None) -> str | None:
    """The letter of a key that has its option's text behind it in brackets; None where the text is not that option's.

    >>> key_with_text("C(120°)", ["60°", "90°", "120°"]), key_with_text("C(90°)", ["60°", "90°", "120°"]), key_with_text("C", ["1", "2", "3"])
    ('C', None, None)
    """
    found = _KEY.fullmatch(reference)
    place = ascii_uppercase.index(found[1]) if found else 0
    if found is None or not choices or place >= len(choices):
        return None
    return found[1] if squeezed(clean(found[2])) == squeezed(clean(choices[place])) != "" else None
