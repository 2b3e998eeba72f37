"""How many numbers can be made from given digits, or which of them is the largest or the smallest.

Read: a list of different digits (or "1 to 8"), how long the numbers are, whether a digit may be used again, and whether they
are to be odd, even, or divisible by something. Whether a digit may be used again must be said, or follow from "each once";
where only the word "cards" is used each card is there once. Not: equal digits, sums of several numbers, decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import permutations, product
from typing import Any, Final

import sympy as sp

from solver.latex import values_in
from solver.ports import CheckPlan, Language
from solver.reader.numerals import in_digits
from solver.topics.base import Conclusion, Reading, Solution, Text, Words
from solver.topics.cells import cell, comment

MAX_NUMBERS: Final = 200_000
SHOWN: Final = 12

WORDS: Final = {
    "leading": Words("The first digit cannot be \\(0\\), so there are \\({first}\\) choices for it.", "最高位不能是 \\(0\\)，有 \\({first}\\) 种选法。"),
    "first": Words("For the first digit there are \\({first}\\) choices.", "最高位有 \\({first}\\) 种选法。"),
    "once": Words("Each digit is used at most once, so each next place has one choice fewer of what is left: \\[{factors}={value}\\]",
                  "每个数字最多用一次，后面每一位的选法依次是剩下的数字个数：\\[{factors}={value}\\]"),
    "again": Words("Digits may be used again, so each other place has \\({n}\\) choices: \\[{factors}={value}\\]",
                   "数字可以重复使用，其余各位都有 \\({n}\\) 种选法：\\[{factors}={value}\\]"),
    "kept": Words("Of these \\({all}\\) numbers, \\({value}\\) are {condition}: {members}.", "这 \\({all}\\) 个数中，{condition}的有 \\({value}\\) 个：{members}。"),
    "kept_last": Words("Whether such a number is {condition} is seen at its end. Sorting the \\({all}\\) numbers by their last digit: \\[{terms}={value}\\]",
                       "是不是{condition}要看末位。把这 \\({all}\\) 个数按末位分类：\\[{terms}={value}\\]"),
    "largest": Words("To be as large as possible, put the largest digits in the highest places.", "要使数最大，高位要放尽可能大的数字。"),
    "smallest": Words("To be as small as possible, put the smallest digits in the highest places; the first one must not be \\(0\\).", "要使数最小，高位要放尽可能小的数字，但最高位不能是 \\(0\\)。"),
    "code": Words("every number that can be made", "所有能组成的数"),
    "method": Words("went through all numbers with so many digits, and kept those that use only the given digits", "逐个检查所有同样位数的数，留下只用给定数字的数"),
}  # fmt: skip
SENTENCES: Final = {
    "count": Words("There are \\({answer}\\) such numbers.", "共有 \\({answer}\\) 个这样的数。"),
    "largest": Words("The largest is \\({answer}\\).", "最大的数是 \\({answer}\\)。"),
    "smallest": Words("The smallest is \\({answer}\\).", "最小的数是 \\({answer}\\)。"),
}
CONDITIONS: Final = {
    "odd": Words("odd", "奇数"),
    "even": Words("even", "偶数"),
    "divisible": Words("divisible by {k}", "能被 {k} 整除的数"),
}

_LIST: Final = r"(?P<list>\d(?: ?(?:,|、|and|or|和) ?(?:and |or )?\d)+|\d ?(?:-|~|to|through|到|至) ?\d)"
_SIZES: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}  # fmt: skip
_CARDS: Final = "零一两三四五六七八九"
_SIZE: Final = r"(?P<size>\d|one|two|three|four|five|six)[ -]?digit"
_KIND: Final = r"(?P<kind>odd |even )?"
_NOUN: Final = rf"(?:different |distinct |possible )*(?P<pre>odd |even )?{_SIZE} {_KIND}(?:(?:positive |natural |whole )?(?:numbers|integers)|number)"
_DIVISIBLE: Final = r"(?: (?:that |which )?(?:are |is )?(?:divisible by|multiples of) (?P<k>\d{1,2}))?"
_DIGITS: Final = rf"(?:the |these |each of the |only the )?(?:(?:\w+ )?(?:digits?|numbers|number cards|cards|digit cards)(?: from)?:? )?{_LIST}"
_MAKE: Final = (
    r"(?:make|form|be made|be formed|be created|create|be written|write|get|be composed|we make|we form)"
)
_ONCE: Final = (
    r"(?:without (?:any )?(?:repeating|repetition|repeated)(?: of)?(?: (?:the |any )?digits?)?|without digits(?: being| be)? repeated|with(?:out)? no (?:repeated|repeating) digits|with no repeated digits|(?:if )?no digit (?:is|may be|can be) (?:repeated|used (?:twice|more than once))"
    r"|(?:if )?(?:each|every) (?:digit|number|one|card|of them)(?: \w+)?(?: can only| can| may| must|)(?: (?:be|is|only be)|) used (?:only once|exactly once|at most once|once|just once)|(?:if )?(?:each|every) (?:digit|number) can be used only once|using (?:each|every) (?:digit|number|one) (?:only|exactly) once"
    r"|(?:each )?(?:exactly )?once each|each (?:exactly |only |at most )?once|if repetition is not allowed|if the digits (?:can ?not|may not) be repeated|without using (?:the same|a|any) (?:number|digit) (?:two times|twice|more than once)(?: like \d+)?)"
)
_AGAIN: Final = r"(?:if |when )?(?:(?:the )?(?:digits|numbers|each digit|each number|they) (?:can|may) be (?:repeated|used (?:repeatedly|again|more than once|multiple times))|repetition (?:of digits )?is allowed|with repetition(?: allowed)?|repeated digits are allowed)"
_RULE: Final = rf"(?:[,.;]? ?\(? ?(?:(?P<once>{_ONCE})|(?P<again>{_AGAIN})) ?[.)]*)?"
_HEAD: Final = r"(?:how many (?P<all>)|(?:what is|find) the number of (?P<all2>)|(?:what is|what's|find) the (?P<extreme>largest|biggest|greatest|smallest|least) (?:possible )?)"
_WHO: Final = r"(?:we|you|i|one|he|she|they|[a-z]+)"
_ENGLISH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_HEAD}{_NOUN}{_DIVISIBLE} (?:can|could)(?: be| {_WHO})? (?:made|formed|created|written|composed|make|form|create|write) (?:by |from |with |out of |of )?(?:using |the use of )?{_DIGITS}{_RULE}",
        rf"{_HEAD}{_NOUN}{_DIVISIBLE}(?: that| which)?(?: are there that)? (?:can|could) be (?:made|formed|created|written|composed) (?:by |from |with |out of )?(?:using )?{_DIGITS}{_RULE}",
        rf"(?:using|with|from) {_DIGITS},? (?:how many|(?P<gap>we|you|one) can (?:form|make) how many) {_NOUN}{_DIVISIBLE}(?: can(?: be| {_WHO})? (?:made|formed|created|written|make|form|create))?{_RULE}",
        rf"(?:using|with|from) {_DIGITS}(?:,? (?P<once>{_ONCE})| (?P<again>{_AGAIN})),? how many {_NOUN}{_DIVISIBLE}(?: can(?: be| {_WHO})? (?:made|formed|created|written|make|form|create))?",
        rf"(?:using|with|from) {_DIGITS},? (?:we|you|one) can (?:form|make) ____ ?{_NOUN}{_DIVISIBLE}{_RULE}",
        rf"{_DIGITS} can (?:make|form|be used to (?:make|form)) ____ ?{_NOUN}{_DIVISIBLE}{_RULE}",
        rf"(?:we|you) can (?:form|make) ____ ?{_NOUN}{_DIVISIBLE} (?:with|using|from) {_DIGITS}{_RULE}",
        rf"[a-z]+ uses {_DIGITS} to (?:make|form) (?:some )?numbers{_RULE} ?how many {_NOUN}{_DIVISIBLE} can be (?:made|formed){_RULE.replace('once>', 'once2>').replace('again>', 'again2>')}",
        rf"how many (?:different )?ways are there to (?:form|make) an? {_NOUN}{_RULE},? (?:using|with|from) {_DIGITS}",
    )
)
_CHINESE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"用(?:数字|数字卡片|卡片)?(?P<list>\d(?:[,、和]\d)+)(?:(?:这|共)?(?P<many>\d|[两三四五六七八九])?(?:个数字|个数|张(?:数字)?卡片|张数字卡))?,?(?:一共)?(?:可以|能够|能|可)?(?:组成|排成|摆成|摆出)(?:出)?(?:(?:多少|几)个)?(?P<once>没有重复数字的|无重复数字的|各位数字不重复的|数字不重复的|数字可以重复的)?(?:不同的)?(?P<size>[一两二三四五六\d])位(?P<kind>奇数|偶数|数)(?:(?:一共|共)?有?(?:多少|几)个)?(?:,?\(?(?P<rule>每个数字只(?:能)?用一次|不重复使用|数字不能重复|每个数字只能使用一次|没有重复数字|数字可以重复(?:使用)?)\)?)?",
        r"用(?:数字|数字卡片|卡片)?(?P<list>\d(?:[,、和]\d)+)(?:(?:这|共)?(?P<many>\d|[两三四五六七八九])?(?:个数字|个数|张(?:数字)?卡片|张数字卡))?,?(?:可以|能够|能|可)?(?:组成|排成|摆成|摆出)(?:的)?(?P<once>没有重复数字的|无重复数字的|各位数字不重复的|数字不重复的|数字可以重复的)?(?:(?P<extreme>最大|最小)的)?(?P<size>[一两二三四五六\d])位(?P<kind>奇数|偶数|数)(?:,?\(?(?P<rule>每个数字只(?:能)?用一次|数字不能重复|每个数字只能使用一次)\)?)?,?(?:其中)?(?P<extreme2>最大|最小)?(?:的)?(?:是|为)(?:多少|几)?",
    )
)


def read(text: Text) -> Reading:
    """One question about the numbers that can be made from some digits."""
    source = re.sub(r"\$|\\\(|\\\)", "", text.source)
    if text.language == "zh":
        return _chinese(re.sub(r"\s+", "", source).rstrip("?。."))
    plain = re.sub(r"\s+", " ", re.sub(r"(\w) ?- ?digit", r"\1-digit", source)).strip().rstrip("?. ").lower()
    plain = re.sub(r"\? ?(?=\(|each|without|no |if )", " ", plain)
    plain = re.sub(r"\s+", " ", re.sub(r" ,", ",", plain)).strip()
    for form in _ENGLISH:
        if (found := form.fullmatch(plain)) is not None:
            return _english(found, plain)
    return None


def _english(found: re.Match[str], plain: str) -> Reading:
    parts = {k: v for k, v in found.groupdict().items() if v is not None}
    digits = _digits(parts["list"])
    once = "once" in parts or "once2" in parts or "cards" in plain
    again = "again" in parts or "again2" in parts
    kind = (parts.get("kind") or parts.get("pre") or "").strip()
    wanted = {"largest": "largest", "biggest": "largest", "greatest": "largest", "smallest": "smallest", "least": "smallest"}.get(
        parts.get("extreme", ""), "count"
    )  # fmt: skip
    divisor = int(parts.get("k", 0))
    size = _SIZES.get(parts["size"]) or int(parts["size"])
    return _task(digits, size, once, again, kind, divisor, wanted, "en")


def _chinese(plain: str) -> Reading:
    plain = re.sub(r"\?(?=[(,])", "", plain)
    plain = re.sub(r"^[由从](?=数字)", "用", plain)
    plain = re.sub(r"(?<=用)(?:数字)?(\d)(?:到|至|~|-)(\d)(?!位)", lambda m: ",".join(map(str, range(int(m[1]), int(m[2]) + 1))), plain)  # fmt: skip
    for form in _CHINESE:
        found = form.fullmatch(in_digits(plain)) or form.fullmatch(plain)
        if found is None or not re.search("多少|几", plain):
            continue
        said = (found["once"] or "") + (found["rule"] or "")
        again = "可以重复" in said
        size = _SIZES.get(found["size"]) or int(found["size"])
        kind = {"奇数": "odd", "偶数": "even"}.get(found["kind"], "")
        once = bool(said) and not again or "卡片" in plain
        parts = found.groupdict()
        many = found["many"]
        if many and (int(many) if many.isdigit() else _CARDS.index(many)) != len(_digits(found["list"])):
            return None
        extremes = [parts[k] for k in ("extreme", "extreme2") if parts.get(k)]
        if len(extremes) != ("extreme" in parts):
            return None
        wanted = {"最大": "largest", "最小": "smallest"}[extremes[0]] if extremes else "count"
        return _task(_digits(found["list"]), size, once, again, kind, 0, wanted, "zh")
    return None


def _digits(listed: str) -> tuple[int, ...]:
    if re.search(r"-|~|to|through|到|至", listed):
        low, high = map(int, re.findall(r"\d", listed))
        return tuple(range(low, high + 1))
    return tuple(map(int, re.findall(r"\d", listed)))


def _task(
    digits: tuple[int, ...], size: int, once: bool, again: bool, kind: str, divisor: int, wanted: str, language: Language
) -> Reading:  # fmt: skip
    if once == again or len(set(digits)) != len(digits) or not 0 < size <= 6 or once and size > len(digits):
        return None
    if len(digits) ** size > MAX_NUMBERS:
        return None
    condition = 0 if not kind and not divisor else divisor or 2
    task = Formed(tuple(sorted(digits)), size, once, kind, condition, wanted, language)
    return task if task.numbers() or wanted == "count" else None


@dataclass(frozen=True, slots=True)
class Formed:
    """Numbers of `size` digits from `digits`, each at most once where `once`; `kind` odd, even or all, or divisible by `divisor`."""

    digits: tuple[int, ...]
    size: int
    once: bool
    kind: str
    divisor: int
    wanted: str
    language: Language

    def _every(self) -> list[int]:
        rows = permutations(self.digits, self.size) if self.once else product(self.digits, repeat=self.size)
        return sorted(int("".join(map(str, row))) for row in rows if row[0] or self.size == 1)

    def _fits(self, n: int) -> bool:
        if not self.divisor:
            return True
        return n % 2 == 1 if self.kind == "odd" else n % self.divisor == 0

    def numbers(self) -> list[int]:
        """All of them, in order."""
        return [n for n in self._every() if self._fits(n)]

    def solution(self) -> Solution:
        """Place by place, then what the condition leaves."""
        say, fitting = self.language, self.numbers()
        steps: list[str] = []
        if self.wanted == "count":
            steps = self._counting(fitting)
        else:
            steps.append(WORDS[self.wanted].say(say))
        rows = f"permutations({list(self.digits)}, {self.size})" if self.once else f"product({list(self.digits)}, repeat={self.size})"  # fmt: skip
        name = "permutations" if self.once else "product"
        test = f" if row[0] != 0{self._test()}" if self.size > 1 else ""
        last = {"count": "len(numbers)", "largest": "max(numbers)", "smallest": "min(numbers)"}[self.wanted]
        source = cell(
            f"from itertools import {name}\n",
            comment(WORDS["code"].say(say)),
            f'numbers = [int("".join(map(str, row))) for row in {rows}{test}]',
            last,
        )
        return Solution(tuple(steps), source)

    def _test(self) -> str:
        if not self.divisor:
            return ""
        number = 'int("".join(map(str, row)))'
        return f" and {number} % {self.divisor} == {1 if self.kind == 'odd' else 0}"

    def _counting(self, fitting: list[int]) -> list[str]:
        say, n, every = self.language, len(self.digits), self._every()
        first = n - 1 if 0 in self.digits and self.size > 1 else n
        steps = [WORDS["leading" if first < n else "first"].say(say, first=first)]
        rest = [n - 1 - k for k in range(self.size - 1)] if self.once else [n] * (self.size - 1)
        factors = r"\times ".join(map(str, [first, *rest]))
        if self.size > 1:
            steps.append(
                WORDS["once" if self.once else "again"].say(say, n=n, factors=factors, value=len(every))
            )
        if self.divisor:
            name = CONDITIONS[self.kind or "divisible"].say(say, k=self.divisor)
            if self.kind and len(fitting) > SHOWN:
                ends = [sum(1 for m in fitting if m % 10 == d) for d in self.digits if self._fits(d)]
                terms = "+".join(str(e) for e in ends)
                steps.append(
                    WORDS["kept_last"].say(
                        say, condition=name, all=len(every), terms=terms, value=len(fitting)
                    )
                    if len(ends) > 1
                    else WORDS["kept"].say(
                        say, all=len(every), value=len(fitting), condition=name, members=self._shown(fitting)
                    )
                )
            else:
                steps.append(
                    WORDS["kept"].say(
                        say, all=len(every), value=len(fitting), condition=name, members=self._shown(fitting)
                    )
                )
        return steps

    def _shown(self, numbers: list[int]) -> str:
        listed = [str(m) for m in numbers[:SHOWN]] + ([r"\ldots"] if len(numbers) > SHOWN else [])
        comma = r",\ "
        return rf"\({comma.join(listed)}\)" if listed else "–"

    def conclude(self, value: Any) -> Conclusion | None:
        """A whole number."""
        if not isinstance(value, sp.Integer):
            return None
        return Conclusion(SENTENCES[self.wanted].say(self.language, answer=value), str(value))

    def check(self, answer: str) -> CheckPlan | None:
        """All numbers with so many digits, one by one."""
        values = values_in(answer)
        if values is None or len(values) != 1 or not isinstance(values[0], sp.Integer):
            return None
        say, low, high = self.language, 10 ** (self.size - 1) if self.size > 1 else 0, 10**self.size
        allowed = "".join(map(str, self.digits))
        tests = [f'set(str(n)) <= set("{allowed}")']
        if self.once:
            tests.append(f"len(set(str(n))) == {self.size}")
        if self.divisor:
            tests.append(f"n % {self.divisor} == {1 if self.kind == 'odd' else 0}")
        last = {"count": "len(numbers)", "largest": "numbers[-1]", "smallest": "numbers[0]"}[self.wanted]
        lines = f"numbers = [n for n in range({low}, {high}) if {' and '.join(tests)}]\n{last} == {values[0]}"
        return CheckPlan(
            SENTENCES[self.wanted].say(say, answer=answer), WORDS["method"].say(say), cell(lines)
        )
