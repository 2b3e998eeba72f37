"""Whether a task answers everything that its problem asks, whichever topic has read it: half an answer is none.

A question that may be left out of the text without changing the task was not answered. Looked at: texts that can be parted into
two questions (`questions.ways`). Not: stories, whose grammars account for each question themselves.
"""

from __future__ import annotations

import re
from typing import Final

from solver.formula import FormulaError
from solver.topics.base import Reader, Reading, Task, Text, Unread
from solver.topics.questions import MAX_WAYS, ways

_APART: Final = frozenset({"two_questions", "choices", "linear_programming"})
"""They read the questions one by one, and each is looked at there; linear programmes have a value and a point, and account for both."""
_STORIES: Final = "solver.topics.stories."
_FORM: Final = re.compile(
    r"(?i)\s*(?:please\s+)?(?:give|state|write|show|express|round|leave|find|calculate|compute|determine)\s+(?:down\s+)?(?:all\s+)?(?:your|the|each|any)?\s*(?:final\s+|exact\s+)?(?:answers?|solutions?|results?|work(?:ing)?|steps|reasons?|units?|values?)\b"
    r"|\s*(?:please\s+)?(?:give|state|write|put)\s+\$?\w+\$?\s+first\b"
    r"|\s*(?:rationali[sz]e(?:\s+the\s+denominators?)?|simplify|expand|multiply\s+out)\s*$"
    r"|\s*(?:please\s+)?(?:give|use|write|state|express)\s+(?:it\s+|them\s+)?(?:in\s+|the\s+|with\s+)?(?:interval|set|inequality|scientific|set[- ]builder)\s+notation"
    r"|\s*(?:请)?(?:写出|写|给出)(?:必要的|主要的?|完整的?|详细的?|解题|计算|解答)*(?:过程|步骤|理由|答案|结果)"
)
"""How an answer is to be written is no question of its own, nor is an order without an object ("expand and simplify …"); "find the values" asks for nothing more than what is solved."""
_NAMED: Final = re.compile(
    r"(?i)\s*(?:hence\s+|then\s+)?(?:find|determine|calculate|compute|solve\s+for|give|state|what\s+(?:is|are)|求出?|写出|则|计算)?\s*(?:the\s+)?(?:values?\s+(?:of|for)\s+)?\$?[A-Za-z](?:_\{?\w\}?)?\$?(?:\s*(?:,|and|和|与|、)\s*\$?[A-Za-z](?:_\{?\w\}?)?\$?)*\s*(?:的值)?(?:是多少|=\s*\??)?\s*[.。?;]?\s*"
)
_NAME_LAST: Final = re.compile(r"(?<![A-Za-z])\$?[A-Za-z](?:_\{?\w\}?)?\$?\s*$")
_SOLVING: Final = re.compile(
    r"(?i)\b(?:solve|solutions?|roots?)\b|解(?:关于|下列|以下|方程|不等式)|解得|方程|不等式"
)


def left_out(text: Text, name: str, task: Task, read: Reader) -> str:
    """The text of a question that the task does not answer; empty where no such question is known.

    `read` is the topic that found `task` in `text`.
    """
    if name in _APART or type(task).__module__.startswith(_STORIES):
        return ""
    for count, parts in enumerate(ways(text, alone=False)):
        if count >= MAX_WAYS:
            break
        if any(_FORM.match(asked) for asked in parts.asked):
            continue
        if _is_named_solution(parts.asked) or _are_names(parts.asked):
            continue
        same = [_is_same(task, _read(read, text, source)) for source in parts.sources]
        if any(same) and not all(same):
            return parts.asked[same.index(False)]
    return ""


def _is_named_solution(asked: tuple[str, ...]) -> bool:
    """Solve …, find x: the second names what the first one asks for."""
    return _SOLVING.search(asked[0]) is not None and any(_NAMED.fullmatch(part) for part in asked[1:])


def _are_names(asked: tuple[str, ...]) -> bool:
    """… for x and y: who finds one letter finds the other as well."""
    return all(_NAMED.fullmatch(part) for part in asked[1:]) and _NAME_LAST.search(asked[0]) is not None


def _read(read: Reader, text: Text, source: str) -> Reading:
    try:
        return read(Text(source, text.language, text.values))
    except FormulaError:
        return None


def _is_same(task: Task, other: Reading) -> bool:
    if other is None or isinstance(other, Unread) or type(other) is not type(task):
        return False
    return other == task or other.solution() == task.solution()
