"""Other orders of an English question about integers, put into the usual one: the head first, then the noun and its clauses.

"Among the numbers from 1 to 50, how many are odd?", "A two-digit number is … It is also … How many such numbers are there?"
Nothing is dropped: what is not moved stays where it was, and is then read or not.
"""

from __future__ import annotations

import re
from typing import Final

_NOUN: Final = r"(?:whole numbers|natural numbers|positive integers|positive whole numbers|integers|numbers)"
_AMONG: Final = re.compile(
    rf"(?:of|among|in|from) (?:all )?(?:the )?(?:(?:\d+|[a-z]+) )?(?P<noun>(?:(?:two|three|four|five|\d)-digit )?{_NOUN}) (?P<range>[^?.]*?), (?:how many|which)(?P<of> of them)? (?P<rest>.+)"
)
_FIRST: Final = re.compile(
    r"(?:of|among|in) (?:all )?the first (\d+) (?P<noun>positive (?:whole numbers|integers)|natural numbers|counting numbers), how many(?: of them)? (?P<rest>.+)"
)
_RANGE_FIRST: Final = re.compile(
    r"(?P<range>(?:from -?\d+ (?:to|through) -?\d+|between -?\d+ and -?\d+)(?:,? inclusive| \((?:inclusive|including (?:these|the|both) two numbers)\))?), how many (?P<rest>.+)"
)
_STATED: Final = re.compile(
    r"(?:i(?: a|')m thinking of |i think of |there is |consider )?(?:an?|a certain|an unknown|some) (?P<noun>(?:certain |unknown )?(?:(?:positive|odd|even|prime|natural|whole|two-digit|three-digit|four-digit|\d-digit) )*(?:number|integer))(?P<body>.*?)[.,] (?P<question>(?:what is|find|how many|what's)[^.?]*)"
)
_QUESTIONS: Final = (
    (r"how many such (?:numbers|integers)(?: are there| exist)?", "how many"),
    (r"how many (?:numbers|integers) (?:satisfy|meet|fit) (?:this|these|the)(?: conditions?)?", "how many"),
    (r"(?:what is|find|what's) (?:the )?(?:smallest|least)(?: possible)?(?: value)?(?: of)?(?: the| this| such)? (?:number|integer|value)", "what is the smallest"),
    (r"(?:what is|find|what's) (?:the )?(?:largest|greatest|biggest)(?: possible)?(?: value)?(?: of)?(?: the| this| such)? (?:number|integer|value)", "what is the largest"),
    (r"(?:what is|find|what's) (?:the value of )?(?:the|this|my)(?: unknown| original)? (?:number|integer)", "what is the"),
)  # fmt: skip
_SUBJECT: Final = (
    r"(?:it|the number|this number|the unknown number|the integer|the sum of its digits|its digits)"
)


_KIND: Final = r"(?P<kind>(?:positive |negative |nonnegative |non-negative |odd |even )*)"
_FORMULA: Final = r"(?P<formula>[^?]*[<>=\\][^?]*?)"
_SOLVED: Final = (
    (rf"for how many (?:different )?{_KIND}(?:integers?|integer values?)(?: of)? [a-z] (?:is|does|do we have|is it true that|are)(?: the inequality)?:? {_FORMULA}(?: true| hold| satisfied)?", "how many {kind}integers satisfy {formula}"),
    (rf"how many {_KIND}(?:integers|integer values of [a-z]) (?:are|lie) (?:there )?(?:in|are in) the solution(?: set)? (?:of|to)(?: the)?(?: inequality)? {_FORMULA}", "how many {kind}integers satisfy {formula}"),
    (rf"how many {_KIND}integers are solutions (?:of|to)(?: the)?(?: inequality)? {_FORMULA}", "how many {kind}integers satisfy {formula}"),
    (rf"(?:what is|find) the (?P<end>largest|greatest|smallest|least) {_KIND}integer that is (?:a solution|in the solution(?: set)?) (?:of|to)(?: the)?(?: inequality)? {_FORMULA}", "what is the {end} {kind}integer such that {formula}"),
    (rf"(?:what is|find) the (?P<end>largest|greatest|smallest|least) {_KIND}integer value of [a-z] (?:such that|for which) (?P<formula>[^?<>=]+?) is (?P<sign>negative|positive)", "what is the {end} {kind}integer such that {formula} {sign}"),
    (rf"(?:what is|find) the (?P<end>sum|product) of (?:all )?(?:of )?(?:the )?{_KIND}integers that are solutions (?:of|to)(?: the)?(?: inequality)? {_FORMULA}", "what is the {end} of all {kind}integers such that {formula}"),
    (rf"what {_KIND}integer (?:[a-z] )?satisfies(?: the)?(?: equation| inequality)?:? {_FORMULA}", "find the {kind}integer such that {formula}"),
    (rf"(?:if|suppose(?: that)?|given that) [a-z] is an? {_KIND}integer (?:and|such that|with) {_FORMULA}, (?:then )?(?:find|compute|what is|determine)(?: the value of)? [a-z]", "find the {kind}integer such that {formula}"),
)  # fmt: skip
_KINDS_OF: Final = r"(?:(?:an?|not an?) )?(?:(?:positive )?integer|prime(?: number)?|perfect square|perfect cube|terminating decimal|repeating decimal|(?:factor|divisor|multiple) of .+)|(?:not )?divisible by .+|in (?:lowest|simplest) (?:terms|form)"
_BOUNDED: Final = r"(?P<bounds>(?: from -?\d+ (?:to|through) -?\d+(?:,? inclusive)?| (?:less|greater) than -?\d+| between -?\d+ and -?\d+(?:,? inclusive)?)?)"
_VALUED: Final = (
    (rf"for (?:how many|what number of) (?:different )?{_KIND}(?:integers?|integer values?)(?: of)?(?: [a-z])?{_BOUNDED},? (?:is|does|do|are) (?:the (?:fraction|value|expression|number) (?:of )?)?(?P<formula>.+?) (?P<what>{_KINDS_OF})", "how many {kind}integers{bounds} such that {formula} is {what}"),
    (rf"how many {_KIND}integers [a-z]{_BOUNDED},? (?:will )?make (?:the (?:fraction|value|expression|number) (?:of )?)?(?P<formula>.+?) (?P<what>{_KINDS_OF})", "how many {kind}integers{bounds} such that {formula} is {what}"),
    (rf"(?:find|what is) the (?P<end>sum|product) of (?:all )?(?:of )?(?:the )?(?:possible )?{_KIND}(?:integers|integer values of) [a-z] (?:such that|for which|if) (?P<formula>.+?) is (?P<what>{_KINDS_OF})", "what is the {end} of all {kind}integers such that {formula} is {what}"),
    (rf"(?:find|what is) the (?P<end>largest|greatest|smallest|least)(?: possible)? {_KIND}(?:integer|integer value of|value of) [a-z] (?:such that|for which|if) (?P<formula>.+?) is (?P<what>{_KINDS_OF})", "what is the {end} {kind}integer such that {formula} is {what}"),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(pattern), usual) for pattern, usual in (*_VALUED, *_SOLVED))
_SIGNS: Final = {"negative": "< 0", "positive": "> 0"}


def restated(text: str) -> str:
    """The question with its head first; the same text where it is in the usual order or in none of these.

    >>> restated("among the whole numbers from 1 to 50, how many are odd")
    'how many numbers from 1 to 50 are odd'
    >>> restated("a two-digit number is divisible by 5. it is also even. how many such numbers are there")
    'how many two-digit numbers is divisible by 5 and is also even'
    """
    for pattern, usual in _COMPILED:
        if (solved := pattern.fullmatch(text)) is not None:
            groups = {k: v or "" for k, v in solved.groupdict().items()}
            groups["what"] = groups.get("what", "").removeprefix("positive ")
            return usual.format(**groups | {"sign": _SIGNS.get(groups.get("sign", ""), "")})
    if (first := _FIRST.fullmatch(text)) is not None:
        return f"how many {first['noun']} from 1 to {first[1]} {first['rest']}"
    if (among := _AMONG.fullmatch(text)) is not None:
        rest = among["rest"]
        own = re.match(
            r"(?:prime numbers|composite numbers|odd numbers|even numbers|multiples of|perfect squares|square numbers|primes)\b",
            rest,
        )
        if own is not None and not among["of"]:
            return f"how many {re.sub(r' are there$', '', rest)} {among['range']}"
        return f"how many {among['noun']} {among['range']} {rest}"
    if (ahead := _RANGE_FIRST.fullmatch(text)) is not None:
        return f"how many {re.sub(r' are there$', '', ahead['rest'])} {ahead['range']}"
    if (stated := _STATED.fullmatch(text)) is not None:
        for form, head in _QUESTIONS:
            if re.fullmatch(form, stated["question"]) is not None:
                noun = re.sub(r"^(?:certain|unknown) ", "", stated["noun"])
                noun = noun + "s" if head == "how many" else noun
                noun = f"natural {noun}" if noun == "number" and head == "what is the smallest" else noun
                return f"{head} {noun}{_body(stated['body'])}"
    return text


def _body(body: str) -> str:
    """Sentences about the number as clauses of it."""
    text = re.sub(rf"\. (?:when )?{_SUBJECT} (?=is|has|can|leaves)", " and ", body)
    text = re.sub(
        rf"[.,]? (?:and )?when (?:i divide |dividing |we divide |you divide )?(?:{_SUBJECT} is divided|{_SUBJECT}|divided)? ?by (\d+),? (?:(?:{_SUBJECT} )?(?:leaves|gives) a remainder of|the remainder is|there is a remainder of) (\d+)",
        r" and leaves a remainder of \2 when divided by \1",
        text,
    )
    return re.sub(
        r"[.,]? (?:and )?divided by (\d+),? (?:leaves|gives) a remainder of (\d+)",
        r" and leaves a remainder of \2 when divided by \1",
        text,
    )
