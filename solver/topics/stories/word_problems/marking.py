"""Mark the numbers, amounts of money and fractions in a problem's text, so that clause patterns see one letter for each.

Knows numerals in digits, words, Chinese characters and LaTeX; knows nothing about sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["n", "m", "f"]

# One private-use letter stands for one number; its block says the kind.
_BASE: Final[dict[Kind, int]] = {"n": 0xE000, "m": 0xE400, "f": 0xE800}
MAX_MARKS: Final = 200
NUMBER: Final = "[\ue000-\ue3ff]"
MONEY: Final = "[\ue400-\ue7ff]"
ANY: Final = "[\ue000-\uebff]"
_PRIVATE: Final = re.compile(ANY)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number of the problem. `unit` is the currency of an amount of money; `percent` how a fraction was written."""

    kind: Kind
    value: Fraction
    unit: str = ""
    percent: bool = False


class Marked:
    """A text in which every number is one letter, and every letter knows where it stood in the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = _PRIVATE.sub(" ", source.translate(_LOWER))  # a user's letter is never taken for a mark
        self.spans: list[tuple[int, int]] = [(i, i + 1) for i in range(len(source))]
        self.marks: list[Mark] = []

    def letter(self, mark: Mark) -> str:
        """Register a number and give the letter that stands for it."""
        self.marks.append(mark)
        return chr(_BASE[mark.kind] + len(self.marks) - 1)

    def mark(self, letter: str) -> Mark:
        """The number that a letter stands for."""
        return self.marks[ord(letter) % 0x400]

    def rewrite(self, pattern: re.Pattern[str], make: Callable[[re.Match[str]], str | None]) -> None:
        """Replace every match by what `make` gives (None leaves it); positions in the source are kept."""
        text: list[str] = []
        spans: list[tuple[int, int]] = []
        at = 0
        for match in pattern.finditer(self.text):
            new = make(match)
            if new is None or match.start() < at or match.end() == match.start():
                continue
            span = (self.spans[match.start()][0], self.spans[match.end() - 1][1])
            text += [self.text[at : match.start()], new]
            spans += self.spans[at : match.start()] + [span] * len(new)
            at = match.end()
        self.text = "".join([*text, self.text[at:]])
        self.spans = spans + self.spans[at:]

    def original(self, start: int, end: int) -> str:
        """The source behind `text[start:end]`, verbatim."""
        if start >= end:
            return ""
        return self.source[self.spans[start][0] : self.spans[end - 1][1]]


_LOWER: Final = {
    **{ord(c): ord(c) + 32 for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{ord(full): half for full, half in zip("，。；：？！％（）．’“”＄", ",.;:?!%().'\"\"$", strict=True)},
    **{ord("０") + i: str(i) for i in range(10)},
    ord("\n"): " ", ord("\t"): " ", ord("\u3000"): " ", ord("\u00a0"): " ", ord("∶"): ":", ord("￥"): "¥",
}  # fmt: skip

_DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|(?<![\d])\.\d+"
_FORMULA: Final = re.compile(
    r"(?<!\\)\$(?=\S)((?:\\d?frac|\\%|\\times|[\d\s.,:/%{}])+)(?<=\S)\$(?!\d)|\\\(((?:\\d?frac|\\%|[\d\s.,:/%{}])+)\\\)"
)
_FRAC: Final = re.compile(r"(?:(\d+)\s*)?\\d?frac\s*\{\s*(\d+)\s*\}\s*\{\s*(\d+)\s*\}")
_MIXED: Final = re.compile(r"(?<![\d./:])(?:(\d+) (?:and )?)?(\d+) ?/ ?(\d+)(?![\d/]|\.\d)")
_NUMBER: Final = re.compile(rf"(?<![a-z\d.])({_DIGITS})(\s?%| percent\b)?")

_CENTS: Final = {"cent": "cent", "cents": "cent", "¢": "cent"}
_OTHER_CURRENCIES: Final = (
    "yen rupee rand peso won ruble rouble hryvnia franc lira baht dirham riyal krona krone shekel zloty forint ringgit dinar naira shilling real crown"
).split()
CURRENCIES: Final[dict[str, str]] = {
    "p": "penny", "pence": "penny",
    **{form: one for one in _OTHER_CURRENCIES for form in (one, one + "s", {"krona": "kronor", "krone": "kroner"}.get(one, one))},
    "$": "dollar", "£": "pound", "€": "euro", "¥": "yuan", "dollar": "dollar", "dollars": "dollar", "yuan": "yuan",
    "euro": "euro", "euros": "euro", "rmb": "yuan", "元": "元", "元钱": "元", "块钱": "元", "块": "元",
    "美元": "美元", "欧元": "欧元", "英镑": "英镑", **_CENTS,
}  # fmt: skip
_MONEY_BEFORE: Final = re.compile(rf"([$£€¥])\s?({NUMBER})")
_MONEY_AFTER_EN: Final = re.compile(
    rf"({NUMBER})(?: |-(?=dollar|cent|euro|yuan))?(dollars?|yuan|euros?|rmb|cents?|¢|{'|'.join(f'{c}s?' for c in _OTHER_CURRENCIES)}|kronor|kroner|(?<! )p|pence)(?![a-z])"
)
_MONEY_AFTER_ZH: Final = re.compile(
    rf"({NUMBER}) ?(美元|欧元|英镑|元钱|元|块钱|块(?![\u4e00-\u9fff]))(?: ?({NUMBER}) ?角)?(?: ?({NUMBER}) ?分)?(?:钱)?"
)
_JIAO_ZH: Final = re.compile(rf"({NUMBER}) ?角(?![星形度的])(?: ?({NUMBER}) ?分(?!钟|之))?(?:钱)?")

_SMALL: Final = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ORDINALS: Final = {
    "half": 2, "halves": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12,
}  # fmt: skip
_WORD: Final = "|".join([*sorted([*_SMALL, *_TENS], key=lambda word: (-len(word), word))])
_FRACTION_EN: Final = re.compile(
    rf"\b(a|one|{_WORD})[ -]({'|'.join(_ORDINALS)})(s?)(?= (?:of|as|the|is|are|was|were|chose|choose|like|prefer|play|joined|picked|voted|went|go)\b)|\b(half)\b(?! (?:dollar|hour|an?\b))"
)
_WORDS_EN: Final = re.compile(
    rf"\b(?!one\b)((?:{_WORD})(?:[ -](?:{'|'.join(w for w in _SMALL if w not in ('zero',))}))?)\b(?: (hundred|thousand))?"
)
_NOTES_EN: Final = re.compile(
    rf"\b(a|{_WORD}) ((?:{_WORD})|hundred|thousand)-(dollar|pound|euro|yuan|cent)[ -](bills?|notes?|banknotes?|coins?)\b"
)
_DOZEN: Final = re.compile(rf"(?:\b(a)|({NUMBER})) dozens?\b(?: of\b)?")
_LARGE: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_A_HUNDRED: Final = re.compile(r"\b(?:a|one) (hundred|thousand|million)\b(?! and\b)")
_LARGE_EN: Final = re.compile(rf"({NUMBER}) (hundred|thousand|million|billion)\b")
_TIMES_EN: Final = re.compile(  # "single, double and family rooms" are kinds of rooms
    r"\b(twice|thrice|(?:double|triple)(?! (?:rooms?|beds?|bedrooms?|cones?|deckers?|burgers?|scoops?|cabins?)\b| ?,| (?:and|or)\b))"
)

_SCHOOL_CLASS: Final = re.compile(r"([一二三四五六七八九])\(([1-9])\)班")  # a name, not a number
_GRADES: Final = re.compile(
    r"((?:[一二三四五六七八九][、和与])+[一二三四五六七八九])(?:([两二三四五六])个)?(年级|车间|中队|小组|小队|班)"
)
_HAN: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_HAN_UNIT: Final = {"十": 10, "百": 100, "千": 1000}
_HAN_NUM: Final = "[零〇一二两三四五六七八九十百千万]"
# Characters that are numerals elsewhere: "together", "the same", "some", ordinals, weekdays.
_NOT_HAN: Final = r"(?<![第周期初年唯统万统同单])(?!一[共起些样定直般次下路月致律边儿同种天]|一块儿|十分|万一|千万|三角|一个月|百分|十字|四边|五角|零[件食钱售花用]|[一二三四五六七八九]班)"
_FRACTION_ZH: Final = re.compile(rf"({_HAN_NUM}+|\d+)分之({_HAN_NUM}+|\d+)|百分之(\d+(?:\.\d+)?|{_HAN_NUM}+)")
_TENTHS_ZH: Final = re.compile(
    r"(\d+(?:\.\d+)?|[一二三四五六七八九]+)([成折])([一二三四五六七八九]?)(?![功为绩员叠])"
)
_MEASURE_ZH: Final = re.compile("千克|千米|吨|克|米|分米|厘米|毫米|公顷|平方|立方|升|毫升|小时|分钟|元")
_HALF_ZH: Final = re.compile("一半|(?<=的)半数")
# A single numeral counts only before a measure word: it may be part of a noun ("tricycle", "sandwich").
_BEFORE: Final = "千公斤克吨厘分毫米里升小秒平个只本支枝把张条朵棵盆块件辆袋盒箱瓶杯头匹位名人双副套台座间颗粒根片页包束串筐篮桶罐碗桌排行层组队班岁幅架艘枚份道株顶对户盏扇口节册捆车壶题封场次天元角倍种类样者数年月周打"
_NUM_ZH: Final = re.compile(
    rf"{_NOT_HAN}(?![百千万])(?:({_HAN_NUM}{{2,}})(?![边角形面])|({_HAN_NUM})(?=[{_BEFORE}])(?!年级|角形|边形|车间|人行|月[一-十]))"
)


def _plain(text: str) -> Fraction:
    return Fraction(text.replace(",", ""))


def han_number(text: str) -> int:
    """A Chinese numeral as a number.

    >>> han_number("三百二十五"), han_number("十二"), han_number("两万")
    (325, 12, 20000)
    """
    total = section = digit = 0
    for char in text:
        if char in _HAN:
            digit = _HAN[char]
        elif char == "万":
            total, section, digit = total + (section + digit) * 10000, 0, 0
        else:
            section, digit = section + (digit or 1) * _HAN_UNIT[char], 0
    return total + section + digit


def _either(text: str) -> Fraction:
    return _plain(text) if text[0].isascii() else Fraction(han_number(text))


def _english_number(match: re.Match[str]) -> int:
    value = sum(_SMALL.get(w, 0) + _TENS.get(w, 0) for w in re.split("[ -]", match[1]))
    return value * {None: 1, "hundred": 100, "thousand": 1000}[match[2]]


def mark(source: str, *, chinese: bool) -> Marked | None:
    """`source` with its numbers marked; None where there are more than any word problem has."""
    marked = Marked(source)
    marked.rewrite(re.compile(r"\\([%$])"), lambda m: m[1])
    marked.rewrite(_FORMULA, lambda m: m[1] or m[2])
    marked.rewrite(re.compile(r"\s\s+"), lambda m: " ")
    if len(re.findall(r"\d+|" + _HAN_NUM, marked.text)) > MAX_MARKS:
        return None
    if chinese:
        marked.rewrite(_SCHOOL_CLASS, lambda m: f"{m[1]}{chr(ord('a') + int(m[2]) - 1)}班")
        marked.rewrite(_GRADES, _grades)
    _mark_fractions(marked, chinese=chinese)
    full_stops = re.compile(r"\.(?=\d)")  # "…145元。10元的…": no decimal point
    marked.rewrite(full_stops, lambda m: "。" if marked.original(m.start(), m.end()) == "。" else None)
    marked.rewrite(_NUMBER, lambda m: _digits(marked, m))
    (_mark_chinese if chinese else _mark_english)(marked)
    return marked


def _grades(match: re.Match[str]) -> str | None:
    """ "四、五、六三个年级" as three names; None where there are not as many as are said."""
    each = re.findall("[一二三四五六七八九]", match[1])
    if match[2] and _HAN[match[2]] != len(each):
        return None
    first = "第" if match[3] in ("车间", "小组", "小队", "中队") else ""
    return "、".join(f"{first}{one}{match[3]}" for one in each)


def _digits(marked: Marked, match: re.Match[str]) -> str:
    value = _plain(match[1])
    if match[2]:
        return marked.letter(Mark("f", value / 100, percent=True))
    return marked.letter(Mark("n", value))


def _mark_fractions(marked: Marked, *, chinese: bool) -> None:
    def fraction(match: re.Match[str]) -> str | None:
        if not int(match[3]):
            return None
        value = int(match[1] or 0) + Fraction(int(match[2]), int(match[3]))
        measured = _MEASURE_ZH.match(match.string, match.end())  # "3/4米" is a length, no part of something
        return marked.letter(Mark("n" if match[1] or measured else "f", value))

    marked.rewrite(_FRAC, fraction)
    marked.rewrite(_MIXED, fraction)
    if not chinese:
        return

    def of(match: re.Match[str]) -> str | None:
        if match[3]:
            return marked.letter(Mark("f", _either(match[3]) / 100, percent=True))
        under = _either(match[1])
        return marked.letter(Mark("f", _either(match[2]) / under)) if under else None

    marked.rewrite(_FRACTION_ZH, of)
    marked.rewrite(_HALF_ZH, lambda m: marked.letter(Mark("f", Fraction(1, 2))))
    marked.rewrite(_TENTHS_ZH, lambda m: _tenths(marked, m))


def _tenths(marked: Marked, match: re.Match[str]) -> str | None:
    """Tenths: "3成", "八折", "八五折", "一成五"."""
    text = match[1]
    if match[2] == "成":
        value = _either(text) / 10 + Fraction(_HAN.get(match[3], 0), 100)
        return marked.letter(Mark("f", value, percent=True))
    if match[3]:
        return None
    digits = text if text[0].isascii() else "".join(str(_HAN[c]) for c in text)
    value = Fraction(digits) / (10 if "." in digits else 10 ** len(digits))
    return marked.letter(Mark("f", value, percent=True)) + "折"


def _mark_chinese(marked: Marked) -> None:
    marked.rewrite(
        re.compile(rf"({NUMBER})(万|亿)"),
        lambda m: marked.letter(Mark("n", marked.mark(m[1]).value * (10**4 if m[2] == "万" else 10**8))),
    )
    marked.rewrite(_NUM_ZH, lambda m: marked.letter(Mark("n", Fraction(han_number(m[1] or m[2])))))

    def money(match: re.Match[str]) -> str:
        value = marked.mark(match[1]).value
        value += sum((marked.mark(match[i]).value / 10 ** (i - 2) for i in (3, 4) if match[i]), Fraction(0))
        return marked.letter(Mark("m", value, CURRENCIES[match[2]]))

    def tenths(match: re.Match[str]) -> str:
        value = marked.mark(match[1]).value / 10
        value += marked.mark(match[2]).value / 100 if match[2] else 0
        return marked.letter(Mark("m", value, "元"))

    marked.rewrite(_MONEY_AFTER_ZH, money)
    if "元" in marked.source:
        marked.rewrite(_JIAO_ZH, tenths)


def _mark_english(marked: Marked) -> None:
    def fraction(match: re.Match[str]) -> str | None:
        if match[4]:
            return marked.letter(Mark("f", Fraction(1, 2)))
        top = 1 if match[1] == "a" else _SMALL.get(match[1], 0)
        return marked.letter(Mark("f", Fraction(top, _ORDINALS[match[2]]))) if top else None

    def notes(match: re.Match[str]) -> str:
        """ "Two hundred-dollar bills" are 2 of $100, not $200."""
        number = Fraction({"a": 1, "one": 1}.get(match[1], _SMALL.get(match[1], 0)))
        value = Fraction(
            {"hundred": 100, "thousand": 1000}.get(match[2])
            or _TENS.get(match[2], 0)
            or _SMALL.get(match[2], 0)
        )
        unit = CURRENCIES[match[3]]
        return f"{marked.letter(Mark('n', number))} {marked.letter(Mark('m', value, unit))} {match[4]}"

    def larger(match: re.Match[str]) -> str:
        """ "3 million", "2.5 thousand"."""
        value = marked.mark(match[1]).value * _LARGE[match[2]]
        return marked.letter(Mark("n", value))

    def times(match: re.Match[str]) -> str:
        return marked.letter(Mark("n", Fraction(2 if match[1] in ("twice", "double") else 3))) + " times"

    marked.rewrite(_NOTES_EN, notes)
    marked.rewrite(_FRACTION_EN, fraction)
    marked.rewrite(_WORDS_EN, lambda m: marked.letter(Mark("n", Fraction(_english_number(m)))))
    marked.rewrite(_A_HUNDRED, lambda m: marked.letter(Mark("n", Fraction(_LARGE[m[1]]))))
    marked.rewrite(_LARGE_EN, larger)
    marked.rewrite(_TIMES_EN, times)
    marked.rewrite(
        _DOZEN,
        lambda m: marked.letter(Mark("n", 12 * (Fraction(1) if m[1] else marked.mark(m[2]).value))),
    )

    marked.rewrite(
        re.compile(rf"({NUMBER}) per ?cent\b"),
        lambda m: marked.letter(Mark("f", marked.mark(m[1]).value / 100, percent=True)),
    )

    def money(number: str, unit: str) -> str:
        return marked.letter(Mark("m", marked.mark(number).value, CURRENCIES[unit]))

    marked.rewrite(_MONEY_BEFORE, lambda m: money(m[2], m[1]))
    marked.rewrite(_MONEY_AFTER_EN, lambda m: money(m[1], m[2]))
