"""A conversation as a PDF: formulas set by Typst, Chinese from a font of the system, plots as they were.

Typst gets a template of ours and plain data (`typeset` has its formulas): nothing that a student or a model wrote is source.
To be called in a process that can be stopped (`solver.export.press`).
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from markdown_it.tree import SyntaxTreeNode

from solver.events import Answer, Check, Figure, Output
from solver.export.document import Document, Exported, Refused
from solver.export.outline import Asked, Item, Noted, Ran, Told, outline
from solver.export.pictures import size_px
from solver.export.prose import inline_nodes, nodes, plain_nodes
from solver.export.typeset import typeset
from solver.export.words import say
from solver.ports import Language

SHEET: Final = Path(__file__).with_name("sheet.typ")
OUTPUT_CHARS: Final = 4_000
"""Of one output: two pages; who wants all of it has the notebook."""
WIDEST_PT: Final = 340.0
CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
CHINESE_FONTS: Final = ("CJK", "Han S", "Song", "Sun", "Hei", "YaHei", "PingFang", "Noto Serif SC", "Noto Sans SC", "UMing", "UKai", "Kai", "Fang")  # fmt: skip


def write(document: Document, stem: str) -> Exported:
    """The PDF.

    Raises:
        ImportError: Typst or the reader of formulas is not installed.
        Refused: there is Chinese in it, and no font for that.
    """
    import typst

    data = json.dumps(content(document), ensure_ascii=False)
    if CHINESE.search(data) and not any(
        name in f for f in typst.Fonts().families() for name in CHINESE_FONTS
    ):
        raise Refused("no-chinese")
    made = typst.compile(SHEET.read_bytes(), sys_inputs={"document": data}, format="pdf")
    assert isinstance(made, bytes)
    return Exported(made, {})


def content(document: Document) -> dict[str, Any]:
    """What the template shows, as plain values."""
    language = document.language
    title = document.title or say("untitled", language)
    items = list(outline(document))
    many = sum(isinstance(item, Asked) for item in items) > 1
    return {
        "title": title,
        "heading": inline(plain_nodes(title)),
        "lang": language,
        "words": {key: say(key, language) for key in ("made", "answer", "output")},
        "items": [found for item in items if (found := _item(item, language, many=many))],
    }


def _item(item: Item, language: Language, *, many: bool) -> dict[str, Any] | None:
    match item:
        case Asked(number, problem, picture, method):
            label = say("problem-number", language, number=number) if many else say("problem", language)
            shown = picture and _picture(
                picture.data, picture.mime, say("picture", language), picture.width_px, picture.height_px
            )
            return {
                "kind": "problem", "label": label, "lang": problem.language, "picture": shown,
                "body": [["par", inline(plain_nodes(problem.text.strip()))]],
                "note": say("method", language, method=method) if method else None,
            }  # fmt: skip
        case Told(text, spoken, thought):
            if thought:
                note = say("thoughts-left-out", language, count=len(text))
                return {"kind": "note", "label": "", "body": [["t", note]]}
            return {"kind": "prose", "lang": spoken, "body": blocks(nodes(text))}
        case Ran(source, outputs, heading):
            found = [_output(output, language) for output in outputs]
            label = heading or say("code", language)
            return {"kind": "cell", "label": label, "source": source.rstrip(), "outputs": found}
        case Answer(latex):
            return {"kind": "answer", "tree": typeset(latex, display=True), "tex": latex}
        case Check(claim, verdict, method):
            words = " ".join(filter(None, (claim.strip(), method.strip() and f"*{method.strip()}*")))
            return {
                "kind": "check", "verdict": verdict, "label": say(verdict, language),
                "body": inline(inline_nodes(words)),
            }  # fmt: skip
        case Noted(text, heading):
            return {"kind": "note", "label": heading, "body": inline(inline_nodes(text))}
    return None


def _output(output: Output | Figure, language: Language) -> dict[str, Any]:
    if isinstance(output, Figure):
        shown = _picture(output.data, output.mime, output.alt, *size_px(output.data))
        if shown is None:
            return {"kind": "text", "text": say("no-picture", language, alt=output.alt), "note": None}
        return {"kind": "picture", **shown}
    if output.stream == "result" and output.latex is not None:
        tree = typeset(output.latex, display=True)
        if tree is not None:
            return {"kind": "math", "tree": tree, "tex": output.latex}
    kind = {"error": "error", "stderr": "notes"}.get(output.stream, "text")
    rest = len(output.text) - OUTPUT_CHARS
    note = say("cut", language, count=rest) if rest > 0 else None
    return {"kind": kind, "text": output.text[:OUTPUT_CHARS].rstrip("\n"), "note": note}


def _picture(data: bytes, mime: str, alt: str, width_px: int, height_px: int) -> dict[str, Any] | None:
    """A picture inside an SVG: so it can be told to Typst as text, and needs no file."""
    if not width_px or not height_px or mime not in ("image/png", "image/jpeg"):
        return None
    encoded = base64.b64encode(data).decode("ascii")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_px}" height="{height_px}" viewBox="0 0 {width_px} {height_px}">'
        f'<image width="{width_px}" height="{height_px}" href="data:{mime};base64,{encoded}"/></svg>'
    )
    width = min(width_px * 0.6, WIDEST_PT, WIDEST_PT * 1.2 * width_px / height_px)
    return {"svg": svg, "width": round(width, 1), "alt": alt}


def blocks(found: Iterable[SyntaxTreeNode]) -> list[Any]:
    """Markdown's blocks for the template."""
    return [block for node in found for block in _block(node)]


def _block(node: SyntaxTreeNode) -> list[Any]:
    match node.type:
        case "paragraph":
            return [["par", inline(node.children[0].children)]]
        case "heading":
            return [["head", int(node.tag[1]), inline(node.children[0].children)]]
        case "math":
            return [["math", typeset(node.content, display=True), node.content.strip()]]
        case "fence" | "code_block":
            return [["code", node.content.rstrip("\n")]]
        case "bullet_list":
            return [["list", [blocks(item.children) for item in node.children]]]
        case "ordered_list":
            start = int(node.attrs.get("start", 1))
            return [["enum", [blocks(item.children) for item in node.children], start]]
        case "blockquote":
            return [["quote", blocks(node.children)]]
        case "hr":
            return [["rule"]]
        case "table":
            return [_table(node)]
    return blocks(node.children)


def _table(node: SyntaxTreeNode) -> list[Any]:
    rows = [row for part in node.children for row in part.children]
    sides = [
        str(cell.attrs.get("style", "")).removeprefix("text-align:") or "left" for cell in rows[0].children
    ]
    return ["table", sides, [[inline(cell.children[0].children) for cell in row.children] for row in rows]]


def inline(found: Iterable[SyntaxTreeNode]) -> list[Any]:
    """What stands in a line, for the template."""
    return [piece for node in found for piece in _inline(node)]


def _inline(node: SyntaxTreeNode) -> list[Any]:
    match node.type:
        case "text":
            return [["t", node.content]]
        case "math":
            tex = node.content
            big = bool(node.meta.get("big"))
            tree = typeset(tex, display=big)
            return [["math", ["display", tree] if big and tree is not None else tree, tex]]
        case "softbreak":
            return [["t", " "]]
        case "hardbreak":
            return [["br"]]
        case "code_inline":
            return [["code", node.content]]
        case "em" | "strong":
            return [[node.type, inline(node.children)]]
        case "link":
            return [["link", inline(node.children), str(node.attrs["href"])]]
    return inline(node.children)
