"""Fences: empty, doubled and unclosed ones, and programs that are no Python. What a fence too many leaves behind is taken away."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import replace
from typing import Final

from solver.events import Output
from solver.transcript import Block, Cell, Prose, output_text
from training.cleaning.base import Fault, with_blocks
from training.examples import Example

_FENCE: Final = re.compile(r"^[ \t]*```[ \t]*[\w+-]*[ \t]*$", re.MULTILINE)
_EMPTY: Final = re.compile(r"^[ \t]*```[ \t]*[\w+-]*[ \t]*\n\s*```[ \t]*(?:\n|\Z)", re.MULTILINE)
_PROGRAM: Final = re.compile(r"^[ \t]*```(?:python|py)\d?[ \t]*$", re.MULTILINE)
_WORDS: Final = re.compile(
    r"[\u3400-\u9fff]{2}|\\boxed|\b(?:the|so|therefore|thus|answer|we)\b", re.IGNORECASE
)


def clean(example: Example) -> Example:
    """Fences too many are taken away, cells without a program or an output left out.

    Raises:
        Fault: `empty-fence`: an output of no program; `doubled-fence`, `unclosed-fence`: what is a program cannot be told;
            `syntax-error`: it is none.
    """
    return with_blocks(example, _mended)


def _mended(blocks: list[Block]) -> list[Block]:
    found = list[Block]()
    for block in blocks:
        if isinstance(block, Cell):
            block = _cell(block)
            if not block.source.strip() and not output_text(block).strip():
                continue
        elif isinstance(block, Prose) and "```" in block.text:
            after_cell = bool(found) and isinstance(found[-1], Cell)
            block = replace(block, text=_prose(block.text, after_cell=after_cell))
            if not block.text.strip():
                continue
        found.append(block)
    return found


def _cell(cell: Cell) -> Cell:
    source = cell.source
    if "```" in source and _FENCE.search(source) and not _parses(source):
        source = _FENCE.sub("", source).strip("\n") + "\n"
        if not _parses(source):
            raise Fault("unclosed-fence", f"a program goes on behind its fence: {source[-60:]!r}")
    if not source.strip():
        if output_text(cell).strip():
            raise Fault("empty-fence", f"no program, but an output: {output_text(cell)[:60]!r}")
        return replace(cell, source="")
    if not _parses(source) and not _failed(cell):
        tail = source[-200:]
        reason = "unclosed-fence" if _WORDS.search(_uncommented(tail)) else "syntax-error"
        raise Fault(reason, f"no Python: {tail[-60:]!r}")
    return cell if source == cell.source else replace(cell, source=source)


def _prose(text: str, *, after_cell: bool) -> str:
    text = _EMPTY.sub("", text)
    if _PROGRAM.search(text):
        raise Fault("doubled-fence", "a program stands in a fence of something else")
    fences = list(_FENCE.finditer(text))
    if len(fences) % 2:
        if after_cell and not text[: fences[0].start()].strip():
            return text[fences[0].end() :].lstrip("\n")
        if not text[fences[-1].end() :].strip():
            return text[: fences[-1].start()]
        raise Fault("unclosed-fence", f"{text[fences[-1].start() :][:60]!r}")
    return text


def _parses(source: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about escapes in strings
            ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _failed(cell: Cell) -> bool:
    return any(isinstance(output, Output) and output.stream == "error" for output in cell.outputs)


def _uncommented(source: str) -> str:
    """Without comments and strings in a line, which may hold words."""
    return re.sub(r"#[^\n]*|'[^'\n]*'|\"[^\"\n]*\"", "", source)
