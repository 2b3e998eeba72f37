"""A variable's name in a formula's tree, as sympy, LaTeX and Python write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import sympy as sp

LETTERS: Final[Mapping[str, str]] = {"i_": "i", "e_": "e"}
GREEK_NAMES: Final = frozenset(("lambda", "beta", "gamma", "zeta", "Sum"))


def plain_name(name: str) -> str:
    """A variable's name as the reader writes it: `i_` and `e_` are the letters i and e (see `formula.nodes.Symbol`).

    >>> plain_name("i_"), plain_name("x")
    ('i', 'x')
    """
    return LETTERS.get(name, name)


def letter(name: str, **assumptions: bool) -> sp.Symbol:
    """The symbol that a variable's name stands for."""
    return sp.Symbol(plain_name(name), **assumptions)


def symbol_latex(name: str) -> str:
    """A variable's name as LaTeX.

    >>> symbol_latex("alpha_12"), symbol_latex("x")
    ('\\\\alpha_{12}', 'x')
    """
    head, _, index = name.partition("_")
    head = head if len(head) == 1 else rf"\{head}" if head.isalpha() and head not in ("oo",) else head
    return f"{head}_{{{index}}}" if index else head


def python_name(name: str) -> str:
    """A variable's name as a Python identifier that is no keyword and no name of sympy's that cells use.

    >>> python_name("lambda"), python_name("a_1"), python_name("i_")
    ('lambda_', 'a_1', 'i')
    """
    name = plain_name(name)
    safe = "".join(c if c.isalnum() and c.isascii() or c == "_" else "_" for c in name)
    return safe + "_" if safe in GREEK_NAMES or safe in ("I", "E", "S", "N", "O", "Q", "f", "pi") else safe
