"""A page of Markdown as one HTML file that needs nothing from outside: light and dark, wide and narrow."""

from __future__ import annotations

from html import escape
from typing import Final

from markdown_it import MarkdownIt

_STYLE: Final = """
:root{color-scheme:light dark}
body{font:16px/1.55 system-ui,"Noto Sans CJK SC",sans-serif;max-width:70rem;margin:0 auto;padding:1rem 1.25rem;background:#fff;color:#1d1f22}
h1,h2,h3{line-height:1.25}h2{margin-top:2.2rem;border-bottom:1px solid #8884;padding-bottom:.2rem}
.wide{display:block;overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;font-size:.875rem;min-width:30rem}
th,td{padding:.3rem .6rem;border-bottom:1px solid #8883;text-align:left;vertical-align:top}
th{font-weight:600;border-bottom-width:2px}td{overflow-wrap:break-word;min-width:8rem}td[style*=right]{font-variant-numeric:tabular-nums;white-space:nowrap;min-width:0}
th[style*=right]{white-space:nowrap}td:first-child{overflow-wrap:anywhere;min-width:12rem}td:last-child:not([style]){min-width:14rem}tbody tr:hover{background:#8881}
code{font-size:.875em;overflow-wrap:anywhere}svg{max-width:45rem;width:100%;min-width:26rem;height:auto;display:block}
a{color:#1c62b9}
@media(prefers-color-scheme:dark){body{background:#16181b;color:#e4e6e9}a{color:#84b6f4}}
"""


def html_page(title: str, markdown: str, pictures: dict[str, str]) -> str:
    """The HTML of a page. An image of the Markdown whose address is a key of `pictures` becomes that SVG.

    HTML in the Markdown is shown as text: problems and notes are anybody's.
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    body = reader.render(markdown)
    for address, svg in pictures.items():
        at = body.find(f'<img src="{escape(address, quote=True)}"')
        if at >= 0:
            body = f'{body[:at]}<span class="wide">{svg}</span>{body[body.index(">", at) + 1 :]}'
    body = body.replace("<table>", '<div class="wide"><table>').replace("</table>", "</table></div>")
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style></head>\n'
        f"<body>\n{body}</body></html>\n"
    )


def cell(text: object) -> str:
    r"""Text that may stand in a cell of a Markdown table as it is.

    >>> print(cell("a|b\nc"), cell("<b>`x`</b>"), cell("$3$ or $5$"))
    a\|b c \<b\>\`x\`\</b\> \$3\$ or \$5\$
    """
    plain = " ".join(str(text).split())
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>|$~#" else sign for sign in plain)
