"""Plots inside the kernel: matplotlib's inline backend as PNG, Chinese labels, words for those who cannot see.

Part of the prelude. The words come from titles, labels, limits and legends;
nothing here looks at the picture itself.
"""

from __future__ import annotations

import ctypes
import dataclasses
import gc
import re
from collections.abc import Iterator
from typing import Any

INLINE = "module://matplotlib_inline.backend_inline"
SPACES = re.compile(r"\\[ ,;:!]|\\q?quad\b")
GROUP = r"\{([^{}]*)\}"
# innermost first, as often as they occur: mathematics that is written in a line
SAID = (
    (re.compile(r"([\^_])\{(\w+)\}"), r"\1\2"),
    (re.compile(rf"([\^_]){GROUP}"), r"\1(\2)"),
    (re.compile(r"\\[dt]?frac\{(\w+)\}\{(\w+)\}"), r"\1/\2"),
    (re.compile(rf"\\[dt]?frac{GROUP}{GROUP}"), r"(\1)/(\2)"),
    (re.compile(rf"\\sqrt{GROUP}"), r"√(\1)"),
    (re.compile(rf"\\(?:mathrm|text|operatorname){GROUP}"), r"\1"),
    *(
        (re.compile(rf"\\{name}(?![A-Za-z])"), sign)
        for name, sign in (("pi", "π"), ("infty", "∞"), ("cdot", "·"), ("leq?", "≤"), ("geq?", "≥"))
    ),
    (re.compile(r"\\(sin|cos|tan|cot|ln|log|exp|lim)(?![A-Za-z])"), r"\1"),
)
ALT_CHARS = 400  # a screen reader cannot skip within an alt text
FIRST_CJK = 0x2E80  # radicals, punctuation, characters
# What programs ask for when they want Chinese; an installed CJK font answers to all of these names.
CJK_FAMILIES = ("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "WenQuanYi Zen Hei",
                "WenQuanYi Micro Hei", "Microsoft YaHei", "PingFang SC", "SimHei")  # fmt: skip
CJK_ALIASES = (*CJK_FAMILIES, "SimSun", "KaiTi", "FangSong", "STHeiti", "STSong", "Heiti TC",
               "Source Han Sans SC", "Arial Unicode MS")  # fmt: skip


def add_chinese() -> None:
    """Let every glyph that a text's own font lacks come from an installed CJK font, in formulas, too.

    Setting `font.family` is not enough: styles and programs replace it, and formulas do not look at it. The font is
    opened once a text needs it: it takes 2 MB beside each other font, and time.
    """
    from matplotlib import _mathtext, font_manager
    from matplotlib.text import Text

    manager: Any = font_manager.fontManager
    formulas: Any = _mathtext.UnicodeFonts
    installed = {entry.name for entry in manager.ttflist}
    family = next((name for name in CJK_FAMILIES if name in installed), None)
    if family is None:
        return
    faces = [entry for entry in manager.ttflist if entry.name == family]
    for alias in set(CJK_ALIASES) - installed:
        manager.ttflist.extend(dataclasses.replace(face, name=alias) for face in faces)
    chinese = manager.findfont(family)
    find, glyph, set_text = manager._find_fonts_by_props, formulas._get_glyph, Text.set_text
    needed = False

    def note_text(artist: Any, text: object) -> None:
        nonlocal needed
        needed = needed or any(ord(character) >= FIRST_CJK for character in str(text))
        set_text(artist, text)

    def find_more(*args: Any, **options: Any) -> list[Any]:
        found = list(find(*args, **options))
        return found if chinese in found or not needed else [*found, chinese]

    def glyph_or_chinese(fonts: Any, fontname: str, font_class: str, symbol: str) -> Any:
        if len(symbol) == 1 and ord(symbol) >= FIRST_CJK:
            return font_manager.get_font(chinese), ord(symbol), False
        return glyph(fonts, fontname, font_class, symbol)

    Text.set_text = note_text  # type: ignore[assignment,method-assign]
    manager._find_fonts_by_props = find_more
    formulas._get_glyph = glyph_or_chinese


def show_images() -> None:
    """Let `show()` of a Pillow image put it into the notebook; it would look for a program on a screen."""
    from PIL import ImageShow

    ImageShow.register(ImageShow.IPythonViewer(), order=0)


def prepare(shell: Any) -> None:
    """matplotlib's inline backend: PNG on white, Chinese labels, and words for the picture."""
    import matplotlib
    from IPython.core import pylabtools
    from matplotlib import pyplot
    from matplotlib.figure import Figure
    from matplotlib_inline import backend_inline

    drawn = False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of glibc alone

    def show(shell: Any, formats: object = "png", **options: Any) -> None:
        """Show figures as `picture` does, whatever format a cell would like (`%config InlineBackend.figure_format`)."""

        def picture(figure: Any) -> Any:
            nonlocal drawn
            drawn = True
            data = pylabtools.print_figure(figure, base64=True, **options)  # type: ignore[no-untyped-call]
            return None if data is None else (data, {"alt": alt_text(figure)})

        shell.display_formatter.formatters["image/png"].for_type(Figure, picture)

    settings: Any = matplotlib
    backend: Any = backend_inline
    pylabtools.select_figure_formats = backend.select_figure_formats = show
    # `shell.enable_matplotlib("inline")` without what it makes for `%run`: 2 MB that a fork would copy
    pylabtools.activate_matplotlib(INLINE)  # type: ignore[no-untyped-call]
    backend.configure_inline_support.current_backend = (
        "unset"  # a kernel of others may have chosen the formats already
    )
    backend.configure_inline_support(shell, "inline")

    def give_back() -> None:
        """A figure is thousands of objects in circles, which Python would keep for a dozen figures more: 13 MB after sixty problems."""
        nonlocal drawn
        if drawn:
            drawn = False
            gc.collect()
            if trim is not None:
                trim(0)

    shell.events.register("post_execute", give_back)  # behind what shows a cell's figures
    # a program's `matplotlib.use("Agg")` would make its plots invisible here
    settings.use = pyplot.switch_backend = lambda *args, **options: None
    matplotlib.rcParams.update({"figure.dpi": 110, "figure.facecolor": "white", "axes.grid": False})


def alt_text(figure: Any) -> str:
    """One line that says what `figure` shows, at most `ALT_CHARS` characters; "Figure" if nothing is drawn.

    Titles and labels are quoted as they are written, in whatever language; mathematics loses its `$`.
    """
    heading = _clean(figure.get_suptitle())
    panels = [text for text in (_panel(axes) for axes in figure.axes) if text]
    text = "; ".join(([heading] if heading else []) + panels)
    if not text:
        return "Figure"
    text = f"Plot: {text}"
    return text if len(text) <= ALT_CHARS else text[: ALT_CHARS - 1] + "…"


def _panel(axes: Any) -> str:
    """What one pair of axes shows; empty for axes without data, such as a switched off grid."""
    title = _clean(axes.get_title()) or _clean(axes.get_title("left")) or _clean(axes.get_title("right"))
    parts = [title] if title else []
    if not axes.axison:  # a pie, a picture or a geometric figure: its limits mean nothing to the reader
        return "; ".join(parts + list(_curves(axes)))
    if not (title or axes.has_data()):
        return ""
    for name in ("x", "y", "z"):
        if hasattr(axes, f"get_{name}lim"):
            low, high = getattr(axes, f"get_{name}lim")()
            label = _clean(getattr(axes, f"get_{name}label")())
            label = name if label in ("", name, f"f({name})") else f"{name} ({label})"
            parts.append(f"{label} from {_number(low)} to {_number(high)}")
    return "; ".join(parts + list(_curves(axes)))


def _curves(axes: Any) -> Iterator[str]:
    """The legend's labels; names that matplotlib made up start with an underscore."""
    _, labels = axes.get_legend_handles_labels()
    named = [_clean(label) for label in labels if label and not label.startswith("_")]
    if named:
        yield "curves: " + ", ".join(named)
    elif len(axes.lines) > 1:
        yield f"{len(axes.lines)} curves"


def _number(value: float) -> str:
    """Four significant digits and a true minus sign: `−2`, `0.3333`."""
    return f"{float(value):.4g}".replace("-", "−")


def _clean(text: str) -> str:
    """Without the marks of TeX that say nothing aloud.

    >>> _clean(r"$\\left(2,\\ \\frac{\\sqrt{3}}{2}\\right)$, $x = \\pi$")
    '(2, (√(3))/(2)), x = π'
    """
    text = SPACES.sub(" ", text.replace(r"\left", "").replace(r"\right", "").replace(r"\displaystyle", ""))
    before = ""
    while before != text:
        before = text
        for pattern, said in SAID:
            text = pattern.sub(said, text)
    for mark in "${}":
        text = text.replace(mark, "")
    return " ".join(text.replace("( ", "(").replace(" )", ")").split())
