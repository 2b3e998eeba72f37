"""Rows of seats, layers of logs, savings day by day: a number that grows by the same amount, told as a story.

Read: the first number, how many more (or fewer) each next one has, and how many rows there are or how much the last one has;
asked are the last or some row, all together, or the number of rows. Nothing else may be said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import sympy as sp

from solver.latex import exact_latex, values_in
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.base import Conclusion, Solution, Text, Words
from solver.topics.cells import cell, comment

MAX_ROWS: Final = 1000
_ORDINALS: Final = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_DIGITS: Final = "零一二三四五六七八九"
_ROW: Final = r"(?P<row>rows?|layers?|days?|weeks?|months?|years?|tiers?|levels?|steps?|shel(?:f|ves))"
_R: Final = r"(?:rows?|layers?|days?|weeks?|months?|years?|tiers?|levels?|steps?|shel(?:f|ves)|ones?)"
_ZR: Final = r"(?:排|层|天|行|年|周|个?月|级)"
_N: Final = r"\$?(\d+)\$?"
_THING: Final = r"(?:(?:dollars|seats?|chairs?|logs?|blocks?|bricks?|cans?|people|students|pages|trees|desks?|tiles|boxes|plants|stones|musicians|pipes|miles|km|kilometers|coins|problems|words|cards?)\b)?"
_HAS: Final = r"(?:has|have|contains?|holds?|consists\s+of|with|is\s+made\s+of|there\s+are|is|reads|saves|walks|runs|plants|solves|does|collects|puts\s+away|deposits)"
_FIRST: Final = (
    rf"(?i:(?:in\s+)?(?:the|its|his|her)\s+(?:first|front|top|closest)\s+{_ROW}(?:\s+(?:of|in)\s+(?:the|an?|a\s+lecture|a\s+concert)\s+[a-z]+(?:\s+hall)?)?\s*,?\s*(?:(?:he|she|they|there)\s+)?{_HAS}\s+\$?(\d+)\$?\s*{_THING})",
    rf"(?i:(?:there\s+are\s+|with\s+|has\s+|have\s+|saves?\s+|saved\s+|reads?\s+|runs?\s+|walks?\s+|puts?\s+)?\$?(\d+)\$?\s*{_THING}\s*(?:in|on)?\s*(?:the|its|his|her)\s+(?:first|front|top)\s+{_ROW})",
)
_STEP: Final = (
    rf"(?i:(?:and\s+|then\s+|but\s+)?(?:in\s+)?(?:each|every)\s+(?:of\s+the\s+)?(?:other\s+|next\s+|following\s+|additional\s+|successive\s+|subsequent\s+|new\s+|later\s+|lower\s+)?{_R}(?:\s+(?:after\s+that|after\s+the\s+first|behind\s+it|below\s+it|thereafter|below|behind\s+that))?\s*,?\s*(?:(?:he|she|they)\s+)?(?:{_HAS}\s+)?\$?(\d+)\$?\s*(more|fewer|less)\s*{_THING}\s+than\s+(?:in\s+|on\s+|there\s+are\s+in\s+)?(?:the\s+)?(?:(?:previous|preceding|last)\s+{_R}|{_R}\s+(?:in\s+front(?:\s+of\s+it)?|before(?:\s+it)?|above(?:\s+it)?|directly\s+(?:above|in\s+front\s+of)(?:\s+it)?|ahead\s+of\s+it|just\s+before(?:\s+it)?|immediately\s+before(?:\s+it)?)|before))",
    rf"(?i:(?:and\s+)?(?:each|every)\s+(?:next|following|successive|subsequent|additional|later|new)\s+{_R}\s*,?\s*(?:{_HAS})\s+\$?(\d+)\$?\s*(more|fewer|less)\s*{_THING}(?!\s+than))",
)
_COUNT: Final = (
    rf"(?i:(?:if\s+|and\s+)?(?:there\s+are|has|have|with)\s+(?:a\s+total\s+of\s+)?(?:exactly\s+)?{_N}\s*(?:rows|layers|tiers|levels)(?:\s+(?:of\s+seats|in\s+(?:all|total)|altogether))?)",
)
_TOTAL: Final = (
    rf"(?i:how\s+(?:many|much)\s+{_THING}\s*(?:(?:are\s+there|does\s+(?:he|she|the\s+[a-z]+(?:\s+hall)?)\s+(?:have|hold|save|read|walk|run)|did\s+(?:he|she)\s+(?:save|read|walk|run)|are\s+in\s+the\s+(?:[a-z]+(?:\s+hall)?)|will\s+(?:he|she)\s+(?:have\s+)?(?:saved|save|read|walked|run)|can\s+the\s+[a-z]+\s+(?:seat|hold))\s*)?(?:in\s+(?:all|total)|altogether|in\s+the\s+(?:[a-z]+(?:\s+hall)?|whole\s+[a-z]+))?(?:\s+(?:in|over|after|during|for)\s+(?:the\s+(?:first\s+)?)?{_N}\s*(?:days|weeks|months|years))?(?=\s*[?.]|$))",
    rf"(?i:(?:find|what\s+is)\s+the\s+total\s+number\s+of\s+{_THING}\s*(?:in\s+the\s+[a-z]+(?:\s+hall)?)?(?=\s*[?.]|$))",
)
_ONE: Final = (
    rf"(?i:how\s+(?:many|much)\s+{_THING}\s*(?:are\s+there|does\s+(?:he|she)\s+(?:save|read|walk|run)|are|will\s+there\s+be|{_HAS})?\s*(?:in|on|does)\s+the\s+(last|back|bottom|\d+(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})\s+{_R}(?:\s+have)?)",
)
_ZH_FIRST: Final = (
    rf"第(?:一|1)(?P<row>{_ZR})\s*(?:有|是|为|放|摆|存|存了|读了|读|跑了|跑|看了|看)?\s*{_N}\s*(?:个|根|块|名|元|页|棵|人|千米|盆|张|把|米)?(?:座位|座|椅子|钢管|木头|圆木|砖|学生|花)?",
)
_ZH_STEP: Final = (
    rf"(?:以后|往后|后面|之后|从第二{_ZR}(?:起|开始)?|向后|向下|往下)*[,，]?\s*(?:每一|每|后一|后){_ZR}\s*(?:的?座位)?\s*(?:都|依次)?\s*比\s*(?:它)?(?:的)?(?:前面?一?|上面?一?|前){_ZR}(?:的)?(?:都|依次)?\s*(多|少)(?:存|放|摆|读|跑|看)?(?:了)?\s*{_N}\s*(?:个|根|块|名|元|页|棵|人|千米|盆|张|把|米)?(?:座位|座|椅子|钢管|木头|圆木|砖|学生|花)?",
    rf"(?:以后|往后|后面|之后|从第二{_ZR}(?:起|开始)?|向后|向下|往下)+[,，]?\s*(?:每一|每)?{_ZR}?\s*(?:都|依次)?\s*(多|少)(?:存|放|摆|读|跑|看)?\s*{_N}\s*(?:个|根|块|名|元|页|棵|人|千米|盆|张|把|米)?(?:座位|座)?",
)
_ZH_COUNT: Final = (rf"(?:(?:一共|共|总共)(?:有|堆了|堆|摆了)?|有|堆了|堆|摆了)\s*{_N}\s*{_ZR}(?:座位)?",)
_ZH_LAST: Final = (
    rf"(?:最后一|最下面一|末|最底)(?:一)?{_ZR}\s*(?:有|是|为)?\s*{_N}\s*(?:个|根|块|名|人)?(?:座位|座)?",
)
_ZH_TOTAL: Final = (
    rf"(?:问|求|那么|请问)?(?:这个|这堆|该|这|他|她|小\w)?(?:剧场|剧院|礼堂|影院|电影院|会场|体育馆|钢管|教室|报告厅|大厅)?\s*(?:前)?(?:{_N}\s*{_ZR})?(?:一共|共|总共|能容纳|可容纳|共能|可以坐|可坐|能坐|存|能存)+(?:有|能坐|可以坐|可坐|坐|存|能存|读|跑|看)?(?:了)?\s*(?:多少|几)\s*(?:个|根|块|名|元|页|棵|人|千米|盆|张|把|米)?(?:座位|座|钢管|观众|人|学生)?",
)
_ZH_ONE: Final = (
    rf"(?:问|求|那么|请问)?(最后一|第\d+|第[{_DIGITS}十]+|最下面一|末){_ZR}\s*(?:有|存|坐|读|跑|看|走|做)?(?:了)?\s*(?:多少|几)\s*(?:个|根|块|名|元|页|人|座)?(?:座位|座)?",
)
VOCABULARY: Final = {
    "place": "find|each|theaters?|theatre|auditorium|concert hall|lecture hall|hall|stadium|cinema|stack|pile|classroom|seats?|seating|arranged|is arranged|so|section|logs?|of logs|stacked|marching band|of seats|chairs?|display|there|certain|some|large|small|movie theater|tom|he|she|sam|anna|ben|maria|row|rows|of rows"
    "|剧场|剧院|礼堂|影院|电影院|会场|体育馆|教室|报告厅|大厅|某|座位|钢管|圆木|木头|堆|一堆|的|某剧场|一个|阶梯教室|这个|排|一些|堆放|小明|小红|小华|小刚",
}  # fmt: skip
WORDS: Final = {
    "progression": Words(
        "The numbers form an arithmetic sequence with first term \\(a_1={first}\\) and common difference \\(d={step}\\).",
        "各{row}的数目构成等差数列，首项 \\(a_1={first}\\)，公差 \\(d={step}\\)。",
    ),
    "count": Words("From the last one: \\[{last}={first}+(n-1)\\cdot({step}),\\qquad n={count}\\]", "由末项求项数：\\[{last}={first}+(n-1)\\cdot({step})\\]，得 \\(n={count}\\)。"),
    "term": Words("\\[a_{{{count}}}={first}+({count}-1)\\cdot({step})={value}\\]", "\\[a_{{{count}}}={first}+({count}-1)\\cdot({step})={value}\\]"),
    "total": Words("All together: \\[S_{{{count}}}=\\frac{{{count}\\cdot({first}+{last})}}2={value}\\]", "求和：\\[S_{{{count}}}=\\frac{{{count}\\cdot({first}+{last})}}2={value}\\]"),
    "cell": Words("last term, and the sum by the formula", "末项与求和公式"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
    "method": Words("row by row", "逐项列出"),
}  # fmt: skip


def read_rows(text: Text) -> Rows | None:
    """A story of rows; None where a part of it is not read."""
    zh = text.language == "zh"
    source = text.source
    if not re.search(_ZR if zh else rf"(?i)\b{_R}\b", source):
        return None
    wordings = (
        {
            "first": _ZH_FIRST,
            "step": _ZH_STEP,
            "last": _ZH_LAST,
            "one": _ZH_ONE,
            "total": _ZH_TOTAL,
            "count": _ZH_COUNT,
        }
        if zh
        else {"first": _FIRST, "step": _STEP, "one": _ONE, "total": _TOTAL, "count": _COUNT}
    )
    said: dict[str, tuple[str | None, ...]] = {}
    row = ""
    for name, patterns in wordings.items():
        for pattern in patterns:
            if name not in said and (match := re.search(pattern, source)) is not None:
                said[name] = match.groups()
                row = match.groupdict().get("row") or row
                source = f"{source[: match.start()]} , {source[match.end() :]}"
    if not {"first", "step"} <= set(said) or ("one" in said) == ("total" in said):
        return None
    found = account(source, VOCABULARY)
    if found.unread or found.formulas:
        return None
    return _rows(said, row, text.language)


def _rows(said: dict[str, tuple[str | None, ...]], row: str, language: Language) -> Rows | None:
    first = next(int(g) for g in said["first"] if g is not None and g.isdigit())
    amount = next(int(g) for g in said["step"] if g is not None and g.isdigit())
    fewer = any(g in ("fewer", "less", "少") for g in said["step"] if g)
    step = -amount if fewer else amount
    numbers = {k: int(next(g for g in v if g)) for k, v in said.items() if k in ("count", "last") and any(v)}
    total_over = next((int(g) for g in said.get("total", ()) if g), None)
    counts = {c for c in (numbers.get("count"), total_over) if c is not None}
    if step and "last" in numbers:
        places = sp.Rational(numbers["last"] - first, step) + 1
        if not places.is_Integer or places < 2:
            return None
        counts.add(int(places))
    place = next((g for g in said.get("one", ()) if g), None)
    if place is not None and (at := _place(place)) is not None:
        if counts and at > max(counts):
            return None
        counts = {at}
    elif place is not None and "last" in numbers:
        return None
    if len(counts) != 1 or step == 0:
        return None
    count = counts.pop()
    if not 2 <= count <= MAX_ROWS or first + (count - 1) * step < 0:
        return None
    return Rows(
        first,
        step,
        count,
        "term" if "one" in said else "total",
        "last" in numbers and place is None,
        row or "排",
        language,
    )


def _place(word: str) -> int | None:
    """The number of a row; None for the last one."""
    word = word.lower().removeprefix("第")
    if match := re.match(r"\d+", word):
        return int(match[0])
    if word in _ORDINALS:
        return _ORDINALS[word]
    if "十" in word and set(word) <= set(_DIGITS + "十"):
        tens, _, units = word.partition("十")
        return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(units) if units else 0)
    return _DIGITS.index(word) if word in _DIGITS else None


@dataclass(frozen=True, slots=True)
class Rows:
    """The term number `count`, or the sum of so many, of `first`, `first + step`, …"""

    first: int
    step: int
    count: int
    wanted: str
    from_last: bool
    row: str
    language: Language

    def _last(self) -> int:
        return self.first + (self.count - 1) * self.step

    def _value(self) -> int:
        return self._last() if self.wanted == "term" else self.count * (self.first + self._last()) // 2

    def solution(self) -> Solution:
        """First term, difference, number of terms, then the formula."""
        say, shown = (
            self.language,
            {
                "first": self.first,
                "step": self.step,
                "count": self.count,
                "last": self._last(),
                "row": self.row,
            },
        )
        steps = [WORDS["progression"].say(say, **shown)]
        if self.from_last:
            steps.append(WORDS["count"].say(say, **shown))
        else:
            steps.append(WORDS["term"].say(say, value=self._last(), **shown))
        if self.wanted == "total":
            steps.append(WORDS["total"].say(say, value=self._value(), **shown))
        count = f"(Integer({self._last()}) - first) / step + 1" if self.from_last else str(self.count)
        lines = [
            f"first, step = {self.first}, {self.step}",
            f"count = {count}",
            comment(WORDS["cell"].say(say)),
            "last = first + (count - 1)*step",
            "last" if self.wanted == "term" else "Integer(count)*(first + last)/2",
        ]
        return Solution(tuple(steps), cell(*lines))

    def conclude(self, value: Any) -> Conclusion | None:
        """A whole number."""
        if not isinstance(value, int | sp.Integer):
            return None
        answer = exact_latex(sp.Integer(value))
        return Conclusion(WORDS["answer"].say(self.language, answer=answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """All rows written out."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        found = "rows[-1]" if self.wanted == "term" else "sum(rows)"
        lines = [
            f"rows = [{self.first}]",
            f"while len(rows) < {self.count}:",
            f"    rows.append(rows[-1] + ({self.step}))",
            f"{found} == {values[0]}",
        ]
        return CheckPlan(
            WORDS["answer"].say(self.language, answer=answer),
            WORDS["method"].say(self.language),
            cell(*lines),
        )
