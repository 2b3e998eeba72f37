"""Values inside the kernel: exact ones as LaTeX beside their `str`, plots' leftovers not at all.

Part of the prelude. `text/plain` stays what `str` gives, for models read it.
"""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import Any

from .agreed import LATEX_CHARS

TEXT_CHARS = 250_000  # a little more than the client keeps, so that it sees that something was cut
PICTURE_BYTES = 2 << 20  # base64 makes 2.8 MB of it, and the server refuses a frame of 3 MiB
SHOWN = ["text/plain", "text/latex", "text/markdown", "image/png"]  # what the server reads of a value


def is_mathematical(value: object, depth: int = 3) -> bool:
    """Whether `value` is made of sympy objects and numbers alone, in containers that are not empty."""
    import sympy

    if isinstance(value, (sympy.Basic, sympy.MatrixBase)):
        return True
    if isinstance(value, (int, float, complex, Fraction)):
        return not isinstance(value, bool)
    if depth and value and type(value) in (list, tuple, set, frozenset):
        return all(is_mathematical(item, depth - 1) for item in value)  # type: ignore[attr-defined]
    if depth and value and type(value) is dict:
        return all(is_mathematical(item, depth - 1) for pair in value.items() for item in pair)
    return False


def container_latex(value: Any) -> str | None:
    """A container of mathematics, or a fraction, as LaTeX; None where anything else is in it."""
    import sympy

    if not is_mathematical(value):
        return None
    return f"$\\displaystyle {sympy.latex(with_rationals(value))}$"


def with_rationals(value: Any) -> Any:
    """`value` with sympy's fractions in place of Python's, which its printer does not know."""
    import sympy

    if isinstance(value, Fraction):
        return sympy.Rational(value)
    if type(value) in (list, tuple, set, frozenset):
        return type(value)(with_rationals(item) for item in value)
    if type(value) is dict:
        return {with_rationals(key): with_rationals(item) for key, item in value.items()}
    return value


def prepare(shell: Any) -> None:
    """Values as LaTeX beside their `str`; a plot's leftovers (`[<Line2D>]`, `Text(…)`) not at all."""
    import sympy
    from matplotlib import pyplot
    from matplotlib.artist import Artist
    from matplotlib.container import Container
    from matplotlib.figure import Figure

    shell.display_formatter.active_types = SHOWN
    latex = shell.display_formatter.formatters["text/latex"]
    for kind in (list, tuple, dict, set, frozenset, Fraction):
        latex.for_type(kind, container_latex)
    compute, show = shell.displayhook.compute_format_data, shell.display_formatter.format

    def trimmed(value: object, *args: Any, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = show(value, *args, **options)
        if len(data.get("text/latex") or "") > LATEX_CHARS:
            del data["text/latex"]
        for kind in ("text/plain", "text/markdown"):
            if len(data.get(kind) or "") > TEXT_CHARS:
                data[kind] = data[kind][:TEXT_CHARS]
        picture = data.get("image/png") or b""
        if len(picture) > (PICTURE_BYTES * 4 // 3 if isinstance(picture, str) else PICTURE_BYTES):
            data = {
                "text/plain": "(a picture that is too large to be shown; draw it smaller or with a lower dpi)"
            }
        return data, metadata

    def result(value: Any) -> Any:
        if type(value).__module__.startswith("sympy.plotting."):  # it has shown itself
            return {}, {}
        if isinstance(value, Figure):
            data = compute(value)
            pyplot.close(value)  # the last value of a cell has been shown: not once more at its end
            return data
        parts = value if isinstance(value, (list, tuple)) else [value]
        return ({}, {}) if any(isinstance(part, (Artist, Container)) for part in parts) else compute(value)

    shell.display_formatter.format, shell.displayhook.compute_format_data = trimmed, result
    # Programs call these out of habit; they would replace text/plain by a two-dimensional drawing.
    for module in (sympy, sympy.interactive, sympy.interactive.printing):
        # with its words: sympy.physics.vector makes its own out of them
        module.init_printing = functools.wraps(module.init_printing)(lambda *args, **options: None)
