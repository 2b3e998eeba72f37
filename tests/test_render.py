"""The fold from events to blocks: the same however text is cut, and never anyone's HTML but ours."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.events import Answer, Check, Code, Done, Event, Failure, Figure, Output, Reasoning
from solver.ports import Problem
from ui.markdown import _render, plain, render, without_open_tail
from ui.render import view
from ui.turn import Turn

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "![x](https://elsewhere.example/pixel.png)",
    "<https://elsewhere.example>",
    "\\(\\href{javascript:alert(1)}{x}\\)",
    '\\("><script>alert(1)</script>\\)',
    '" onmouseover="alert(1)',
    "</code></pre><script>alert(1)</script>",
    "```html\n<script>alert(1)</script>\n```",
    "<svg onload=alert(1)>",
    "\\[ </div><script>alert(1)</script> \\]",
    "`<b>`<b>",
]
TAGS = {
    "p", "span", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "code", "strong", "em", "a", "br",
    "hr", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "figure", "img", "button", "mark",
}  # fmt: skip
SCRIPT_FREE = {
    "src",
    "alt",
    "class",
    "href",
    "rel",
    "target",
    "type",
    "role",
    "tabindex",
    "open",
    "start",
    "style",
    "aria-hidden",
}


class Guard(HTMLParser):
    """Fails on a tag or an attribute that our renderers do not make."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in SCRIPT_FREE or name.startswith("data-"), name
            if name == "href":
                assert (value or "").startswith(("https://", "http://", "mailto:")), value
            if name == "src":
                assert (value or "").startswith("data:image/"), value


def safe(html: str) -> None:
    guard = Guard()
    guard.feed(html)
    guard.close()


def folded(events: list[Event], text: str = "Find \\(x\\).") -> dict[str, Any]:
    turn = Turn("t1", Problem(text, "en"))
    for event in events:
        turn.apply(event)
    return view(turn)


def story(source: str) -> list[Event]:
    return [
        Reasoning(0, source),
        Code(1, source),
        *(Output(1, stream, source) for stream in ("stdout", "stderr", "error", "result")),  # type: ignore[arg-type]
        Output(1, "result", source, source),
        Figure(1, "image/png", b"\x89PNG", source),
        Figure(1, "text/html", source.encode(), source),
        Answer(source),
        Check(source, "unknown", source),
        Failure("declined", source),
        Done("failed"),
    ]


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_text_never_becomes_html(source: str) -> None:
    shown = folded(story(source), text=source)
    safe(shown["problem"])
    for block in shown["blocks"]:
        safe(block["html"])


@given(st.text(alphabet="<>\"'&[]()!`*_\\$#-=|:;/ \nabcjsx0123456789{}^", max_size=120))
def test_no_text_becomes_html(source: str) -> None:
    shown = folded(story(source), text=source)
    safe(shown["problem"])
    for block in shown["blocks"]:
        safe(block["html"])


def cut(text: str, places: list[int]) -> list[str]:
    edges = [0, *sorted(place % (len(text) + 1) for place in places), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


TEXT = "<think>maybe \\(x\\)</think>**1.** So \\(x^2 = 4\\).\n\n\\[ x = \\pm 2 \\]\n\n- a\n- b $y$\n"
SOURCE = "x = 2\nprint(x)\n"


@given(st.lists(st.integers(0, 500)), st.lists(st.integers(0, 500)))
def test_how_text_is_cut_makes_no_difference(places: list[int], others: list[int]) -> None:
    ending: list[Event] = [Output(1, "stdout", "2\n"), Answer("2"), Done("answered")]
    whole = folded([Reasoning(0, TEXT), Code(1, SOURCE), *ending])
    parts: list[Event] = [Reasoning(0, piece) for piece in cut(TEXT, places)]
    parts += [Code(1, piece) for piece in cut(SOURCE, others)]
    assert folded([*parts, *ending]) == whole


@given(st.integers(0, len(TEXT)))
def test_no_delimiter_flashes_up_while_text_grows(place: int) -> None:
    shown = folded([Reasoning(0, TEXT[:place])])
    html = "".join(block["html"] for block in shown["blocks"])
    assert "\\(" not in html and "\\[" not in html and "think&gt;" not in html


@given(st.lists(st.integers(0, 500), max_size=4))
def test_finished_paragraphs_keep_their_blocks(places: list[int]) -> None:
    text = "One \\(a\\).\n\nTwo \\(b\\).\n\nThree."
    last: list[tuple[str, str]] = []
    turn = Turn("t", Problem("p", "en"))
    for piece in cut(text, places):
        turn.apply(Reasoning(0, piece))
        now = [(block["id"], block["html"]) for block in view(turn)["blocks"]]
        assert now[: max(len(last) - 1, 0)] == last[:-1]
        last = now


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        pytest.param([], "unknown", id="no check"),
        pytest.param(["proved"], "proved", id="proved"),
        pytest.param(["unknown"], "unknown", id="could not decide"),
        pytest.param(["proved", "unknown"], "proved", id="one way was enough"),
        pytest.param(["proved", "refuted"], "refuted", id="a contradiction outweighs"),
    ],
)
def test_a_tick_only_for_what_was_proved(verdicts: list[Any], expected: str) -> None:
    checks: list[Event] = [Check("c", verdict, "m") for verdict in verdicts]
    shown = folded([Answer("2"), *checks, Done("answered")])
    html = next(block["html"] for block in shown["blocks"] if block["kind"] == "answer")
    assert f'data-verdict="{expected}"' in html
    assert ("✓" in html) == ("proved" in verdicts)
    assert shown["announce"] == {"answer": "two", "verdict": expected}


def test_a_running_answer_is_pending_not_unchecked() -> None:
    html = folded([Answer("2")])["blocks"][0]["html"]
    assert 'data-verdict="pending"' in html and "✓" not in html


def test_what_comes_after_the_answer_is_its_check() -> None:
    shown = folded(
        [Code(1, "1"), Answer("2"), Code(2, "2 == 2"), Output(2, "result", "True"), Done("answered")]
    )
    assert [(block["id"], block["zone"]) for block in shown["blocks"]] == [
        ("c1", "work"),
        ("answer", "answer"),
        ("c2", "check"),
    ]


def test_a_changed_cell_marks_the_answer_until_it_is_put_back() -> None:
    turn = Turn("t", Problem("p", "en"))
    for event in (Code(1, "1 + 1"), Output(1, "result", "2"), Answer("2"), Done("answered")):
        turn.apply(event)  # type: ignore[arg-type]
    turn.rerun(1, "1 + 2")
    turn.rerun_event(Output(1, "result", "3"), 1)
    turn.rerun_event(Done("answered"), 1)
    assert turn.stale and "answer.stale" in str(view(turn)["blocks"])
    assert (
        ">3<" in view(turn)["blocks"][0]["html"]
        and ">2<" not in view(turn)["blocks"][0]["html"].split("outs")[1]
    )
    turn.rerun(1, "1 + 1\n")
    turn.rerun_event(Done("answered"), 1)
    assert not turn.stale


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        pytest.param("solve x and frob it", "What I do not understand: “frob”.", ["frob"], id="one"),
        pytest.param(
            "frob x, then blip x", "What I do not understand: “blip”, “frob”.", ["frob", "blip"], id="two"
        ),
        pytest.param("小林买了 4 本", "没有读懂的部分：“小林买”, “本”。", ["小林买", "本"], id="Chinese"),
        pytest.param("the other", "I do not understand “the”, “he”.", ["the"], id="whole words"),
        pytest.param("find \\(abc\\)", "I do not understand “b”, “bc”.", [], id="not inside a formula"),
        pytest.param("find x", "I do not know.", [], id="nothing quoted"),
    ],
)
def test_what_was_not_read_is_marked(text: str, message: str, marked: list[str]) -> None:
    html = folded([Failure("declined", message), Done("failed")], text=text)["problem"]
    assert re.findall(r'<mark class="unread">(.*?)</mark>', html) == marked


def test_a_stopped_cell_says_so() -> None:
    shown = folded([Code(1, "while True: pass"), Done("stopped")])
    assert 'data-state="stopped"' in shown["blocks"][0]["html"]
    assert shown["blocks"][-1]["id"] == "end"


def test_an_error_shows_its_last_line_first() -> None:
    html = folded([Code(1, "1/0"), Output(1, "error", "Traceback\n  line 1\nZeroDivisionError: no")])[
        "blocks"
    ][0]["html"]
    assert html.index("ZeroDivisionError") < html.index("Traceback")


def test_long_output_is_cut_and_counted() -> None:
    html = folded([Code(1, ""), Output(1, "stdout", "x" * 25_000)])["blocks"][0]["html"]
    assert "5000" in html and len(html) < 22_000


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        pytest.param("costs $3 and $4", 0, id="prices"),
        pytest.param("$5-$7", 0, id="range of prices"),
        pytest.param("$2.50 each, $1.75 more. Solve $x^2 = 4$.", 1, id="prices and a formula"),
        pytest.param("\\(a\\) and \\[b\\] and $$c$$", 3, id="every delimiter"),
        pytest.param("`\\(a\\)`", 0, id="code"),
    ],
)
def test_formulas_are_found(text: str, formulas: int) -> None:
    assert "".join(render(text)).count("data-tex") == formulas
    if "`" not in text:
        assert plain(text).count("data-tex") == formulas


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        pytest.param("so \\boxed{\\frac{1}{2}}.", "\\boxed{\\frac{1}{2}}", id="bare"),
        pytest.param("因此，x的值是\\boxed{-2}。", "\\boxed{-2}", id="zh"),
        pytest.param("\\(x = \\boxed{2}\\)", "x = \\boxed{2}", id="in a formula"),
    ],
)
def test_a_boxed_answer_is_a_formula(text: str, tex: str) -> None:
    assert f'data-tex="{tex}"' in "".join(render(text))
    for end in range(len(text)):  # while it arrives, no source flashes up
        assert "boxed" not in re.sub(r"<span.*?</span>", "", "".join(render(text[:end], complete=False)))


PIECES = [
    "**1. Idea.** a",
    "Text \\(x\\).",
    "\\[\n x\n\n= 2 \\]",
    "- a\n\n- b",
    "```python\nx = 1\n\ny = 2\n```",
    "    code",
    "> quoted",
    "1. a",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_rendering_piece_by_piece_is_rendering_the_whole(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    assert render(text) == _render(text)


TAILS = st.lists(
    st.sampled_from(["\\boxed{", "\\box", "{", "}", "a", "\\(", "\\)", "$", "\\[", "\\]", " "]), max_size=12
)


@given(st.text(alphabet="a\\()[]$ ", max_size=40) | TAILS.map("".join))
def test_the_open_tail_is_at_the_end(text: str) -> None:
    held = without_open_tail(text)
    assert text.startswith(held)
    assert without_open_tail(held) == held


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [":root {", ":root.stepwise-dark {"])
def test_text_has_contrast_in_both_themes(theme: str) -> None:
    css = (Path(__file__).parents[1] / "assets" / "page.css").read_text("utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css.split(theme, 1)[1].split("}", 1)[0]))
    pairs = [(ink, paper) for ink in ("s-ink", "s-soft") for paper in ("s-bg", "s-paper", "s-sunk")]
    pairs += [(f"s-{name}", f"s-{name}-tint") for name in ("good", "open", "bad", "accent")]
    pairs += [("s-accent", paper) for paper in ("s-bg", "s-sunk")]  # what has the focus, and links
    pairs += [(name, "s-paper") for name in ("s-good", "s-open", "s-bad", "s-accent")]
    pairs += [(f"hl-{name}", "s-sunk") for name in ("key", "num", "str", "com", "fun")] + [
        ("s-accent-ink", "s-accent")
    ]
    for ink, paper in pairs:
        light, dark = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)
