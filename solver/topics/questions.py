"""The places where a problem's text may be parted into two questions, each with everything that was given before.

Only text: whether a part can be read is for those who ask (`two_questions` reads them one by one, `halves` looks whether both were read).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from solver.formula.nodes import Relation
from solver.ports import Language
from solver.reader import scan
from solver.reader.scan import Formula
from solver.topics.base import Text

_VERB: Final = r"(?:find|calculate|compute|evaluate|determine|work\s+out|write\s+down|state|give|solve|what\s+is|what\s+are|how\s+(?:many|much|long|far)|simplify|expand|multiply\s+out|write\s+out|(?<!\ba )(?<!scale )(?<!common )factor(?:i[sz]e)?|differentiate|integrate|rationali[sz]e|(?:express|rewrite|write)(?=\s+\$?[^\s.?]*[\d^(][^.?]*\s(?:in\s+(?:the\s+|vertex\s+|completed?[-\s]square\s+)?form\b|by\s+completing)))"
_JOINT: Final = re.compile(
    rf"(?i)\s*(?:[,;.?]\s*(?:and\s+)?|\s+and\s+)(?:then\s+|hence\s+|also\s+)*(?=\b{_VERB}\b)"
    r"|\s*[,;。?]?\s*(?:并且?|再|然后|同时)(?=(?:求出?|写出|计算|判断|指出|解)(?!导))|\s*[,;。?]\s*(?=(?:求出?|写出|计算)(?!导))"
)
"""Between two questions of which each has its verb."""
_ENGLISH: Final = re.compile(
    rf"(?i)(?P<head>^.*\b{_VERB}\s+)(?:both\s+)?(?P<first>(?:(?:the|its)\s+)?[^.,;?]+?)\s*,?\s+and\s+(?!including\b)(?:(?:then|also|hence)\s+)?(?P<second>(?:the\s+)?[^.,;?]+?)(?P<tail>\s+(?:of|for|in|if|when|on|at)\s[^?]*)?(?P<end>[.?]?\s*)$"
)
_CHINESE: Final = re.compile(
    r"(?P<head>^.*?(?:求出?|写出|计算|展开|化简|(?:因式)?分解(?:因式)?|则|,|。|的)[:\s]*)(?P<first>[^,;。?]+?)\s*(?:(?<![项之总的])和|与|及|以及|、)\s*(?P<second>[^,;。?]+?)(?P<tail>\s*(?:的值|的大小|的坐标|的展开式|的表达式|的解析式|的导数|的导函数|的模|的结果|分解因式|因式分解|分母有理化)?\s*(?:各是多少|分别是多少|各为多少|分别为多少|分别等于多少|是多少|为多少|等于多少|分别是什么)?)(?P<end>[.。?]?\s*)$"
)
_RESPECTIVELY: Final = re.compile(r"(?i)\s*,?\s*\brespectively(?=\s*[.?]?\s*$)")
"""Two are asked for in their order, as they are told anyway."""
_OF_SEVERAL: Final = re.compile(
    r"(?i)\b(derivative|antiderivative|integral|conjugate|determinant|domain|inverse|expansion)s(?=\s+of\b)"
)
_ORDERS: Final = re.compile(
    r"(?i)\b(first)(?:[- ]order)?\s+and\s+(?:the\s+)?(second)(?:[- ]order)?\s+(derivative)s\b"
)
_ACCURACY: Final = re.compile(r"(?:分别)?(精确到|保留|四舍五入到)")
_POINTS_BACK: Final = re.compile(
    r"(?i)\b(?:it|its|this|that|these|those|they|them|their|result|answer|respectively|between|such|same)\b|[它其]|此|这|结果|哪|各自|之间|同一"
)
_OF_ITSELF: Final = re.compile(
    r"(?i)[它其]的?(?:函数)?(?:解析式|表达式|关系式|方程)$|\bits\s+(?:equation|formula)$"
)
"""求它的解析式: what is asked of it next is asked of the object."""
_DONE: Final = re.compile(r"\s*的(?:模|导数|导函数)|\s*(?:分解因式|因式分解|分母有理化)")
"""What is done with the last thing, where the one before has something of its own: the conjugate of z and the modulus of w."""
_PLACE: Final = re.compile(r"(?:处|时|点|上|中|内|下|后)的$")
"""Where, or when: that holds for all that is asked behind it."""
_QUESTION_WORD: Final = r"(?:多少|几(?!何)|什么|哪|=\s*\?|_{2,}|\(\s*\))"
_ASKED_TWICE: Final = re.compile(
    rf"({_QUESTION_WORD}[^,;。?]{{0,12}})[,;。?]+\s*(?=(?:当[^,;。?]{{1,20}}时,)?[^,;。?]*{_QUESTION_WORD}[^,;。?]{{0,12}}[。?.]?\s*$)"
)
"""它是几边形?它有多少条对角线?"""
MAX_WAYS: Final = 8
SIGN: Final = re.compile(r"[<>]=?|=|\\(?:leq?|geq?|lt|gt)(?![a-z])")
_AGAIN: Final = re.compile(
    r"^(?P<first>.+?)\s*[?。.,;]\s*(?:那么?)?(?P<what>[^,。?;]{1,40}?)\s*呢\s*[?。.]?\s*$"
    r"|^(?P<one>.+?)\s*[?.]\s*(?:and\s+)?(?:what|how)\s+about\s+(?:that\s+of\s+|of\s+|for\s+)?(?P<that>[^,?;]{1,40}?)\s*[?.]\s*$",
    re.IGNORECASE | re.DOTALL,
)
_VALUE: Final = re.compile(r"(?<![A-Za-z\\])([a-zA-Z]'{0,2})\s*\(\s*[^()=]{1,20}\s*\)")
_FIRST: Final = re.compile(
    r"(?i)(?<![A-Za-z])first,?\s+(?=(?:find|calculate|work\s+out|determine)\b.*\bthen\b)"
)
"""First find …, then find …: two questions in their order."""


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


_OF_BOTH: Final = re.compile(
    r"(?i)(?P<head>^.*\b(?:find|calculate|compute|determine|give|state)\s+)(?P<one>(?:the\s+)?[a-z ]+?)\s+and\s+(?P<other>(?:the\s+)?[a-z ]+?)\s+of\s+(?:both\s+)?(?P<x>[^,.;?]+?)\s+and\s+(?P<y>[^,.;?]+?)(?P<end>\s*[.?]?\s*)$"
)
"""The modulus and argument of z and z^2: four questions."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A text in parts: the whole text with one question alone, for each of them; and what each asks for."""

    sources: tuple[str, ...]
    asked: tuple[str, ...]


def ways(text: Text, *, alone: bool = True) -> Iterator[Parts]:
    """Every place where the text may be parted, the likeliest first.

    `alone`: only where the second question can be understood without the answer of the first ("and its square" cannot).
    """
    source = _ORDERS.sub(r"\1 \3 and the \2 \3", _RESPECTIVELY.sub("", text.source))
    source = _OF_SEVERAL.sub(r"\1", re.sub("一阶(?:和|与|及|、)二阶(导数|偏导数)", r"一阶\1和二阶\1", source))
    if len(source) > 400:
        return
    source = _FIRST.sub("", source)
    if (again := _again(source)) is not None:
        end = "?" if re.search("什么|多少|(?i:what|how)", again[0]) else "."
        yield Parts((f"{again[0]}{end}", f"{again[1]}{end}"), again)
        return
    if (blanks := _blanks(source)) is not None:
        yield Parts(blanks, blanks)
    yield from _between_clauses(source, text.language, alone)
    if (four := _OF_BOTH.search(source)) is not None and _is_formula(four["x"]) and _is_formula(four["y"]):
        asked = tuple(f"{four[kind]} of {four[thing]}" for thing in "xy" for kind in ("one", "other"))
        yield Parts(tuple(f"{four['head']}{part}{four['end']}" for part in asked), asked)
    pattern = _CHINESE if text.language == "zh" else _ENGLISH
    if (found := pattern.search(source)) is not None:
        yield from _within_clause(found, text.language, alone)


_BLANK: Final = re.compile(r"[^?]*=\s*\?[^?=]*")
_MOST_BLANKS: Final = 4


def _blanks(source: str) -> tuple[str, ...] | None:
    """Places to fill in, each behind its own sign of equality: 3吨=?千克;2小时=?分钟. What stands before the first belongs to each."""
    parts = [part.strip() for part in re.split(r"[;,。]", source.rstrip(" 。.;")) if part.strip()]
    asked = [part for part in parts if "?" in part]
    given = parts[: len(parts) - len(asked)]
    if not 2 <= len(asked) <= _MOST_BLANKS or parts[len(given) :] != asked:
        return None
    if any(_BLANK.fullmatch(part) is None or _POINTS_BACK.search(part) for part in asked):
        return None
    return tuple(",".join((*given, re.sub("^则", "", part) if given else part)) for part in asked)


def _between_clauses(source: str, language: Language, alone: bool) -> Iterator[Parts]:
    """Questions that have a verb or a question word each."""
    yield from _each_with_its_verb(source, language, alone)
    for joint in _JOINT.finditer(source):
        before, after = source[: joint.start()], source[joint.end() :]
        given = _given(before, language)
        condition = re.search(r"(?i)\s,?(?:if|when|given\s+that|where)\s+([^,;?]+)$", before)
        if given == "" and condition is not None:
            given = f"Given that {condition[1]}, "
        if given is None or _JOINT.search(after):
            continue
        first = before[len(given) :] if before.startswith(given) else before
        told = _with_owner(first, after, language)
        if alone and told == after and _POINTS_BACK.search(after) and not _OF_ITSELF.search(first):
            continue
        after = told
        yield Parts((f"{before}.", f"{given}{after}"), (first, after))
    if language != "zh":
        return
    for joint in _ASKED_TWICE.finditer(source):
        before, after = source[: joint.end(1)], source[joint.end() :]
        start = max(source.rfind(mark, 0, joint.start(1)) for mark in ",;。?") + 1
        if alone and _POINTS_BACK.search(after):
            continue
        yield Parts((f"{before}。", f"{source[:start]}{after}"), (before[start:], after))


_MOST_CLAUSES: Final = 4


def _each_with_its_verb(source: str, language: Language, alone: bool) -> Iterator[Parts]:
    """Three or four questions with a verb each, all about what stands before the first: "find f(4), find f^{-1}(x), and solve f(x) = 5"."""
    joints = list(_JOINT.finditer(source))
    starts = [
        m.start() for m in re.finditer(rf"(?i)\b{_VERB}\b" if language == "en" else "[求写计]|计算", source)
    ]
    if starts and joints and source[: joints[0].end()].strip(" .,;。") == source[: starts[0]].strip(" .,;。"):
        joints = joints[1:]  # before the first verb
    if not 2 <= len(joints) < _MOST_CLAUSES or not starts or starts[0] > joints[0].start():
        return
    given = source[: starts[0]]
    ends = [*(m.start() for m in joints), len(source)]
    clauses = [source[a:b] for a, b in zip([starts[0], *(m.end() for m in joints)], ends, strict=True)]
    if alone and any(_POINTS_BACK.search(clause) for clause in clauses):
        return
    yield Parts(tuple(f"{given}{clause.rstrip(' .。')}." for clause in clauses), tuple(clauses))


def _with_owner(first: str, after: str, language: Language) -> str:
    """The second question with the name of the object, where the first one asks for the object itself: its formula, its equation.

    >>> _with_owner("求这条直线的方程", "求它的斜率", "zh"), _with_owner("Find the equation of line AB", "find its slope.", "en")
    ('求这条直线的斜率', 'find the slope of line AB.')
    """
    if language == "zh":
        owner = re.match(
            r"(?:求出?|写出|确定)([^;。?它其]{2,80})的(?:函数)?(?:解析式|表达式|关系式|方程|标准方程)$", first
        )
        return (
            after
            if owner is None
            else re.sub(
                r"(?<![A-Za-z\u3400-\u9fff])(求出?|写出|计算|指出|判断)(?:它|其)(?:的)?",
                rf"\1{owner[1]}的",
                after,
            )
        )
    thing = re.match(
        r"(?i)(?:find|determine|write down|state|give|calculate|work out)\s+(?:the|an)\s+(?:equation|perimeter|circumference|area|surface\s+area|volume)\s+(?:of|for)\s+((?:the|a)\s+[^;?]{3,80}|line\s+\w+)$",
        first.strip(),
    )
    return (
        after
        if thing is None
        else re.sub(
            r"(?i)\b(find|determine|write down|state|give|calculate|work out)\s+its\s+([\w\- ]{3,30}?)(?=\s*[.?]?\s*$)",
            rf"\1 the \2 of {thing[1]}",
            after,
        )
    )


def _within_clause(found: re.Match[str], language: Language, alone: bool) -> Iterator[Parts]:
    """Two things that one verb asks for."""
    head, first, second = found["head"], found["first"], found["second"]
    if (accuracy := _ACCURACY.match(first)) is not None:  # 分别精确到十分位和百分位
        first, second = first.removeprefix("分别"), accuracy[1] + second
    tail, end = found["tail"] or "", found["end"]
    if (
        language == "en"
        and _is_formula(first)
        and (own_of := re.fullmatch(r"(?i)its\s+([\w\s]{3,30}?)", second))
    ):
        second = f"the {own_of[1]} of {first}"  # 2p - q and its magnitude
    stated = language == "en" and re.search(r"(?i)\b(?:is|are)\b", second)  # "where A and B are angles"
    if (
        stated
        or (SIGN.search(second) and re.search(r"(?i)\b(?:if|given|such|where)\b", first))
        or alone
        and _POINTS_BACK.search(_of_the_same(first, second) + tail)
        or re.search(r"(?i)\s(?:and|as\s+well\s+as)\s+(?:the|its|their)\s+roots?\s*$", tail)
        or re.match(r"是|为|等于|多少", second)
        or re.search(r"\band\b|(?<![项之总的])和|[与及、]", second)
    ):
        return
    asked = (first, second)
    if language == "zh":
        yield from _of_one_owner(found, first, second, asked)
        return
    own = " of " in first and tail.startswith(" of")
    if tail.startswith(" at") and _is_formula(first) and not _is_formula(second):
        own = True  # dy/dx, and the second derivative at x = 2
    if " of " in first and not tail.startswith(" of") and _is_formula(second):
        second = first[: first.index(" of ") + 4] + second  # the modulus of z and z^2: of both
    yield Parts((f"{head}{first}{'' if own else tail}{end}", f"{head}{second}{tail}{end}"), asked)


def _of_the_same(first: str, second: str) -> str:
    """The second thing without the owner that the first one has as well: its slope and its equation, 它的周长和它的面积."""
    for owner in ("its ", "their ", "它的", "其"):
        if first.startswith(owner) and second.startswith(owner):
            return second.removeprefix(owner)
    return second


def _of_one_owner(found: re.Match[str], first: str, second: str, asked: tuple[str, ...]) -> Iterator[Parts]:
    """求z的共轭复数和z的模, 求z的共轭复数和模, 在x=1处的导数和二阶导数: what stands before 的 belongs to the second as well, what is done in the end not to the first."""
    head, tail, end = found["head"], found["tail"] or "", found["end"]
    asks = tail
    if "的" in first and (done := _DONE.match(tail)) is not None:
        asks = tail[done.end() :]
    one = f"{head}{first}{asks}{end}"
    told = re.match(r"(\$?\s*([A-Za-z])\s*=[^的]{1,60})的", first)
    if told is not None and re.match(rf"{told[2]}(?:的|$)", second):  # z=3+4i的共轭复数和z的模
        second = told[1] + second[1:]
    if "的" in first and second.startswith("在"):  # 直线的斜率和在y轴上的截距
        yield Parts((one, f"{head}{first[: first.rindex('的')]}{second}{tail}{end}"), asked)
    if "的" in first and "的" not in second + (tail if asks != tail else ""):
        owner = first[: first.rindex("的", 0, len(first) - 1) + 1] if "的" in first[:-1] else ""
        if owner and (_PLACE.search(owner) or not _is_formula(second)):
            yield Parts((one, f"{head}{owner}{second}{tail}{end}"), asked)
        if _PLACE.search(owner):
            return
    yield Parts((one, f"{head}{second}{tail}{end}"), asked)


def _is_formula(words: str) -> bool:
    found = scan(words)
    return len(found) == 1 and isinstance(found[0], Formula)


def _given(before: str, language: Language) -> str | None:
    """What stands before the first question; None where no question begins there."""
    asks = r"[求写计]|计算" if language == "zh" else rf"(?i)\b{_VERB}\b"
    starts = [m.start() for m in re.finditer(asks, before)]
    return before[: starts[-1]] if starts else None
