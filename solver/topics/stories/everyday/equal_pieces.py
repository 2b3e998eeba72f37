"""The greatest equal pieces: ropes and sheets of paper that are divided without a rest, by their greatest common divisor.

Not read: pieces of which the length is given, rests that are told. Sets of things: `equal_packs.py`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import reduce
from math import gcd
from typing import Final

from solver.topics.stories.everyday.kinds import MANY, Story, en, kind
from solver.topics.stories.school.working import Term, Unfit, Working, num

_N: Final = r"\d+(?:\.\d+)?"
_L: Final = "(?:cm|m|mm|inches|feet|ft)"
_LIST: Final = rf"(?P<l>{_N} ?{_L}?(?: ?,? and |, ?){_N} ?{_L}?(?:(?: ?,? and |, ?){_N} ?{_L}?)*)"
_EQUAL: Final = r"(?:(?:equal|shorter|smaller|equal-length|equal length|short)(?: ,? ?equal)? (?:pieces|lengths|parts|strips|sections)|(?:shorter |smaller )?(?:pieces|lengths|parts|strips) (?:of (?:equal|the same|an equal) (?:length|size)|that are (?:all )?(?:equal in length|the same length|equally long|of (?:equal|the same) length)))"
_REST: Final = r"(?:with |and )?(?:there (?:is|should be|must be) )?(?:(?:nothing|none|no (?:waste|remainder|leftovers|[a-z]+(?: [a-z]+)?)) ?(?:being |is )?(?:left(?: over)?|wasted|remaining|leftover|unused)?|without (?:any )?(?:waste|wasting any|leftovers?|remainder|anything (?:being )?left over))"
_MOST: Final = "(?:greatest|longest|largest|maximum|biggest)"


@kind(
    r"greatest|longest|largest|biggest|maximum|as long as possible",
    "en",
    {
        "lengths": (
            rf"(?:there are |{en(2)}has )?(?:2|3|4) {en(3)} ?(?:,|:|of lengths?|measuring|with lengths?) ?{_LIST}(?: long| in length)?(?: ,? respectively)?",
            rf"(?:there are |{en(2)}has )?(?:(?:2|two|3|three) )?{en(3)}(?:are|measure|measuring|of lengths?|have lengths (?:of )?|with lengths (?:of )?) ?{_LIST}(?: long| in length)?(?: ,? respectively)?",
        ),
        "cut": (
            rf"{en(2)}(?:wants|needs|would like|has|is going) to (?:cut|saw|divide|split) (?:them|the {en(2)}|both {en(2)}|all of them|it|all (?:3|2|4)? ?{en(1)}) ?(?:up )?(?:all )?into {_EQUAL}(?: ?,? ?(?:each |that are )?as long as possible)?(?: ?,? ?{_REST})?",
            r"(?:each |that are )?as long as possible",
            r"\(?(?:the|all) (?:lengths?|pieces?)(?: of (?:the|each) pieces?)? (?:are|is|must be|measure|should be) (?:a )?whole numbers? of (?:cm|m|mm|feet|inches)(?: long)?\)?",
            rf"(?:(?:both|they|these|all|the {en(2)}|both {en(2)}|all of them) ?(?:of them )?(?:are|have|must|need|is)(?: all| both)? ?(?:to be )?(?:be )?cut(?: up)? into |{en(2)}(?:wants|needs|would like|has) to cut (?:them|the {en(2)}|both {en(2)}|all of them|it) ?(?:up )?(?:all )?into |{en(2)}cuts? (?:them|both|the {en(2)}) ?(?:all )?into ){_EQUAL}(?P<long> as long as possible| that are as long as possible)?(?: {_REST})?",
            r"(?:all|each) (?:of|being|having) (?:the same|equal) length",
            _REST,
        ),
        "ask": (
            rf"(?:what is|find|what will be|work out) the {_MOST} (?:possible )?(?:length|size)(?: (?:of|for|that) (?:each|the|a|every) (?:piece|part|strip|section)s?(?: can be)?)?(?: ,? ?in (?P<u>{_L}))?",
            rf"how long (?:is|will|can|should) (?:each|the {_MOST}|every) (?:possible )?(?:piece|part|strip|section)(?: be)?(?: at most)?(?: ,? ?in (?P<u>{_L}))?",
            rf"(?:what is|find) the length of (?:each|the {_MOST}) (?:possible )?(?:piece|part|strip)",
        ),
        "ask_count": (rf"how many (?:such )?(?:pieces|parts|strips|sections)(?: of (?:this|that) length)? (?:will|does|do|can|are|would) ?(?:{en(2)}have|{en(2)}get|{en(2)}cut|there be|there|be cut|be made)?(?: (?:in all|altogether|in total))?",),
    },
)  # fmt: skip
def _pieces_in_english(s: Story, work: Working) -> None:
    s.only("lengths", "cut")
    text = s.text
    if not re.search(r"equal|same length", text) or not re.search(rf"{_MOST}|as long as possible", text):
        raise Unfit
    if not re.search(r"left|waste|remain|without|as long as possible", text):
        raise Unfit
    told = s.one("lengths").values["l"]
    units = {*re.findall(_L, told), *s.words("u")}
    numbers = [Fraction(n) for n in re.findall(_N, told)]
    if s.question == "count":
        _count(work, numbers, units)
        return
    _common(
        work,
        numbers,
        units,
        "Each piece is a common divisor of the lengths; the longest is the greatest common divisor.",
        "the longest piece",
    )


_LZ: Final = "(?:厘米|分米|米|毫米)"
_SAME: Final = "(?:同样长|一样长|长度相等|长度相同|相等|相同长度|同样大小?|大小相等|大小相同|大小一样)"
_NO_REST: Final = r"(?:且|而且|并且|而|要求|都)*(?:没有剩余|不许有剩余|不能有剩余|不得有剩余|无剩余|不浪费|没有浪费|正好(?:分|截|剪|裁|用)完|恰好(?:分|截|剪|裁)完|不能浪费)"


@kind(
    "最[长大多]|同样长|一样长|相等",
    "zh",
    {
        "lengths": (
            rf"(?:有)?(?:2|两|3|三)(?:根|条|段)[\u4e00-\u9fff]{{0,4}}(?:,|，)?(?:长度?|它们的长|分别长|长分别是|长度分别是|长度分别为|分别是)*(?P<l>{_N}{_LZ}?(?:(?:和|、|,|，){_N}{_LZ}?)+)",
            rf"长(?:度)?(?:分别)?(?:是|为)?(?P<l>{_N}{_LZ}?(?:(?:和|、|,|，){_N}{_LZ}?)+)的(?:2|两|3|三)(?:根|条|段)[\u4e00-\u9fff]{{1,4}}",
        ),
        "cut": (
            rf"(?:现)?(?:在)?(?:要|想)?(?:把|将)?(?:它们|(?:这)?(?:2|两|3|三)?(?:根|条|段)[\u4e00-\u9fff]{{0,4}})?(?:都)?(?:剪|截|锯|裁|切)成{_SAME}的?(?:几段|小段|若干段|小棒|短[\u4e00-\u9fff]|段)?(?:{_NO_REST})?",
            rf"(?:把|将)长(?:度)?(?:分别)?(?:是|为)?(?P<l>{_N}{_LZ}?(?:(?:和|、|,|，){_N}{_LZ}?)+)的(?:2|两|3|三)(?:根|条|段)[\u4e00-\u9fff]{{1,4}}(?:都)?(?:剪|截|锯|裁|切)成{_SAME}的?(?:几段|小段|若干段|小棒|短[\u4e00-\u9fff]|段)?(?:{_NO_REST})?",
        ),
        "sheet": (
            rf"(?:有)?(?:一|1)?(?:张|块)?长方形(?:的)?[\u4e00-\u9fff]{{0,3}}(?:,|，)?长(?P<a1>{_N})(?P<u1>{_LZ})(?:,|，|和)?宽(?P<a2>{_N})(?P<u2>{_LZ})",
            rf"(?:把|将|有)?(?:一|1)?(?:张|块)?长(?P<a1>{_N})(?P<u1>{_LZ})(?:,|，|和)?宽(?P<a2>{_N})(?P<u2>{_LZ})的长方形(?:的)?[\u4e00-\u9fff]{{0,3}}",
        ),
        "squares": (rf"(?:现)?(?:在)?(?:要|想)?(?:把|将)?(?:它|这张纸|这块[\u4e00-\u9fff]{{1,3}})?(?:剪|截|裁|切|分)成{_SAME}的(?:若干个?|几个|小)?正方形(?:{_NO_REST})?",),
        "rest": (_NO_REST,),
        "ask_count": (r"(?:这样)?(?:一共|共|总共)?(?:可以|能|可)?(?:剪|截|锯|裁|切)?(?:成)?(?:多少|几)(?:段|根)(?:这样的小段)?",),
        "ask": (rf"(?:每(?:小)?(?:段|根)|(?:小)?正方形的?边长)[\u4e00-\u9fff]{{0,3}}最[长大](?:可以|能)?(?:是|有)?{MANY}(?P<u3>{_LZ})",),
    },
)  # fmt: skip
def _pieces_in_chinese(s: Story, work: Working) -> None:
    s.only("lengths", "cut", "sheet", "squares", "rest")
    told, sheet = [said for said in s.said if "l" in said.values], s.maybe("sheet")
    if not re.search(_NO_REST, s.text) or not re.search(_SAME, s.text) or (sheet is None) == (not told):
        raise Unfit
    if sheet is not None:
        if not s.all("squares"):
            raise Unfit
        numbers, units = [Fraction(n) for n in s.placed("a")], {*s.placed("u")}
    else:
        if len(told) != 1 or s.all("squares"):
            raise Unfit
        numbers = [Fraction(n) for n in re.findall(_N, told[0].values["l"])]
        units = {*re.findall(_LZ, told[0].values["l"]), *s.words("u3")}
    if s.question == "count":
        if sheet is not None:
            raise Unfit
        _count(work, numbers, units)
        return
    _common(work, numbers, units, "每段（边）的长是这些长度的公因数；最长就是最大公因数。", "最长的长度")


def _count(work: Working, numbers: list[Fraction], units: set[str]) -> None:
    """How many pieces, each as long as the greatest common divisor."""
    if not 2 <= len(numbers) <= 4 or len(units) != 1 or any(n.denominator != 1 or not n for n in numbers):
        raise Unfit
    chinese, whole = work.language == "zh", [int(n) for n in numbers]
    longest, least = reduce(gcd, whole), min(whole)
    if longest == 1:
        raise Unfit
    says = (
        f"每段最长：各个长度的最大公因数，也就是{least}的因数里能整除其余各数的最大的一个"
        if chinese
        else f"the longest piece: the greatest common divisor, that is the largest divisor of {least} that divides the others"
    )
    piece = work.step(says, num(least) / num(least // longest), next(iter(units)))
    parts = [num(n) / piece for n in whole]
    total = reduce(Term.__add__, parts)
    work.give(
        work.step(
            "段数：每根的长÷每段的长，再相加" if chinese else "the pieces of each, together",
            total,
            "段" if chinese else "",
        ),
        "段" if chinese else "",
        "段数" if chinese else "the number of pieces",
    )


def _common(work: Working, numbers: list[Fraction], units: set[str], says: str, label: str) -> None:
    """The greatest common divisor of two or three whole numbers, as the topic of integers finds it."""
    if not 2 <= len(numbers) <= 4 or len(units) != 1 or any(n.denominator != 1 or not n for n in numbers):
        raise Unfit
    whole = [int(n) for n in numbers]
    if reduce(gcd, whole) == 1:
        raise Unfit  # a story in which nothing can be cut is misread
    chinese = work.language == "zh"
    listed = (
        "、".join(map(str, whole[:-1])) + f"和{whole[-1]}"
        if chinese
        else ", ".join(map(str, whole[:-1])) + f" and {whole[-1]}"
    )
    question = f"求{listed}的最大公因数" if chinese else f"Find the greatest common divisor of {listed}"
    work.hand("integers", question, says, units.pop(), label)
