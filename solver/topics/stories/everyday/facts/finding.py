"""A kind of story as the facts that it needs: each is found wherever it stands, whatever its order; between them words are open.

A fact is a pattern with its units and what makes it that fact (每小时行<a>千米). What stands between the facts must neither count, compare, deny nor say
when or of what else: `_CLOSED`, no number is left, and the numbers of a story are all used. In a pattern `<a>` is a number, `<a:cn>` also a Chinese
digit, `~` a few open characters, `≈` the same with commas between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from solver.topics.stories.everyday.kinds import counted
from solver.topics.stories.school.working import Term, Unfit, Working, num

Facts: TypeAlias = Mapping[str, tuple[str, ...]]
_CLOSED: Final = (
    "不没未无非再又还剩余各每倍半除比多少几均先后前另其增加减提降涨差两二三四五六七八九十百千万亿折"
)
_EVENTS: Final = "休息|停|损|坏|漏|丢|碎|返|往返|来回|超过|以内|免|优惠|券|赠|溢|忘|借|分之|相等的"
_ALWAYS: Final = re.compile(
    r"参加|加工|少年宫|少先队|比赛|球赛|不透明|照这样(?:的?速度|的?进度|计算)?|用?同样的速度|按?这样的?速度|如果|假如|那么|请问|请你算一算|一共|总共|同学们|平均(?=每)|多少(?=$)|至少(?=需|要)|最多(?=可|能)|两(?=地|城|车|人|队|港|管|站|船|端都)|其他(?=条件)|不计损耗|损耗不计|接头处?不计|接头处?忽略不计|厚度不计|玻璃?厚度忽略不计|(?:小数)?四年级|五年级|六年级|三年级|一年级|二年级"
)
"""What tells nothing, though closed characters stand in it."""
_ADJECTIVES: Final = re.compile(
    "不透明的?|大小(?:和形状)?完全(?:相同|一样)的|(?:除颜色外|除了颜色(?:以外)?)(?:其他|其余)?(?:都|完全)?(?:相同|一样)的?|一批(?!次)"
)
_OPEN_CHAR: Final = rf"(?:(?![{_CLOSED}])[\u4e00-\u9fffA-Za-z])"
_PLACE: Final = re.compile(r"(?<!\?P)<(\w+)(?::(cn))?>")
_NUMBER: Final = r"(?<![\d./])\d+(?:\.\d+)?(?:/\d+)?(?![\d/]|\.\d)"
_OPEN: Final = re.compile(r"[\u4e00-\u9fffA-Za-z,，;。?!:.\s|]*")


@dataclass(frozen=True, slots=True)
class _Fact:
    name: str
    patterns: tuple[re.Pattern[str], ...]
    least: int
    most: int


class Found:
    """The facts that a text tells."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.facts: dict[str, list[dict[str, str]]] = {}

    def has(self, name: str) -> bool:
        """Whether this fact is told."""
        return bool(self.facts.get(name))

    def all(self, name: str) -> list[dict[str, str]]:
        """What all facts of this name tell."""
        return self.facts.get(name, [])

    def word(self, name: str) -> str:
        """The word of this name; empty where none is told."""
        return next((f[name] for several in self.facts.values() for f in several if f.get(name)), "")

    def __getitem__(self, name: str) -> Term:
        """The number of this name."""
        text = self.word(name)
        if not text:
            raise Unfit
        return number(text)

    def same(self, *names: str) -> str:
        """The one unit of those of these names that are told.

        Raises:
            Unfit: they are several.
        """
        units = {f[name] for several in self.facts.values() for f in several for name in names if f.get(name)}
        if len(units) != 1:
            raise Unfit
        return units.pop()


def number(text: str) -> Term:
    """A number as it is written, a fraction, or one Chinese digit.

    >>> number("3/8").value, number("三").value
    (Fraction(3, 8), Fraction(3, 1))
    """
    top, _, bottom = text.partition("/")
    return num(counted(top).value / counted(bottom).value) if bottom else counted(top)


Method: TypeAlias = Callable[[Found, Working], None]


@dataclass(frozen=True, slots=True)
class _Kind:
    sign: re.Pattern[str]
    never: re.Pattern[str] | None
    idle: re.Pattern[str] | None
    facts: tuple[_Fact, ...]
    solve: Method


KINDS: Final[list[_Kind]] = []


def story(
    sign: str, facts: Facts, *, idle: str | None = None, never: str | None = None
) -> Callable[[Method], Method]:
    """A decorator: the decorated function does the sums of a story of these facts.

    A fact's name ends in "?" where the story may lack it, in "*" where it may lack it or tell several, in "+" where it tells two at least.
    `idle`: what tells nothing in this kind; `never`: what makes it another kind.
    """

    def register(method: Method) -> Method:
        made = tuple(_made(name, patterns) for name, patterns in facts.items())
        KINDS.append(_Kind(re.compile(sign), never and re.compile(never) or None, re.compile(idle) if idle else None, made, method))  # fmt: skip
        return method

    return register


def _made(name: str, patterns: tuple[str, ...]) -> _Fact:
    least, most = {"?": (0, 1), "*": (0, 9), "+": (2, 9)}.get(name[-1], (1, 1))
    return _Fact(name.rstrip("?*+"), tuple(map(_compiled, patterns)), least, most)


def _compiled(pattern: str) -> re.Pattern[str]:
    def place(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>{_NUMBER}{'|[一二两三四五六七八九十](?![一二三四五六七八九十分])' if found[2] else ''})"

    pattern = _PLACE.sub(place, pattern)
    pattern = pattern.replace("≈", f"(?:{_OPEN_CHAR}|,){{0,14}}?").replace("~", f"(?:{_OPEN_CHAR}{{0,9}}?)")
    return re.compile(pattern)


def found_in(text: str) -> Iterator[tuple[Method, Found]]:
    """The kinds all of whose facts are told, with nothing else told."""
    for kind in KINDS:
        if kind.sign.search(text) and not (kind.never and kind.never.search(text)):
            found = _found(kind, text)
            if found is not None:
                yield kind.solve, found


def _found(kind: _Kind, text: str) -> Found | None:
    found, rest = Found(text), _ADJECTIVES.sub("", text)
    for fact in kind.facts:
        told: list[dict[str, str]] = []
        while len(told) < fact.most:
            match = next((m for p in fact.patterns if (m := p.search(rest)) is not None), None)
            if match is None:
                break
            told.append({k: v for k, v in match.groupdict().items() if v is not None})
            rest = f"{rest[: match.start()]}|{rest[match.end() :]}"
        if len(told) < fact.least:
            return None
        found.facts[fact.name] = told
    if kind.idle is not None:
        rest = kind.idle.sub("|", rest)
    rest = _ALWAYS.sub("|", rest)
    return found if _OPEN.fullmatch(rest) and not re.search(f"[{_CLOSED}]|{_EVENTS}", rest) else None
