"""Does one whole number divide another: divisor, factor, multiple, divisible – all the same question; even and odd.

Read: a question that Yes or No answers, about two numbers, or about one and 2. Not: statements, digits to find so that it divides, several numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from solver.formula.nodes import Number
from solver.ports import CheckPlan, Language
from solver.reader import account
from solver.topics.arguments import Argument, arguments
from solver.topics.base import Conclusion, Reading, Solution, Text, Unread, Words
from solver.topics.cells import cell, comment
from solver.topics.yes_no import CAN, CANNOT, NO, YES, claimed, plain_words

VOCABULARY: Final = {
    "be": "is|are|be|是|是不是|是否是|是否为|为|会是|会不会是|算是|算不算|算不算是",  # "x 是 24 的因数" states no value of x
    "factor": "factor|a factor|factors|divisor|a divisor|divisors|因数|约数|因子|的因数|的约数|的因子|的一个因数|的一个约数",
    "multiple": "multiple|a multiple|multiples|倍数|的倍数|的整数倍|整数倍|的整倍数",
    "divides": "divide|divides|evenly divide|exactly divide|divide into|divide evenly into|divide exactly into|go into|go evenly into|go exactly into|整除",
    "divisible": "divisible by|evenly divisible by|exactly divisible by",
    "even": "even|an even|even number|an even number|偶数|双数",
    "odd": "odd|an odd|odd number|an odd number|奇数|单数",
    "or": "or|还是|或",
    "passive": "被|能被|能否被|能不能被|可以被|是否能被|是否可以被|可否被|会被",
    "able": "能|可以|能否|能不能|是否能|是否可以|可否|会",
    "words": "whether|if|determine|check|decide|tell|tell me|判断|判定|是否|吗|么|evenly|exactly|without remainder|without a remainder|with no remainder"
    "|without any remainder|with remainder 0|integer|whole number|one of the|among the|整数|正整数|true or false|对吗|对不对",
}  # fmt: skip
_ASKS: Final = re.compile(
    r"(?i)whether|\bif\b|true or false|吗|么|是否|是不是|还是|能否|能不能|可否|判断|^\W*(?:is|does|can|do|will|are|could|would)\b"
    r"|[,;:.]\s*(?:is|does|can|do)\b"
)
_OTHER: Final = re.compile(
    r"(?i)\b(?:what|which|how|who|when|why|find|list)\b|多少|几|哪|什么|(?<!是)(?<!能)不(?!是|能)"
)
_DIVIDED_BY: Final = re.compile(
    r"(?i)\bbe\s+(?:(?P<a>evenly|exactly)\s+)?divided\s+(?:(?P<b>evenly|exactly)\s+)?by\b(?P<rest>.*)$",
    re.DOTALL,
)
MAX_NUMBER: Final = 10**60
_SAID: Final = ("factor", "multiple", "divides", "divisible", "even", "odd")
_PARITY: Final = {
    "even": Words(r"\text{{even}}", r"\text{{偶数}}"),
    "odd": Words(r"\text{{odd}}", r"\text{{奇数}}"),
}
_EVEN: Final = frozenset("even 偶数 双数".split())
_ODD: Final = frozenset("odd 奇数 单数".split())

WORDS: Final = {
    "zero": Words("\\(0=0\\times {m}\\): zero is a multiple of every number.", "\\(0=0\\times {m}\\)：0 是任何数的倍数。"),
    "division": Words("Divide with remainder: \\[{n}={q}\\times {m}+{r}\\qquad(0\\le {r}<{size})\\]", "做带余除法：\\[{n}={q}\\times {m}+{r}\\qquad(0\\le {r}<{size})\\]"),
    "yes": Words("The remainder is 0, so \\({n}\\) is \\({q}\\) times \\({m}\\): \\({m}\\) divides \\({n}\\).",
                 "余数是 0，\\({n}\\) 恰好是 \\({m}\\) 的 \\({q}\\) 倍，所以 \\({m}\\) 能整除 \\({n}\\)。"),
    "no": Words("The remainder \\({r}\\) is not 0, so \\({m}\\) does not divide \\({n}\\).", "余数 \\({r}\\) 不是 0，所以 \\({m}\\) 不能整除 \\({n}\\)。"),
    "factor": Words("Is \\({m}\\) a divisor of \\({n}\\)? \\({answer}\\).", "\\({m}\\) 是 \\({n}\\) 的因数吗？\\({answer}\\)。"),
    "multiple": Words("Is \\({n}\\) a multiple of \\({m}\\)? \\({answer}\\).", "\\({n}\\) 是 \\({m}\\) 的倍数吗？\\({answer}\\)。"),
    "divides": Words("Does \\({m}\\) divide \\({n}\\)? \\({answer}\\).", "\\({m}\\) 能整除 \\({n}\\) 吗？\\({answer}\\)。"),
    "divisible": Words("Is \\({n}\\) divisible by \\({m}\\)? \\({answer}\\).", "\\({n}\\) 能被 \\({m}\\) 整除吗？\\({answer}\\)。"),
    "code": Words("the remainder tells it", "看余数是不是 0"),
    "is_even": Words("The remainder is 0, so \\({n}\\) is even.", "余数是 0，所以 \\({n}\\) 是偶数。"),
    "is_odd": Words("The remainder is 1, so \\({n}\\) is odd.", "余数是 1，所以 \\({n}\\) 是奇数。"),
    "even": Words("Is \\({n}\\) even? \\({answer}\\).", "\\({n}\\) 是偶数吗？\\({answer}\\)。"),
    "odd": Words("Is \\({n}\\) odd? \\({answer}\\).", "\\({n}\\) 是奇数吗？\\({answer}\\)。"),
    "parity": Words("\\({n}\\) is \\({answer}\\).", "\\({n}\\) 是\\({answer}\\)。"),
    "method": Words("divided digit by digit from the left, as in long division", "像竖式除法那样从左到右逐位试除"),
}  # fmt: skip


def read(text: Text) -> Reading:
    """Whether one of two numbers divides the other."""
    source, divided = _DIVIDED_BY.subn(_divisible, text.source)
    if divided and "divisible" not in source or not _ASKS.search(source) or _OTHER.search(source):
        return None
    found = account(source, VOCABULARY)
    pattern = tuple(
        c for c in found.concepts if c not in ("words", "ask") and (c != "be" or text.language == "zh")
    )
    said = {c for c in pattern if c in _SAID}
    if len(said) != 1 and said != {"even", "odd"}:
        return None
    if found.unread:
        return Unread(found.unread)
    way = _way(pattern)
    two = (Number(Fraction(2), "2"),) if said & {"even", "odd"} else ()
    numbers = arguments((*found.nodes, *two), text.values) if way else None
    if way is None or numbers is None or len(numbers) != 2:
        return None
    asked, reverse = way
    divisor, dividend = reversed(numbers) if reverse else numbers
    if not all(a.is_whole and abs(a.value) < MAX_NUMBER for a in numbers) or divisor.value == 0:
        return None
    return Divisibility(asked, divisor, dividend, text.language)


def _divisible(match: re.Match[str]) -> str:
    """`be divided evenly by 6` and `be divided by 6 without remainder` as `divisible by 6`."""
    evenly = re.search(r"(?i)\bevenly\b|\bexactly\b|remainder", match["rest"])
    return f"divisible by {match['rest']}" if match["a"] or match["b"] or evenly else match[0]


def _way(pattern: tuple[str, ...]) -> tuple[str, bool] | None:
    """What is asked, and whether the divisor stands behind the dividend."""
    match pattern:
        case ("#0", "factor", "#1") | ("#0", "be", "#1", "factor"):
            return "factor", False
        case ("#0", "multiple", "#1") | ("#0", "be", "#1", "multiple"):
            return "multiple", True
        case ("#0", "divides", "#1") | ("#0", "able", "divides", "#1"):
            return "divides", False
        case ("#0", "divisible", "#1") | ("#0", "passive", "#1", "divides"):
            return "divisible", True
        case ("#0", "able", "passive", "#1", "divides"):
            return "divisible", True
        case ("#0", "even" | "odd" as word) | ("#0", "be", "even" | "odd" as word):
            return word, True
        case ("#0", "even" | "odd", "or", "even" | "odd") | (
            "#0",
            "be",
            "even" | "odd",
            "or",
            "even" | "odd",
        ):
            return "parity", True
    return None


@dataclass(frozen=True, slots=True)
class Divisibility:
    """Whether `divisor` divides `dividend`, asked with the word `asked`."""

    asked: str
    divisor: Argument
    dividend: Argument
    language: Language

    @property
    def _numbers(self) -> tuple[int, int]:
        return int(self.dividend.value), int(self.divisor.value)

    def solution(self) -> Solution:
        """The division with its remainder."""
        say, (n, m) = self.language, self._numbers
        steps = [step for a in (self.dividend, self.divisor) if (step := a.step(say))]
        r = n % abs(m)
        facts = {"n": n, "m": m, "r": r, "q": (n - r) // m, "size": abs(m)}
        if n == 0:
            steps.append(WORDS["zero"].say(say, m=f"({m})" if m < 0 else m))
        else:
            shown = {**facts, "m": f"({m})" if m < 0 else m}
            steps.append(WORDS["division"].say(say, **shown))
            is_pair = self.asked not in ("even", "odd", "parity")
            word = ("no" if r else "yes") if is_pair else "is_odd" if r else "is_even"
            steps.append(WORDS[word].say(say, **facts))
        numbers = f"n, m = {self.dividend.source}, {self.divisor.source}"
        last = "bool(n % m != 0)" if self.asked == "odd" else "bool(n % m == 0)"
        source = cell(numbers, comment(WORDS["code"].say(say)), last)
        return Solution(tuple(steps), source)

    def _sentence(self, answer: str) -> str:
        n, m = self._numbers
        return WORDS[self.asked].say(self.language, n=n, m=m, answer=answer)

    def conclude(self, value: Any) -> Conclusion | None:
        """Yes or no."""
        if not isinstance(value, bool):
            return None
        can = self.asked in ("divides", "divisible")
        word = (CAN if value else CANNOT) if can else (YES if value else NO)
        if self.asked == "parity":
            word = _PARITY["even" if value else "odd"]
        answer = word.say(self.language)
        return Conclusion(self._sentence(answer), answer)

    def check(self, answer: str) -> CheckPlan | None:
        """Long division, digit by digit."""
        yes, (n, m) = self._claimed(answer), self._numbers
        if yes is None:
            return None
        source = cell(
            "rest = 0",
            f'for digit in "{abs(n)}":',
            f"    rest = (10*rest + int(digit)) % {abs(m)}",
            f"(rest == 0) == {yes}",
        )
        return CheckPlan(self._sentence(answer), WORDS["method"].say(self.language), source)

    def _claimed(self, answer: str) -> bool | None:
        """Whether an answer says that the remainder is 0; None where it says neither."""
        words = plain_words(answer).removeprefix("an ").removesuffix(" number")
        if self.asked in ("even", "odd", "parity") and words in _EVEN | _ODD:
            return words in _EVEN
        yes = None if self.asked == "parity" else claimed(answer)
        return not yes if self.asked == "odd" and yes is not None else yes
