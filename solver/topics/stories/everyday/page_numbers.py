"""How many digits the pages of a book take, and how many pages so many digits make. Not read: single digits counted, torn leaves."""

from __future__ import annotations

import re
from typing import Final

from solver.topics.stories.everyday.kinds import Story, en, kind, zh
from solver.topics.stories.school.working import Term, Unfit, Working, num

_DIGITS: Final = r"digits(?: (?:are|were) (?:needed|used|required|printed|written)| do (?:you|i|we) (?:need|use|write)| does (?:it|this|he|she) (?:take|need|use))?(?: (?:in all|altogether|in total))?"
_BOOK: Final = r"(?:the )?(?:pages? )?(?:of )?(?:a|the|this|his|her|my) (?:(?!of\b)[a-z]+ ?){1,2}"


@kind(
    r"\bdigits\b",
    "en",
    {
        "pages": (rf"(?:{en(2)})?(?:numbers?|numbering) {_BOOK}(?:from )?(?:page )?1 to (?:page )?<n>", rf"{_BOOK}(?:are|is) numbered (?:consecutively )?from (?:page )?1 to (?:page )?<n>", rf"{_BOOK}(?:has|have|with) <n> (?:numbered )?pages"),
        "idle": (r"(?:it is|they are|the pages are|its pages are) numbered(?: (?:consecutively|from page 1|from 1|starting (?:with|from|at) (?:page )?1))?(?: to (?:page )?<n>)?", r"(?:for example|e\.g)[^.?]{1,60}"),
        "ask": (rf"how many {_DIGITS}(?: to number (?:all )?(?:the |its |these )?(?:pages|book|<n> pages)(?: (?:of|in|from) (?:(?:the|a|this) [a-z]+|(?:page )?1 to (?:page )?<n2>))?)?(?: for (?:this|the page numbers|all the pages))?",),
    },
)  # fmt: skip
def _in_english(s: Story, work: Working) -> None:
    pages = [v for said in s.said for name, v in said.values.items() if name in ("n", "n2")]
    if len(set(pages)) != 1:
        raise Unfit
    _digits(work, int(pages[0].replace(",", "")), "")


@kind(
    "数字|数码",
    "zh",
    {
        "pages": (rf"(?:给|为|在)?{zh(6)}(?:编|标)(?:上)?页码", r"(?:页码)?从第?1页?(?:开始)?(?:编|标|写|印)?(?:起)?[，,]?(?:一直)?(?:编|标|写|排|印)?(?:到|至)第?<n>页?", rf"{zh(8)}(?:一共|共|正文)?(?:有)?<n>页"),
        "idle": (r"例如[^,，。?？]{1,14}", r"(?:页码)?从1开始(?:编号|编)?"),
        "ask": (rf"{zh(8)}(?:一共|共|总共)?(?:要|需要?|会)?(?:用|使用|写|印)?(?:了|到)?(?:多少|几)个(?:数字|数码)",),
    },
)  # fmt: skip
def _in_chinese(s: Story, work: Working) -> None:
    if not re.search("页", s.text) or re.search("撕|缺|数字[0-9]|次", s.text):
        raise Unfit
    _digits(work, int(s.told("n").value), "个")


def _digits(work: Working, last: int, unit: str) -> None:
    """The digits of the numbers of each length, together."""
    chinese = work.language == "zh"
    if not 10 <= last <= 99999:
        raise Unfit
    total: Term | None = None
    for length in range(1, len(str(last)) + 1):
        low = 10 ** (length - 1)
        pages = num(min(last, 10 * low - 1)) - num(low - 1)
        says = (
            f"{length}位数的页码用的数字"
            if chinese
            else f"the digits of the numbers with {length} digit{'s' * (length > 1)}"
        )
        part = work.step(says, pages * num(length), unit)
        total = part if total is None else total + part
    assert total is not None
    says = "一共" if chinese else "all together"
    work.give(work.step(says, total, unit), unit, "数字的个数" if chinese else "the number of digits")
