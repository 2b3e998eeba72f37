"""A conversation as a Jupyter notebook that runs: each cell as it ran, with what it gave then.

It runs in an ordinary kernel with sympy and matplotlib; the first cell brings what Stepwise's own kernel does besides.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any, Final, assert_never

import nbformat
from nbformat import v4

from solver.events import Answer, Check, Figure, Output
from solver.export.document import Document, Exported
from solver.export.markdown import SUFFIX, blocks, display, escape, inline
from solver.export.outline import Asked, Item, Noted, Ran, Told, outline
from solver.export.prose import inline_nodes, nodes, plain_nodes
from solver.export.words import say
from solver.ports import Language

PREAMBLE: Final = Path(__file__).with_name("preamble")
CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
LANG: Final = {"zh": "zh-CN", "en": "en"}


def write(document: Document, stem: str) -> Exported:
    """The notebook, valid by nbformat's own schema.

    Raises:
        ImportError: nbformat is not installed.
    """
    language = document.language
    title = " ".join(document.title.split()) or say("untitled", language)
    items = list(outline(document))
    many = sum(isinstance(item, Asked) for item in items) > 1
    cells = [v4.new_markdown_cell(f"# {inline(plain_nodes(title))}\n\n*{say('made', language)}*")]
    cells += _preamble("\n".join(item.source for item in items if isinstance(item, Ran)), language)
    numbers = count(1)
    for item in items:
        cells += _cells(item, language, numbers, many=many)
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"  # the same conversation is the same file
    notebook = v4.new_notebook(
        cells=cells,
        metadata={
            "title": title,
            "lang": LANG[language],
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
        },
    )
    nbformat.validate(notebook)
    return Exported(nbformat.writes(notebook).encode("utf-8", "replace"), {})


def _preamble(sources: str, language: Language) -> list[Any]:
    """What the cells need of Stepwise's own kernel; fonts only where they write Chinese."""
    if not sources:
        return []
    names = ("formulas", "chinese") if CHINESE.search(sources) else ("formulas",)
    texts = [(PREAMBLE / f"{name}.txt").read_text("utf-8").rstrip() for name in names]
    first = f"# {say('preamble', language)}"
    return [
        v4.new_code_cell(
            "\n".join([first, "\n\n\n".join(texts)]), metadata={"jupyter": {"source_hidden": True}}
        )
    ]


def _cells(item: Item, language: Language, numbers: Iterable[int], *, many: bool) -> list[Any]:
    match item:
        case Asked():
            return [_problem(item, language, many=many)]
        case Told(text, _, thought):
            words = blocks(nodes(text))
            if thought:
                words = f"<details><summary>{say('thoughts', language)}</summary>\n\n{words}\n\n</details>"
            return [v4.new_markdown_cell(words)]
        case Ran(source, outputs, heading):
            head = [v4.new_markdown_cell(f"**{escape(heading)}**")] if heading else []
            return [*head, _code(source, outputs, next(iter(numbers)))]
        case Answer(latex):
            return [v4.new_markdown_cell(f"**{say('answer', language)}**\n\n{display(latex)}")]
        case Check(claim, verdict, method):
            how = f" *{inline(inline_nodes(method.strip()))}*" if method.strip() else ""
            words = f"**{say(verdict, language)}** {inline(inline_nodes(claim.strip()))}{how}"
            return [v4.new_markdown_cell(words.rstrip())]
        case Noted(text, heading):
            head_words = f"**{escape(heading)}** " if heading else ""
            return [v4.new_markdown_cell(head_words + inline(inline_nodes(text)))]
        case _:
            assert_never(item)


def _problem(item: Asked, language: Language, *, many: bool) -> Any:
    label = say("problem-number", language, number=item.number) if many else say("problem", language)
    parts = [f"## {label}"]
    attached: dict[str, Any] = {}
    if (picture := item.picture) is not None:
        name = f"problem.{SUFFIX[picture.mime]}"
        attached = {"attachments": {name: {picture.mime: base64.b64encode(picture.data).decode("ascii")}}}
        parts.append(f"![{say('picture', language)}](attachment:{name})")
    parts.append(inline(plain_nodes(item.problem.text.strip())))
    if item.method:
        parts.append(f"*{escape(say('method', language, method=item.method))}*")
    return v4.new_markdown_cell("\n\n".join(parts), **attached)


def _code(source: str, outputs: tuple[Output | Figure, ...], number: int) -> Any:
    """A cell that ran. One that failed is marked so, or nothing behind it would run in a notebook."""
    last = max(
        (i for i, o in enumerate(outputs) if isinstance(o, Output) and o.stream == "result"), default=-1
    )
    found = [_output(o, number if i == last else None) for i, o in enumerate(outputs)]
    failed = any(isinstance(o, Output) and o.stream == "error" for o in outputs)
    metadata = {"tags": ["raises-exception"]} if failed else {}
    return v4.new_code_cell(source.rstrip("\n"), outputs=found, execution_count=number, metadata=metadata)


def _output(output: Output | Figure, number: int | None) -> Any:
    """`number` is the cell's, where this is its value and not something that it showed on its way."""
    if isinstance(output, Figure):
        encoded = base64.b64encode(output.data).decode("ascii")
        data = {output.mime: encoded, "text/plain": output.alt}
        return v4.new_output("display_data", data=data, metadata={output.mime: {"alt": output.alt}})
    if output.stream in ("stdout", "stderr"):
        return v4.new_output("stream", name=output.stream, text=output.text)
    if output.stream == "error":
        name, _, message = output.text.rstrip().rpartition("\n")[2].partition(": ")
        return v4.new_output("error", ename=name, evalue=message, traceback=output.text.rstrip().split("\n"))
    data = {"text/plain": output.text}
    if output.latex is not None:
        data["text/latex"] = f"$\\displaystyle {output.latex}$"
    if number is None:
        return v4.new_output("display_data", data=data)
    return v4.new_output("execute_result", data=data, execution_count=number)
