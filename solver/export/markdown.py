"""A conversation as Markdown in GitHub's flavour: formulas between dollar signs, cells in fences, pictures in a folder beside it.

A folder and no data URIs: GitHub, Obsidian and pandoc show files and not all of them the others, and the text stays one that can be read.
Raw HTML in what was said is text here, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from markdown_it.tree import SyntaxTreeNode

from solver.events import Answer, Check, Figure, Output
from solver.export.document import Document, Exported
from solver.export.outline import Asked, Item, Noted, Ran, Told, outline
from solver.export.prose import inline_nodes, nodes, plain_nodes
from solver.export.words import say
from solver.ports import Language

OUTPUT_CHARS: Final = 20_000
SUFFIX: Final = {"image/png": "png", "image/jpeg": "jpg"}
_MEANS_SOMETHING: Final = re.compile(r"([\\`*_\[\]<>$~|])")
_AT_START: Final = re.compile(r"^(\s*)(?:([#+\-=>])|(\d+)([.)]))", re.MULTILINE)
_LESS: Final = re.compile(r"(?<!\\)[<>]")
_BLANK: Final = re.compile(r"\n\s*\n")
_TICKS: Final = re.compile("`+")


def write(document: Document, stem: str) -> Exported:
    """The text; pictures lie in the folder `STEM-pictures` beside it."""
    found = _Pictures(f"{stem}-pictures")
    language = document.language
    items = list(outline(document))
    many = sum(isinstance(item, Asked) for item in items) > 1
    parts = [f"# {inline(plain_nodes(' '.join(document.title.split()))) or say('untitled', language)}"]
    parts += [_item(item, language, found, many=many) for item in items]
    return Exported(("\n\n".join(parts) + "\n").encode("utf-8", "replace"), found.files)


class _Pictures:
    """Files for the pictures, in the order in which they come."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.files: dict[str, bytes] = {}

    def add(self, data: bytes, mime: str, alt: str, language: Language) -> str:
        if mime not in SUFFIX:
            return escape(say("no-picture", language, alt=alt))
        name = f"{self._folder}/{len(self.files) + 1}.{SUFFIX[mime]}"
        self.files[name] = data
        return f"![{escape(' '.join(alt.split()))}](<{name}>)"


def _item(item: Item, language: Language, pictures: _Pictures, *, many: bool) -> str:
    match item:
        case Asked(number, problem, picture, method):
            label = say("problem-number", language, number=number) if many else say("problem", language)
            shown = (
                [pictures.add(picture.data, picture.mime, say("picture", language), language)]
                if picture
                else []
            )
            words = inline(plain_nodes(problem.text.strip()))
            how = [f"*{escape(say('method', language, method=method))}*"] if method else []
            return "\n\n".join([f"## {label}", *shown, _quoted(words), *how])
        case Told(text, _, thought):
            words = blocks(nodes(text))
            if not thought:
                return words
            return f"<details><summary>{say('thoughts', language)}</summary>\n\n{words}\n\n</details>"
        case Ran(source, outputs, heading):
            head = [f"**{escape(heading)}**"] if heading else []
            shown = [_output(output, language, pictures) for output in outputs]
            return "\n\n".join([*head, fenced(source.rstrip(), "python"), *shown])
        case Answer(latex):
            return f"**{say('answer', language)}**\n\n{display(latex)}"
        case Check(claim, verdict, method):
            by = f" *{inline(inline_nodes(method.strip()))}*" if method.strip() else ""
            return f"**{say(verdict, language)}** {inline(inline_nodes(claim.strip()))}{by}".rstrip()
        case Noted(text, heading):
            title = f"**{escape(heading)}** " if heading else ""
            return _quoted(title + inline(inline_nodes(text)))
        case _:
            assert_never(item)


def _output(output: Output | Figure, language: Language, pictures: _Pictures) -> str:
    if isinstance(output, Figure):
        return pictures.add(output.data, output.mime, output.alt, language)
    if output.stream == "result" and output.latex is not None:
        return display(output.latex)
    rest = len(output.text) - OUTPUT_CHARS
    more = f"\n\n{say('cut', language, count=rest)}" if rest > 0 else ""
    return fenced(output.text[:OUTPUT_CHARS].strip("\n"), "text") + more


def fenced(text: str, language: str) -> str:
    """A fence that the text does not close.

    >>> print(fenced("```", ""))
    ````
    ```
    ````
    """
    fence = "`" * max([3, *(len(run) + 1 for run in _TICKS.findall(text))])
    return f"{fence}{language}\n{text}\n{fence}"


def display(tex: str) -> str:
    r"""A formula in lines of its own.

    >>> print(display("x < 1"))
    $$
    x \lt 1
    $$
    """
    return f"$$\n{_safe(tex)}\n$$"


def small(tex: str) -> str:
    """A formula in a line."""
    return f"${' '.join(_safe(tex).split())}$"


def _safe(tex: str) -> str:
    """Without what would end the formula or begin an element of HTML; no empty lines."""
    tex = _LESS.sub(lambda found: r"\lt " if found[0] == "<" else r"\gt ", tex.strip())
    tex = re.sub(r"(?<!\\)\$", r"\\$", tex)
    return _BLANK.sub("\n", re.sub(r"  +", " ", tex)) or r"\ "


def escape(text: str) -> str:
    r"""Text that means nothing in Markdown.

    >>> print(escape("1. <b> *x*"))
    1\. \<b\> \*x\*
    """
    text = _MEANS_SOMETHING.sub(r"\\\1", text).replace("&", "&amp;")
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _indented(text: str, first: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(f"{' ' * len(first)}{line}" if line else "" for line in lines[1:])])


def blocks(found: Iterable[SyntaxTreeNode]) -> str:
    """Markdown's blocks, written out again."""
    return "\n\n".join(text for node in found if (text := _block(node)))


def _block(node: SyntaxTreeNode) -> str:
    match node.type:
        case "paragraph":
            return inline(node.children[0].children)
        case "heading":
            return f"{'#' * min(int(node.tag[1]) + 2, 6)} {inline(node.children[0].children)}"
        case "math":
            return display(node.content)
        case "fence" | "code_block":
            return fenced(
                node.content.rstrip("\n"), re.sub(r"[^\w+-]", "", node.info) if node.type == "fence" else ""
            )
        case "bullet_list":
            return "\n".join(_indented(blocks(item.children), "- ") for item in node.children)
        case "ordered_list":
            start = int(node.attrs.get("start", 1))
            return "\n".join(
                _indented(blocks(item.children), f"{start + number}. ")
                for number, item in enumerate(node.children)
            )
        case "blockquote":
            return _quoted(blocks(node.children))
        case "hr":
            return "---"
        case "table":
            return _table(node)
    return blocks(node.children)


def _table(node: SyntaxTreeNode) -> str:
    rows = [[_cell(cell) for cell in row.children] for part in node.children for row in part.children]
    head = node.children[0].children[0].children
    lines = {"text-align:right": "--:", "text-align:center": ":-:"}
    rule = [lines.get(str(cell.attrs.get("style", "")), "---") for cell in head]
    return "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], rule, *rows[1:]])


def _cell(cell: SyntaxTreeNode) -> str:
    """A cell of a table, in which a bar would begin the next one: `\\|` is one in a formula, too."""
    text = inline(cell.children[0].children)
    return re.sub(r"(?<!\\)\|", r"\\vert ", text).replace("\n", " ")


def inline(found: Sequence[SyntaxTreeNode]) -> str:
    r"""What stands in a line, written out again. GitHub shows dollar signs where a formula touches a letter, or anything before it: so a space.

    >>> inline(plain_nodes("求（$x^2$）的$n$次")), inline(plain_nodes("$n$th, $k$."))
    ('求（ $x^2$）的 $n$ 次', '$n$ th, $k$.')
    """
    text, formula = "", False
    for node in found:
        if node.type == "link" and text.endswith("!"):  # both together would be a picture from elsewhere
            text = text[:-1] + r"\!"
        piece = _inline(node)
        touches = text[-1:].strip() if node.type == "math" else formula and piece[:1].isalnum()
        text += (" " if touches else "") + piece
        formula = node.type == "math"
    return text


def _inline(node: SyntaxTreeNode) -> str:
    match node.type:
        case "text":
            return escape(node.content)
        case "math":
            tex = f"\\displaystyle {node.content.strip()}" if node.meta.get("big") else node.content
            return small(tex)
        case "softbreak":
            return "\n"
        case "hardbreak":
            return "\\\n"
        case "code_inline":
            ticks = "`" * (1 + max([0, *(len(run) for run in _TICKS.findall(node.content))]))
            space = " " if node.content.startswith("`") or node.content.endswith("`") else ""
            return f"{ticks}{space}{node.content}{space}{ticks}"
        case "em":
            return f"*{inline(node.children)}*"
        case "strong":
            return f"**{inline(node.children)}**"
        case "link":
            return f"[{inline(node.children)}](<{str(node.attrs['href']).replace('<', '%3C').replace('>', '%3E')}>)"
    return inline(node.children)
