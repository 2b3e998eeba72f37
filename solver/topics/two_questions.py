"""Two questions about the same thing: "find the modulus and the conjugate of z", 求 sin A 和 cos B 的值, "…, and hence solve …".

Read: what is asked in two parts that topics read one by one, each with everything that was given before. Not: a second
question about the answer of the first ("and its square", 此时).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.reader import as_question
from solver.reader.numbering import labels_of_parts
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import joined, kept_as
from solver.topics.forms import InForm
from solver.topics.questions import MAX_WAYS, SIGN, ways

HEADINGS: Final = (
    Words("The first question.", "先求第一问。"),
    Words("The second question.", "再求第二问。"),
    Words("The third question.", "再求第三问。"),
    Words("The fourth question.", "再求第四问。"),
    *(
        Words(f"The {nth} question.", f"再求第{n}问。")
        for nth, n in zip(("fifth", "sixth", "seventh", "eighth"), "五六七八", strict=True)
    ),
)
NAMES: Final = (
    "first_answer",
    "second_answer",
    "third_answer",
    "fourth_answer",
    "fifth_answer",
    "sixth_answer",
    "seventh_answer",
    "eighth_answer",
)
BOTH: Final = Words("{sentences} Both: \\({answer}\\).", "{sentences}两问的答案依次是 \\({answer}\\)。")
ALL: Final = Words(
    "{sentences} All together: \\({answer}\\).", "{sentences}各问的答案依次是 \\({answer}\\)。"
)


def read(text: Text) -> Reading:
    """Two questions that topics read apart."""
    from solver.topics import reader_of

    if (labelled := _labelled(text)) is not None:
        return labelled
    if _one_sum(text.source):
        return None
    if (sums := _list_of_sums(text.source)) is not None:
        return _each_sum(sums, text)
    for count, parts in enumerate(ways(text)):
        if count >= MAX_WAYS:
            break
        sources, tasks = parts.sources, list[Task]()
        for source in sources:
            for asked in dict.fromkeys((source, as_question(source))):
                found = reader_of(Text(asked, text.language, text.values))
                if not isinstance(found, Unread):
                    break
            if isinstance(found, Unread) or found[0] in ("two_questions", "choices"):
                break
            tasks.append(found[1])
        if len(tasks) == 2 and _is_the_same(*tasks):
            return tasks[0]
        if len(tasks) == len(sources) and not _of_one_unknown(*tasks[:2]):
            return SeveralQuestions(tuple(tasks), text.language)
    return None


_HEADING: Final = re.compile(
    r"(?i)(?:直接写出?得数|直接写出(?:下面)?各题的?得数|口算|(?:计算)?(?:下面|下列)?各题|计算(?:下面|下列)?各题|计算|脱式计算|算一算|calculate|compute|work\s+out|evaluate|mental\s+maths?|(?:write\s+down|find|give)\s+the\s+(?:answers?|results?))\s*[:。.]?\s*"
)
_SUM: Final = r"[\d(][\d\s.+\-*/×÷()%]*[\d)%]"
_ENDED: Final = re.compile(rf"\s*({_SUM})\s*=\s*\??\s*[,;，；、。.]?")
_APART: Final = re.compile(rf"\s*({_SUM})\s*=?\s*(?:[,;，；、]|$)")


def _list_of_sums(source: str) -> list[str] | None:
    """The calculations of 口算：12+8= 50-23= 6×7=, or "Calculate: 12+8, 50-23, 6×7"; None where there is something else.

    >>> _list_of_sums("口算: 12+8= 50-23= 6*7="), _list_of_sums("Calculate: 12+8, 50-23"), _list_of_sums("Calculate: 3, 4, 5")
    (['12+8', '50-23', '6*7'], ['12+8', '50-23'], None)
    """
    source = source.replace("$", " ").strip().rstrip("。.")
    heading = _HEADING.match(source)
    for each in (_ENDED, _APART):
        at, sums = 0 if heading is None else heading.end(), list[str]()
        if heading is None and each is _APART:
            return None
        while at < len(source) and (found := each.match(source, at)) is not None and found.end() > at:
            sums.append(found[1].strip())
            at = found.end()
        whole = not source[at:].strip()
        if (
            whole
            and 2 <= len(sums) <= len(NAMES)
            and all(re.search(r"\d\s*[%)]?\s*[-+*/×÷]", x) for x in sums)
        ):
            return sums
    return None


def _each_sum(sums: list[str], text: Text) -> Reading:
    """Each of them by arithmetic."""
    from solver.topics import reader

    tasks = list[Task]()
    for one in sums:
        found = reader("arithmetic")(
            Text(f"计算 {one}" if text.language == "zh" else f"Calculate {one}", text.language)
        )
        if found is None or isinstance(found, Unread):
            return None
        tasks.append(found)
    return SeveralQuestions(tuple(tasks), text.language)


_ASKED: Final = re.compile(r"\b(?:how (?:many|much|far|long)|what|find|calculate|work out)\b", re.IGNORECASE)
_IN_ALL: Final = re.compile(r"\b(?:in total|together|altogether|in all|combined|total)\b", re.IGNORECASE)


def _one_sum(source: str) -> bool:
    """Whether the last sentence asks once for what several have together: "how many did Ann and Ben run in total"."""
    last = re.split(r"[.?!]\s+", source.strip().rstrip(".?! "))[-1]
    return len(_ASKED.findall(last)) == 1 and bool(
        re.search(r"\bhow (?:many|much|far|long)\b.*\band\b", last, re.IGNORECASE) and _IN_ALL.search(last)
    )


def _is_the_same(first: Task, second: Task) -> bool:
    """Whether both are one question: "find a/c; simplify it, and rationalize the denominator" asks once."""
    return not isinstance(first, InForm) and first == second


_GOES_ON: Final = re.compile(
    r"(?i)此时|这时|这个条件|条件下|上述|结论|利用|in\s+this\s+case|for\s+(?:this|that|these)\b|\bpart\b|\bhence\b|\busing\b|(?<!give\s)(?<!giving\s)(?<!leave\s)(?<!leaving\s)your\s+answer"
)
"""A part that needs what came out before."""
_HENCE: Final = re.compile(
    r"(?i)^\s*(?:hence\s*,?\s*(?:or\s+otherwise\s*,?\s*)?|由此,?)(?:(?:write\s+down|state)(?=\s+the\s+(?:solutions?|roots?)\s+(?:of|to)\b))?"
)
"""A hint how to go about a part, which is read whole without it: who can read it needs no earlier answer."""
_TOGETHER: Final = re.compile(r"(?i)方程组|不等式组|\bsystem\b|\bsimultaneous")


_PI_TOLD: Final = re.compile(
    r"(?i)\s*[(]?\s*(?P<said>(?:圆周率\s*)?(?:π|\$?\\pi\$?)\s*取[^()。;,]{1,12}|取\s*\$?(?:π|\\pi)[^()。;,]{1,16}|(?:take|use|using|taking)\s+\$?(?:π|\\pi)[^();,?]{1,30}?)\s*[.。]?\s*[)]?\s*[.。]?(?=\s*$|\s*\(\s*(?:1|a|i)\s*\))"
)
"""What π is taken for, behind all parts or in brackets before them: it holds for each part."""


def _with_pi_before(source: str) -> str:
    """The text with what it tells of π before its parts.

    >>> _with_pi_before("半径2厘米,高3厘米。(1)求侧面积;(2)求体积。(π取3.14)")
    '半径2厘米,高3厘米。π取3.14。(1)求侧面积;(2)求体积。'
    """
    told = _PI_TOLD.search(source)
    if told is None:
        return source
    rest = source[: told.start()] + source[told.end() :]
    places = labels_of_parts(rest)
    if not places:
        return source
    at, stop = places[0].start(), "。" if re.search("[\u3400-\u9fff]", source) else ". "
    return f"{rest[:at]}{told['said']}{stop}{rest[at:]}"


def _labelled(text: Text) -> Reading:
    """Parts with labels, (1) … (2) …, or (a) … (b) …: each is read behind what stands before the first label."""
    from solver.topics import reader_of

    text = replace(text, source=_with_pi_before(text.source))
    places = labels_of_parts(text.source)
    if not places:
        return None
    starts = [m.start() for m in places]
    head, tasks = _of_one(text.source[: starts[0]]), list[Task]()
    for place, end in zip(places, [*starts[1:], len(text.source)], strict=True):
        part = re.sub(r"[\s;,]+(?:and\s*)?$", "", text.source[place.end() : end])
        part = _HENCE.sub("", part)
        if _GOES_ON.search(part):
            return None
        if _TOGETHER.search(head) and len(SIGN.findall(part)) < 2:
            return None  # the labels number the parts of one system
        part = part if part[-1:] in ".?。" else part + ("。" if text.language == "zh" else ".")
        source = re.sub(r"[:,]\s*$", " ", head) + part
        for asked in dict.fromkeys((source, as_question(source))):
            found = reader_of(Text(asked, text.language, text.values))
            if not isinstance(found, Unread):
                break
        if isinstance(found, Unread) or found[0] in ("two_questions", "choices"):
            return None
        tasks.append(found[1])
    return SeveralQuestions(tuple(tasks), text.language)


_OF_EACH: Final = re.compile(
    r"求(?:出)?(?:下列|以下)?各[式数](?:子)?的(?:准确|精确)?值\s*[:,.。]?\s*|(?:计算|化简)(?:下列|以下)各(?:式|题)\s*[:,.。]?\s*|(?<=解)(?:下列|以下)各(?=方程)"
)


def _of_one(head: str) -> str:
    """What stands before the parts, as it stands before one: 求下列各式的值 asks to compute each."""
    return _OF_EACH.sub(
        lambda m: "" if not m[0] or m[0].startswith(("下", "以")) else "化简:" if "化简" in m[0] else "计算:",
        head,
    )


def _of_one_unknown(first: Task, second: Task) -> bool:
    """Whether both are equations for the same letter: conditions that must hold together, not two questions."""
    exact = [task.task if isinstance(task, InForm) else task for task in (first, second)]
    if exact[0] == exact[1]:
        return False  # the same, in two forms
    one, other = (
        None if _has_no_unknown(task) else getattr(task, "unknown", getattr(task, "variable", None))
        for task in exact
    )
    return isinstance(one, str) and one == other


def _has_no_unknown(task: Task) -> bool:
    """Whether the variable of a task is none that is looked for: a derivative, an integral, a parabola's vertex."""
    return type(task).__module__.startswith(("solver.topics.calculus.", "solver.topics.functions."))


@dataclass(frozen=True, slots=True)
class SeveralQuestions:
    """Two to four tasks, one after the other."""

    tasks: tuple[Task, ...]
    language: Language

    def solution(self) -> Solution:
        """The steps of all; what an earlier one has told is not told again."""
        solutions, steps = [task.solution() for task in self.tasks], list[str]()
        for heading, found in zip(HEADINGS, solutions, strict=False):
            told = [step for step in found.steps if step not in steps]
            steps += [heading.say(self.language), *told]
        named = [kept_as(found.cell, name) for found, name in zip(solutions, NAMES, strict=False)]
        source = joined(*named, ", ".join(NAMES[: len(named)]))
        return Solution(tuple(steps), source, next((found.plot for found in solutions if found.plot), None))

    def conclude(self, value: Any) -> Conclusion | None:
        """All answers in the order asked for."""
        try:
            values = tuple(value)
        except TypeError:
            return None
        if len(values) != len(self.tasks):
            return None
        found = [task.conclude(part) for task, part in zip(self.tasks, values, strict=True)]
        ends = [end for end in found if end is not None]
        if len(ends) != len(found):
            return None
        answer = r";\ ".join(end.answer for end in ends)
        between = "" if self.language == "zh" else " "
        sentences = between.join(end.sentence for end in ends)
        words = BOTH if len(ends) == 2 else ALL
        return Conclusion(words.say(self.language, sentences=sentences, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Each part by its own check."""
        ways = list[list[CheckPlan]]()
        for parts in _parted(answer, len(self.tasks)):
            found = [task.check(part) for task, part in zip(self.tasks, parts, strict=True)]
            if all(plan is not None for plan in found):
                ways.append([plan for plan in found if plan is not None])
        if len(ways) != 1:
            return None
        (plans,) = ways
        source = joined(
            *(kept_as(plan.source, name) for plan, name in zip(plans, NAMES, strict=False)),
            " and ".join(f"bool({name})" for name in NAMES[: len(plans)]),
        )
        between = "；" if self.language == "zh" else "; "
        methods = between.join(dict.fromkeys(plan.method for plan in plans))
        return CheckPlan(between.join(plan.claim for plan in plans), methods, source)


def _parted(answer: str, count: int) -> Iterator[tuple[str, ...]]:
    """An answer in so many parts: at its semicolons where they are as many, two parts else at each comma outside brackets."""
    text = answer.replace("；", ";").replace("，", ",")
    depth, places = 0, list[int]()
    for i, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0 and sign in ",;":
            places.append(i)
    semicolons = [i for i in places if text[i] == ";"]
    cuts = [semicolons] if len(semicolons) == count - 1 else [[i] for i in places] if count == 2 else []
    for ends in cuts:
        starts = [0, *(i + 1 for i in ends)]
        parts = [text[a:b] for a, b in zip(starts, [*ends, len(text)], strict=True)]
        yield tuple(re.sub(r"^(?:\\ |\s)+", "", p).strip().removesuffix("\\").strip() for p in parts)
