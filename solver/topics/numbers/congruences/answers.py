r"""A residue class as an answer: `x \equiv 3 \pmod{7}`, written and read."""

from __future__ import annotations

import re

from solver.formula import symbol_latex

_CLASS = re.compile(
    r"(?:[A-Za-z]\s*)?(?:≡|\\equiv|=)?\s*(-?\d+)\s*\(?\s*(?:\\[pb]?mod|\\text\{\s*mod\s*\}|mod)\s*\{?\s*(\d+)\s*\}?\s*\)?"
)
_SERIES = re.compile(
    r"(?:[A-Za-z]\s*)?=?\s*(?:(\d+)\s*(?:\\cdot\s*)?[a-z]\s*(?:([+-])\s*(\d+))?|(-?\d+)\s*\+\s*(\d+)\s*(?:\\cdot\s*)?[a-z])"
)


def general_latex(letter: str, residue: int, modulus: int) -> str:
    """LaTeX of the class.

    >>> general_latex("x", 3, 7)
    'x \\\\equiv 3 \\\\pmod{7}'
    """
    return rf"{symbol_latex(letter)} \equiv {residue} \pmod{{{modulus}}}"


def general(answer: str) -> tuple[int, int] | None:
    r"""Residue and modulus of a class, also as `x = 7k + 3`.

    >>> general(r"x \equiv 3 \pmod{7}"), general("x = 7k + 3"), general("3")
    ((3, 7), (3, 7), None)
    """
    text = re.sub(r"\\[,;! ]|\$|\\\(|\\\)", " ", answer).strip().rstrip(".。")
    if (found := _CLASS.fullmatch(text)) is not None:
        return (int(found[1]), int(found[2])) if int(found[2]) > 0 else None
    if (found := _SERIES.fullmatch(text)) is None:
        return None
    if found[1]:
        residue, modulus = int(f"{found[2] or '+'}{found[3] or 0}"), int(found[1])
    else:
        residue, modulus = int(found[4]), int(found[5])
    return (residue, modulus) if modulus > 0 else None
