"""The tools as a client lists them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from solver.intake import MAX_LENGTH
from solver.topics.methods import METHODS

MAX_LINES: Final = 60
MAX_RUNGS: Final = 20
TEXT: Final = {"type": "string"}
MAYBE: Final = {"type": ["string", "null"]}
PROBLEM: Final = {
    "type": "string",
    "minLength": 1,
    "maxLength": MAX_LENGTH,
    "description": "The problem as text in English or Chinese, with LaTeX in it or without, as: Solve x^2 - 5x + 6 = 0.",
}
LANGUAGE: Final = {
    "type": "string",
    "enum": ["en", "zh"],
    "description": "To explain in; otherwise the problem's.",
}
VERDICT: Final = {
    "enum": ["proved", "refuted", "unknown", None],
    "description": "Whether the answer was checked in another way than it was found.",
}
WHY: Final = {"type": ["string", "null"], "description": "Why there is no answer, where there is none."}


def _object(required: Sequence[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def _whole(**properties: Any) -> dict[str, Any]:
    return _object(tuple(properties), **properties)


def tools(models: Sequence[str], strategies: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Title, description, input and output of each, by its name."""
    return {
        "solve": _solve(models, strategies),
        "check_work": CHECK_WORK,
        "hint": HINT,
        "plot": PLOT,
    }


def _solve(models: Sequence[str], strategies: Sequence[str]) -> dict[str, Any]:
    model = {
        "type": "string",
        "enum": list(models),
        "description": "Who solves it; otherwise the first of them.",
    }
    strategy = {
        "type": "string",
        "enum": list(strategies),
        "description": "How a language model goes about it.",
    }
    method = {"type": "string", "enum": sorted(METHODS), "description": "A method of the built-in tutor."}
    return {
        "title": "Solve / 解题",
        "description": "Solve a school maths problem step by step, running Python, and check the answer. Give the user the checked answer "
        "as it is. 逐步解一道数学题，并检验答案。",
        "inputSchema": _object(
            ["problem"], problem=PROBLEM, language=LANGUAGE, model=model, strategy=strategy, method=method
        ),
        "outputSchema": _whole(
            answer={"type": ["string", "null"], "description": "Exact, as LaTeX."},
            checked=VERDICT,
            solution={"type": "string", "description": "All of it as Markdown: steps, code, outputs, answer."},
            why=WHY,
        ),
    }  # fmt: skip


CHECK_WORK: Final = {
    "title": "Check my work / 检查我的解答",
    "description": "Judge a student's own lines by algebra: which follows, which is wrong, and the likely slip. The solution is not told. "
    "逐行判断学生自己的解答，指出哪一行错了、可能错在哪里。",
    "inputSchema": _object(
        ["problem", "lines"],
        problem=PROBLEM,
        lines={"type": "array", "minItems": 1, "maxItems": MAX_LINES, "items": {"type": "string", "maxLength": 1000}},
        language=LANGUAGE,
    ),
    "outputSchema": _whole(
        lines={
            "type": "array",
            "items": _whole(
                line=TEXT,
                verdict={"enum": ["correct", "unfinished", "wrong", "unknown"]},
                why=TEXT,
                slip={"type": "string", "description": "The name of the likely slip; empty where none is known."},
                follows_wrong={"type": "boolean", "description": "Right by itself, but it goes on from a wrong line."},
            ),
        }
    ),
}  # fmt: skip
HINT: Final = {
    "title": "Hint / 提示",
    "description": "Hints from a solution that was found and checked first, one more with each step: what is asked, the idea, the next line "
    "with a gap, the next line. Ask for step 1 first; the answer is not told. 由浅入深的提示，不直接给出答案。",
    "inputSchema": _object(
        ["problem"],
        problem=PROBLEM,
        step={"type": "integer", "minimum": 1, "maximum": MAX_RUNGS, "default": 1},
        language=LANGUAGE,
    ),
    "outputSchema": _whole(
        hints={"type": "array", "items": _whole(kind={"enum": ["asked", "idea", "gap", "line"]}, text=TEXT)},
        more={"type": "boolean", "description": "Whether there is another one."},
        why=WHY,
    ),
}  # fmt: skip
PLOT: Final = {
    "title": "Plot / 作图",
    "description": "The picture of what a problem gives or of its solution (PNG), with words for those who cannot see it. "
    "画出题目所给的函数或图形，并附文字说明。",
    "inputSchema": _object(["problem"], problem=PROBLEM, language=LANGUAGE),
    "outputSchema": _whole(plots={"type": "array", "items": _whole(alt=TEXT, mime=TEXT)}, why=WHY),
}
