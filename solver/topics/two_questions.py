"""Two questions about the same thing: "find the modulus and the conjugate of z", 求 sin A 和 cos B 的值, "…, and hence solve …".

Read: what is asked in two parts that topics read one by one, each with everything that was given before. Not: a second
question about the answer of the first ("and its square", 此时).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from solver.formula.nodes import Relation
from solver.ports import CheckPlan, Language
from solver.reader import as_question, scan
from solver.reader.numbering import labels_of_parts
from solver.reader.scan import Formula
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words
from solver.topics.cells import joined, kept_as
from solver.topics.forms import InForm

HEADINGS: Final = (
    Words("The first question.", "先求第一问。"),
    Words("The second question.", "再求第二问。"),
    Words("The third question.", "再求第三问。"),
    Words("The fourth question.", "再求第四问。"),
)
NAMES: Final = ("first_answer", "second_answer", "third_answer", "fourth_answer")
BOTH: Final = Words("{sentences} Both: \\({answer}\\).", "{sentences}两问的答案依次是 \\({answer}\\)。")
ALL: Final = Words(
    "{sentences} All together: \\({answer}\\).", "{sentences}各问的答案依次是 \\({answer}\\)。"
)
_VERB: Final = r"(?:find|calculate|compute|evaluate|determine|work\s+out|write\s+down|state|give|solve|what\s+is|what\s+are|how\s+many|simplify|expand|multiply\s+out|write\s+out|factor(?:i[sz]e)?|differentiate|integrate|rationali[sz]e)"
_JOINT: Final = re.compile(
    rf"(?i)\s*(?:[,;.?]\s*(?:and\s+)?|\s+and\s+)(?:then\s+|hence\s+|also\s+)*(?=\b{_VERB}\b)"
    r"|\s*[,;。?]?\s*(?:并且?|再|然后|同时)(?=(?:求出?|写出|计算|判断|指出|解)(?!导))|\s*[,;。?]\s*(?=(?:求出?|写出|计算)(?!导))"
)
"""Between two questions of which each has its verb."""
_ENGLISH: Final = re.compile(
    rf"(?i)(?P<head>^.*\b{_VERB}\s+)(?:both\s+)?(?P<first>(?:(?:the|its)\s+)?[^.,;?]+?)\s*,?\s+and\s+(?:(?:then|also|hence)\s+)?(?P<second>(?:the\s+)?[^.,;?]+?)(?P<tail>\s+(?:of|for|in|if|when|on)\s[^?]*)?(?P<end>[.?]?\s*)$"
)
_CHINESE: Final = re.compile(
    r"(?P<head>^.*?(?:求出?|写出|计算|展开|化简|(?:因式)?分解(?:因式)?|则|,|。|的)[:\s]*)(?P<first>[^,;。?]+?)\s*(?:和|与|及|以及|、)\s*(?P<second>[^,;。?]+?)(?P<tail>\s*(?:的值|的大小|的坐标|的展开式|的表达式|的解析式|的导数|的导函数|的模|的结果|分解因式|因式分解|分母有理化)?\s*(?:各是多少|分别是多少|各为多少|分别为多少|分别等于多少|是多少|为多少|等于多少|分别是什么)?)(?P<end>[.。?]?\s*)$"
)
_RESPECTIVELY: Final = re.compile(r"(?i)\s*,?\s*\brespectively(?=\s*[.?]?\s*$)")
"""Two are asked for in their order, as they are told anyway."""
_OF_SEVERAL: Final = re.compile(
    r"(?i)\b(derivative|antiderivative|integral|conjugate|determinant|domain|inverse|expansion)s(?=\s+of\b)"
)
_ACCURACY: Final = re.compile(r"(?:分别)?(精确到|保留|四舍五入到)")
_POINTS_BACK: Final = re.compile(
    r"(?i)\b(?:it|its|this|that|these|those|they|them|their|result|answer|respectively|between|such|same)\b|[它其]|此|这|结果|哪|各自|之间|同一"
)
MAX_WAYS: Final = 8


def read(text: Text) -> Reading:
    """Two questions that topics read apart."""
    from solver.topics import reader_of

    if (labelled := _labelled(text)) is not None:
        return labelled
    for ways, sources in enumerate(_ways(text)):
        if ways >= MAX_WAYS:
            break
        tasks = list[Task]()
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


def _is_the_same(first: Task, second: Task) -> bool:
    """Whether both are one question: "find a/c; simplify it, and rationalize the denominator" asks once."""
    return not isinstance(first, InForm) and first == second


_GOES_ON: Final = re.compile(
    r"(?i)此时|这时|这个条件|条件下|上述|结论|利用|in\s+this\s+case|for\s+(?:this|that|these)\b|\bpart\b|\bhence\b|\busing\b|your\s+answer"
)
"""A part that needs what came out before."""
_TOGETHER: Final = re.compile(r"(?i)方程组|不等式组|\bsystem\b|\bsimultaneous")
_SIGN: Final = re.compile(r"[<>]=?|=|\\(?:leq?|geq?|lt|gt)(?![a-z])")


def _labelled(text: Text) -> Reading:
    """Parts with labels, (1) … (2) …, or (a) … (b) …: each is read behind what stands before the first label."""
    from solver.topics import reader_of

    places = labels_of_parts(text.source)
    if not places:
        return None
    starts = [m.start() for m in places]
    head, tasks = _of_one(text.source[: starts[0]]), list[Task]()
    for place, end in zip(places, [*starts[1:], len(text.source)], strict=True):
        part = re.sub(r"[\s;,]+(?:and\s*)?$", "", text.source[place.end() : end])
        if _GOES_ON.search(part):
            return None
        if _TOGETHER.search(head) and len(_SIGN.findall(part)) < 2:
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


_AGAIN: Final = re.compile(
    r"^(?P<first>.+?)\s*[?。.,;]\s*(?:那么?)?(?P<what>[^,。?;]{1,40}?)\s*呢\s*[?。.]?\s*$"
    r"|^(?P<one>.+?)\s*[?.]\s*(?:and\s+)?(?:what|how)\s+about\s+(?:that\s+of\s+|of\s+|for\s+)?(?P<that>[^,?;]{1,40}?)\s*[?.]\s*$",
    re.IGNORECASE | re.DOTALL,
)
_VALUE: Final = re.compile(r"(?<![A-Za-z\\])([a-zA-Z]'{0,2})\s*\(\s*[^()=]{1,20}\s*\)")


def _again(source: str) -> tuple[str, str] | None:
    """The question, and the same one about something else: 求f(2)。f(3)呢？, "… What about x^3?"."""
    match = _AGAIN.match(source)
    if match is None:
        return None
    first = match["first"] or match["one"]
    what = re.sub(r"的$", "", (match["what"] or match["that"]).strip()).strip()
    if (by := re.fullmatch(r"(对|关于|by|with\s+respect\s+to)\s*\$?([a-z])\$?", what)) is not None:
        places = list(re.finditer(rf"{by[1]}\s*\$?[a-z]\$?(?![A-Za-z])", first))
    elif (value := _VALUE.fullmatch(what.strip("$"))) is not None:
        places = [
            m
            for m in _VALUE.finditer(first)
            if m[1] == value[1] and not re.match(r"\s*\$?\s*=", first[m.end() :])
        ][-1:]
        what = what.strip("$")
    else:
        found = scan(what)
        if len(found) != 1 or not isinstance(found[0], Formula) or isinstance(found[0].node, Relation):
            return None
        formulas = [i for i in scan(first) if isinstance(i, Formula) and not isinstance(i.node, Relation)]
        if len(formulas) != 1 or type(formulas[0].node) is not type(found[0].node):
            return None
        start = first.index(formulas[0].text, formulas[0].start)
        second = first[:start] + what + first[start + len(formulas[0].text) :]
        return first, second
    if len(places) != 1:
        return None
    return first, first[: places[0].start()] + what + first[places[0].end() :]


def _of_one_unknown(first: Task, second: Task) -> bool:
    """Whether both are equations for the same letter: conditions that must hold together, not two questions."""
    exact = [task.task if isinstance(task, InForm) else task for task in (first, second)]
    if exact[0] == exact[1]:
        return False  # the same, in two forms
    one, other = (
        None if _is_calculus(task) else getattr(task, "unknown", getattr(task, "variable", None))
        for task in exact
    )
    return isinstance(one, str) and one == other


def _is_calculus(task: Task) -> bool:
    """Whether the variable of a task is none that is looked for: a derivative, an integral."""
    return type(task).__module__.startswith("solver.topics.calculus.")


_BLANK: Final = re.compile(r"[^?]*=\s*\?[^?=]*")


def _blanks(source: str) -> tuple[str, ...] | None:
    """Places to fill in, each behind its own sign of equality: 3吨=?千克;2小时=?分钟. What stands before the first belongs to each."""
    parts = [part.strip() for part in re.split(r"[;,。]", source.rstrip(" 。.;")) if part.strip()]
    asked = [part for part in parts if "?" in part]
    given = parts[: len(parts) - len(asked)]
    if not 2 <= len(asked) <= len(HEADINGS) or parts[len(given) :] != asked:
        return None
    if any(_BLANK.fullmatch(part) is None or _POINTS_BACK.search(part) for part in asked):
        return None
    return tuple(",".join((*given, re.sub("^则", "", part) if given else part)) for part in asked)


_OF_BOTH: Final = re.compile(
    r"(?i)(?P<head>^.*\b(?:find|calculate|compute|determine|give|state)\s+)(?P<one>(?:the\s+)?[a-z ]+?)\s+and\s+(?P<other>(?:the\s+)?[a-z ]+?)\s+of\s+(?:both\s+)?(?P<x>[^,.;?]+?)\s+and\s+(?P<y>[^,.;?]+?)(?P<end>\s*[.?]?\s*)$"
)
"""The modulus and argument of z and z^2: four questions."""


def _ways(text: Text) -> Iterator[tuple[str, ...]]:
    """The text with only the first, and with only the second question; every place where it may be parted."""
    source = _OF_SEVERAL.sub(r"\1", _RESPECTIVELY.sub("", text.source))
    if len(source) > 400:
        return
    if (again := _again(source)) is not None:
        end = "?" if re.search("什么|多少|(?i:what|how)", again[0]) else "."
        yield f"{again[0]}{end}", f"{again[1]}{end}"
        return
    if (blanks := _blanks(source)) is not None:
        yield blanks
    for joint in _JOINT.finditer(source):
        before, after = source[: joint.start()], source[joint.end() :]
        given = _given(before, text.language)
        condition = re.search(r"(?i)\s,?(?:if|when|given\s+that|where)\s+([^,;?]+)$", before)
        if given == "" and condition is not None:
            given = f"Given that {condition[1]}, "
        if given is None or _POINTS_BACK.search(after) or _JOINT.search(after):
            continue
        yield f"{before}.", f"{given}{after}"
    if (four := _OF_BOTH.search(source)) is not None and _is_formula(four["x"]) and _is_formula(four["y"]):
        asked = [f"{four[kind]} of {four[thing]}" for thing in "xy" for kind in ("one", "other")]
        yield tuple(f"{four['head']}{part}{four['end']}" for part in asked)
    pattern = _CHINESE if text.language == "zh" else _ENGLISH
    if (found := pattern.search(source)) is not None:
        head, first, second = found["head"], found["first"], found["second"]
        if (accuracy := _ACCURACY.match(first)) is not None:  # 分别精确到十分位和百分位
            first, second = first.removeprefix("分别"), accuracy[1] + second
        tail, end = found["tail"] or "", found["end"]
        stated = text.language == "en" and re.search(
            r"(?i)\b(?:is|are)\b", second
        )  # "where A and B are angles"
        if (
            not stated
            and not (_SIGN.search(second) and re.search(r"(?i)\b(?:if|given|such|where)\b", first))
            and not _POINTS_BACK.search(second + tail)
            and not re.search(r"(?i)\s(?:and|as\s+well\s+as)\s+(?:the|its|their)\s+roots?\s*$", tail)
            and not re.match(r"是|为|等于|多少", second)
            and not re.search(r"\band\b|[和与及、]", second)
        ):
            own = text.language == "en" and " of " in first and tail.startswith(" of")
            if (
                text.language == "en"
                and " of " in first
                and not tail.startswith(" of")
                and _is_formula(second)
            ):
                second = first[: first.index(" of ") + 4] + second  # the modulus of z and z^2: of both
            yield f"{head}{first}{'' if own else tail}{end}", f"{head}{second}{tail}{end}"
            if text.language == "zh" and "的" in first and "的" not in second:  # z 的共轭复数和模
                owner = first[: first.index("的") + 1]
                yield f"{head}{first}{tail}{end}", f"{head}{owner}{second}{tail}{end}"


def _is_formula(words: str) -> bool:
    found = scan(words)
    return len(found) == 1 and isinstance(found[0], Formula)


def _given(before: str, language: Language) -> str | None:
    """What stands before the first question; None where no question begins there."""
    asks = r"[求写计]|计算" if language == "zh" else rf"(?i)\b{_VERB}\b"
    starts = [m.start() for m in re.finditer(asks, before)]
    return before[: starts[-1]] if starts else None


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
