"""A vision model's answer as Markdown: without the fences, introductions and thoughts that such models add. Pure."""

from __future__ import annotations

import re
from typing import Final

MAX_LENGTH: Final = 20_000
_THOUGHT: Final = re.compile(r"^\s*(?:<think>)?.*?</think>", re.DOTALL)
_FENCE: Final = re.compile(r"\A\s*(?:[^\n`]{0,80}:\s*\n+)?```[a-zA-Z]*\n(.*?)\n?```\s*\Z", re.DOTALL)
_INTRODUCTION: Final = re.compile(
    r"\A\s*(?:(?:sure|certainly|of course)[^\n]{0,80}\n+|(?:here (?:is|are)|the (?:picture|image|text)|以下是|图片(?:中)?的?(?:内容|文字))[^\n]{0,80}[:：]\s*\n+)+",
    re.IGNORECASE,
)
_INLINE: Final = re.compile(r"\\\(\s*(.+?)\s*\\\)", re.DOTALL)
_DISPLAYED: Final = re.compile(r"\\\[\s*(.+?)\s*\\\]", re.DOTALL)
_BARE: Final = re.compile(r"\\[a-zA-Z]+|[\^_]")
_NOTHING: Final = re.compile(r"\W*(?:nothing|none|empty|无|没有(?:文字|内容)?)\W*", re.IGNORECASE)


def cleaned(answer: str) -> str:
    r"""The text of a picture; empty where the model saw none.

    >>> cleaned("Here is the text:\n\n```markdown\nSolve \\(x+1=2\\).\n```")
    'Solve $x+1=2$.'
    >>> cleaned("[nothing]")
    ''
    """
    text = answer[:MAX_LENGTH]
    if "</think>" in text:
        text = _THOUGHT.sub("", text, count=1)
    text = _INTRODUCTION.sub("", text.strip())
    if fenced := _FENCE.match(text):
        text = fenced[1]
    text = _INTRODUCTION.sub("", text.strip())
    text = _DISPLAYED.sub(lambda m: f"$${m[1]}$$", _INLINE.sub(lambda m: f"${m[1]}$", text))
    return "" if _NOTHING.fullmatch(text) else text.strip()


def formula(answer: str) -> str:
    r"""The one formula of an answer, between dollar signs.

    >>> formula("x^2 + 1")
    '$x^2 + 1$'
    """
    text = cleaned(answer)
    if not text or "$" in text:
        return text
    return f"${text}$" if _BARE.search(text) or "\n" not in text else text
