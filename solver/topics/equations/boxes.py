"""Signs that stand for numbers: □, △, ○, ☆ in equations, one letter for each, handed on to the topics that solve equations.

Read: equations in such signs and numbers, one sign or an expression in them asked for; an empty pair of brackets in one equation. Not:
signs of operations that the problem defines, boxes for single digits, boxes in which any numbers may stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from solver.ports import CheckPlan, Language
from solver.topics.base import Conclusion, Reading, Solution, Task, Text, Unread, Words

_COMMANDS: Final = "square|Box|triangle|bigtriangleup|Delta|bigcirc|circ|star|bigstar|diamond|Diamond|heartsuit|clubsuit|spadesuit|lozenge"
_SIGN: Final = re.compile(rf"\\(?:{_COMMANDS})(?![A-Za-z])|[□■△▲▽▼○●◯☆★◇◆♡♥♢♦♤♠♧♣Δ〇](?![a-z])")
_SAME: Final = {
    "\\square": "□", "\\Box": "□", "\\triangle": "△", "\\bigtriangleup": "△", "\\Delta": "△", "Δ": "△", "\\bigcirc": "○", "\\circ": "○", "◯": "○", "〇": "○",
    "\\star": "☆", "\\bigstar": "★", "\\diamond": "◇", "\\Diamond": "◇", "\\lozenge": "◇", "\\heartsuit": "♡", "\\clubsuit": "♣",
    "\\spadesuit": "♠",
}  # fmt: skip
_LETTERS: Final = "xyzuv"
_DEFINED: Final = re.compile(
    r"运算|定义|规定|表示(?:的)?(?:一种|两)|(?i:operation|defin|operator|digit)|数字|互不相同|填入不同|图形|三角形|正方形|商|余|\\overline|个位|十位|最大|最小|\\angle|可以填|可能|°|\^\s*\{?\s*\{?\}?\s*\\circ|[<>]|\\[gl]e(?![a-z])(?![a-z])"
)
_DIGIT_BOX: Final = re.compile(r"\d\s*#|#\s*\d|#\s*#")
_PRODUCT: Final = re.compile(r"#\d\)*\s*(?:[*/÷×^]|\\times|\\div)\s*\(*#\d|#\d\s*\^")
WORDS: Final = {
    "one": Words("Call the number that {sign} stands for \\({letter}\\).", "把{sign}表示的数记作 \\({letter}\\)。"),
    "many": Words("Give each sign a letter: {pairs}.", "每个图形表示一个数，分别记作：{pairs}。"),
}  # fmt: skip
_WORDS_ZH: Final = re.compile(
    r"在?下(?:面|列|式)的?(?:算|等)?式?(?:子)?中?|根据(?:下面|以下)?(?:的)?(?:@|两|2|二|三)?个?(?:算|等)式(?:中|可知)?|已知|如果|若|当|在?(?:算|等|方程)式|中(?=[,，])|请(?:问|你)?|各代表(?:一个|@)?数|分别代表(?:一个|@)?数|代表一个数|各表示一个数|各图形|相同的(?:图形|符号)(?:代表|表示)相同的数(?:字)?|不同的(?:图形|符号)(?:代表|表示)不同的数(?:字)?|才能使(?:算|等)式成立|使(?:算|等|这个等)式成立|(?:算|等)式成立|那么|则|问|求|且|\(\s*\)|和|与|、|,|，|。|\.|;|；|:|：|\?|\s|\$|\\quad"
)
_WORDS_EN: Final = re.compile(
    r"(?i:\b(?:if|given(?: that)?|suppose(?: that)?|in the (?:equations?|number sentences?)|both|and|then|so|each sign stands for (?:a|one) number|the same signs? stands? for the same number)\b)|[.,;:?\s]"
)
_ASKS: Final = re.compile(
    r"(?i:what (?:number )?(?:is|does|must be|should be)(?: the value of)?|find(?: the value of)?|(?:which|what) number is) (?P<en>#\d(?:(?:[+\-*/]|\\times|\\div|\s)*#\d)*)(?: (?:stand for|represent|equal))?(?=\s*[.?]?\s*$)"
    r"|(?P<alone>(?i:(?:what|which) number (?:goes|belongs|must go|should go) in(?:to)? the (?:box|square|blank)))(?=\s*[.?]?\s*$)"
    r"|(?P<what>#\d(?:(?:[+\-*/]|\\times|\\div|和|与|、|\s)*#\d)*)\s*\$?\s*(?:所|分别|各)?(?:代表|表示|等于|是|为|里?中?(?:应该|应)?(?:填入?|填的数是|填写))的?(?:数|多少|几|什么|的数)*(?:是|为)?(?:多少|几|什么)?数?"
    r"|求(?:出)?(?P<zh>#\d(?:(?:[+\-*/]|\\times|\\div)\s*#\d)*)(?:的值)?(?=\s*[.。]?\s*$)"
    r"|(?P<eq>#\d(?:(?:[+\-*/]|\\times|\\div)\s*#\d)*)\s*=\s*(?:\?|_+|\(\s*\)|(?=\s*\$?\s*[.。,]?\s*$))"
)
_ALONE: Final = re.compile(r"(?=[^#]*#0[^#]*$)[\d\s+\-*/÷×=().#]*=(?:[\d\s+\-*/÷×().#])*[\d#)]\s*")


def read(text: Text) -> Reading:
    """Equations with signs for numbers."""
    source = text.source
    if not _SIGN.search(source) or _DEFINED.search(re.sub(r"\\(?:square|bigcirc|triangle)", "", source)) or re.search(r"(?<![A-Za-z\\])[a-np-zA-NP-Z](?![A-Za-z])", source):  # fmt: skip
        return None
    kinds: list[str] = []

    def numbered(match: re.Match[str]) -> str:
        kind = _SAME.get(match[0], match[0])
        if kind not in kinds:
            kinds.append(kind)
        return f"#{kinds.index(kind)}"

    marked = _SIGN.sub(numbered, re.sub(r"\$|\\[()\[\]]|\\[,;! ]", " ", source))
    marked = re.sub(r"\s*([+\-*/=÷×]|\\times(?![a-z])|\\div(?![a-z]))\s*", r"\1 ", marked)
    marked = re.sub(r"(?<=[+\-*/=÷×]) ", "", marked)
    marked = re.sub(r"(?:#\d\s*(?:和|与|、|,)?\s*)+(?:各|分别|都)?(?:代表|表示)一个数", " ", marked)
    if not 1 <= len(kinds) <= len(_LETTERS) or _DIGIT_BOX.search(re.sub(r"#\d", "#", marked)):
        return None
    if len(kinds) == 1 and _ALONE.fullmatch(marked):  # "□ × 6 = 84" is asked by itself
        marked += "#0=?"
    asked = [m for m in _ASKS.finditer(marked) if m[0].strip()]
    if len(asked) != 1 or asked[0]["alone"] and len(kinds) > 1:
        return None
    what = next((asked[0][k] for k in ("what", "eq", "en", "zh") if asked[0][k]), "#0").strip()
    rest = marked[: asked[0].start()] + " , " + marked[asked[0].end() :]
    rest = re.sub(r"\(\s*\)|\.(?!\d)", " , ", rest)
    equations = [
        e.strip(" .")
        for e in re.split(
            r"[,，;；。、:?]|[\u3400-\u9fff]+|(?<!\\)\b[A-Za-z]{2,}\b|\s{2,}|(?<=\d)\s+(?=[#(\d])", rest
        )
        if "=" in e
    ]
    for equation in equations:
        rest = rest.replace(equation, " ", 1)
    rest = re.sub(r"#\d", " ", rest)
    words = _WORDS_EN if text.language == "en" else _WORDS_ZH
    if not equations or len(equations) > 4 or (left := words.sub("", rest).strip()):
        return Unread((left,)) if equations and left else None
    if any(e.count("=") != 1 or e.endswith("=") or not re.search(r"#\d", e) for e in equations):
        return None
    if any(_PRODUCT.search(e) for e in equations):
        return None  # several solutions, of which a pupil means the whole ones
    parts = re.split(r"\s*(?:和|与|、)\s*", what)
    letters = _LETTERS[: len(kinds)] if len(kinds) > 1 else "x"

    def named(formula: str) -> str:
        return re.sub(r"#(\d)", lambda m: letters[int(m[1])], formula)

    return _handed_on([named(e) for e in equations], [named(p) for p in parts], kinds, letters, text.language)


def _handed_on(
    equations: list[str], asked: list[str], kinds: list[str], letters: str, language: Language
) -> Reading:
    from solver.topics import read_text

    given = ",".join(f"${e}$" for e in equations)
    joined = (" and " if language == "en" else "和").join(f"${a}$" for a in asked)
    question = f"If {given}, find {joined}." if language == "en" else f"已知{given},求{joined}的值"
    inner = read_text(Text(question, language))
    if isinstance(inner, Unread):
        return None
    return SignsForNumbers(tuple(kinds), letters, inner, language)


@dataclass(frozen=True, slots=True)
class SignsForNumbers:
    """Equations in signs, with a letter for each; `inner` solves them."""

    kinds: tuple[str, ...]
    letters: str
    inner: Task
    language: Language

    def solution(self) -> Solution:
        """Which letter stands for which sign, then as for the equations."""
        inner, say = self.inner.solution(), self.language
        if len(self.kinds) == 1:
            said = WORDS["one"].say(say, sign=self.kinds[0], letter=self.letters)
        else:
            pairs = ("、" if say == "zh" else ", ").join(
                f"{k} → \\({a}\\)" for k, a in zip(self.kinds, self.letters, strict=False)
            )
            said = WORDS["many"].say(say, pairs=pairs)
        return Solution((said, *inner.steps), inner.cell, inner.plot)

    def conclude(self, value: Any) -> Conclusion | None:
        """As for the equations."""
        return self.inner.conclude(value)

    def check(self, answer: str) -> CheckPlan | None:
        """As for the equations."""
        return self.inner.check(answer)
