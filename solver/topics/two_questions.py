"""Two questions about the same thing: "find the modulus and the conjugate of z", 求 sin A 和 cos B 的值, "…, and hence solve …".

Read: what is asked in two parts that topics read one by one, each with everything that was given before. Not: a second
question about the answer of the first ("and its square", 此时).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.reader import as_question
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import joined

FIRST: Final = Words("The first question.", "先求第一问。")
SECOND: Final = Words("The second question.", "再求第二问。")
BOTH: Final = Words(
    "{first} {second} Both: \\({answer}\\).", "{first}{second}两问的答案依次是 \\({answer}\\)。"
)
ALSO: Final = Words("{first}; {second}", "{first}；{second}")
_VERB: Final = r"(?:find|calculate|compute|evaluate|determine|work\s+out|write\s+down|state|give|solve|what\s+is|what\s+are|how\s+many|simplify|expand|factori[sz]e)"
_JOINT: Final = re.compile(
    rf"(?i)\s*(?:[,;.?]\s*(?:and\s+)?|\s+and\s+)(?:then\s+|hence\s+|also\s+)*(?=\b{_VERB}\b)"
    r"|\s*[,;。?]?\s*(?:并且?|再|然后|同时)(?=(?:求出?|写出|计算|判断|指出|解)(?!导))|\s*[,;。?]\s*(?=(?:求出?|写出|计算)(?!导))"
)
"""Between two questions of which each has its verb."""
_ENGLISH: Final = re.compile(
    rf"(?i)(?P<head>^.*\b{_VERB}\s+)(?:both\s+)?(?P<first>(?:(?:the|its)\s+)?[^.,;?]+?)\s*,?\s+and\s+(?:(?:then|also|hence)\s+)?(?P<second>(?:the\s+)?[^.,;?]+?)(?P<tail>\s+(?:of|for|in|if|when|on)\s[^?]*)?(?P<end>[.?]?\s*)$"
)
_CHINESE: Final = re.compile(
    r"(?P<head>^.*?(?:求出?|写出|计算|则|,|。|的))(?P<first>[^,;。?]+?)\s*(?:和|与|及|以及|、)\s*(?P<second>[^,;。?]+?)(?P<tail>\s*(?:的值|的大小|的坐标)?\s*(?:各是多少|分别是多少|各为多少|分别为多少|分别等于多少|是多少|为多少|等于多少|分别是什么)?)(?P<end>[.。?]?\s*)$"
)
_POINTS_BACK: Final = re.compile(
    r"(?i)\b(?:it|its|this|that|these|those|they|them|their|result|answer|respectively|between|such|same)\b|[它其]|此|这|结果|哪|各自|之间|同一"
)
MAX_WAYS: Final = 8


def read(text: Text) -> Reading:
    """Two questions that topics read apart."""
    from solver.topics import reader_of

    for ways, (first, second) in enumerate(_ways(text)):
        if ways >= MAX_WAYS:
            break
        tasks = list[Task]()
        for source in (first, second):
            for asked in dict.fromkeys((source, as_question(source))):
                found = reader_of(Text(asked, text.language, text.values))
                if not isinstance(found, Unread):
                    break
            if isinstance(found, Unread) or found[0] in ("two_questions", "choices"):
                break
            tasks.append(found[1])
        if len(tasks) == 2 and not _of_one_unknown(*tasks):
            return TwoQuestions(tasks[0], tasks[1], text.language)
    return None


def _of_one_unknown(first: Task, second: Task) -> bool:
    """Whether both are equations for the same letter: conditions that must hold together, not two questions."""
    one, other = (getattr(task, "unknown", None) for task in (first, second))
    return isinstance(one, str) and one == other


def _ways(text: Text) -> Iterator[tuple[str, str]]:
    """The text with only the first, and with only the second question; every place where it may be parted."""
    source = text.source
    if len(source) > 400:
        return
    for joint in _JOINT.finditer(source):
        before, after = source[: joint.start()], source[joint.end() :]
        given = _given(before, text.language)
        if given is None or _POINTS_BACK.search(after) or _JOINT.search(after):
            continue
        yield f"{before}.", f"{given}{after}"
    pattern = _CHINESE if text.language == "zh" else _ENGLISH
    if (found := pattern.search(source)) is not None:
        head, first, second = found["head"], found["first"], found["second"]
        tail, end = found["tail"] or "", found["end"]
        stated = text.language == "en" and re.search(
            r"(?i)\b(?:is|are)\b", second
        )  # "where A and B are angles"
        if (
            not stated
            and not _POINTS_BACK.search(second + tail)
            and not re.search(r"\band\b|[和与及、]", second)
        ):
            own = text.language == "en" and " of " in first and tail.startswith(" of")
            yield f"{head}{first}{'' if own else tail}{end}", f"{head}{second}{tail}{end}"
            if text.language == "zh" and "的" in first and "的" not in second:  # z 的共轭复数和模
                owner = first[: first.index("的") + 1]
                yield f"{head}{first}{tail}{end}", f"{head}{owner}{second}{tail}{end}"


def _given(before: str, language: Language) -> str | None:
    """What stands before the first question; None where no question begins there."""
    asks = r"[求写计]|计算" if language == "zh" else rf"(?i)\b{_VERB}\b"
    starts = [m.start() for m in re.finditer(asks, before)]
    return before[: starts[-1]] if starts else None


@dataclass(frozen=True, slots=True)
class TwoQuestions:
    """Two tasks, one after the other."""

    first: Task
    second: Task
    language: Language

    def solution(self) -> Solution:
        """The steps of both; what both begin with is told once."""
        a, b = self.first.solution(), self.second.solution()
        told = [step for step in b.steps if step not in a.steps]
        steps = (FIRST.say(self.language), *a.steps, SECOND.say(self.language), *told)
        source = joined(
            _kept(a.cell, "first_answer"), _kept(b.cell, "second_answer"), "first_answer, second_answer"
        )
        return Solution(steps, source, a.plot or b.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """Both answers in the order asked for."""
        try:
            first, second = value
        except (TypeError, ValueError):
            return None
        a, b = self.first.conclude(first), self.second.conclude(second)
        if a is None or b is None:
            return None
        answer = rf"{a.answer};\ {b.answer}"
        return Conclusion(BOTH.say(self.language, first=a.sentence, second=b.sentence, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Each part by its own check."""
        plans = [
            (a, b)
            for first, second in _parted(answer)
            if (a := self.first.check(first)) is not None and (b := self.second.check(second)) is not None
        ]
        if len(plans) != 1:
            return None
        a, b = plans[0]
        source = joined(
            _kept(a.source, "first_answer"),
            _kept(b.source, "second_answer"),
            "bool(first_answer) and bool(second_answer)",
        )
        return CheckPlan(
            ALSO.say(self.language, first=a.claim, second=b.claim),
            a.method if a.method == b.method else ALSO.say(self.language, first=a.method, second=b.method),
            source,
        )


def _parted(answer: str) -> Iterator[tuple[str, str]]:
    """An answer in two: at its semicolon where it has one, else at each comma outside brackets."""
    text = answer.replace("；", ";").replace("，", ",")
    depth, places = 0, list[int]()
    for i, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0 and sign in ",;":
            places.append(i)
    semicolons = [i for i in places if text[i] == ";"]
    for i in semicolons if len(semicolons) == 1 else places:
        yield text[:i].strip().removesuffix("\\").strip(), re.sub(r"^(?:\\ |\s)+", "", text[i + 1 :]).strip()


def _kept(source: str, name: str) -> str:
    """Source that keeps the value of its last line under a name."""
    module = ast.parse(source)
    last = module.body[-1]
    assert isinstance(last, ast.Expr)
    lines = source.splitlines()
    expression = ast.get_source_segment(source, last.value)
    return "\n".join([*lines[: last.lineno - 1], f"{name} = ({expression})"])
