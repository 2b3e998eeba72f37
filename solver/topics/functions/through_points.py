"""Points that lie on a graph whose formula has letters: 反比例函数 y = k/x 过点 (2, 3), "the line y = kx + b passes through (1, 3) and (-1, -1)".

A point (a, b) on the graph of f says f(a) = b; with that the question is one of the topics about values of functions.
Read: one formula for y, up to four points, letters or the formula asked for. Not: distances, areas, other graphs.
"""

from __future__ import annotations

import re
from typing import Any, Final

from solver.ports import CheckPlan
from solver.topics.base import Conclusion, Reading, Text, Unread, Words
from solver.topics.prepared import Opened

SAYS: Final = Words(
    "A point on the graph fulfils the formula, so with \\(f(x)={body}\\): {values}.",
    "点在图象上，坐标就满足解析式。记 \\(f(x)={body}\\)，则 {values}。",
)
QUESTION: Final = Words(
    "If $f(x)={body}$ and {values}, find {asked}.", "已知$f(x)={body}$,{values},求{asked}"
)
_FORMULA: Final = re.compile(
    r"\$?\s*(?<![A-Za-z\d)])y\s*=\s*(?P<body>[-+*/^{}()\\.\dA-Za-z\s|]{1,60}?)\s*\$?(?=\s*(?:[,;.。?]|的|图|经|过|通过|上|中|(?i:passes|goes|contains|has|at|through|and|,)|\(\s*[a-z]\s*(?:!=|\\neq?|≠)|$|\$))"
)
_POINT: Final = re.compile(
    r"\$?\s*(?:(?<![A-Za-z])[A-Z]\s*)?\(\s*(?P<x>-?[\d./a-z]{1,8})\s*,\s*(?P<y>-?[\d./a-z]{1,8})\s*\)\s*\$?"
)
_LETTERS: Final = r"(?P<letters>\$?[a-z]\$?(?:\s*(?:[,、]|和|与|and|,\s*and)\s*\$?[a-z]\$?)*)"
_KIND: Final = "(?:反比例|正比例|一次|二次|指数|对数|幂)?"
_THING: Final = f"(?:{_KIND}(?:函数|解析式)|直线|曲线|抛物线|双曲线)?"
_ZASK: Final = rf"(?:(?:则|那么)?(?:求|求出)?(?:常数)?{_LETTERS}(?:的值)?(?:各|分别)?(?:是多少|是|为|等于|=)*|(?:则|那么)?(?:求|求出)?(?:这个|该|此|其)?{_THING}的?(?P<rule>解析式|表达式|关系式)(?:是什么|是|为)?)"
_ZPOINTS: Final = "点?P(?:(?:[,、]|和|与|及)点?P)*(?:两点|三点)?"
_CHINESE: Final = (
    re.compile(
        rf"(?:已知|若|如果|设)?(?:关于x的)?{_THING}F(?:的?图[象像])?(?:经过|通过|过){_ZPOINTS}[,;。]?{_ZASK}[?。]*"
    ),
    re.compile(rf"(?:已知|若|如果)?{_ZPOINTS}(?:都)?在{_THING}F(?:的?图[象像])?上[,;。]?{_ZASK}[?。]*"),
)
_EASK: Final = rf"(?:find|what\s+(?:is|are)|determine|work\s+out|calculate)\s+(?:(?:the\s+)?(?:values?\s+of\s+)?(?:the\s+constants?\s+)?{_LETTERS}|the\s+(?P<rule>equation|formula)(?:\s+of\s+(?:the|this)\s+(?:graph|line|curve|function|parabola))?)"
_EPOINTS: Final = r"(?:the\s+)?(?:points?\s+)?P(?:\s*(?:,|and|,\s*and)\s*(?:the\s+point\s+)?P)*"
_ECURVE: Final = r"(?:the\s+)?(?:(?:graph|curve|line|straight\s+line|hyperbola|parabola|function|equation)\s*(?:of|with\s+equation|given\s+by)?\s*(?:the\s+(?:function|equation|line)\s*)?)?"
_ENGLISH: Final = (
    re.compile(rf"(?i)(?:if\s+|given\s+that\s+)?{_ECURVE}F\s+(?:passes|goes)\s+through\s+{_EPOINTS}\s*[.,;]?\s*{_EASK}\s*[.?]*"),
    re.compile(rf"(?i)(?:if\s+|given\s+that\s+)?{_EPOINTS}\s+(?:is|are|lies?|both\s+lie)\s+on\s+{_ECURVE}F\s*[.,;]?\s*{_EASK}\s*[.?]*"),
)  # fmt: skip


def read(text: Text) -> Reading:
    """The question about values of the function, where every word of the text belongs to it."""
    source = " ".join(text.source.split())
    if len(source) > 300 or not re.search(r"经过|过|在.{1,40}上|through|\bon\b", source):
        return None
    formulas = list(_FORMULA.finditer(source))
    if len(formulas) != 1:
        return None
    body = formulas[0]["body"].strip()
    plain = source[: formulas[0].start()] + " F " + source[formulas[0].end() :]
    points = [(m["x"], m["y"]) for m in _POINT.finditer(plain)]
    plain = _POINT.sub(" P ", plain)
    if not 1 <= len(points) <= 4 or not re.search(
        r"(?<![A-Za-z])x(?![A-Za-z])", re.sub(r"[a-wyz]", " ", body)
    ):
        return None
    if text.language == "zh":
        found = next((m for p in _CHINESE if (m := p.fullmatch(plain.replace(" ", "")))), None)
    else:
        found = next((m for p in _ENGLISH if (m := p.fullmatch(" ".join(plain.split())))), None)
    if found is None:
        return None
    letters = re.findall(r"(?<![A-Za-z])[a-z](?![A-Za-z])", found["letters"] or "")
    told = set(re.findall(r"[a-z]", re.sub(r"\\[a-z]+", " ", body) + "".join(x + y for x, y in points))) - {
        "x"
    }
    if "y" in told or "f" in told or found["letters"] and not set(letters) <= told:
        return None
    if re.search(r"[a-wyz]\s*\^\s*\{?[^{}\s]*x", body):
        return None  # a base with a letter has to be positive
    return _retold(body, points, letters, text)


def _retold(body: str, points: list[tuple[str, str]], letters: list[str], text: Text) -> Reading:
    """The same, told with values of f."""
    from solver.topics import read_text  # the table imports this topic

    english = text.language == "en"
    values = [f"$f({x})={y}$" for x, y in points]
    joint = " and " if english else ","
    asked = (" and " if english else ",").join(f"${letter}$" for letter in letters) or "$f(x)$"
    if not english and letters:
        asked += "的值"
    question = QUESTION.say(text.language, body=body, values=joint.join(values), asked=asked)
    inner = read_text(Text(question, text.language))
    if isinstance(inner, Unread):
        return None
    said = SAYS.say(
        text.language, body=body, values=(", " if english else "，").join(f"\\({v[1:-1]}\\)" for v in values)
    )
    return (Opened if letters else OfCurve)((said,), inner)


class OfCurve(Opened):
    """The formula of f, said of y as the problem does."""

    def conclude(self, value: Any) -> Conclusion | None:
        """The task's own, for y."""
        found = self.task.conclude(value)
        return (
            None if found is None else Conclusion(*(_of_y(said) for said in (found.sentence, found.answer)))
        )

    def check(self, answer: str) -> CheckPlan | None:
        """As the task, of an answer for y."""
        return self.task.check(re.sub(r"^\s*y\s*=", "f(x)=", answer))


def _of_y(said: str) -> str:
    return re.sub(r"f\s*(?:\\left)?\(x(?:\\right)?\)", "y", said)
