"""Read Chinese phrases for numbers and for rows of whole numbers: 前20个质数的和除以7的余数, 10101的最小质因数与最大质因数的和."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from solver.ports import Language
from solver.reader.numerals import chinese_value
from solver.topics.numbers.described import operations as op
from solver.topics.numbers.described.parts import Part, Row, made, shown, told
from solver.topics.numbers.described.rows import Listed, first_of, listed_of
from solver.topics.numbers.exact_signs import signs
from solver.topics.numbers.integer_search.chinese import read_chinese
from solver.topics.numbers.integer_search.conditions import Kind, Range, Search

SAY: Final[Language] = "zh"
MAX_DEPTH: Final = 8
_PLACES: Final = {"个": 0, "十": 1, "百": 2, "千": 3, "万": 4}
_ASKED: Final = re.compile(
    r"(?:请)?(?:求|计算|算出|写出|问)?[:：]?(?P<n>.+?)(?:,?(?:是|等于|为|得)(?:多少|几|什么)|,?有(?:多少|几)个|=)?[?？。.]*"
)
_DIGITS: Final = r"各(?:个)?(?:数)?位(?:上)?(?:的)?数字"
_OPS: Final = {
    "和": "sum",
    "之和": "sum",
    "总和": "sum",
    "积": "product",
    "乘积": "product",
    "之积": "product",
    "差": "difference",
    "之差": "difference",
}
_COMMON: Final = {"最大公因数": "gcd", "最大公约数": "gcd", "最小公倍数": "lcm"}


def chinese_question(source: str) -> str | None:
    """The phrase whose number is asked for."""
    text = re.sub(r"\\\((.+?)\\\)", r"$\1$", source).strip()
    text = "".join(
        p if i % 2 else re.sub(r"\s+", "", p) for i, p in enumerate(re.split(r"(\$[^$]*\$)", text))
    )
    match = _ASKED.fullmatch(text)
    if match is None or match.end("n") == len(text) and not re.match("请?(?:求|计算|算出)", text):
        return None
    return match["n"] + ("的个数" if re.search("有(?:多少|几)个", text[match.end("n") :]) else "")


def _value(text: str) -> int | None:
    return int(text) if text.isdigit() else {"两": 2}.get(text) or chinese_value(text)


@dataclass(slots=True)
class Chinese:
    """Phrases of one question."""

    _seen: dict[str, Part | None] = field(default_factory=dict)

    def number(self, text: str, depth: int = 0) -> Part | None:
        """The number that a phrase means."""
        text = text.strip(" ,，的")
        if not text or depth > MAX_DEPTH:
            return None
        if text not in self._seen:
            self._seen[text] = None
            self._seen[text] = self._in_signs(text) or self._operation(text, depth + 1)
        return self._seen[text]

    def _in_signs(self, text: str) -> Part | None:
        match = re.fullmatch(r"\$([^$]+)\$|(-?\d+(?:\.\d+)?|\d+/\d+)", text)
        found = signs(match[1] or match[2]) if match else None
        if found is None:
            return None
        exact = shown(found.value)
        steps = () if exact is None or exact == found.latex else (rf"\[{found.latex}={exact}\]",)
        return Part(found.value, found.source, found.source, exact or found.latex, steps)

    def _operation(self, text: str, depth: int) -> Part | None:
        for form, meaning in _NUMBERS:
            match = form.fullmatch(text)
            if match is not None and (found := meaning(self, match, depth)) is not None:
                return found
        return None

    def both(self, name: str, text: str, depth: int) -> Part | None:
        """An operation on two phrases; None where they can be told apart in two ways with different results."""
        cuts: Iterator[tuple[str, str]] = (
            (text[: m.start()], text[m.end() :]) for m in re.finditer("[与和]", text)
        )
        pairs = ((self.number(a, depth), self.number(b, depth)) for a, b in cuts)
        found = [p for a, b in pairs if a and b and (p := op.JOINED[name](a, b, SAY)) is not None]
        return found[0] if found and len({p.value for p in found}) == 1 else None

    def row(self, text: str) -> Row | None:
        """The whole numbers that a phrase means."""
        text = re.sub(r"^(?:所有|全部)的?", "", text).strip("的中里")
        text = re.sub(r"\$(\d+)\$", r"\1", text)
        if (digits := re.fullmatch(rf"(?P<n>.+?)的?{_DIGITS}", text)) is not None:
            number = self.number(digits["n"])
            return None if number is None else op.digit_row(number, 10, SAY)
        used: tuple[Part, ...] = ()
        if (
            factors := re.fullmatch(
                r"(?P<n>.+?)的(?P<prime>所有质|质|正|所有正|所有|全部)?(?:因数|约数)", text
            )
        ) is not None:
            number = self.number(factors["n"])
            if number is None or number.whole is None or not shown(number.value):
                return None
            kinds = [
                Kind("divisor", number.whole),
                *([Kind("prime")] if "质" in (factors["prime"] or "") else []),
            ]
            listed = listed_of(kinds)
            used = (number,)
        elif (
            first := re.fullmatch(r"(?:最小的|前)(?P<k>\d+|[一二两三四五六七八九十]+)个(?P<row>.+)", text)
        ) is not None:
            k, search = _value(first["k"]), _search(first["row"])
            listed = first_of(k, [search.range, *search.conditions]) if k and search else None
        else:
            search = _search(text)
            listed = listed_of([search.range, *search.conditions]) if search else None
        return None if listed is None else self._told(listed, text, used)

    def _told(self, listed: Listed, said: str, used: tuple[Part, ...]) -> Row:
        steps = (*(s for part in used for s in part.steps), told(listed.members, said, SAY))
        return Row(listed.members, listed.source, listed.again, steps)


def _search(text: str) -> Search | None:
    found = read_chinese(f"{text}有哪些")
    if isinstance(found, Search):
        return Search("all", found.range, found.conditions, found.letter)
    plain = {"正整数": (), "非零自然数": (), "正奇数": "奇数", "正偶数": "偶数", "连续正整数": ()}.get(text)
    if plain is None:
        return None
    inner = read_chinese(f"{plain}有哪些") if plain else None
    return Search("all", Range(1), inner.conditions if isinstance(inner, Search) else ())


Meaning = Callable[[Chinese, re.Match[str], int], Part | None]


def _remainder(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    a, m = self.number(match["a"], depth), self.number(match["m"], depth)
    return op.remainder(a, m, SAY) if a and m else None


def _digit(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    number = self.number(match["a"], depth)
    return (
        None if number is None else op.digit_at(number, _PLACES[match["place"]], f"{match['place']}位", SAY)
    )


def _digit_row(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    number, base = self.number(match["a"], depth), _value(match["b"]) if match["b"] else 10
    row = op.digit_row(number, base, SAY) if number and base else None
    return None if row is None else op.of_row("sum" if "和" in match["op"] else "product", row, SAY)


def _length(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    number, base = self.number(match["a"], depth), _value(match["b"]) if match["b"] else 10
    return op.how_many_digits(number, base, SAY) if number and base else None


def _behind(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    number, k = self.number(match["a"], depth), _value(match["k"])
    return op.decimal_digit(number, k, SAY) if number and k else None


def _two(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    name = _OPS.get(match["op"]) or _COMMON[match["op"]]
    return self.both(name, match["two"], depth)


def _two_ends(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    """The smallest and the largest of one row."""
    del depth
    if match["row1"] not in ("", match["row"]) or match["a"] == match["b"]:
        return None
    row = self.row(f"{match['n']}的{match['row']}")
    ends = [op.of_row("smallest" if match[k] == "小" else "largest", row, SAY) if row else None for k in "ab"]
    return op.JOINED[_OPS[match["op"]]](ends[0], ends[1], SAY) if ends[0] and ends[1] else None


def _of_row(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    del depth
    row = self.row(match["row"])
    name = _OPS.get(match["op"]) or {"平均数": "mean", "平均值": "mean", "个数": "count", **_COMMON}.get(
        match["op"], ""
    )
    return None if row is None or name == "difference" else op.of_row(name, row, SAY)


def _end(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    del depth
    row = self.row(match["a"] + match["row"]) if match["a"] else self.row(match["row"])
    return None if row is None else op.of_row("smallest" if match["end"] == "小" else "largest", row, SAY)


def _share(self: Chinese, match: re.Match[str], depth: int) -> Part | None:
    number = self.number(match["a"], depth)
    share = Fraction(match["p"]) / 100 if match["p"] else Fraction(1, 2)
    if number is None or not shown(number.value):
        return None
    value = share * number.value
    told_share = rf"{match['p']}\%" if match["p"] else r"\frac12"
    step = rf"\[{number.latex}\times {told_share}={shown(value)}\]"
    source = f"Rational({share.numerator}, {share.denominator})*({number.source})"
    return made(
        value, source, f"({number.again})*{share.numerator}/Rational({share.denominator})", (number,), step
    )


_NUMBERS: Final[tuple[tuple[re.Pattern[str], Meaning], ...]] = tuple(
    (re.compile(form), meaning)
    for form, meaning in (
        (r"(?P<a>.+)除以(?P<m>.+?)(?:的|所得的?|得到的?)?余数", _remainder),
        (r"(?P<a>.+?)的?(?P<place>[个十百千万])位(?:上)?(?:的)?(?:数字|数|数码)", _digit),
        (rf"(?P<a>.+?)(?:写成|化成|化为|表示成)?(?:(?:的)?(?P<b>\d+|二|三|四|五|六|七|八|九|十六)进制(?:数)?(?:后|时|表示)?)?的?{_DIGITS}(?P<op>之和|的和|之积|的积|的乘积)", _digit_row),
        (r"(?P<a>.+?)(?:写成|化成|化为|表示成)?(?:(?:的)?(?P<b>\d+|二|三|四|五|六|七|八|九|十六)进制(?:数)?(?:后|时|表示)?)?的位数", _length),
        (r"(?P<a>.+?)(?:化成小数后?)?,?的?小数点后(?:面)?(?:的)?第(?P<k>\d+|[一二三四五六七八九十百]+)位(?:上)?(?:的)?数字?", _behind),
        (r"(?P<n>.+?)的?最(?P<a>[大小])的?(?P<row1>.*?)[与和]最(?P<b>[大小])的?(?P<row>.+?)的?(?P<op>之和|和|之差|差|之积|乘积|积)", _two_ends),
        (r"(?P<two>.+?)的?(?P<op>最大公因数|最大公约数|最小公倍数|之和|和|之差|差|之积|乘积|积)", _two),
        (r"(?P<row>.+?)的?(?P<op>最大公因数|最大公约数|最小公倍数|总和|之和|和|之积|乘积|积|平均数|平均值|个数)", _of_row),
        (r"(?P<a>.+的)?最(?P<end>[大小])的?(?P<row>.+)", _end),
        (r"(?P<a>)(?P<row>.+?)中?最(?P<end>[大小])的?(?:数|一个)", _end),
        (r"(?P<a>.+)的(?:(?P<p>\d+(?:\.\d+)?)\\?%|一半)", _share),
    )
)  # fmt: skip
