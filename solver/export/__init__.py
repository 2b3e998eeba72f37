"""A conversation as a file: a notebook that runs, one HTML page, a PDF, Markdown.

    document    what is exported, plain values, and how they reach the process that writes
    outline     what of the streams is written down, in order; what is left out on purpose
    words       the words around it, English and Chinese
    prose       texts as Markdown's tree; formulas: LaTeX as MathML; typeset: as data for sheet.typ
    notebook, html, pdf, markdown    a format each: `write(document, stem) -> Exported`
    press       the door: each file is written by a process of its own (`worker`) that can be stopped

One more reader of the stream: nothing here runs a cell or asks a model. A format is a module and a row of `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """How a file is called and who writes it."""

    mime: str
    module: str


FORMATS: Final[Mapping[str, Format]] = {
    "ipynb": Format("application/x-ipynb+json", "solver.export.notebook"),
    "html": Format("text/html; charset=utf-8", "solver.export.html"),
    "pdf": Format("application/pdf", "solver.export.pdf"),
    "md": Format("text/markdown; charset=utf-8", "solver.export.markdown"),
}
"""By the suffix of the file."""
