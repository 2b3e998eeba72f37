"""What a question of a course is: a sign in the text, a table of clauses in each language, and the task that is made of them. Nothing is read here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, latex, values_in
from solver.ports import Language
from solver.reader.numerals import in_digits
from solver.topics.bare_formulas import value as formula_in
from solver.topics.base import Task
from solver.topics.clause_kinds import Kinds
from solver.topics.clauses import Said, without_dollars
from solver.topics.equations.matrices.literals import MATRIX, with_lists

_SMALL: Final = {
    "两": "2",
    "二": "2",
    "三": "3",
    "四": "4",
    "五": "5",
    "六": "6",
    "七": "7",
    "八": "8",
    "九": "9",
}
Making = Callable[[list[Said], Language], Task | None]
KINDS: Final = Kinds[Making]()
Wordings = Mapping[str, tuple[str, ...]]
FORMULA: Final = (
    r"(?:[^\u3400-\u9fff=<>;。?!,(){}]|\.(?=\d)|\((?:[^()]|\([^()]*\))*\)|\{(?:[^{}]|\{[^{}]*\})*\})+?"
)
"""A formula's place in a wording: the shortest run that ends where the wording goes on."""
MATRIX_PLACE: Final = r"\[\[[^\[\]]*\](?:,\[[^\[\]]*\])*\]"
"""A matrix, as `in_plain_text` writes it."""
LET: Final = r"(?:(?:let|suppose|assume|given|consider)(?: that)? )?"
LET_ZH: Final = r"(?:设|已知|若|给定|假设|有)?"
HOW_MANY: Final = r"(?:how many|what is the number of|find the number of|determine the number of|calculate the number of|compute the number of|give the number of)"
HOW_MANY_ZH: Final = r"(?:有)?(?:多少|几)(?:个|种|条|片|棵)?(?:不同的|互不相同的)?"


def lesson(sign: str, *, en: Wordings, zh: Wordings) -> Callable[[Making], Making]:
    """A decorator: the decorated function makes the task of these clauses."""

    def register(method: Making) -> Making:
        KINDS.of(sign, "en", en)(method)
        KINDS.of(sign, "zh", zh)(method)
        return method

    return register


def in_plain_text(source: str) -> str:
    r"""The text in one line: formulas without delimiters, matrices as lists of rows.

    >>> in_plain_text(r"Let $P=\begin{pmatrix}0.8&0.2\\0.3&0.7\end{pmatrix}$.")
    'Let P=[[0.8,0.2],[0.3,0.7]] .'
    """

    def listed(match: re.Match[str]) -> str:
        rows = [row.split("&") for row in re.split(r"\\\\", match["body"]) if row.strip()]
        return "[" + ",".join("[" + ",".join(e.strip() for e in row) + "]" for row in rows) + "]"

    # `with_lists` leaves out how large a matrix is, where the word stands right behind it
    source = re.sub(
        r"\$?([2-5])\s*(?:×|x|\*|\\times|by)\s*([2-5])\$?\s+(?=matrix)", r"\1 by \2 square ", source
    )
    text = MATRIX.sub(listed, with_lists(source))
    cases = re.search(r"\\begin\s*\{cases\}(.*?)\\end\s*\{cases\}", text, re.DOTALL)
    if cases is not None:
        text = (
            text[: cases.start()]
            + re.sub(r",?\s*\\\\", ", ", cases[1]).replace("&", " ")
            + text[cases.end() :]
        )
    text = re.sub(
        r"\\(?:q?quad|displaystyle|ldots|dots)(?![A-Za-z])", lambda m: "..." if "dots" in m[0] else " ", text
    )
    # the letter a stands for a size wherever these questions have one
    text = re.sub(r"\s*[(,，]\s*(?:其中|where|with)?\s*(?:常数)?\s*\$?a\s*>\s*0\$?\s*[),，]?", " ", text)
    text = re.sub(r"[两二三四五六七八九](?=步|个|条|片)", lambda m: _SMALL[m[0]], text)
    return in_digits(without_dollars(text.replace("–", "-")))


def told(say: Language, english: str, chinese: str) -> str:
    """The sentence of the language."""
    return chinese if say == "zh" else english


def one(found: list[Said], kind: str) -> Said | None:
    """The only clause of a kind; None where there is none, or several."""
    chosen = [s for s in found if s.kind == kind]
    return chosen[0] if len(chosen) == 1 else None


def word_in(found: list[Said], name: str) -> str | None:
    """What stands at a place in whichever clause; None where nothing does, or two clauses differ."""
    chosen = {s.values[name] for s in found if s.values.get(name)}
    return next(iter(chosen)) if len(chosen) == 1 else None


def matrix_in(text: str) -> sp.Matrix:
    """The matrix that a place holds.

    Raises:
        FormulaError: an entry is no formula.
    """
    return sp.Matrix([[formula_in(e) for e in row.split(",")] for row in re.findall(r"\[([^\[\]]+)\]", text)])


def shown_formula(value: Any) -> str | None:
    """Any finite expression as LaTeX."""
    return latex(value) if isinstance(value, sp.Expr) and not value.has(sp.nan, sp.zoo) else None


def shown_numbers(value: Any) -> str | None:
    """Several numbers between commas."""
    members = list(value) if isinstance(value, list | tuple | sp.Tuple) else []
    if not members or not all(isinstance(v, sp.Expr) for v in members):
        return None
    return ",\\ ".join(map(exact_latex, members))


def given_numbers(answer: str) -> Any:
    """Several numbers that somebody answered, also as a point."""
    values = values_in(answer)
    if values is None:
        return None
    if len(values) == 1 and isinstance(values[0], sp.Tuple):
        values = tuple(values[0])
    return list(values) if all(isinstance(v, sp.Expr) for v in values) else None
