r"""Formulas that were typed as plain text (`x^2 - 5x`, `sqrt(3)`, a bare `\frac12`), found in a text and written as LaTeX.

Only their looks: nothing is parsed, moved or left out, so that a student sees what he typed, as a book would print it. What is
not surely a formula stays text. `tokens` divides a text, `finding` says which runs of it are formulas, `writing` writes one.
"""

from __future__ import annotations

from collections.abc import Iterator

from solver.prose import Formula, pieces
from solver.typed.finding import formulas
from solver.typed.writing import latex

__all__ = ["typed_pieces"]


def typed_pieces(text: str) -> Iterator[str | Formula]:
    r"""`solver.prose.pieces`, and between them the formulas that stand without delimiters.

    >>> list(typed_pieces("Solve x^2 - 5x = 6, for $5"))
    ['Solve ', Formula(tex='x^{2}-5x=6', display=False), ', for $5']
    >>> list(typed_pieces("Find \\frac{1}{2} of $x$"))
    ['Find ', Formula(tex='\\frac{1}{2}', display=False), ' of ', Formula(tex='x', display=False)]
    """
    for piece in pieces(text):
        if isinstance(piece, Formula):
            yield piece
        else:
            yield from _within(piece)


def _within(text: str) -> Iterator[str | Formula]:
    place = 0
    for run in formulas(text):
        start, end = run[0].start, run[-1].end
        written = latex(run)
        if written is None:
            continue
        if start > place:
            yield text[place:start]
        yield Formula(written, display=False)
        place = end
    if place < len(text):
        yield text[place:]
