r"""A typed formula as LaTeX that looks the same: powers raised, roots under their bar, `(…)/(…)` as a fraction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from solver.typed.tokens import Token

_AROUND: Final = {
    "abs": (r"\left|", r"\right|"),
    "floor": (r"\lfloor ", r"\rfloor "),
    "ceil": (r"\lceil ", r"\rceil "),
}
_ROOT: Final = {"sqrt": r"\sqrt", "√": r"\sqrt", "cbrt": r"\sqrt[3]", "∛": r"\sqrt[3]"}
_TO: Final = r"\to "
MAX_DEPTH: Final = 30


class _Unwritable(Exception):
    """A power or a root of nothing, or brackets too deep."""


def latex(run: Sequence[Token]) -> str | None:
    r"""The formula in LaTeX; None where it cannot be written so.

    >>> from solver.typed.tokens import tokens
    >>> latex(list(tokens("2sqrt(x+1)/3 <= x^(n-1)")))
    '2\\sqrt{x+1}/3\\le x^{n-1}'
    """
    writer = _Writer(run)
    try:
        return writer.rest(0)
    except _Unwritable:
        return None


class _Writer:
    """Every method leaves `at` behind what it wrote."""

    def __init__(self, run: Sequence[Token]) -> None:
        self.run, self.at = run, 0

    def rest(self, depth: int) -> str:
        """All up to the bracket that closes, or to the end."""
        if depth > MAX_DEPTH:
            raise _Unwritable
        parts: list[str] = []
        while self.at < len(self.run) and self.run[self.at].kind != "close":
            parts.append(self.unit(depth))
        return "".join(parts).strip()

    def unit(self, depth: int) -> str:
        """One token with what belongs to it."""
        token = self.run[self.at]
        if token.kind == "open":
            return self.bracket(depth)
        self.at += 1
        match token.kind:
            case "power":
                return f"^{{{self.operand(depth)}}}"
            case "raised":
                return f"^{{{token.tex}}}"
            case "lowered":
                return f"_{{{self.operand(depth)}}}"
            case "root":
                return f"{_ROOT[token.tex]}{{{self.operand(depth)}}}"
            case "function" if token.tex in _AROUND:
                return self.around(token.tex, depth)
            case "function" if token.tex == r"\lim ":
                return rf"\lim{self.target(depth)} "
            case _:
                return token.tex

    def target(self, depth: int) -> str:
        """Where a limit goes (`x->0`, also in brackets), to stand below; nothing where that is not said so."""
        ahead = self.run[self.at : self.at + 3]
        if len(ahead) == 3 and ahead[1].tex == _TO:
            self.at += 2
            return f"_{{{ahead[0].tex}{_TO}{self.operand(depth)}}}"
        if len(ahead) == 3 and ahead[0].kind == "open" and self.run[self.at + 2].tex == _TO:
            return f"_{{{self.inside(depth)[0]}}}"
        return ""

    def around(self, name: str, depth: int) -> str:
        if self.at == len(self.run) or self.run[self.at].tex != "(":
            raise _Unwritable
        left, right = _AROUND[name]
        return f"{left}{self.operand(depth)}{right}"

    def bracket(self, depth: int) -> str:
        """A bracket as it stands, or a fraction where one in round brackets is divided by another."""
        inner, sides = self.inside(depth)
        over = self.run[self.at : self.at + 2]
        if sides == "()" and [t.kind for t in over] == ["slash", "open"] and over[1].tex == "(":
            self.at += 1
            below, _ = self.inside(depth)
            return rf"\frac{{{inner}}}{{{below}}}"
        if sides == "{}":
            return rf"\{{{inner}\}}"
        return f"{sides[0]}{inner}{sides[1]}"

    def inside(self, depth: int) -> tuple[str, str]:
        """What stands in a bracket, and its two signs."""
        opened = self.run[self.at].tex
        self.at += 1
        inner = self.rest(depth + 1)
        if self.at == len(self.run):
            raise _Unwritable
        closed = self.run[self.at].tex
        self.at += 1
        return inner, opened + closed

    def operand(self, depth: int) -> str:
        """What is raised, lowered or under a root: a bracket without its signs, or one thing with its sign."""
        if self.at == len(self.run):
            raise _Unwritable
        token = self.run[self.at]
        if token.kind == "open":
            return self.inside(depth)[0]
        if token.kind == "sign" and token.tex in "+-":
            self.at += 1
            return token.tex + self.operand(depth)
        if token.kind not in ("number", "letter", "name", "latex", "big", "letters"):
            raise _Unwritable
        if token.kind == "letters":
            raise _Unwritable
        self.at += 1
        return token.tex.strip()
