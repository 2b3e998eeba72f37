r"""Formulas that stand bare among the words of a clause: a place for them in the wordings of `clauses`, and their value.

`PLACE("f")` matches the shortest run that ends where the wording goes on; `value` reads it by the grammar of `solver.formula` and takes no words for letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import sympy as sp

from solver.formula import FormulaError, parse, to_sympy
from solver.topics.clauses import without_dollars

_ROUND: Final = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
_CURLY: Final = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_NO_WORD: Final = (
    r"(?!\b(?:the|is|are|of|with|where|whether|such|that|for|find|on|at|by|from|between|when|if|to|in)\b)"
)
_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_KNOWN: Final = frozenset(
    "frac dfrac tfrac sqrt sin cos tan cot sec csc arcsin arccos arctan ln log lg exp sinh cosh tanh pi infty oo cdot times e".split()
    + "alpha beta gamma delta theta lambda mu sigma rho phi omega varphi left right quad bar hat pm abs".split()
)
"""Names of more than one letter that are no word."""


def place(name: str, *, signs: bool = False, commas: bool = False) -> str:
    """A formula's place in a wording; with `signs` relations, with `commas` several of them."""
    barred = "" if signs else "=<>"
    comma = "" if commas else ","
    # a point belongs to a decimal only; Chinese words never to a formula
    return (
        rf"(?P<{name}>(?:[^\u3400-\u9fff{barred}{comma};:。?!.(){{}}]|\.(?=\d)|{_ROUND}|{_CURLY})+?)(?!\.\d)"
    )


def plain(source: str) -> str:
    r"""The text in one line, its formulas without delimiters and spaces that only look.

    >>> plain(r"Find $\displaystyle f(x)=x^2\,$ at $x\le 2$.")
    'Find f(x)=x^2 at x<= 2 .'
    """
    text = re.sub(r"\\begin\{(?:cases|aligned|align\*?)\}|\\end\{(?:cases|aligned|align\*?)\}", " ", source)
    text = re.sub(r"\\(?:q?quad)(?![A-Za-z])", " ", text)
    return without_dollars(re.sub(r"\\\\(?=\s)", " , ", text))


def value(text: str, symbols: Mapping[str, sp.Expr] | None = None) -> sp.Expr:
    """The expression that a text is.

    Raises:
        FormulaError: it is none, or has a word in it.
    """
    for word in _WORD.findall(text):
        if word.lower() not in _KNOWN and len(word) > 3:
            raise FormulaError(f"{word} is a word")
    if re.search(
        r"(?i)(?<![A-Za-z\\])(?:the|and|for|are|not|its|at|of|is|on|to|in|by|if|or)(?![A-Za-z])", text
    ):
        raise FormulaError("a word stands in the formula")
    found = to_sympy(parse(text.strip()), symbols)
    if not isinstance(found, sp.Expr) or found.has(sp.nan, sp.zoo):
        raise FormulaError("an expression was expected")
    return found


def several(text: str) -> list[str]:
    """What stands between commas (or "and") that lie in no brackets."""
    parts, depth, current = list[str](), 0, ""
    for sign in re.sub(r"\s+and\s+|、|和|与", ",", text):
        depth += sign in "([{"
        depth -= sign in ")]}"
        if sign == "," and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += sign
    return [p.strip() for p in [*parts, current] if p.strip()]


def given_expression(letters: Iterable[str] = "") -> Callable[[str], Any]:
    """A reader of answers for `Prepared.given`: one expression in these letters (behind its last sign of equality)."""
    from solver.latex import values_in

    def given(answer: str) -> Any:
        found = values_in(answer, list(letters))
        return found[0] if found is not None and len(found) == 1 and isinstance(found[0], sp.Expr) else None

    return given


def given_expressions(answer: str) -> Any:
    """Several numbers that somebody answered."""
    from solver.latex import values_in

    found = values_in(re.sub(r";|；", ",", answer))
    return list(found) if found is not None and all(isinstance(v, sp.Expr) for v in found) else None
