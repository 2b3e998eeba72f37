"""Kinds of Chinese stories that are told clause by clause, in any order: what a clause may say in a kind, and what then is to be found.

A kind is a set of clauses that it knows (`tell`), questions (`ask`), and a method. A problem is of a kind where every clause of it is
known there or only sets the scene, and every number has a place. Words for things are open (`~`), words that change an amount are not.

In a pattern `<a:u>` is a number with a unit, `<a>` a number, `<%a>` a fraction, `<?>` 多少 or 几, `<x~>` words, `~` words that may be missing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.topics.stories.school.chinese import frames
from solver.topics.stories.school.chinese.marks import FRACTION, NUMBER, SCALES, UNIT, Marks, unit_of
from solver.topics.stories.school.working import Term, Unfit, Working, num
from solver.topics.stories.word_problems.doubts import NO_END

_NO_OPERATOR: Final = (
    "同学|同一|原价|先生|公共|两(?=[人车队船地者家兄姐])|少年|少先|少儿|再生|水平|平地|平时|比赛|公平|不锈|没收|不戴眼镜|不近视|未婚|差不多|各位|全部|"
    "(?![每比各倍占剩余多少几又再不没均未差只半减退找两同增共另先免赠前]|分之|一样|往返|来回|提前|推迟|平均|实际|计划|原来|现在|以内|超过|最)[\u4e00-\u9fffA-Za-z]"
)
WORDS: Final = f"(?:{_NO_OPERATOR}){{0,12}}?"
NAME: Final = f"(?:{_NO_OPERATOR}|前[面门方]){{1,10}}?"
_NOT_TO_DO: Final = (
    "(?!还(?:需|要|应|得|须|差|缺|没|未))"  # what is still to be done is no open word of a question
)
_ASKING: Final = f"(?:{_NOT_TO_DO}(?:一共|总共|{_NO_OPERATOR})){{0,12}}?"
_NAME_ASKED: Final = f"(?:{_NOT_TO_DO}(?:{_NO_OPERATOR}|前[面门方])){{1,10}}?"
MAX_CLAUSES: Final = 14
MAX_WAYS: Final = 64
MAX_QUESTIONS: Final = 2
_SPLIT: Final = re.compile("[，（）()]+|(?<=后)(?=还|又|再|正?好?剩|余|返|从|这时|现在|车上|另)|(?<=后)，")
_LEAD: Final = re.compile(
    "^(?:那么|那|已知|如果|假如|若|请问|问|求|后来|然后|接着|首先|这时|此时|照这样计算|照这样算|照这样的速度|照这样|按这样计算|但是|但|而且|并且|于是|结果|因此|目前|已经|正好|刚好|现(?![在价])|他们|她们|它们|他|她|它|也)+(?=.)"
)
_IDLE: Final = re.compile(
    "照这样(?:计算|算|的速度|下去)?|的(?:速度|价钱|价格|单价|效率|工作效率|标准)|按这样(?:计算|的速度)|请你?(?:算一算|帮忙算一算)|中途不休息|速度不变|效率不变|请问|最后|最终|两端都(?:要)?(?:种|栽)(?!.)"
    f"|[^，{NUMBER[1:-1]}]{{0,6}}?(?:{NUMBER}|两)?(?:种|次)?[^，{NUMBER[1:-1]}]{{0,6}}?(?:单价|价格|价钱)(?:都)?(?:没有?变化?|不变|没有改变|保持不变)"
)


class Found(frames.Found):
    """What a pattern found in a clause; parts that the pattern does not have are empty."""

    def unit(self, name: str) -> str:
        """The unit of the number of this name; of what is asked for: `?`."""
        return unit_of(self.word("_u" if name == "?" else f"{name}_u"), "")

    def word(self, name: str) -> str:
        """The words of this name."""
        return self._match.groupdict().get(name) or ""

    def letters(self) -> str:
        """The numbers of the clause that have a place."""
        return "".join(c for v in self._match.groupdict().values() if v for c in v if c in self._marks.values)


@dataclass(slots=True)
class Scene:
    """The clauses of a problem by what they say, in their order; the question; and the working."""

    told: list[tuple[str, Found]]
    asked: Found
    question: str
    text: str
    work: Working = field(default_factory=Working)
    pi: str = ""
    """What π is to be, where it is told (`Marks.pi`)."""

    @property
    def pi_value(self) -> Fraction | None:
        """π as a number, where one is told."""
        return Fraction(self.pi) if self.pi and self.pi != "π" else None

    def all(self, *names: str) -> list[Found]:
        """The clauses of these kinds."""
        return [found for name, found in self.told if name in names]

    def one(self, name: str) -> Found:
        """The only clause of a kind."""
        found = self.all(name)
        if len(found) != 1:
            raise Unfit
        return found[0]

    def maybe(self, name: str) -> Found | None:
        """The clause of a kind, where there is one."""
        found = self.all(name)
        if len(found) > 1:
            raise Unfit
        return found[0] if found else None

    def only(self, *names: str) -> None:
        """There are no clauses of other kinds."""
        if any(name not in names for name, _ in self.told):
            raise Unfit

    def order(self) -> list[str]:
        """The kinds of clauses in the order in which they were told."""
        return [name for name, _ in self.told]

    def to(self, term: Term, unit: str, wanted: str) -> Term:
        """The same amount in another unit of its kind."""
        if unit == wanted:
            return term
        if unit not in SCALES or wanted not in SCALES or SCALES[unit][0] != SCALES[wanted][0]:
            raise Unfit
        factor = SCALES[unit][1] / SCALES[wanted][1]
        changed = term * num(factor) if factor > 1 else term / num(1 / factor)
        return self.work.step(f"把{unit}换成{wanted}", changed, wanted)

    def step(self, says: str, term: Term, unit: str = "") -> Term:
        """Compute something and note why."""
        return self.work.step(says, term, unit)

    def give(self, term: Term, unit: str, label: str) -> None:
        """The answer: of things that are counted only a whole number."""
        if unit not in SCALES and unit not in ("元", "分", "度", "岁") and term.value.denominator != 1:
            raise Unfit
        if self.asked.has("_w"):
            unit = f"万{unit}"
            term = self.work.step(f"换成{unit}", term / num(10000), unit)
        self.work.give(term, unit, label)


Method = Callable[[Scene], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a story of a kind may say and ask, and its method."""

    tell: tuple[tuple[str, re.Pattern[str]], ...]
    ask: tuple[tuple[str, re.Pattern[str]], ...]
    method: Method
    knows: str = ""
    """`π`: what to do where a problem says what π is to be; `middle`: ways to the middle, which to others are what is left."""


KINDS: Final[list[Kind]] = []


def kind(
    tell: Mapping[str, Sequence[str]],
    ask: Mapping[str, Sequence[str]],
    *,
    knows: str = "",
    **words: str,
) -> Callable[[Method], Method]:
    """A decorator: stories of these clauses and questions are solved by the decorated function; `{name}` in a pattern is one of `words`."""

    def register(method: Method) -> Method:
        KINDS.append(Kind(_compiled(tell, words), _compiled(ask, words, asks=True), method, knows))
        return method

    return register


def _compiled(
    table: Mapping[str, Sequence[str]], words: Mapping[str, str], *, asks: bool = False
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, pattern(one, words, asks=asks)) for name, patterns in table.items() for one in patterns
    )


def pattern(text: str, words: Mapping[str, str], *, asks: bool = False) -> re.Pattern[str]:
    """A pattern of a clause as a regular expression."""
    for name, value in words.items():
        text = text.replace(f"{{{name}}}", f"(?:{value})")
    text = (
        text.replace("~?", "~")
        .replace("<?>", f"(?:多少|几)(?P<_w>万(?=元|人|吨|千克|册|本))?(?P<_u>{UNIT}|钱|块钱)?")
        .replace("元元", "元")
    )
    text = re.sub(r"<%(\w+)>", lambda m: f"(?P<{m[1]}>{FRACTION})", text)
    text = re.sub(
        r"<(\w+):u>", lambda m: f"(?P<{m[1]}>{NUMBER})(?:个(?=小时|月|星期))?(?P<{m[1]}_u>{UNIT})", text
    )
    name = _NAME_ASKED if asks else NAME
    text = re.sub(r"<(\w+)~>", lambda m: f"(?P<{m[1]}>{name})", text)
    text = re.sub(r"(?<!\?P)<(\w+)>", lambda m: f"(?P<{m[1]}>{NUMBER})", text)
    return re.compile(text.replace("$U", UNIT).replace("~", _ASKING if asks else WORDS))


# -- reading --------------------------------------------------------------------------------------------


def clauses(m: Marks) -> list[str]:
    """The clauses of a text, also those that end with 后 where another begins."""
    parts: list[str] = []
    text = re.sub(f"{NUMBER}元(?={NUMBER}元)", lambda x: "" if m.values[x[0][0]] == 1 else x[0], m.text)
    for part in _SPLIT.split(text):  # 一块150元的滑板
        part = re.sub("(?:有|是)?多(?:高|长|远|宽|深|重)$", "是多少", _LEAD.sub("", _found(part)))
        if part and not _IDLE.fullmatch(part):
            parts.append(part)
    if (
        parts
        and not any(re.search("多少|几", part) for part in parts)
        and m.orders
        and not parts[-1].endswith("单位")
    ):
        parts[-1] = f"{parts[-1]}是多少"  # "求被除数"
    return _asking(parts)


def _found(part: str) -> str:
    """ "求水流速度" asks how much it is."""
    plain = part.startswith("求") and not re.search(f"多少|几|{NUMBER}", part)
    return f"{part}是多少" if plain and not _TWO_SPEEDS.fullmatch(part[1:]) and "各" not in part else part


_TWO_SPEEDS: Final = re.compile(
    ".{0,8}(?:静水|无风).{0,8}速度?[和与及].{0,2}[水风].{0,3}速度?|.{0,2}[水风].{0,3}速度?[和与及].{0,8}(?:静水|无风).{0,6}速度"
)


def _asking(parts: list[str]) -> list[str]:
    """ "求笔的价格（单位：元）" asks how many yuan it is."""
    unit = ""
    if (
        len(parts) > 2
        and parts[-2] == "单位"
        and (found := re.fullmatch(f"({UNIT})(?:/(?:小?时|分钟?|秒))?", parts[-1]))
    ):
        unit, parts = found[1], parts[:-2]
    if parts and unit and not re.search("多少|几", parts[-1]):
        parts = [*parts[:-1], f"{parts[-1]}是多少{unit}"]
    elif parts and not re.search("多少|几", parts[-1]) and _TWO_SPEEDS.fullmatch(parts[-1]):
        parts = [*parts[:-1], f"{parts[-1]}是多少"]
    return parts


def _variants(clause: str, m: Marks) -> list[str]:
    """The clause, and the clause without the ones that count nothing: "一辆汽车"."""
    plain = clause
    for one in m.ones:
        plain = re.sub(f"(?:这|另)?{one}{UNIT}", "", plain)
    both = re.sub(
        f"{NUMBER}个?(?=人|车|队|船|地|者|家)", lambda x: "两" if m.values[x[0][0]] == 2 else x[0], plain
    )
    return list(dict.fromkeys((clause, plain, both)))


_QUIET: Final = re.compile(f"(?:{WORDS})")


def _ways(clause: str, m: Marks, table: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[tuple[str, Found]]:
    seen = set()
    for words in _variants(clause, m):
        for name, one in table:
            if name in seen:
                continue
            match = one.fullmatch(words)
            if match is None:
                continue
            found = Found(match, m)
            unread = [c for c in words if c in m.values and c not in found.letters()]
            if not unread:
                seen.add(name)
                yield name, found


def staged(m: Marks) -> list[Working]:
    """What the methods of all kinds make of a problem."""
    parts = clauses(m)
    if not 2 <= len(parts) <= MAX_CLAUSES:
        return []
    found = []
    for one in KINDS:
        found += _of_kind(one, parts, m)
    return found


def _of_kind(one: Kind, parts: Sequence[str], m: Marks) -> list[Working]:
    if m.pi and one.knows != "π" or NO_END.search(m.text) and one.knows != "middle":
        return []
    asks = [i for i, part in enumerate(parts) if re.search("多少|几(?!位)|多长时间|多久", part)]
    if not 1 <= len(asks) <= MAX_QUESTIONS:
        return []
    choices: list[list[tuple[str, Found] | None]] = []
    questions: list[list[tuple[str, Found]]] = []
    for i, part in enumerate(parts):
        if i in asks:
            questions.append(list(_ways(part, m, one.ask)))
            if not questions[-1]:
                return []
            continue
        ways: list[tuple[str, Found] | None] = [*_ways(part, m, one.tell)]
        idle = [v for v in _variants(part, m) if not any(c in m.values for c in v)]
        if len(part) <= 16 and any(_QUIET.fullmatch(v) for v in idle):
            ways.append(None)  # it may only set the scene
        if not ways:
            return []
        choices.append(ways)
    solved = []
    for told in itertools.islice(itertools.product(*choices), MAX_WAYS):
        for asked in itertools.product(*questions):
            work = Working()
            try:
                for name, question in asked:
                    one.method(Scene([way for way in told if way], question, name, m.text, work, m.pi))
                    work.asked_again = True
            except Unfit:
                continue
            if any(f.has("_w") for _, f in asked) and not work.unit.startswith("万"):
                continue
            if work.model is not None and len(asked) == 1 or len(work.answers) >= len(asked) and min(work.answers) >= 0:  # fmt: skip
                solved.append(work)
    return solved
