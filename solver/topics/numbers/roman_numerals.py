"""Roman numerals and numbers, either way, up to 3999. Only numerals in their usual form are read: XLIX, and not IL. Not read: sums of them."""

from __future__ import annotations

import re
from typing import Any, Final

from solver.topics.base import Reading, Text, Words
from solver.topics.cells import cell
from solver.topics.prepared import Prepared

_SIGNS: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_OF: Final = {sign: value for value, sign in _SIGNS}
WORDS: Final = {
    "parts": Words("Take the numeral apart; a smaller sign in front of a larger one is subtracted: \\[{parts}\\]", "把罗马数字拆开，小的符号写在大的左边表示减：\\[{parts}\\]"),
    "sum": Words("Add them up: \\[{sum}={number}\\]", "相加：\\[{sum}={number}\\]"),
    "split": Words("Split the number, always the largest part first: \\[{number}={sum}\\]", "把数拆开，每次取最大的一部分：\\[{number}={sum}\\]"),
    "signs": Words("Write a sign for each part: \\[{parts}\\]", "每一部分写成一个符号：\\[{parts}\\]"),
    "read": Words("read sign by sign from the left: a sign in front of a larger one counts less", "从左到右逐个符号读：写在较大符号左边的要减去"),
    "answer": Words("The answer is \\({answer}\\).", "答案是 \\({answer}\\)。"),
}  # fmt: skip
_R: Final = r"(?P<r>[MDCLXVI]{1,15})"
_NUMBER: Final = r"(?P<n>\d{1,4}|[1-3],\d{3})"
_NAME: Final = r"(?:the )?(?:Roman numeral|roman numeral|Roman number)"
_ORDINARY: Final = r"(?:an? )?(?:ordinary |normal |Arabic |arabic |decimal |standard |Hindu-Arabic )?(?:number|numeral|numbers|numerals|figures|digits)"
_TO_NUMBER: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?:What (?:number )?is|Find|Write|Convert|Express|Give)(?: the value of)? {_NAME} {_R}(?: (?:as|in|to|into) {_ORDINARY})?[.?]?",
        rf"What number (?:is|does) {_NAME} {_R}(?: (?:represent|stand for|show|mean))?[.?]?", rf"What number (?:is|does) {_R}(?: (?:represent|stand for|mean))?(?: in Roman numerals)?[.?]?",
        rf"(?:What year is|Which year is) {_R}[.?]?", rf"(?:Write|Convert|Express|Find|What is) {_R} (?:as|in|to|into) {_ORDINARY}[.?]?", rf"(?:把|将)?罗马数字{_R}(?:写成|化成|改写成|换成)(?:阿拉伯数字|普通的?数|自然数)[。.]?", rf"罗马数字{_R}(?:表示|是|代表|等于)的?(?:数是)?(?:多少|几|什么数)[?？]?",
    )
)  # fmt: skip
_TO_ROMAN: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?:Write|Convert|Express|Give|How do you write|How is|How would you write)(?: the number)? {_NUMBER} (?:written )?(?:in|as|to|into) (?:an? )?(?:Roman|roman) numerals?[.?]?", rf"(?:What is|Find) {_NUMBER} (?:in|as) (?:an? )?(?:Roman|roman) numerals?[.?]?",
        rf"(?:把|将)?{_NUMBER}(?:写成|用|化成|改写成)罗马数字(?:表示)?(?:是什么|怎么写|怎么表示)?[。.?？]?", rf"{_NUMBER}(?:用罗马数字)(?:怎么写|表示是什么|怎么表示|表示)[。.?？]?",
    )
)  # fmt: skip


def read(text: Text) -> Reading:
    """A numeral to be read, or a number to be written."""
    plain = re.sub(r"\$|\\[()\[\]]|\\(?:text|mathrm|rm)(?![A-Za-z])|[{}]", "", text.source).strip()
    for forms, made in ((_TO_NUMBER, _number), (_TO_ROMAN, _roman)):
        for form in forms:
            if (found := form.fullmatch(plain)) is not None:
                return made(text, found[1])
    return None


def _parts(number: int) -> list[tuple[int, str]]:
    """The parts of a number that have a sign, the largest first."""
    found = []
    for value, sign in _SIGNS:
        found += [(value, sign)] * (number // value)
        number %= value
    return found


def _value(roman: str) -> int:
    """What the signs come to, whatever their order."""
    values = [_OF[sign] for sign in roman]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


_READ: Final = (
    "values = dict(M=1000, D=500, C=100, L=50, X=10, V=5, I=1)",
    "signs = [values[sign] for sign in numeral]",
    "value = sum(-a if a < b else a for a, b in zip(signs, signs[1:] + [0]))",
)


def _number(text: Text, roman: str) -> Reading:
    number = _value(roman)
    parts = _parts(number) if 0 < number < 4000 else []
    if "".join(sign for _, sign in parts) != roman:
        return None
    say = text.language
    steps = [WORDS["parts"].say(say, parts=",\\ ".join(rf"\text{{{sign}}}={value}" for value, sign in parts))]
    if len(parts) > 1:
        steps.append(WORDS["sum"].say(say, sum="+".join(str(value) for value, _ in parts), number=number))
    source = cell(f"parts = {[value for value, _ in parts]}", "sum(parts)")
    tests = (f'numeral = "{roman}"', *_READ, "answer == value")
    return Prepared(say, tuple(steps), source, tests, WORDS["read"], WORDS["answer"])


def _roman(text: Text, told: str) -> Reading:
    number = int(told.replace(",", ""))
    if not 0 < number < 4000:
        return None
    parts, say = _parts(number), text.language
    steps = (
        WORDS["split"].say(say, number=number, sum="+".join(str(value) for value, _ in parts)),
        WORDS["signs"].say(say, parts=",\\ ".join(rf"{value}=\text{{{sign}}}" for value, sign in parts)),
    )
    source = cell(f"signs = {[(v, s) for v, s in _SIGNS]}", f"number, numeral = {number}, []", "for value, sign in signs:\n    numeral += [value] * (number // value)\n    number = number % value", "tuple(numeral)")  # fmt: skip
    tests = (f"sum(answer) == {number} and list(answer) == {[value for value, _ in parts]}",)
    return Prepared(say, steps, source, tests, WORDS["read"], WORDS["answer"], shown=_shown, given=_given)


def _shown(value: Any) -> str | None:
    signs = dict(_SIGNS)
    values = value if isinstance(value, list | tuple) else list(value)
    return rf"\text{{{''.join(signs[int(v)] for v in values)}}}"


def _given(answer: str) -> Any:
    roman = re.sub(r"\\(?:text|mathrm)|[{}$\s\\()]", "", answer)
    if not re.fullmatch("[MDCLXVI]{1,15}", roman):
        return None
    parts = _parts(_value(roman))
    return tuple(value for value, _ in parts) if "".join(sign for _, sign in parts) == roman else None
