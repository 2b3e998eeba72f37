"""Looks and static files: Gradio's theme reduced to system fonts, and what the page's `<head>` loads.

Everything comes from this server; assets/page.css holds the design itself.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import gradio as gr

from ui import examples, pictures
from ui.i18n import locales

ASSETS: Final = Path(__file__).resolve().parent.parent / "assets"
STYLES: Final = (
    "katex/katex.min.css",
    "page.css",
    "sidebar.css",
    "practise.css",
    "pictures.css",
    "classroom.css",
    "access.css",
)
SCRIPTS: Final = (
    "katex/katex.min.js",
    "words.js",
    "sheet.js",
    "chrome.js",
    "tools.js",
    "sidebar.js",
    "export.js",
    "practise.js",
    "classroom.js",
    "thumbs.js",
    "login.js",
    "access.js",
    "aloud.js",
)
LATER: Final = (
    "writing.js",
    "formula-keys.js",
    "formula.js",
    "picture-panel.js",
    "picture-sending.js",
    "picture-crop.js",
    "picture-draw.js",
    "picture-camera.js",
    "picture-editor.js",
    "picture-reader.js",
    "mathlive/mathlive.min.js",
)
"""Scripts that `assets/tools.js` loads when a picture or a formula is first wanted."""
PRESENTING: Final = ("present.js", "present.css")
"""What `assets/classroom.js` loads when a solution is first presented."""
FONTS: Final = (
    "system-ui",
    "-apple-system",
    "Segoe UI",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "sans-serif",
)
MONO: Final = ("ui-monospace", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace")


def theme() -> Any:
    """Gradio's plainest theme; its default would load fonts from another host."""
    return gr.themes.Base(font=list(FONTS), font_mono=list(MONO), primary_hue="blue", neutral_hue="stone")


def head(
    models: Sequence[str],
    strategies: Sequence[str],
    *,
    keeps: bool = False,
    thumbs: bool = False,
    login: bool = False,
) -> str:
    """What `launch(head=…)` puts into the page: data and styles.

    Gradio adds it with JavaScript and does not wait for it to load, so scripts that a component needs are not here.
    """
    gr.set_static_paths([ASSETS])
    data = {
        "locales": {code: dict(words) for code, words in locales().items()},
        "examples": examples.for_page(),
        "models": list(models),
        "strategies": list(strategies),
        "keeps": keeps,
        "thumbs": thumbs,
        "login": login,
        "later": {name: url(name) for name in LATER},
        "present": [url(name) for name in PRESENTING],
        "fonts": f"gradio_api/file={(ASSETS / 'katex/fonts').as_posix()}",  # MathLive has the same ones
        "picture_bytes": pictures.MAX_BYTES,
    }
    styles = "".join(f'<link rel="stylesheet" href="{url(name)}">' for name in STYLES)
    return f"<script>window.StepwiseData = {_json(data)};</script>{styles}"


def scripts() -> str:
    """What `gr.HTML(head=…)` loads, in order and to the end, before the component's own script runs."""
    return "".join(f'<script src="{url(name)}"></script>' for name in SCRIPTS)


def url(name: str) -> str:
    """The address of a file of `assets/`, from the server's root."""
    path = ASSETS / name
    version = hashlib.sha256(path.read_bytes()).hexdigest()[
        :10
    ]  # a new release is never read from an old cache
    return f"gradio_api/file={path.as_posix()}?v={version}"


def _json(data: object) -> str:
    """JSON that may stand inside `<script>`."""
    return (
        json.dumps(data, ensure_ascii=False)
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
