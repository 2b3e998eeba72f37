"""Every event of any stream is in every format, or left out on purpose; and what was said never becomes markup."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from solver.events import KINDS, Answer, Check, Code, Event, Failure, Figure, Instruction, Output, Reasoning
from solver.export import html, markdown, notebook, pdf
from solver.export.document import Document, OwnRun, Solved, of_json, to_json
from solver.export.outline import Noted, Ran, Told, outline
from solver.ports import Problem
from tests.export.streams import HOSTILE, LEFT_OUT, MARKED, everywhere, png, whole
from tests.test_events import events


class Page(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.text += " ".join(value or "" for name, value in attrs if name == "alt")

    def handle_data(self, data: str) -> None:
        self.text += data


def page_text(document: Document) -> str:
    return Page(html.write(document, "n").data.decode()).text


def markdown_text(document: Document) -> str:
    return markdown.write(document, "n").data.decode()


def notebook_text(document: Document) -> str:
    book = nbformat.reads(notebook.write(document, "n").data.decode(), 4)
    texts = [cell.source for cell in book.cells]
    for output in (o for cell in book.cells for o in cell.get("outputs", ())):
        texts += [
            output.get("text", ""),
            *output.get("traceback", ()),
            *map(str, output.get("data", {}).values()),
        ]
    return "\n".join(texts)


def paper_text(document: Document) -> str:
    return json.dumps(pdf.content(document), ensure_ascii=False)


TEXTS = {"html": page_text, "md": markdown_text, "ipynb": notebook_text, "pdf": paper_text}


@pytest.mark.parametrize("text_of", TEXTS.values(), ids=TEXTS)
def test_every_kind_of_event_is_there_or_left_out_on_purpose(text_of: Callable[[Document], str]) -> None:
    assert MARKED.keys() == KINDS.keys(), "a new kind of event: say in streams.py what becomes of it"
    text = text_of(whole())
    for kind, (_, words) in MARKED.items():
        assert not [word for word in words if word not in text], kind
    assert not [word for word in LEFT_OUT if word in text]
    for word in ("wordtitle", "wordproblem", "wordown", "12", "31"):
        assert word in text


def test_pictures_go_with_it() -> None:
    document = whole()
    sources = [a["src"] for tag, a in Page(html.write(document, "n").data.decode()).elements if tag == "img"]
    assert len(sources) == 2 and all(str(s).startswith("data:image/png;base64,") for s in sources)
    made = markdown.write(document, "n")
    assert (
        list(made.beside) == ["n-pictures/1.png", "n-pictures/2.png"]
        and made.beside["n-pictures/2.png"] == png()
    )
    assert all(f"(<{name}>)" in made.data.decode() for name in made.beside)
    book = nbformat.reads(notebook.write(document, "n").data.decode(), 4)
    assert next(cell.attachments for cell in book.cells if "attachments" in cell)["problem.png"]
    assert paper_text(document).count("data:image/png;base64,") == 2


def as_document(stream: list[Event]) -> Document:
    own = tuple(e for e in stream if isinstance(e, Output | Figure))
    return Document("any", "en", (Solved(Problem("p", "en"), tuple(stream)), OwnRun(1, 1, "1", own)))


@settings(max_examples=60, deadline=None)
@given(st.lists(events, max_size=8))
def test_no_event_is_lost_and_every_stream_can_be_written(stream: list[Event]) -> None:
    document = as_document(stream)
    assert of_json(json.loads(json.dumps(to_json(document)))) == document
    items = list(outline(document))
    told = "".join(item.text for item in items if isinstance(item, Told))
    said = "".join(e.delta for e in stream if isinstance(e, Reasoning))
    assert _letters(told) == _letters(said)
    ran = [item for item in items if isinstance(item, Ran)]
    assert sum(len(i.source) for i in ran) == 1 + sum(len(e.delta) for e in stream if isinstance(e, Code))
    outputs = [o for item in ran for o in item.outputs]
    printed = sum(len(e.text) for e in stream if isinstance(e, Output))
    assert sum(len(o.text) for o in outputs if isinstance(o, Output)) == 2 * printed
    assert outputs.count(next((o for o in outputs if isinstance(o, Figure)), None)) % 2 == 0  # type: ignore[arg-type]
    kept = [item for item in items if isinstance(item, Answer | Check)]
    assert kept == [e for e in stream if isinstance(e, Answer | Check)]
    notes = [item.text for item in items if isinstance(item, Noted)]
    assert all(e.message in notes for e in stream if isinstance(e, Failure))
    assert all(e.text.strip() in notes for e in stream if isinstance(e, Instruction))
    for text_of in TEXTS.values():
        text_of(document)


def _letters(text: str) -> Counter[str]:
    """What is left without marks of thoughts and spaces; parts that took turns stand one behind the other."""
    return Counter(re.sub(r"\s|</?think>", "", text))


PIECES = (*"<>&\"'`$\\[]()!*_#|{}=-\n 1ax", "\\(", "\\)", "$$", "<b>", "\\text{", "</p>", "](http://e.x)")
ALLOWED = frozenset(
    "html head meta title style body main h1 h2 h3 h4 h5 h6 section div p pre code span strong em ul ol li blockquote hr br table "
    "thead tbody tr th td a figure img details summary footer math mrow mi mn mo mtext mspace mfrac msqrt mroot msup msub msubsup "
    "munder mover munderover mtable mtr mtd menclose mpadded mphantom mstyle mmultiscripts".split()
)
ATTRIBUTES = frozenset("lang charset name content class src alt href display style".split())


def is_tame(page: Page) -> bool:
    for tag, attributes in page.elements:
        inside_math = tag == "math" or tag.startswith("m")
        if tag not in ALLOWED or any(name.startswith("on") for name in attributes):
            return False
        if not inside_math and not attributes.keys() <= ATTRIBUTES | {"start"}:
            return False
        addresses = [str(attributes[name]) for name in ("src", "href") if name in attributes]
        if not all(a.startswith(("data:image/", "http:", "https:", "mailto:")) for a in addresses):
            return False
        if tag == "img" and not str(attributes["src"]).startswith("data:image/"):
            return False
    return True


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_was_said_becomes_markup(text: str) -> None:
    document = everywhere(text)
    assert is_tame(Page(html.write(document, "n").data.decode()))
    cells = nbformat.reads(notebook.write(document, "n").data.decode(), 4).cells
    for source in [markdown_text(document), *(c.source for c in cells if c.cell_type == "markdown")]:
        assert not _raw_html(source), text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_nor_does_any_other_text(text: str) -> None:
    document = everywhere(text)
    page = Page(html.write(document, "n").data.decode())
    assert is_tame(page)
    assert page.elements.count(("main", {})) == 1
    assert not _raw_html(markdown_text(document))


def _raw_html(source: str) -> list[str]:
    """The HTML that a viewer of Markdown would find: none but what folds thoughts; and pictures from elsewhere."""
    found: list[str] = []

    def look(tokens: list[Any]) -> None:
        for token in tokens:
            if token.type in ("html_block", "html_inline"):
                found.append(token.content)
            if (
                token.type == "image"
                and ":" in token.attrs["src"]
                and not token.attrs["src"].startswith("attachment:")
            ):
                found.append(token.attrs["src"])
            look(token.children or [])

    # formulas are taken out first, as every viewer does that knows them
    bare = re.sub(r"\$\$\n.*?\n\$\$|(?<![\\$])\$[^$\n]+\$(?!\$)", "", source, flags=re.DOTALL)
    look(MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(bare))
    ours = re.compile(r"<details><summary>[^<]*</summary>|</details>")
    return [html for html in found if ours.sub("", html).strip()]
