"""The largest remainder that a division can leave: one less than the divisor, and the number that is divided then. 一个数除以8，余数最大是几？

Not read: the largest divisor for a remainder, numbers that leave so much on several divisions.
"""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, kind
from solver.topics.stories.school.working import Unfit, Working, num

_A_NUMBER: Final = r"(?:a|any|some|the) (?:whole |natural |positive )?(?:number|integer)"
_LARGEST: Final = r"(?:largest|greatest|biggest|highest|maximum)(?: possible)?"
_REMAINDER: Final = rf"(?:find|what is|give|determine) the {_LARGEST} (?:value of the )?remainder(?: (?:that )?(?:you|we|one) can (?:get|have)| possible)?"


@kind(
    r"\bremainder\b",
    "en",
    {
        "told": (rf"{_A_NUMBER} (?:is )?divided by <n>(?: (?:gives|leaves|has) (?:a )?quotient (?:of )?<q> and (?:a|some) remainder)?", rf"when {_A_NUMBER} is divided by <n>(?: ?,? the quotient is <q>)?"),
        "ask": (rf"{_REMAINDER}(?: when {_A_NUMBER} is divided by <d>)?(?: when dividing by <d2>)?", rf"what {_LARGEST} remainder can (?:there be|it have|you get|it leave)"),
        "ask_both": (rf"{_REMAINDER},? and (?:find )?(?:what is )?the number (?:then|in this case)",),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    divisors = [v for name in ("n", "d", "d2") for v in s.placed(name, "")]
    _largest(s, work, divisors)


_BLANK: Final = r"(?:□|○|△|\(\)|__+|☆)"
_ROW: Final = rf"{_BLANK}(?:/|÷)<n>=<q>(?:…{{1,2}}|\.{{3,6}}|\\cdots|\\ldots)+{_BLANK}"


@kind(
    "余数?",
    "zh",
    {
        "told": (r"(?:一|1|某)个(?:整|自然)?数(?:除以|被)<n>除?", rf"(?:在)?(?:算式|除法算式)?{_ROW}(?:中|里)?", r"(?:在)?(?:有余数的)?(?:除法|除法算式)(?:中|里)?", r"(?:在)?(?:一道|1道)(?:有余数的)?除法(?:算式|题)?(?:中|里)?", r"除数是<n>(?:[,，]商是<q>)?", r"商是<q>"),
        "ask": (rf"(?:那么|则)?余数最大(?:可以|可能|能)?(?:是|为)?(?:几|多少|{_BLANK})",),
        "ask_both": (rf"(?:那么|则)?余数最大(?:可以|可能|能)?(?:是|为)?(?:几|多少|{_BLANK})[,，?？。;；]?(?:这时|此时|当余数最大时)?[,，]?被除数(?:最大)?(?:是|为)?(?:几|多少|{_BLANK})",),
        "ask_number": (rf"(?:当)?余数最大时?[,，]?被除数(?:最大)?(?:是|为)?(?:几|多少|{_BLANK})", rf"被除数最大(?:可以|可能|能)?(?:是|为)?(?:几|多少|{_BLANK})"),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    _largest(s, work, s.placed("n", ""))


_SAYS: Final = {
    "rest": ("the remainder is smaller than the divisor, so the largest is one less", "余数要比除数小，所以余数最大是除数减1"),
    "number": ("the number: divisor times quotient plus remainder", "被除数＝除数×商＋余数"),
}  # fmt: skip


def _largest(s: Story, work: Working, divisors: list[str]) -> None:
    chinese = work.language == "zh"
    if len(divisors) != 1 or not re.fullmatch(r"\d{1,6}", divisors[0]) or int(divisors[0]) < 2:
        raise Unfit
    divisor = num(int(divisors[0]))
    rest = work.step(_SAYS["rest"][chinese], divisor - num(1))
    label = "余数" if chinese else "the largest remainder"
    if s.question == "ask":
        work.give(rest, "", label)
        return
    number = work.step(_SAYS["number"][chinese], divisor * s.told("q") + rest)
    name = "被除数" if chinese else "the number"
    if s.question == "both":
        work.give(rest, "", label)
        work.give_also(number, "", name)
    else:
        work.give(number, "", name)
