"""A conversation as one HTML file that needs nothing else: formulas as MathML, pictures inside, no script, no other host.

Everything that a student, a model or a kernel wrote is escaped. To be called in a process that can be stopped.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, Final, assert_never

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from solver.events import Answer, Check, Figure, Output
from solver.export.document import Document, Exported
from solver.export.formulas import mathml
from solver.export.outline import Asked, Item, Noted, Ran, Told, outline
from solver.export.prose import inline_nodes, nodes, plain_nodes
from solver.export.words import say
from solver.ports import Language
from solver.prose import parser

STYLE: Final = Path(__file__).with_name("page.css")
OUTPUT_CHARS: Final = 20_000
"""Of one output, as on the app's own page."""
PICTURES: Final = frozenset({"image/png", "image/jpeg", "image/svg+xml"})  # in <img>, where no script runs
LANG: Final = {"zh": "zh-CN", "en": "en"}


def write(document: Document, stem: str) -> Exported:
    """The page.

    Raises:
        ImportError: the reader of formulas is not installed.
    """
    language = document.language
    title = document.title or say("untitled", language)
    items = list(outline(document))
    many = sum(isinstance(item, Asked) for item in items) > 1
    body = "".join(_item(item, language, many=many) for item in items)
    page = (
        f'<!doctype html>\n<html lang="{LANG[language]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>\n{STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n<main>\n<h1>{inline(plain_nodes(title))}</h1>\n"
        f"{body}<footer>{say('made', language)}</footer>\n</main>\n</body>\n</html>\n"
    )
    return Exported(page.encode("utf-8", "replace"), {})


def _item(item: Item, language: Language, *, many: bool) -> str:
    match item:
        case Asked():
            return _problem(item, language, many=many)
        case Told(text, spoken, thought):
            html = f'<div lang="{LANG[spoken]}">{blocks(nodes(text))}</div>\n'
            if not thought:
                return html
            return (
                f'<details class="thoughts"><summary>{say("thoughts", language)}</summary>{html}</details>\n'
            )
        case Ran(source, outputs, heading):
            head = f"<h3>{escape(heading or say('code', language))}</h3>"
            shown = "".join(_output(output, language) for output in outputs)
            shown = f'<div class="output"><h4>{say("output", language)}</h4>{shown}</div>' if shown else ""
            return f'<section class="cell">{head}<pre class="code"><code>{_coloured(source.rstrip())}</code></pre>{shown}</section>\n'
        case Answer(latex):
            return f'<section class="answer"><h3>{say("answer", language)}</h3>{math_html(latex, display=True)}</section>\n'
        case Check(claim, verdict, method):
            words = f"{inline(inline_nodes(claim.strip()))} <em>{inline(inline_nodes(method.strip()))}</em>"
            return f'<p class="check {verdict}"><strong>{say(verdict, language)}</strong> {words}</p>\n'
        case Noted(text, heading):
            head = f"<strong>{escape(heading)}</strong> " if heading else ""
            return f'<p class="note">{head}{inline(inline_nodes(text))}</p>\n'
        case _:
            assert_never(item)


def _problem(item: Asked, language: Language, *, many: bool) -> str:
    label = say("problem-number", language, number=item.number) if many else say("problem", language)
    picture, lang = item.picture, LANG[item.problem.language]
    image = _image(picture.data, picture.mime, say("picture", language)) if picture is not None else ""
    method = (
        f'<p class="method">{escape(say("method", language, method=item.method))}</p>' if item.method else ""
    )
    words = inline(plain_nodes(item.problem.text.strip()))
    return f'<section class="problem"><h2>{label}</h2><div lang="{lang}">{image}<p>{words}</p></div>{method}</section>\n'


def _output(output: Output | Figure, language: Language) -> str:
    if isinstance(output, Figure):
        if output.mime in PICTURES:
            return _image(output.data, output.mime, output.alt)
        return f"<p>{escape(say('no-picture', language, alt=output.alt))}</p>"
    if output.stream == "result" and output.latex is not None:
        return math_html(output.latex, display=True)
    rest = len(output.text) - OUTPUT_CHARS
    more = f'<p class="more">{say("cut", language, count=rest)}</p>' if rest > 0 else ""
    return f'<pre class="{output.stream}">{escape(output.text[:OUTPUT_CHARS].rstrip())}</pre>{more}'


def _image(data: bytes, mime: str, alt: str) -> str:
    encoded = base64.b64encode(data).decode("ascii")
    return f'<figure><img src="data:{escape(mime)};base64,{encoded}" alt="{escape(alt)}"></figure>'


def _coloured(source: str) -> str:
    return str(highlight(source, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)))


def math_html(tex: str, *, display: bool) -> str:
    """The formula as MathML, or its source where it cannot be read.

    >>> math_html(r"\\nonsense<b>", display=False)
    '<code class="tex">\\\\nonsense&lt;b&gt;</code>'
    """
    found = mathml(tex, display=display)
    if found is None:
        source = f'<code class="tex">{escape(tex.strip())}</code>'
        return f"<p>{source}</p>" if display else source
    return f'<div class="formula">{found}</div>' if display else found


def _math(_: Any, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    token = tokens[index]
    if token.meta["display"]:
        return math_html(token.content, display=True) + "\n"
    tex = f"\\displaystyle {token.content.strip()}" if token.meta.get("big") else token.content
    return math_html(tex, display=False)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    made = parser()
    made.add_render_rule("math", _math)
    return made


def blocks(found: Iterable[SyntaxTreeNode]) -> str:
    """Markdown's blocks as HTML."""
    return _rendered([token for node in found for token in node.to_tokens()])


def inline(found: Iterable[SyntaxTreeNode]) -> str:
    """What stands in a line, as HTML."""
    children = [token for node in found for token in node.to_tokens()]
    return _rendered([Token("inline", "", 0, children=children)])


def _rendered(tokens: Sequence[Token]) -> str:
    return str(_markdown().renderer.render(tokens, _markdown().options, {}))
